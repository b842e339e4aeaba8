"""The basic benefits: AsylbLG §§ 3 and 3a. Housing and energy come apart (§ 3 Abs. 3 S. 2), education with its own benefit (§ 3 Abs. 4).

Left out: household goods and upkeep of the flat (case by case), parts of a month (30 days, § 3 Abs. 5), other benefits (§ 6) and
detention (§ 3a Abs. 3).
"""

from lebenslage.benefits.asylblg.rules.analog import asylblg_grundleistung_berechtigt
from lebenslage.benefits.asylblg.statute import ASYLBLG, SINCE, parameter
from lebenslage.benefits.facts import asyl, personen, wohnen
from lebenslage.benefits.facts.asyl import Sachleistung
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.benefits.facts.sozialhilfe import Unterkunft, unterkunft
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import ELTERN, sgb12_als_paar, sgb12_alter
from lebenslage.benefits.grundsicherung.rules.stufe import asylblg_junge_erwachsene_bei_eltern
from lebenslage.benefits.grundsicherung.rules.unterkunft import sgb12_unterkunft
from lebenslage.benefits.grundsicherung.statute import split
from lebenslage.benefits.sgb2.rules.unterkunft import sgb2_koepfe
from lebenslage.kernel.units import CentPerMonth, Count, Flag, PersonRef
from lebenslage.law.facts import NOBODY
from lebenslage.law.inputs import of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

IN_WOHNUNG = unterkunft.among(Unterkunft.WOHNUNG)
IN_SAMMELUNTERKUNFT = unterkunft.among(*(one for one in Unterkunft if one is not Unterkunft.WOHNUNG))


@rule(PERSON, cites=ASYLBLG("§ 3a Abs. 1 Nr. 1"), since=SINCE)
def asylblg_jugendlich_ohne_kindverhaeltnis(alter: Count = of(sgb12_alter), art: Verhaeltnis = of(personen.verhaeltnis)) -> Flag:
    """From 14 to 17 and not known as the applicant's child: only then it is asked whether a parent lives here."""
    return 14 <= alter < 18 and art != Verhaeltnis.KIND


@rule(PERSON, cites=ASYLBLG("§ 3a Abs. 1 Nr. 1"), since=SINCE)
def asylblg_lebt_mit_elternteil(
    art: Verhaeltnis = of(personen.verhaeltnis),
    elternteil: PersonRef = of(ELTERN[0], when=asylblg_jugendlich_ohne_kindverhaeltnis, otherwise=NOBODY),
    anderer: PersonRef = of(ELTERN[1], when=asylblg_jugendlich_ohne_kindverhaeltnis, otherwise=NOBODY),
) -> Flag:
    """A parent lives here."""
    return art == Verhaeltnis.KIND or elternteil != NOBODY or anderer != NOBODY


@rule(PERSON, cites=ASYLBLG("§ 3a Abs. 1 Nr. 2 Buchst. b und Nr. 3 Buchst. b"), since=SINCE)
def asylblg_stufe_in_sammelunterkunft(
    wo: Unterkunft = of(unterkunft),
    paar: Flag = of(sgb12_als_paar),
    allein_stufe_1: Flag = parameter("asylblg_sammelunterkunft_allein_stufe_1_grundleistung"),
) -> Count:
    """An adult in an institution; in shared accommodation or a like shelter, where a reading gives people without a partner stage 1."""
    if wo in (Unterkunft.STATIONAERE_EINRICHTUNG, Unterkunft.BESONDERE_WOHNFORM):
        return 3
    return 1 if allein_stufe_1 and not paar else 2


@rule(PERSON, cites=ASYLBLG("§ 3a Abs. 1"), since=SINCE)
def asylblg_stufe(
    alter: Count = of(sgb12_alter),
    paar: Flag = of(sgb12_als_paar),
    mit_eltern: Flag = of(asylblg_lebt_mit_elternteil),
    bei_eltern: Flag = of(asylblg_junge_erwachsene_bei_eltern),
    wo: Unterkunft = of(unterkunft),
    sammelunterkunft: Count = of(asylblg_stufe_in_sammelunterkunft, when=IN_SAMMELUNTERKUNFT),
) -> Count:
    """1 alone in a flat, youths without a parent in a flat; 2 couples, shared accommodation; 3 under 25 with parents; 4 to 6 by age."""
    if alter < 14:
        return 6 if alter < 6 else 5
    if alter < 18:
        return 4 if mit_eltern and wo == Unterkunft.WOHNUNG else 1
    if wo == Unterkunft.WOHNUNG:
        return 3 if bei_eltern else 2 if paar else 1
    return sammelunterkunft


@rule(PERSON, cites=ASYLBLG("§ 3a Abs. 1"), since=SINCE)
def asylblg_persoenlicher_bedarf(
    stufe: Count = of(asylblg_stufe), stufen: tuple[CentPerMonth, ...] = parameter("asylblg_persoenlicher_bedarf_stufen")
) -> CentPerMonth:
    """Money for all personal needs."""
    return stufen[stufe - 1]


@rule(PERSON, cites=ASYLBLG("§ 3a Abs. 2"), since=SINCE)
def asylblg_notwendiger_bedarf(
    stufe: Count = of(asylblg_stufe), stufen: tuple[CentPerMonth, ...] = parameter("asylblg_notwendiger_bedarf_stufen")
) -> CentPerMonth:
    """Money for food, clothing, health care and what a household uses up."""
    return stufen[stufe - 1]


@rule(PERSON, cites=ASYLBLG("§ 3a Abs. 1 und 2"), since=SINCE)
def asylblg_bedarfssatz(
    persoenlich: CentPerMonth = of(asylblg_persoenlicher_bedarf), notwendig: CentPerMonth = of(asylblg_notwendiger_bedarf)
) -> CentPerMonth:
    """Both amounts of the stage together."""
    return persoenlich + notwendig


@rule(PERSON, cites=ASYLBLG("§ 3 Abs. 2 und 3"), since=SINCE)
def asylblg_grundleistung(
    persoenlich: CentPerMonth = of(asylblg_persoenlicher_bedarf),
    notwendig: CentPerMonth = of(asylblg_notwendiger_bedarf),
    wo: Unterkunft = of(unterkunft),
    gestellt: Sachleistung = of(asyl.sachleistungen),
) -> CentPerMonth:
    """What is not given in kind. In a reception centre necessary needs are always given in kind; money may come on a card."""
    in_natur = wo == Unterkunft.AUFNAHMEEINRICHTUNG or bool(gestellt & Sachleistung.NOTWENDIGER_BEDARF)
    return (0 if gestellt & Sachleistung.PERSOENLICHER_BEDARF else persoenlich) + (0 if in_natur else notwendig)


@rule(HOUSEHOLD, cites=ASYLBLG("§ 3 Abs. 3 S. 2"), since=SINCE)
def asylblg_haushaltsenergie(
    strom: CentPerMonth = of(asyl.haushaltsstrom), in_der_miete: CentPerMonth = of(wohnen.haushaltsenergie)
) -> CentPerMonth:
    """Household energy, paid directly or with the rent."""
    return strom + max(0, in_der_miete)


@rule(PERSON, cites=ASYLBLG("§ 3 Abs. 3 S. 2"), since=SINCE)
def asylblg_wohnbedarf(
    unterkunft_: CentPerMonth = of(sgb12_unterkunft),
    energie: CentPerMonth = of(asylblg_haushaltsenergie, when=IN_WOHNUNG),
    koepfe: Count = of(sgb2_koepfe),
) -> CentPerMonth:
    """Housing, heating and household energy: her share as in SGB XII, as far as needed and adequate."""
    return unterkunft_ + split(energie, 1, koepfe)


@rule(PERSON, cites=ASYLBLG("§ 3"), since=SINCE)
def asylblg_bedarf(
    berechtigt: Flag = of(asylblg_grundleistung_berechtigt),
    grundleistung: CentPerMonth = of(asylblg_grundleistung, when=asylblg_grundleistung_berechtigt),
    wohnen_: CentPerMonth = of(asylblg_wohnbedarf, when=asylblg_grundleistung_berechtigt),
) -> CentPerMonth:
    """The whole need of a month in money, of who gets basic benefits."""
    return grundleistung + wohnen_ if berechtigt else 0
