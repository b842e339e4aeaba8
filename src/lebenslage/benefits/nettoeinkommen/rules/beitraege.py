"""Contributions that an employee pays: SGB IV § 20, SGB V § 249, SGB VI § 168, SGB XI §§ 55, 58 and 59a, SGB III § 346, BVV §§ 1 and 2.

Euros with ten decimals; each contribution is rounded to the cent, as BVV § 2 orders. Contributions on pensions are left out.
"""

from lebenslage.benefits.facts import einkommen, netto, personen
from lebenslage.benefits.facts.netto import Beschaeftigung, Krankenversicherung
from lebenslage.benefits.nettoeinkommen.statute import SGB3, SGB4, SGB5, SGB6, SGB11, SINCE, parameter
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.fixed import CENT, half_up_to_cent, multiplied
from lebenslage.kernel.units import CentPerMonth, Count, Day, Fixed, FixedEuroPerMonth, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import CENT_HALF_UP, rule

ALTER_OHNE_KINDER = 23
KINDER_OHNE_ABSCHLAG = 1
KINDER_MIT_ABSCHLAG = 4
IST_PRIVAT = netto.krankenversicherung.among(Krankenversicherung.PRIVAT)


def beitrag(satz: int, lohn: int, runden: bool) -> int:
    """A rate of a wage, half up to the cent where that is ordered; still with ten decimals."""
    genau = multiplied(satz, lohn)
    return CENT * half_up_to_cent(genau) if runden else genau


@rule(PERSON, cites=SGB4("§ 8 Abs. 1 Nr. 1, § 20 Abs. 3 S. 1 Nr. 1"), since=SINCE)
def lohn_mit_beitrag(
    lohn: CentPerMonth = of(einkommen.bruttolohn),
    art: Beschaeftigung = of(netto.beschaeftigung),
    geringfuegig: CentPerMonth = parameter("sgb4_geringfuegigkeitsgrenze"),
    ausbildung: CentPerMonth = parameter("sgb4_ausbildung_allein"),
) -> CentPerMonth:
    """The wage of which the employee pays contributions: not up to the mini-job limit, for trainees not up to 325 euros."""
    if art == Beschaeftigung.AUSBILDUNG:
        return lohn if lohn > ausbildung else 0
    return lohn if lohn > geringfuegig else 0


@rule(PERSON, cites=SGB4("§ 20 Abs. 2 und 2a S. 8"), since=SINCE)
def im_uebergangsbereich(
    lohn: CentPerMonth = of(lohn_mit_beitrag),
    art: Beschaeftigung = of(netto.beschaeftigung),
    bis: CentPerMonth = parameter("sgb4_uebergangsbereich"),
) -> Flag:
    """Above the mini-job limit and up to 2,000 euros, not in training."""
    return 0 < lohn <= bis and art != Beschaeftigung.AUSBILDUNG


@rule(PERSON, cites=SGB4("§ 20 Abs. 2a S. 6"), since=SINCE)
def beitragspflichtig(
    lohn: CentPerMonth = of(lohn_mit_beitrag),
    uebergang: Flag = of(im_uebergangsbereich),
    geringfuegig: CentPerMonth = parameter("sgb4_geringfuegigkeitsgrenze"),
    bis: CentPerMonth = parameter("sgb4_uebergangsbereich"),
) -> FixedEuroPerMonth:
    """The wage on which the employee's share is reckoned, lowered in the transition zone."""
    return CENT * bis * (lohn - geringfuegig) // (bis - geringfuegig) if uebergang else CENT * lohn


@rule(PERSON, cites=SGB4("§ 20 Abs. 2a S. 1"), since=SINCE)
def beitragspflichtig_insgesamt(
    lohn: CentPerMonth = of(lohn_mit_beitrag),
    uebergang: Flag = of(im_uebergangsbereich),
    faktor: Fixed = parameter("sgb4_faktor_f"),
    geringfuegig: CentPerMonth = parameter("sgb4_geringfuegigkeitsgrenze"),
    bis: CentPerMonth = parameter("sgb4_uebergangsbereich"),
) -> FixedEuroPerMonth:
    """The wage on which employer's and employee's shares together are reckoned: for the surcharge of the childless."""
    if not uebergang:
        return CENT * lohn
    ueber = lohn - geringfuegig
    sockel = multiplied(faktor, CENT * geringfuegig)
    return sockel + (CENT * bis - sockel) * ueber // (bis - geringfuegig)


@rule(PERSON, cites=SGB6("§ 168 Abs. 1 Nr. 1 und 1d, § 159"), since=SINCE)
def rentenbeitrag(
    grundlage: FixedEuroPerMonth = of(beitragspflichtig),
    art: Beschaeftigung = of(netto.beschaeftigung),
    grenze: CentPerMonth = parameter("sgb6_beitragsbemessungsgrenze"),
    satz: Fixed = parameter("sgb6_beitragssatz"),
    runden: Flag = parameter("bvv_rundung"),
) -> FixedEuroPerMonth:
    """Half the pension contribution; civil servants pay none."""
    if art == Beschaeftigung.BEAMTET:
        return 0
    return beitrag(satz // 2, min(grundlage, CENT * grenze), runden)


@rule(PERSON, cites=SGB3("§ 346 Abs. 1, § 341"), since=SINCE)
def arbeitslosenbeitrag(
    grundlage: FixedEuroPerMonth = of(beitragspflichtig),
    art: Beschaeftigung = of(netto.beschaeftigung),
    grenze: CentPerMonth = parameter("sgb6_beitragsbemessungsgrenze"),
    satz: Fixed = parameter("sgb3_beitragssatz"),
    runden: Flag = parameter("bvv_rundung"),
) -> FixedEuroPerMonth:
    """Half the contribution to unemployment insurance; civil servants and students pay none."""
    if art in (Beschaeftigung.BEAMTET, Beschaeftigung.WERKSTUDIUM):
        return 0
    return beitrag(satz // 2, min(grundlage, CENT * grenze), runden)


@rule(PERSON, cites=SGB5("§ 249 Abs. 1 und 3, §§ 241, 242a, 223 Abs. 3"), since=SINCE)
def krankenbeitrag(
    grundlage: FixedEuroPerMonth = of(beitragspflichtig),
    art: Beschaeftigung = of(netto.beschaeftigung),
    versicherung: Krankenversicherung = of(netto.krankenversicherung),
    privat: CentPerMonth = of(netto.privatbeitrag, when=IST_PRIVAT),
    grenze: CentPerMonth = parameter("sgb5_beitragsbemessungsgrenze"),
    satz: Fixed = parameter("sgb5_beitragssatz"),
    zusatz: Fixed = parameter("sgb5_zusatzbeitrag"),
    runden: Flag = parameter("bvv_rundung"),
) -> FixedEuroPerMonth:
    """Half the general and half the average additional rate; the private premium less the employer's share. Student workers pay none."""
    if versicherung == Krankenversicherung.PRIVAT:
        return CENT * privat
    if art in (Beschaeftigung.BEAMTET, Beschaeftigung.WERKSTUDIUM):
        return 0
    lohn = min(grundlage, CENT * grenze)
    return beitrag(satz // 2, lohn, runden) + beitrag(zusatz // 2, lohn, runden)


@rule(PERSON, cites=SGB11("§ 55 Abs. 3 S. 1"), since=SINCE)
def zahlt_ohne_kinder(
    kinder: Flag = of(netto.hat_kinder), geburtsdatum: Day = of(personen.geburtsdatum), heute: Day = of(STICHTAG)
) -> Flag:
    """Without children, from the month after the 23rd birthday."""
    return not kinder and age_on(geburtsdatum, heute) >= ALTER_OHNE_KINDER


@rule(PERSON, cites=SGB11("§ 55 Abs. 3 S. 4, § 59a"), since=SINCE)
def kinder_mit_abschlag(kinder: Count = of(netto.kinder_unter_25)) -> Count:
    """Children under 25 from the second to the fifth."""
    return min(max(kinder - KINDER_OHNE_ABSCHLAG, 0), KINDER_MIT_ABSCHLAG)


@rule(PERSON, cites=SGB11("§ 58 Abs. 1 und 5, § 55 Abs. 3"), since=SINCE)
def pflegebeitrag(
    grundlage: FixedEuroPerMonth = of(beitragspflichtig),
    insgesamt: FixedEuroPerMonth = of(beitragspflichtig_insgesamt),
    kinderlos: Flag = of(zahlt_ohne_kinder, when=netto.GESCHAETZT),
    abschlaege: Count = of(kinder_mit_abschlag),
    art: Beschaeftigung = of(netto.beschaeftigung),
    versicherung: Krankenversicherung = of(netto.krankenversicherung),
    grenze: CentPerMonth = parameter("sgb5_beitragsbemessungsgrenze"),
    satz: Fixed = parameter("sgb11_beitragssatz"),
    zuschlag: Fixed = parameter("sgb11_zuschlag_kinderlose"),
    abschlag: Fixed = parameter("sgb11_abschlag_kind"),
    runden: Flag = parameter("bvv_rundung"),
) -> FixedEuroPerMonth:
    """Half the rate, with the surcharge of the childless or the reduction for children. Saxony's other shares are left out."""
    if versicherung == Krankenversicherung.PRIVAT or art in (Beschaeftigung.BEAMTET, Beschaeftigung.WERKSTUDIUM):
        return 0
    lohn = min(grundlage, CENT * grenze)
    anteil = beitrag(satz // 2, lohn, runden) - beitrag(abschlag * abschlaege, lohn, runden)
    return anteil + (beitrag(zuschlag, min(insgesamt, CENT * grenze), runden) if kinderlos else 0)


@rule(PERSON, cites=SGB4("§ 28d"), since=SINCE, rounding=CENT_HALF_UP)
def sozialversicherungsbeitraege(
    rente: FixedEuroPerMonth = of(rentenbeitrag),
    arbeitslosigkeit: FixedEuroPerMonth = of(arbeitslosenbeitrag),
    krankheit: FixedEuroPerMonth = of(krankenbeitrag),
    pflege: FixedEuroPerMonth = of(pflegebeitrag),
) -> FixedEuroPerMonth:
    """All contributions of the employee in a month."""
    return rente + arbeitslosigkeit + krankheit + pflege
