"""Whether Kinderzuschlag and Wohngeld keep the family out of SGB II: BKGG § 6a Abs. 1 Nr. 3, Abs. 1a. Education needs stay out.

Whether the family should take this way, or SGB II, is for `benefits/together`; these rules say what is missing on it.
"""

from lebenslage.benefits.facts.leistungen import Leistung, Stand, leistung, leistung_stand
from lebenslage.benefits.kinderzuschlag.hoehe import kiz_monatsbetrag
from lebenslage.benefits.kinderzuschlag.statute import BKGG, SINCE, parameter
from lebenslage.benefits.sgb2 import sgb2_bedarf, sgb2_eigenes_einkommen, sgb2_erwerbstaetigenfreibetrag
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_angehoerig, sgb2_erwachsen, sgb2_kind
from lebenslage.benefits.sgb2.rules.verteilung import sgb2_einkommen_der_erwachsenen
from lebenslage.benefits.wohngeld.rules.anspruch import (
    jemand_zu_beruecksichtigen,
    mindestbetrag_erreicht,
    nicht_nur_auszubildende,
    vermoegen_unschaedlich,
    wohngeldberechtigt,
)
from lebenslage.benefits.wohngeld.rules.hoehe import wohngeld_betrag
from lebenslage.kernel.units import CentPerMonth, Flag
from lebenslage.law.inputs import any_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=BKGG("§ 6a Abs. 1 Nr. 3"), since=SINCE)
def kiz_offener_bedarf_der_person(
    angehoerig: Flag = of(sgb2_angehoerig),
    kind: Flag = of(sgb2_kind),
    bedarf: CentPerMonth = of(sgb2_bedarf, when=sgb2_angehoerig),
    eigenes: CentPerMonth = of(sgb2_eigenes_einkommen, when=sgb2_kind),
) -> CentPerMonth:
    """The need of a parent; of a child what its own income with Kindergeld leaves open."""
    if not angehoerig:
        return 0
    return max(0, bedarf - eigenes) if kind else bedarf


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 Nr. 3"), since=SINCE)
def kiz_offener_bedarf(
    summe: CentPerMonth = sum_of(kiz_offener_bedarf_der_person), einkommen: CentPerMonth = of(sgb2_einkommen_der_erwachsenen)
) -> CentPerMonth:
    """What the family's own income leaves open, before Kinderzuschlag and Wohngeld."""
    return max(0, summe - einkommen)


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 S. 3"), since=SINCE)
def kiz_wohngeldanspruch(
    berechtigt: Flag = of(wohngeldberechtigt),
    jemand: Flag = of(jemand_zu_beruecksichtigen),
    nicht_nur: Flag = of(nicht_nur_auszubildende),
    vermoegen: Flag = of(vermoegen_unschaedlich),
    mindestens: Flag = of(mindestbetrag_erreicht),
) -> Flag:
    """Wohngeld would be granted for the month of the application."""
    return berechtigt and jemand and nicht_nur and vermoegen and mindestens


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 S. 2 und 3"), since=SINCE)
def kiz_bedarf_nach_zuschlag(offen: CentPerMonth = of(kiz_offener_bedarf), zuschlag: CentPerMonth = of(kiz_monatsbetrag)) -> CentPerMonth:
    """What is left open with Kinderzuschlag."""
    return max(0, offen - zuschlag)


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 S. 3"), since=SINCE)
def kiz_wohngeld_noetig(bedarf: CentPerMonth = of(kiz_bedarf_nach_zuschlag)) -> Flag:
    """Only where something is left open Wohngeld matters."""
    return bedarf > 0


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 S. 2 und 3"), since=SINCE)
def kiz_wohngeld(
    anspruch: Flag = of(kiz_wohngeldanspruch, when=kiz_wohngeld_noetig),
    betrag: CentPerMonth = of(wohngeld_betrag, when=kiz_wohngeld_noetig),
) -> CentPerMonth:
    """The Wohngeld that is to be expected for the month."""
    return betrag if anspruch else 0


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 Nr. 3, Abs. 1a Nr. 1"), since=SINCE)
def kiz_luecke(bedarf: CentPerMonth = of(kiz_bedarf_nach_zuschlag), wohngeld: CentPerMonth = of(kiz_wohngeld)) -> CentPerMonth:
    """What the family lacks with its income, Kindergeld, Kinderzuschlag and Wohngeld; 0 where it needs no SGB II."""
    return max(0, bedarf - wohngeld)


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1a Nr. 1"), since=SINCE)
def kiz_kleine_luecke(luecke: CentPerMonth = of(kiz_luecke), hoechstens: CentPerMonth = parameter("kiz_luecke_hoechstens")) -> Flag:
    """Something is missing, but at most 100 euros."""
    return 0 < luecke <= hoechstens


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1a Nr. 2"), since=SINCE)
def kiz_erwerb_genuegt(
    frei: CentPerMonth = sum_of(sgb2_erwerbstaetigenfreibetrag, where=sgb2_erwachsen),
    mindestens: CentPerMonth = parameter("kiz_absetzbetrag_mindestens"),
) -> Flag:
    """At least 100 euros stay free of the parents' income from work (SGB II § 11b Abs. 2 to 3)."""
    return frei >= mindestens


@rule(PERSON, cites=BKGG("§ 6a Abs. 1a Nr. 3"), since=SINCE)
def kiz_mit_grundsicherung(
    angehoerig: Flag = of(sgb2_angehoerig),
    art: Leistung = of(leistung, when=sgb2_angehoerig),
    stand: Stand = of(leistung_stand, when=sgb2_angehoerig),
) -> Flag:
    """A member receives SGB II or SGB XII or has applied for it."""
    sozialhilfe = art in (Leistung.GRUNDSICHERUNG_IM_ALTER, Leistung.HILFE_ZUM_LEBENSUNTERHALT)
    grundsicherung = art in (Leistung.GRUNDSICHERUNGSGELD, Leistung.AUSZUBILDENDE_SGB2)
    return angehoerig and (sozialhilfe or grundsicherung) and stand <= Stand.NUR_DARLEHEN


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1a Nr. 3"), since=SINCE)
def kiz_jemand_mit_grundsicherung(jemand: Flag = any_of(kiz_mit_grundsicherung)) -> Flag:
    """Somebody of the family does."""
    return jemand


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1a"), since=SINCE)
def kiz_erweiterter_zugang(
    klein: Flag = of(kiz_kleine_luecke),
    erwerb: Flag = of(kiz_erwerb_genuegt, when=kiz_kleine_luecke),
    grundsicherung: Flag = of(kiz_jemand_mit_grundsicherung, when=kiz_kleine_luecke),
) -> Flag:
    """The family may take Kinderzuschlag although up to 100 euros are missing."""
    return klein and erwerb and not grundsicherung


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 Nr. 3, Abs. 1a"), since=SINCE)
def kiz_hilfebeduerftigkeit_vermieden(luecke: CentPerMonth = of(kiz_luecke), erweitert: Flag = of(kiz_erweiterter_zugang)) -> Flag:
    """Nothing is missing, or the extended access holds."""
    return luecke == 0 or erweitert
