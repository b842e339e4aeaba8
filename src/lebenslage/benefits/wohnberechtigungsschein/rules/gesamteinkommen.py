"""Allowances, the income of the household and its group: WFNG NRW § 14 Abs. 1 and § 15 Abs. 3."""

from enum import IntEnum

from lebenslage.benefits.facts import personen, wohnraum
from lebenslage.benefits.facts.personen import Merkmal, Verhaeltnis
from lebenslage.benefits.facts.unterhalt import UNTERHALTSZAHLUNG
from lebenslage.benefits.wohnberechtigungsschein.rules.einkommen import wfng_jahreseinkommen
from lebenslage.benefits.wohnberechtigungsschein.rules.haushalt import WFNG_HAUSHALT, wfng_einkommensgrenze, wfng_mitglied, wfng_personen
from lebenslage.benefits.wohnberechtigungsschein.statute import SINCE, WFNG, WOFG, parameter
from lebenslage.kernel.dates import age_on, month_of
from lebenslage.kernel.fixed import MICRO
from lebenslage.kernel.units import CentPerYear, Count, Day, Flag, MicroEuroPerYear, Percent
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, count_of, least_of, number_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

NO_YOUNG_COUPLE = 1


class Einkommensgruppe(IntEnum):
    """Within the limit (A), up to 40 % above it (B), or higher."""

    A = 1
    B = 2
    DARUEBER = 3


@rule(PERSON, cites=WFNG("§ 15 Abs. 3"), since=SINCE)
def wfng_ehegatte(art: Verhaeltnis = of(personen.verhaeltnis), mitglied: Flag = of(wfng_mitglied)) -> Flag:
    """Husband, wife or registered partner of the applicant in the new flat."""
    return mitglied and art == Verhaeltnis.EHEGATTE


@rule(HOUSEHOLD, cites=WFNG("§ 15 Abs. 3"), since=SINCE)
def wfng_ehepaar(ehegatten: Count = count_of(wfng_ehegatte)) -> Flag:
    """A couple, married or in a registered partnership, will live in the flat."""
    return ehegatten > 0


@rule(HOUSEHOLD, cites=WOFG("§ 24 Abs. 1 Nr. 3"), since=SINCE)
def wfng_jugend_zu_pruefen(
    paar: Flag = of(wfng_ehepaar), mitglieder: Count = of(wfng_personen), nur_junge: Flag = parameter("wfng_nur_junge_ehepaare")
) -> Flag:
    """Only if the switch says so, a couple of a larger household must be young: then wedding and age are asked."""
    return paar and mitglieder > 2 and nur_junge


@rule(PERSON, cites=WOFG("§ 24 Abs. 1 Nr. 3"), since=SINCE)
def wfng_einer_des_paares(art: Verhaeltnis = of(personen.verhaeltnis)) -> Flag:
    """The applicant or her spouse."""
    return art in (Verhaeltnis.ANTRAGSTELLEND, Verhaeltnis.EHEGATTE)


@rule(HOUSEHOLD, cites=WOFG("§ 24 Abs. 1 Nr. 3"), since=SINCE)
def wfng_aelterer_geboren(geboren: Day = least_of(personen.geburtsdatum, where=wfng_einer_des_paares, otherwise=NO_YOUNG_COUPLE)) -> Day:
    """When the older of the two was born."""
    return geboren


@rule(HOUSEHOLD, cites=WOFG("§ 24 Abs. 1 Nr. 3"), since=SINCE)
def wfng_junges_ehepaar(
    heirat: Day = of(wohnraum.heirat_am, when=wfng_jugend_zu_pruefen),
    geboren: Day = of(wfng_aelterer_geboren, when=wfng_jugend_zu_pruefen),
    zu_pruefen: Flag = of(wfng_jugend_zu_pruefen),
    stichtag: Day = of(STICHTAG),
    jahre: Count = parameter("wfng_junge_ehe_jahre"),
    alter: Count = parameter("wfng_junge_ehe_alter"),
) -> Flag:
    """Up to the end of the fifth calendar year after the wedding, neither of them forty; with the switch off every couple."""
    if not zu_pruefen:
        return True
    return month_of(stichtag) // 12 - month_of(heirat) // 12 <= jahre and age_on(geboren, stichtag) < alter


@rule(HOUSEHOLD, cites=WFNG("§ 15 Abs. 3"), since=SINCE)
def wfng_freibetrag(
    mitglieder: Count = of(wfng_personen),
    paar: Flag = of(wfng_ehepaar),
    jung: Flag = of(wfng_junges_ehepaar),
    zwei: CentPerYear = parameter("wfng_freibetrag_zwei"),
    ehe: CentPerYear = parameter("wfng_freibetrag_ehe"),
) -> CentPerYear:
    """For every household of two; in larger ones for a married couple."""
    if mitglieder == 2:
        return zwei
    return ehe if mitglieder > 2 and paar and jung else 0


@rule(WFNG_HAUSHALT, cites=WFNG("§ 14 Abs. 1"), since=SINCE)
def wfng_einkommen_vor_abzug(
    einkommen: MicroEuroPerYear = sum_of(wfng_jahreseinkommen, where=WFNG_HAUSHALT), frei: CentPerYear = of(wfng_freibetrag)
) -> MicroEuroPerYear:
    """The incomes of all members, less the allowance for two or for a couple."""
    return max(0, einkommen - MICRO * frei)


@rule(HOUSEHOLD, cites=WFNG("§ 13 Abs. 1"), since=SINCE)
def wfng_ueber_der_grenze(
    einkommen: MicroEuroPerYear = of(wfng_einkommen_vor_abzug), grenze: CentPerYear = of(wfng_einkommensgrenze)
) -> Flag:
    """So far the limit is exceeded: only then it is asked whether the office takes something off for disability, care or maintenance."""
    return einkommen > MICRO * grenze


@rule(HOUSEHOLD, cites=WFNG("§ 15 Abs. 3"), since=SINCE)
def wfng_besondere_lage(
    behindert: Flag = any_of(personen.merkmale.has(Merkmal.SCHWERBEHINDERT), where=wfng_mitglied),
    zahlungen: Count = number_of(UNTERHALTSZAHLUNG),
) -> Flag:
    """Somebody is severely disabled, or maintenance is paid to others."""
    return behindert or zahlungen > 0


@rule(HOUSEHOLD, cites=WFNG("§ 15 Abs. 3"), since=SINCE)
def wfng_abzug_zu_fragen(ueber: Flag = of(wfng_ueber_der_grenze), lage: Flag = of(wfng_besondere_lage, when=wfng_ueber_der_grenze)) -> Flag:
    """A deduction is possible and can matter."""
    return ueber and lage


@rule(WFNG_HAUSHALT, cites=WFNG("§ 14 Abs. 1, § 15 Abs. 3"), since=SINCE)
def wfng_gesamteinkommen(
    einkommen: MicroEuroPerYear = of(wfng_einkommen_vor_abzug),
    abzug: CentPerYear = of(wohnraum.wfng_abzug_anerkannt, when=wfng_abzug_zu_fragen),
) -> MicroEuroPerYear:
    """The income that is held against the limit. The sums for disability, care and maintenance were not seen: the office tells them."""
    return max(0, einkommen - MICRO * abzug)


@rule(WFNG_HAUSHALT, cites=WFNG("§ 13 Abs. 1"), since=SINCE)
def wfng_grenze_b(grenze: CentPerYear = of(wfng_einkommensgrenze), prozent: Percent = parameter("wfng_gruppe_b_prozent")) -> CentPerYear:
    """The limit of group B."""
    return grenze * prozent // 100


@rule(WFNG_HAUSHALT, cites=WFNG("§ 13 Abs. 1"), since=SINCE)
def wfng_einkommensgruppe(
    einkommen: MicroEuroPerYear = of(wfng_gesamteinkommen),
    grenze: CentPerYear = of(wfng_einkommensgrenze),
    grenze_b: CentPerYear = of(wfng_grenze_b),
) -> Einkommensgruppe:
    """The group; exactly the limit keeps it."""
    if einkommen <= MICRO * grenze:
        return Einkommensgruppe.A
    return Einkommensgruppe.B if einkommen <= MICRO * grenze_b else Einkommensgruppe.DARUEBER
