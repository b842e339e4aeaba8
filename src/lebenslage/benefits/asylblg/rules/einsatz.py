"""Income and assets of the family in the home: AsylbLG § 7. Under § 2, and for family members in other laws, those of SGB XII are taken."""

from lebenslage.benefits.asylblg.rules.analog import asylblg_grundleistung_berechtigt
from lebenslage.benefits.asylblg.rules.grundleistung import asylblg_bedarf, asylblg_bedarfssatz
from lebenslage.benefits.asylblg.statute import ASYLBLG, SINCE, parameter
from lebenslage.benefits.facts import bedarf
from lebenslage.benefits.facts import einkommen as fakt
from lebenslage.benefits.grundsicherung.rules.einkommen import (
    HAT_ERWERB,
    sgb12_einkommen_aus_leistung,
    sgb12_einkommen_ehrenamt,
    sgb12_einkommen_elterngeld,
    sgb12_einkommen_sonstiges,
)
from lebenslage.benefits.grundsicherung.rules.einsatz import sgb12_bedarf, sgb12_einkommen
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import (
    Gemeinschaft,
    sgb12_gehoert_zu_1,
    sgb12_gehoert_zu_2,
    sgb12_gemeinschaft,
    sgb12_leitet,
)
from lebenslage.benefits.grundsicherung.statute import share, split
from lebenslage.benefits.kindergeld import kindergeld_erhalten
from lebenslage.benefits.nettoeinkommen import erwerbseinkommen_brutto, erwerbseinkommen_netto
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.fixed import twelfth
from lebenslage.kernel.units import Cent, CentPerMonth, CentPerYear, Count, Day, Flag, Percent
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import count_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=ASYLBLG("§ 7 Abs. 3 S. 1"), since=SINCE)
def asylblg_freibetrag_erwerb(
    brutto: CentPerMonth = of(erwerbseinkommen_brutto, when=HAT_ERWERB),
    bedarfssatz: CentPerMonth = of(asylblg_bedarfssatz, when=HAT_ERWERB),
    satz: Percent = parameter("asylblg_erwerb_frei_satz"),
    hoechstens: Percent = parameter("asylblg_erwerb_frei_hoechstsatz"),
) -> CentPerMonth:
    """A quarter of gross earnings, at most half of the own stage."""
    return min(share(brutto, satz), share(bedarfssatz, hoechstens))


@rule(PERSON, cites=ASYLBLG("§ 7 Abs. 1 und 3"), since=SINCE)
def asylblg_einkommen_erwerb(
    netto: CentPerMonth = of(erwerbseinkommen_netto, when=HAT_ERWERB),
    frei: CentPerMonth = of(asylblg_freibetrag_erwerb, when=HAT_ERWERB),
    kosten: CentPerMonth = of(bedarf.arbeitskosten, when=HAT_ERWERB),
) -> CentPerMonth:
    """Net earnings less the costs of work and the free quarter."""
    return max(0, netto - kosten - frei)


@rule(PERSON, cites=ASYLBLG("§ 7 Abs. 1 bis 3"), since=SINCE)
def asylblg_einkommen_ohne_erwerb(
    rente: CentPerMonth = of(fakt.rente),
    andere: CentPerMonth = of(fakt.andere_rente),
    pension: CentPerMonth = of(fakt.versorgungsbezuege),
    unfall: CentPerMonth = of(fakt.unfallrente),
    abzuege: CentPerMonth = of(bedarf.renten_abzuege),
    kapital: CentPerYear = of(fakt.kapitalertraege),
    vermietung: CentPerYear = of(fakt.ueberschuss_vermietung),
    elterngeld: CentPerMonth = of(sgb12_einkommen_elterngeld),
    ehrenamt: CentPerMonth = of(sgb12_einkommen_ehrenamt),
    sonstiges: CentPerMonth = of(sgb12_einkommen_sonstiges),
    bezogen: CentPerMonth = of(sgb12_einkommen_aus_leistung),
    kindergeld: CentPerMonth = of(kindergeld_erhalten),
) -> CentPerMonth:
    """All other income, whole, less what is withheld; honorary work above a twelfth of the tax-free sum."""
    renten = max(0, rente + andere + pension + unfall - abzuege)
    return renten + twelfth(kapital + max(0, vermietung)) + elterngeld + ehrenamt + sonstiges + bezogen + kindergeld


@rule(PERSON, cites=ASYLBLG("§ 7 Abs. 1 S. 1"), since=SINCE)
def asylblg_einmaliges_einkommen(
    betrag: Cent = of(fakt.einmalzahlung), zufluss: Day = of(fakt.einmalzahlung_am), stichtag: Day = of(STICHTAG)
) -> CentPerMonth:
    """A one-off payment counts in the month in which it comes."""
    return betrag if month_of(zufluss) == month_of(stichtag) else 0


@rule(PERSON, cites=ASYLBLG("§ 7 Abs. 1 und 3"), since=SINCE)
def asylblg_einkommen(
    erwerb: CentPerMonth = of(asylblg_einkommen_erwerb),
    ohne_erwerb: CentPerMonth = of(asylblg_einkommen_ohne_erwerb),
    einmalig: CentPerMonth = of(asylblg_einmaliges_einkommen),
    versicherungen: CentPerMonth = of(bedarf.gesetzliche_versicherungen),
) -> CentPerMonth:
    """The income to be used up first, of who gets basic benefits, less compulsory insurance."""
    return max(0, erwerb + ohne_erwerb + einmalig - versicherungen)


@rule(PERSON, cites=ASYLBLG("§ 2 Abs. 1, § 7 Abs. 1"), since=SINCE)
def asylblg_im_anderen_recht(grundleistung: Flag = of(asylblg_grundleistung_berechtigt)) -> Flag:
    """Under § 2 or in no asylum benefits at all: need and income are those of SGB XII."""
    return not grundleistung


@rule(PERSON, cites=ASYLBLG("§ 2 Abs. 1, § 7 Abs. 1"), since=SINCE)
def asylblg_massgeblicher_bedarf(
    nach_3: CentPerMonth = of(asylblg_bedarf, when=asylblg_grundleistung_berechtigt),
    nach_sgb12: CentPerMonth = of(sgb12_bedarf, when=asylblg_im_anderen_recht),
) -> CentPerMonth:
    """The need in the law under which she falls."""
    return nach_3 + nach_sgb12


@rule(PERSON, cites=ASYLBLG("§ 2 Abs. 1, § 7 Abs. 1"), since=SINCE)
def asylblg_massgebliches_einkommen(
    nach_7: CentPerMonth = of(asylblg_einkommen, when=asylblg_grundleistung_berechtigt),
    nach_sgb12: CentPerMonth = of(sgb12_einkommen, when=asylblg_im_anderen_recht),
) -> CentPerMonth:
    """The income in the law under which she falls."""
    return nach_7 + nach_sgb12


@rule(PERSON, cites=ASYLBLG("§ 7 Abs. 1"), since=SINCE)
def asylblg_fehlbetrag(
    bedarf_: CentPerMonth = of(asylblg_massgeblicher_bedarf), einkommen: CentPerMonth = of(asylblg_massgebliches_einkommen)
) -> CentPerMonth:
    """What her own income leaves uncovered."""
    return max(0, bedarf_ - einkommen)


@rule(PERSON, cites=ASYLBLG("§ 7 Abs. 1"), since=SINCE)
def asylblg_ueberschuss(
    leitet: Flag = of(sgb12_leitet),
    bedarf_: CentPerMonth = of(asylblg_massgeblicher_bedarf),
    einkommen: CentPerMonth = of(asylblg_massgebliches_einkommen),
) -> CentPerMonth:
    """What an adult of the family has beyond her own need."""
    return max(0, einkommen - bedarf_) if leitet else 0


@rule(HOUSEHOLD, cites=ASYLBLG("§ 7 Abs. 1"), since=SINCE)
def asylblg_ueberschuss_1(summe: CentPerMonth = sum_of(asylblg_ueberschuss, where=sgb12_gehoert_zu_1)) -> CentPerMonth:
    """What the adults of the applicant's family have beyond their needs."""
    return summe


@rule(HOUSEHOLD, cites=ASYLBLG("§ 7 Abs. 1"), since=SINCE)
def asylblg_fehlbetrag_1(summe: CentPerMonth = sum_of(asylblg_fehlbetrag, where=sgb12_gehoert_zu_1)) -> CentPerMonth:
    """What the applicant's family lacks."""
    return summe


@rule(HOUSEHOLD, cites=ASYLBLG("§ 7 Abs. 1"), since=SINCE)
def asylblg_ueberschuss_2(summe: CentPerMonth = sum_of(asylblg_ueberschuss, where=sgb12_gehoert_zu_2)) -> CentPerMonth:
    """What the applicant's parents have beyond their needs."""
    return summe


@rule(HOUSEHOLD, cites=ASYLBLG("§ 7 Abs. 1"), since=SINCE)
def asylblg_fehlbetrag_2(summe: CentPerMonth = sum_of(asylblg_fehlbetrag, where=sgb12_gehoert_zu_2)) -> CentPerMonth:
    """What the family of the applicant's parents lacks."""
    return summe


@rule(PERSON, cites=ASYLBLG("§ 7 Abs. 1"), since=SINCE)
def asylblg_ungedeckt(
    fehlt: CentPerMonth = of(asylblg_fehlbetrag),
    ueberschuss_1: CentPerMonth = of(asylblg_ueberschuss_1, when=sgb12_gehoert_zu_1),
    fehlbetrag_1: CentPerMonth = of(asylblg_fehlbetrag_1, when=sgb12_gehoert_zu_1),
    ueberschuss_2: CentPerMonth = of(asylblg_ueberschuss_2, when=sgb12_gehoert_zu_2),
    fehlbetrag_2: CentPerMonth = of(asylblg_fehlbetrag_2, when=sgb12_gehoert_zu_2),
) -> CentPerMonth:
    """What the family's income does not cover; what one has too much goes to the others in proportion to what they lack."""
    ueberschuss, alle = ueberschuss_1 + ueberschuss_2, fehlbetrag_1 + fehlbetrag_2
    return max(0, fehlt - split(min(ueberschuss, alle), fehlt, alle))


@rule(HOUSEHOLD, cites=ASYLBLG("§ 7 Abs. 5"), since=SINCE)
def asylblg_vermoegen_frei_1(
    familie: Count = count_of(sgb12_gehoert_zu_1), je_person: Cent = parameter("asylblg_vermoegen_je_person")
) -> Cent:
    """What the applicant's family may keep."""
    return je_person * familie


@rule(HOUSEHOLD, cites=ASYLBLG("§ 7 Abs. 5"), since=SINCE)
def asylblg_vermoegen_frei_2(
    familie: Count = count_of(sgb12_gehoert_zu_2), je_person: Cent = parameter("asylblg_vermoegen_je_person")
) -> Cent:
    """What the family of the applicant's parents may keep."""
    return je_person * familie


@rule(HOUSEHOLD, cites=ASYLBLG("§ 7 Abs. 1"), since=SINCE)
def asylblg_vermoegen_1(besitz: Cent = sum_of(fakt.vermoegen, where=sgb12_gehoert_zu_1)) -> Cent:
    """Assets of the applicant's family."""
    return besitz


@rule(HOUSEHOLD, cites=ASYLBLG("§ 7 Abs. 1"), since=SINCE)
def asylblg_vermoegen_2(besitz: Cent = sum_of(fakt.vermoegen, where=sgb12_gehoert_zu_2)) -> Cent:
    """Assets of the family of the applicant's parents."""
    return besitz


@rule(PERSON, cites=ASYLBLG("§ 7 Abs. 1 und 5"), since=SINCE)
def asylblg_vermoegen_aufgebraucht(
    gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft),
    eigenes: Cent = of(fakt.vermoegen),
    besitz_1: Cent = of(asylblg_vermoegen_1),
    frei_1: Cent = of(asylblg_vermoegen_frei_1),
    besitz_2: Cent = of(asylblg_vermoegen_2),
    frei_2: Cent = of(asylblg_vermoegen_frei_2),
    allein: Cent = parameter("asylblg_vermoegen_je_person"),
) -> Flag:
    """The family in the home has no more than 200 euros a person; what work needs (S. 2) is not asked as assets."""
    if gemeinschaft == Gemeinschaft.KEINE:
        return eigenes <= allein
    return besitz_1 <= frei_1 if gemeinschaft == Gemeinschaft.ANTRAGSTELLENDE else besitz_2 <= frei_2
