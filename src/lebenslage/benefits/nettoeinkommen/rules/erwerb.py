"""Earned income a month, gross and net: what a payslip says wins, else it is estimated from the gross."""

from lebenslage.benefits.facts import einkommen, netto
from lebenslage.benefits.facts.netto import GESCHAETZT, SCHAETZEN
from lebenslage.benefits.nettoeinkommen.rules.beitraege import sozialversicherungsbeitraege
from lebenslage.benefits.nettoeinkommen.rules.lohnsteuer import lohnsteuer_gesamt
from lebenslage.benefits.nettoeinkommen.statute import ESTG, SGB4, SGB6, SINCE, parameter
from lebenslage.kernel.fixed import CENT, multiplied, twelfth
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Fixed, FixedEuroPerMonth, Flag
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import CENT_HALF_UP, rule

SELBSTSTAENDIG = einkommen.einkommensarten.has(netto.GEWINN)


@rule(PERSON, cites=SGB4("§ 14 Abs. 1 S. 1"), since=SINCE)
def lohn_brutto(
    lohn: CentPerMonth = of(einkommen.bruttolohn), zuschlaege: CentPerMonth = of(einkommen.steuerfreie_zuschlaege)
) -> CentPerMonth:
    """The wage with tax-free supplements. Payments that come once a year are no monthly wage."""
    return lohn + zuschlaege


@rule(PERSON, cites=SGB4("§ 15 Abs. 1"), since=SINCE)
def gewinn_im_monat(
    selbststaendig: CentPerYear = of(einkommen.gewinn_selbststaendig),
    gewerbe: CentPerYear = of(einkommen.gewinn_gewerbe),
    landwirtschaft: CentPerYear = of(einkommen.gewinn_landwirtschaft),
) -> CentPerMonth:
    """A twelfth of the profits, to the nearest cent. The loss of one business takes nothing from another's profit."""
    return twelfth(max(selbststaendig, 0) + max(gewerbe, 0) + max(landwirtschaft, 0))


@rule(PERSON, cites=SGB4("§§ 14, 15"), since=SINCE)
def erwerbseinkommen_brutto(
    lohn: CentPerMonth = of(lohn_brutto), minijob: CentPerMonth = of(einkommen.minijob), gewinn: CentPerMonth = of(gewinn_im_monat)
) -> CentPerMonth:
    """Everything earned in a month before taxes and contributions."""
    return lohn + minijob + gewinn


@rule(PERSON, cites=ESTG("§ 39b Abs. 2"), since=SINCE)
def lohn_netto_geschaetzt(
    lohn: CentPerMonth = of(lohn_brutto),
    steuern: CentPerMonth = of(lohnsteuer_gesamt),
    beitraege: CentPerMonth = of(sozialversicherungsbeitraege),
) -> CentPerMonth:
    """An estimate of the net wage: what an ordinary payslip would take off. Allowances on the payslip are not known here."""
    return max(lohn - steuern - beitraege, 0)


@rule(PERSON, cites=ESTG("§ 38 Abs. 3 S. 1"), since=SINCE)
def lohn_netto(
    genannt: CentPerMonth = of(netto.nettolohn), geschaetzt: CentPerMonth = of(lohn_netto_geschaetzt, when=GESCHAETZT)
) -> CentPerMonth:
    """The net wage of the payslip, else the estimate."""
    return geschaetzt if genannt == SCHAETZEN else genannt


@rule(PERSON, cites=SGB6("§ 168 Abs. 1 Nr. 1b, § 163 Abs. 8, § 6 Abs. 1b"), since=SINCE, rounding=CENT_HALF_UP)
def minijob_rentenbeitrag(
    lohn: CentPerMonth = of(einkommen.minijob),
    befreit: Flag = of(netto.minijob_befreit),
    satz: Fixed = parameter("sgb6_beitragssatz"),
    arbeitgeber: Fixed = parameter("sgb6_minijob_arbeitgeber"),
    mindestens: CentPerMonth = parameter("sgb6_minijob_mindestens"),
) -> FixedEuroPerMonth:
    """What the employee adds to the employer's pension contribution, unless she is exempt. Mini-jobs in households are left out."""
    if befreit or lohn == 0:
        return 0
    return multiplied(satz, CENT * max(lohn, mindestens)) - multiplied(arbeitgeber, CENT * lohn)


@rule(PERSON, cites=SGB6("§ 168 Abs. 1 Nr. 1b"), since=SINCE)
def minijob_netto(lohn: CentPerMonth = of(einkommen.minijob), beitrag: CentPerMonth = of(minijob_rentenbeitrag)) -> CentPerMonth:
    """The mini-job after the pension contribution; its flat tax is the employer's."""
    return max(lohn - beitrag, 0)


@rule(PERSON, cites=SGB4("§ 15 Abs. 1"), since=SINCE)
def gewinn_netto(
    gewinn: CentPerMonth = of(gewinn_im_monat), abgaben: CentPerMonth = of(netto.selbststaendig_abgaben, when=SELBSTSTAENDIG)
) -> CentPerMonth:
    """The profit less the taxes and insurance that are paid on it each month."""
    return max(gewinn - abgaben, 0)


@rule(PERSON, cites=SGB4("§§ 14, 15"), since=SINCE)
def erwerbseinkommen_netto(
    lohn: CentPerMonth = of(lohn_netto), minijob: CentPerMonth = of(minijob_netto), gewinn: CentPerMonth = of(gewinn_netto)
) -> CentPerMonth:
    """What is left of everything earned in a month."""
    return lohn + minijob + gewinn


@rule(PERSON, cites=ESTG("§ 39b Abs. 2"), since=SINCE)
def netto_geschaetzt(genannt: CentPerMonth = of(netto.nettolohn)) -> Flag:
    """The net wage is an estimate."""
    return genannt == SCHAETZEN


@rule(HOUSEHOLD, cites=ESTG("§ 39b Abs. 2"), since=SINCE)
def netto_belegt(geschaetzt: Flag = any_of(netto_geschaetzt)) -> Flag:
    """No net wage in the household is an estimate. A hint for every benefit that reads net income."""
    return not geschaetzt
