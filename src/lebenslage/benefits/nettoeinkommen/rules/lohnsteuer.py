"""Tax on wages by tax class: EStG § 39b Abs. 2, SolZG §§ 3 and 4. It follows the official flow chart in its roundings.

For 2024 the tariff of the whole year is taken, not the older one that was withheld until November.
"""

from lebenslage.benefits.facts import einkommen, netto
from lebenslage.benefits.facts.netto import Beschaeftigung, Kirchensteuer, Krankenversicherung, Steuerklasse
from lebenslage.benefits.nettoeinkommen.rules.beitraege import kinder_mit_abschlag, zahlt_ohne_kinder
from lebenslage.benefits.nettoeinkommen.rules.familie import allein_mit_kind, kinder_mit_kindergeld, veranlagt_als_paar
from lebenslage.benefits.nettoeinkommen.statute import ESTG, SINCE, SOLZG, parameter
from lebenslage.benefits.nettoeinkommen.tarif import in_vollen_euro, klasse_fuenf_bis
from lebenslage.kernel.fixed import CENT, cents_down_to_euro, cents_up_to_euro, multiplied
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count, Fixed, Flag
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule

KLASSE_UNBEKANNT = netto.steuerklasse.among(Steuerklasse.UNBEKANNT)
ZAHLT_KIRCHENSTEUER = netto.kirchensteuer.among(Kirchensteuer.NEUN_PROZENT, Kirchensteuer.ACHT_PROZENT)


@rule(PERSON, cites=ESTG("§ 38b Abs. 1 S. 2"), since=SINCE)
def klasse(
    genannt: Steuerklasse = of(netto.steuerklasse),
    paar: Flag = of(veranlagt_als_paar, when=KLASSE_UNBEKANNT),
    allein: Flag = of(allein_mit_kind, when=KLASSE_UNBEKANNT),
) -> Steuerklasse:
    """The tax class, else the one that the law gives without an application: IV to spouses, II to lone parents, I to others."""
    if genannt != Steuerklasse.UNBEKANNT:
        return genannt
    if paar:
        return Steuerklasse.IV
    return Steuerklasse.II if allein else Steuerklasse.I


@rule(PERSON, cites=ESTG("§ 39b Abs. 2 S. 2"), since=SINCE)
def jahreslohn(lohn: CentPerMonth = of(einkommen.bruttolohn)) -> CentPerYear:
    """The monthly wage times twelve."""
    return 12 * lohn


@rule(PERSON, cites=ESTG("§ 39b Abs. 2 S. 5 Nr. 3 Buchst. a"), since=SINCE)
def vorsorge_rente(
    lohn: CentPerYear = of(jahreslohn),
    art: Beschaeftigung = of(netto.beschaeftigung),
    grenze: CentPerMonth = parameter("sgb6_beitragsbemessungsgrenze"),
    satz: Fixed = parameter("sgb6_beitragssatz"),
) -> CentPerYear:
    """The part for the pension: half the contribution on the whole wage, cut to the cent."""
    return 0 if art == Beschaeftigung.BEAMTET else multiplied(satz // 2, CENT * min(lohn, 12 * grenze)) // CENT


@rule(PERSON, cites=ESTG("§ 39b Abs. 2 S. 5 Nr. 3 Buchst. b bis d"), since=SINCE)
def vorsorge_kranken(
    lohn: CentPerYear = of(jahreslohn),
    stufe: Steuerklasse = of(klasse),
    versicherung: Krankenversicherung = of(netto.krankenversicherung),
    privat: CentPerMonth = of(netto.privatbeitrag),
    kinderlos: Flag = of(zahlt_ohne_kinder),
    abschlaege: Count = of(kinder_mit_abschlag),
    grenze: CentPerMonth = parameter("sgb5_beitragsbemessungsgrenze"),
    satz: Fixed = parameter("sgb5_ermaessigter_satz"),
    zusatz: Fixed = parameter("sgb5_zusatzbeitrag"),
    pflege: Fixed = parameter("sgb11_beitragssatz"),
    zuschlag: Fixed = parameter("sgb11_zuschlag_kinderlose"),
    abschlag: Fixed = parameter("sgb11_abschlag_kind"),
) -> CentPerYear:
    """The part for illness and care, cut to the cent; of a private insurance what the employee bears."""
    if versicherung == Krankenversicherung.PRIVAT:
        return 0 if stufe == Steuerklasse.VI else 12 * privat
    saetze = satz // 2 + zusatz // 2 + pflege // 2 - abschlag * abschlaege + (zuschlag if kinderlos else 0)
    return multiplied(saetze, CENT * min(lohn, 12 * grenze)) // CENT


@rule(PERSON, cites=ESTG("§ 39b Abs. 2 S. 5 Nr. 3"), since=SINCE, until="2025-12-31")
def vorsorgepauschale(
    lohn: CentPerYear = of(jahreslohn),
    stufe: Steuerklasse = of(klasse),
    rente: CentPerYear = of(vorsorge_rente),
    kranken: CentPerYear = of(vorsorge_kranken),
    grenze: CentPerMonth = parameter("sgb6_beitragsbemessungsgrenze"),
    satz: Fixed = parameter("lst_mindestvorsorge_satz"),
    hoechstens: CentPerYear = parameter("lst_mindestvorsorge"),
    hoechstens_drei: CentPerYear = parameter("lst_mindestvorsorge_klasse_drei"),
) -> CentPerYear:
    """Until 2025: contributions, or a flat 12 percent for illness and care where that is more; up to full euros."""
    flach = multiplied(satz, CENT * min(lohn, 12 * grenze)) // CENT
    flach = min(flach, hoechstens_drei if stufe == Steuerklasse.III else hoechstens)
    return cents_up_to_euro(rente + max(kranken, flach))


@rule(PERSON, cites=ESTG("§ 39b Abs. 2 S. 5 Nr. 3"), since="2026-01-01", replaces=vorsorgepauschale)
def vorsorgepauschale_ab_2026(
    lohn: CentPerYear = of(jahreslohn),
    stufe: Steuerklasse = of(klasse),
    art: Beschaeftigung = of(netto.beschaeftigung),
    rente: CentPerYear = of(vorsorge_rente),
    kranken: CentPerYear = of(vorsorge_kranken),
    grenze: CentPerMonth = parameter("sgb6_beitragsbemessungsgrenze"),
    satz: Fixed = parameter("sgb3_beitragssatz"),
    hoechstens: CentPerYear = parameter("lst_vorsorge_mit_arbeitslosenversicherung"),
) -> CentPerYear:
    """From 2026: contributions; those to unemployment insurance as far as 1,900 euros have room; up to full euros."""
    arbeitslos = multiplied(satz // 2, CENT * min(lohn, 12 * grenze)) // CENT
    ohne = stufe == Steuerklasse.VI or art in (Beschaeftigung.BEAMTET, Beschaeftigung.WERKSTUDIUM)
    weitere = kranken if ohne else max(kranken, min(kranken + arbeitslos, hoechstens))
    return cents_up_to_euro(rente + weitere)


@rule(PERSON, cites=ESTG("§ 39b Abs. 2 S. 5"), since=SINCE)
def zu_versteuernder_jahresbetrag(
    lohn: CentPerYear = of(jahreslohn),
    stufe: Steuerklasse = of(klasse),
    vorsorge: CentPerYear = of(vorsorgepauschale),
    arbeitnehmer: CentPerYear = parameter("est_arbeitnehmer_pauschbetrag"),
    sonderausgaben: CentPerYear = parameter("est_sonderausgaben_pauschbetrag"),
    alleinerziehende: CentPerYear = parameter("est_alleinerziehende"),
) -> CentPerYear:
    """The wage of a year less the flat sums of the tax class. Allowances noted at the tax office, and of age, are left out."""
    if stufe == Steuerklasse.VI:
        return max(lohn - vorsorge, 0)
    ab = min(arbeitnehmer, cents_up_to_euro(lohn)) + sonderausgaben + (alleinerziehende if stufe == Steuerklasse.II else 0)
    return max(lohn - ab - vorsorge, 0)


def jahressteuer(
    betrag: int,
    stufe: int,
    oberste: tuple[int, ...],
    grenzen: tuple[int, ...],
    quadrat: tuple[int, ...],
    satz: tuple[int, ...],
    fest: tuple[int, ...],
) -> int:
    """The tax of a year by tax class (§ 39b Abs. 2 S. 6 and 7), in cents."""
    voll = cents_down_to_euro(betrag)
    if stufe == Steuerklasse.III:
        return 2 * in_vollen_euro(betrag // 2, grenzen, quadrat, satz, fest)
    if stufe < Steuerklasse.V:
        return in_vollen_euro(voll, grenzen, quadrat, satz, fest)
    steuer = klasse_fuenf_bis(min(voll, oberste[1]), grenzen, quadrat, satz, fest)
    if voll > oberste[1]:
        steuer = cents_down_to_euro(steuer + (min(voll, oberste[2]) - oberste[1]) * 42 // 100)
        return cents_down_to_euro(steuer + max(voll - oberste[2], 0) * 45 // 100)
    if voll > oberste[0]:
        hoechstens = klasse_fuenf_bis(oberste[0], grenzen, quadrat, satz, fest) + (voll - oberste[0]) * 42 // 100
        return min(steuer, cents_down_to_euro(hoechstens))
    return steuer


@rule(PERSON, cites=ESTG("§ 39b Abs. 2 S. 6 und 7"), since=SINCE)
def jahreslohnsteuer(
    betrag: CentPerYear = of(zu_versteuernder_jahresbetrag),
    stufe: Steuerklasse = of(klasse),
    oberste: tuple[CentPerYear, ...] = parameter("lst_grenzen_klasse_fuenf"),
    grenzen: tuple[CentPerYear, ...] = parameter("est_grenzen"),
    quadrat: tuple[Fixed, ...] = parameter("est_quadrat"),
    satz: tuple[Fixed, ...] = parameter("est_satz"),
    fest: tuple[Fixed, ...] = parameter("est_fest"),
) -> CentPerYear:
    """The wage tax of a year, in full euros."""
    return jahressteuer(betrag, stufe, oberste, grenzen, quadrat, satz, fest)


@rule(PERSON, cites=SOLZG("§ 3 Abs. 2a, 3 und 4, § 4"), since=SINCE)
def solidaritaetszuschlag(
    steuer: CentPerYear = of(jahreslohnsteuer),
    stufe: Steuerklasse = of(klasse),
    frei: CentPerYear = parameter("solz_freigrenze"),
    satz: Fixed = parameter("solz_satz"),
    milderung: Fixed = parameter("solz_milderung"),
) -> CentPerMonth:
    """Nothing up to the threshold, above it slowly up to 5.5 percent. Allowances for children are left out: it is at most too high."""
    grenze = 2 * frei if stufe == Steuerklasse.III else frei
    if steuer <= grenze:
        return 0
    return min(multiplied(satz, CENT * steuer) // CENT, multiplied(milderung, CENT * (steuer - grenze)) // CENT) // 12


@rule(PERSON, cites=ESTG("§ 51a Abs. 2a"), since=SINCE)
def kirchensteuer_im_monat(
    betrag: CentPerYear = of(zu_versteuernder_jahresbetrag),
    stufe: Steuerklasse = of(klasse),
    kirche: Kirchensteuer = of(netto.kirchensteuer),
    kinder: Count = of(kinder_mit_kindergeld, when=ZAHLT_KIRCHENSTEUER),
    freibetrag: CentPerYear = parameter("est_kinderfreibetrag"),
    saetze: tuple[Fixed, ...] = parameter("kist_saetze"),
    oberste: tuple[CentPerYear, ...] = parameter("lst_grenzen_klasse_fuenf"),
    grenzen: tuple[CentPerYear, ...] = parameter("est_grenzen"),
    quadrat: tuple[Fixed, ...] = parameter("est_quadrat"),
    satz: tuple[Fixed, ...] = parameter("est_satz"),
    fest: tuple[Fixed, ...] = parameter("est_fest"),
) -> CentPerMonth:
    """Church tax on the wage tax after allowances for children: both parents' in class III, one's in I, II and IV, none in V and VI."""
    je_kind = 0 if stufe >= Steuerklasse.V else 2 * freibetrag if stufe == Steuerklasse.III else freibetrag
    steuer = jahressteuer(max(betrag - je_kind * kinder, 0), stufe, oberste, grenzen, quadrat, satz, fest)
    return multiplied(saetze[kirche], CENT * (steuer // 12)) // CENT


@rule(PERSON, cites=ESTG("§ 39b Abs. 2 S. 9 und 10"), since=SINCE)
def lohnsteuer_gesamt(
    jahr: CentPerYear = of(jahreslohnsteuer),
    zuschlag: CentPerMonth = of(solidaritaetszuschlag),
    kirche: CentPerMonth = of(kirchensteuer_im_monat),
) -> CentPerMonth:
    """All taxes taken off the wage of a month: a twelfth of the year's wage tax, cut to the cent, and what is added to it."""
    return jahr // 12 + zuschlag + kirche
