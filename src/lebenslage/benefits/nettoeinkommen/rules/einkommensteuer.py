"""The income tax of a year as the tax office assesses it: EStG §§ 2, 10, 24b, 31, 32 and 32a.

Pensions, capital, age, disability and costs beyond the flat sums are left out: it is for wages and profits.
"""

from lebenslage.benefits.facts import einkommen
from lebenslage.benefits.facts.einkommen import PAUSCHAL
from lebenslage.benefits.nettoeinkommen.rules.beitraege import (
    arbeitslosenbeitrag,
    krankenbeitrag,
    lohn_mit_beitrag,
    pflegebeitrag,
    rentenbeitrag,
)
from lebenslage.benefits.nettoeinkommen.rules.familie import allein_mit_kind, kinder_mit_kindergeld, veranlagt_als_paar
from lebenslage.benefits.nettoeinkommen.statute import ESTG, SINCE, parameter
from lebenslage.benefits.nettoeinkommen.tarif import in_vollen_euro, tarif
from lebenslage.kernel.fixed import MICRO, ONE, down_to_euro, multiplied
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count, Fixed, FixedEuroPerMonth, Flag, MicroEuroPerYear
from lebenslage.law.inputs import of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

MICRO_PER_CENT = 10_000
MICRO_PER_EURO = 100 * MICRO_PER_CENT


@rule(PERSON, cites=ESTG("§ 2 Abs. 2, § 9a S. 1 Nr. 1, § 40a Abs. 2"), since=SINCE)
def einkuenfte_im_jahr(
    lohn: CentPerMonth = of(lohn_mit_beitrag),
    kosten: CentPerYear = of(einkommen.werbungskosten),
    selbststaendig: CentPerYear = of(einkommen.gewinn_selbststaendig),
    gewerbe: CentPerYear = of(einkommen.gewinn_gewerbe),
    landwirtschaft: CentPerYear = of(einkommen.gewinn_landwirtschaft),
    vermietung: CentPerYear = of(einkommen.ueberschuss_vermietung),
    pauschbetrag: CentPerYear = parameter("est_arbeitnehmer_pauschbetrag"),
) -> CentPerYear:
    """Wages less costs or the flat sum, profits and rents. Mini-jobs are taxed by a flat rate that the employer pays."""
    flach = min(pauschbetrag, 12 * lohn)
    arbeit = 12 * lohn - (flach if kosten == PAUSCHAL else max(kosten, flach))
    return arbeit + selbststaendig + gewerbe + landwirtschaft + vermietung


@rule(PERSON, cites=ESTG("§ 10 Abs. 1 Nr. 2 und Abs. 3"), since=SINCE)
def altersvorsorge(rente: FixedEuroPerMonth = of(rentenbeitrag)) -> MicroEuroPerYear:
    """The employee's pension contributions of a year; the employer's are free of tax already."""
    return 12 * rente // MICRO


@rule(PERSON, cites=ESTG("§ 10 Abs. 1 Nr. 3 Buchst. a und b"), since=SINCE)
def basisvorsorge(
    kranken: FixedEuroPerMonth = of(krankenbeitrag),
    pflege: FixedEuroPerMonth = of(pflegebeitrag),
    kuerzung: Fixed = parameter("est_kuerzung_krankengeld"),
) -> MicroEuroPerYear:
    """Care insurance and health insurance less 4 percent for sick pay."""
    return 12 * (pflege + multiplied(ONE - kuerzung, kranken)) // MICRO


@rule(PERSON, cites=ESTG("§ 10 Abs. 1 Nr. 3 und 3a"), since=SINCE)
def alle_vorsorge(
    kranken: FixedEuroPerMonth = of(krankenbeitrag),
    pflege: FixedEuroPerMonth = of(pflegebeitrag),
    arbeitslos: FixedEuroPerMonth = of(arbeitslosenbeitrag),
) -> MicroEuroPerYear:
    """Health, care and unemployment insurance in full."""
    return 12 * (kranken + pflege + arbeitslos) // MICRO


@rule(PERSON, cites=ESTG("§ 24b Abs. 2"), since=SINCE)
def entlastungsbetrag(
    allein: Flag = of(allein_mit_kind),
    kinder: Count = of(kinder_mit_kindergeld),
    betrag: CentPerYear = parameter("est_alleinerziehende"),
    weiteres: CentPerYear = parameter("est_alleinerziehende_weiteres_kind"),
) -> CentPerYear:
    """The relief of a lone parent."""
    return betrag + weiteres * (kinder - 1) if allein else 0


@rule(HOUSEHOLD, cites=ESTG("§ 26b"), since=SINCE)
def paar_einkuenfte(summe: CentPerYear = sum_of(einkuenfte_im_jahr, where=veranlagt_als_paar)) -> CentPerYear:
    """What the couple earns together."""
    return summe


@rule(HOUSEHOLD, cites=ESTG("§ 26b"), since=SINCE)
def paar_altersvorsorge(summe: MicroEuroPerYear = sum_of(altersvorsorge, where=veranlagt_als_paar)) -> MicroEuroPerYear:
    """Pension contributions of the couple."""
    return summe


@rule(HOUSEHOLD, cites=ESTG("§ 26b"), since=SINCE)
def paar_basisvorsorge(summe: MicroEuroPerYear = sum_of(basisvorsorge, where=veranlagt_als_paar)) -> MicroEuroPerYear:
    """Basic health and care insurance of the couple."""
    return summe


@rule(HOUSEHOLD, cites=ESTG("§ 26b"), since=SINCE)
def paar_alle_vorsorge(summe: MicroEuroPerYear = sum_of(alle_vorsorge, where=veranlagt_als_paar)) -> MicroEuroPerYear:
    """All other contributions of the couple."""
    return summe


@rule(HOUSEHOLD, cites=ESTG("§ 26b, § 32 Abs. 6 S. 2"), since=SINCE)
def paar_kinderfreibetraege(summe: Count = sum_of(kinder_mit_kindergeld, where=veranlagt_als_paar)) -> Count:
    """Allowances for children of the couple: each parent brings one for each child."""
    return summe


@rule(PERSON, cites=ESTG("§ 10 Abs. 3 und 4"), since=SINCE)
def vorsorgeaufwendungen(
    paar: Flag = of(veranlagt_als_paar),
    eigene: MicroEuroPerYear = of(altersvorsorge),
    eigene_basis: MicroEuroPerYear = of(basisvorsorge),
    eigene_alle: MicroEuroPerYear = of(alle_vorsorge),
    gemeinsame: MicroEuroPerYear = of(paar_altersvorsorge),
    gemeinsame_basis: MicroEuroPerYear = of(paar_basisvorsorge),
    gemeinsame_alle: MicroEuroPerYear = of(paar_alle_vorsorge),
    hoechstens_alter: CentPerYear = parameter("est_altersvorsorge_hoechstbetrag"),
    hoechstens: CentPerYear = parameter("est_vorsorge_hoechstbetrag"),
    aufrunden: Flag = parameter("est_vorsorge_volle_euro"),
) -> MicroEuroPerYear:
    """What may be deducted for insurance: pension up to a limit; of the rest the basic insurance, or all of it up to 1,900 euros each."""
    koepfe = 2 if paar else 1
    alter = min(gemeinsame if paar else eigene, koepfe * hoechstens_alter * MICRO_PER_CENT)
    alle = min(gemeinsame_alle if paar else eigene_alle, koepfe * hoechstens * MICRO_PER_CENT)
    summe = alter + max(gemeinsame_basis if paar else eigene_basis, alle)
    return -(-summe // MICRO_PER_EURO) * MICRO_PER_EURO if aufrunden else summe


@rule(PERSON, cites=ESTG("§ 2 Abs. 3 bis 5, § 10c"), since=SINCE)
def einkommen_im_jahr(
    paar: Flag = of(veranlagt_als_paar),
    eigene: CentPerYear = of(einkuenfte_im_jahr),
    gemeinsame: CentPerYear = of(paar_einkuenfte),
    vorsorge: MicroEuroPerYear = of(vorsorgeaufwendungen),
    entlastung: CentPerYear = of(entlastungsbetrag),
    sonderausgaben: CentPerYear = parameter("est_sonderausgaben_pauschbetrag"),
) -> MicroEuroPerYear:
    """The income of the tax unit, before allowances for children."""
    koepfe = 2 if paar else 1
    einkuenfte = (gemeinsame if paar else eigene - entlastung) - koepfe * sonderausgaben
    return max(einkuenfte * MICRO_PER_CENT - vorsorge, 0)


@rule(PERSON, cites=ESTG("§ 32 Abs. 6"), since=SINCE)
def zahl_kinderfreibetraege(
    paar: Flag = of(veranlagt_als_paar), eigene: Count = of(kinder_mit_kindergeld), gemeinsame: Count = of(paar_kinderfreibetraege)
) -> Count:
    """Allowances for children of the tax unit; the other parent's allowance is never taken over."""
    return gemeinsame if paar else eigene


def steuer_der_einheit(
    einkommen_micro: int,
    koepfe: int,
    volle_euro: bool,
    grenzen: tuple[int, ...],
    quadrat: tuple[int, ...],
    satz: tuple[int, ...],
    fest: tuple[int, ...],
) -> int:
    """The tariff, for a couple twice that of half the income (§ 32a Abs. 5), in cents."""
    anteil = einkommen_micro // (koepfe * MICRO_PER_CENT)
    if volle_euro:
        return koepfe * in_vollen_euro(anteil, grenzen, quadrat, satz, fest)
    return down_to_euro(koepfe * tarif(anteil, grenzen, quadrat, satz, fest))


@rule(PERSON, cites=ESTG("§ 31 S. 4, § 32a"), since=SINCE)
def einkommensteuer(
    paar: Flag = of(veranlagt_als_paar),
    im_jahr: MicroEuroPerYear = of(einkommen_im_jahr),
    freibetraege: Count = of(zahl_kinderfreibetraege),
    freibetrag: CentPerYear = parameter("est_kinderfreibetrag"),
    kindergeld: CentPerMonth = parameter("est_kindergeld"),
    volle_euro: Flag = parameter("est_volle_euro"),
    grenzen: tuple[CentPerYear, ...] = parameter("est_grenzen"),
    quadrat: tuple[Fixed, ...] = parameter("est_quadrat"),
    satz: tuple[Fixed, ...] = parameter("est_satz"),
    fest: tuple[Fixed, ...] = parameter("est_fest"),
) -> CentPerYear:
    """The income tax of the tax unit to which the person belongs: with allowances for children where they bring more than Kindergeld."""
    koepfe = 2 if paar else 1
    ohne = steuer_der_einheit(im_jahr, koepfe, volle_euro, grenzen, quadrat, satz, fest)
    weniger = max(im_jahr - freibetraege * freibetrag * MICRO_PER_CENT, 0)
    mit = steuer_der_einheit(weniger, koepfe, volle_euro, grenzen, quadrat, satz, fest)
    gegenwert = 6 * freibetraege * kindergeld
    return mit + gegenwert if ohne - mit > gegenwert else ohne
