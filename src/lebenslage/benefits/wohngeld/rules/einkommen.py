"""The yearly income of a person: WoGG §§ 14 to 16. In millionths of a euro a year, so that halves and tenths stay exact.

What is expected at the application for the period counts (§ 15 Abs. 1): monthly facts are the expected monthly average of the period.
Losses of one kind are never set off against another (§ 14 Abs. 1 S. 4). Kindergeld is no income.
"""

from lebenslage.benefits.facts import einkommen as fakt
from lebenslage.benefits.facts.antrag import dauer_monate
from lebenslage.benefits.facts.einkommen import Abzug, Einkommensart
from lebenslage.benefits.facts.leistungen import Leistung, leistung
from lebenslage.benefits.facts.personen import Verhaeltnis, verhaeltnis
from lebenslage.benefits.facts.wohnen import mietwert
from lebenslage.benefits.unterhaltsvorschuss import unterhaltsvorschuss_erhalten
from lebenslage.benefits.wohngeld.rules.haushalt import beruecksichtigt
from lebenslage.benefits.wohngeld.rules.zeitraum import antragszeitpunkt, beginn
from lebenslage.benefits.wohngeld.statute import BEEG, ESTG, SINCE, WOGG, parameter
from lebenslage.kernel.dates import age_on, month_of
from lebenslage.kernel.fixed import MICRO
from lebenslage.kernel.units import Cent, CentPerMonth, CentPerYear, Count, Day, Flag, MicroEuroPerYear, Months, Percent
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

EINMALIG = fakt.einkommensarten.has(Einkommensart.EINMALIG)


@rule(PERSON, cites=WOGG("§ 14 Abs. 1 S. 1"), since=SINCE, until="2025-12-31")
def einkuenfte_aus_arbeit(
    lohn: CentPerMonth = of(fakt.bruttolohn),
    sonder: CentPerYear = of(fakt.sonderzahlungen),
    kosten: CentPerYear = of(fakt.werbungskosten),
    gewerkschaft: CentPerYear = of(fakt.gewerkschaftsbeitrag),
    pauschbetrag: CentPerYear = parameter("arbeitnehmer_pauschbetrag"),
) -> MicroEuroPerYear:
    """Gross pay with bonuses (§ 15 Abs. 3), less the lump sum of EStG § 9a S. 1 Nr. 1, or higher proven costs, union dues among them."""
    return MICRO * max(0, 12 * lohn + sonder - max(max(0, kosten) + gewerkschaft, pauschbetrag))


@rule(PERSON, cites=ESTG("§ 9a S. 1 Nr. 1, S. 3"), since="2026-01-01", replaces=einkuenfte_aus_arbeit)
def einkuenfte_aus_arbeit_2026(
    lohn: CentPerMonth = of(fakt.bruttolohn),
    sonder: CentPerYear = of(fakt.sonderzahlungen),
    kosten: CentPerYear = of(fakt.werbungskosten),
    gewerkschaft: CentPerYear = of(fakt.gewerkschaftsbeitrag),
    pauschbetrag: CentPerYear = parameter("arbeitnehmer_pauschbetrag"),
) -> MicroEuroPerYear:
    """Since 2026 union dues count beside the lump sum."""
    return MICRO * max(0, 12 * lohn + sonder - max(kosten, pauschbetrag) - gewerkschaft)


@rule(PERSON, cites=WOGG("§ 14 Abs. 1 S. 3 Nr. 2"), since=SINCE)
def einkuenfte_aus_minijob(lohn: CentPerMonth = of(fakt.minijob), kosten: CentPerYear = of(fakt.minijob_kosten)) -> MicroEuroPerYear:
    """Pay that the employer taxes at a flat rate: whole, less proven costs, without the lump sum."""
    return MICRO * max(0, 12 * lohn - kosten)


@rule(PERSON, cites=WOGG("§ 14 Abs. 1 S. 1, 2 und 4"), since=SINCE)
def einkuenfte_aus_gewinn(
    selbststaendig: CentPerYear = of(fakt.gewinn_selbststaendig),
    gewerbe: CentPerYear = of(fakt.gewinn_gewerbe),
    landwirtschaft: CentPerYear = of(fakt.gewinn_landwirtschaft),
) -> MicroEuroPerYear:
    """Profits, each kind at least zero. They are asked without the deductions of EStG § 7g Abs. 1 to 4 and 7."""
    return MICRO * (max(0, selbststaendig) + max(0, gewerbe) + max(0, landwirtschaft))


@rule(PERSON, cites=WOGG("§ 14 Abs. 1 S. 1, Abs. 2 Nr. 15"), since=SINCE)
def einkuenfte_aus_kapital(
    ertraege: CentPerYear = of(fakt.kapitalertraege), frei: CentPerYear = parameter("kapitalertraege_frei")
) -> MicroEuroPerYear:
    """Capital income: the saver's lump sum of EStG § 20 Abs. 9 is added back above 100 euros, so only 100 stay free."""
    return MICRO * max(0, ertraege - frei)


@rule(PERSON, cites=WOGG("§ 14 Abs. 1 S. 1, Abs. 3 Nr. 1"), since=SINCE)
def einkuenfte_aus_vermietung(ueberschuss: CentPerYear = of(fakt.ueberschuss_vermietung)) -> MicroEuroPerYear:
    """Surplus from letting, but not from letting a part of this dwelling (that lowers the rent, § 11 Abs. 2)."""
    return MICRO * max(0, ueberschuss)


@rule(PERSON, cites=WOGG("§ 14 Abs. 1 S. 1, Abs. 2 Nr. 1 und 3"), since=SINCE)
def einkuenfte_aus_renten(
    rente: CentPerMonth = of(fakt.rente),
    andere: CentPerMonth = of(fakt.andere_rente),
    versorgung: CentPerMonth = of(fakt.versorgungsbezuege),
    pauschbetrag: CentPerYear = parameter("renten_pauschbetrag"),
) -> MicroEuroPerYear:
    """The whole pension, tax-free part included, less the lump sums of EStG § 9a S. 1 Nr. 1 b and Nr. 3, one for each of the two kinds."""
    renten = max(0, 12 * (rente + andere) - pauschbetrag)
    return MICRO * (renten + max(0, 12 * versorgung - pauschbetrag))


@rule(PERSON, cites=BEEG("§ 10"), since=SINCE)
def einnahmen_aus_elterngeld(
    betrag: CentPerMonth = of(fakt.elterngeld),
    plus: Flag = of(fakt.elterngeld_plus),
    kinder: Count = of(fakt.elterngeld_kinder),
    frei: CentPerMonth = parameter("elterngeld_frei"),
) -> MicroEuroPerYear:
    """Elterngeld above 300 euros a child and month, with Elterngeld Plus above half of it (WoGG § 14 Abs. 2 Nr. 6)."""
    je_kind = frei // 2 if plus else frei
    return MICRO * 12 * max(0, betrag - je_kind * kinder)


@rule(PERSON, cites=WOGG("§ 14 Abs. 2 Nr. 19 und 20"), since=SINCE)
def einnahmen_aus_unterhalt(
    unterhalt: CentPerMonth = of(fakt.unterhalt),
    vom_ehegatten: CentPerMonth = of(fakt.ehegattenunterhalt),
    fuer_pflege: CentPerYear = of(fakt.davon_fuer_pflegeperson),
    zuwendung: CentPerYear = of(fakt.zuwendungen),
    pflege_frei: CentPerYear = parameter("pflegeperson_frei"),
    zuwendung_frei: CentPerYear = parameter("zuwendungen_frei"),
) -> MicroEuroPerYear:
    """Maintenance whole, but what pays a carer up to 6,540 euros is free; gifts of others who owe none, above 480 euros a year."""
    maintenance = 12 * (unterhalt + vom_ehegatten)
    return MICRO * (max(0, maintenance - min(fuer_pflege, pflege_frei)) + max(0, zuwendung - zuwendung_frei))


@rule(PERSON, cites=WOGG("§ 14 Abs. 2 Nr. 2, 4 bis 7, 9, 11, 12, 14, 16 bis 18, 21, 22 und 28"), since=SINCE)
def einnahmen_voll(
    zuschlaege: CentPerMonth = of(fakt.steuerfreie_zuschlaege),
    vorsorge: CentPerMonth = of(fakt.betriebliche_vorsorge),
    unfallrente: CentPerMonth = of(fakt.unfallrente),
    lohnersatz: CentPerMonth = of(fakt.lohnersatz),
    vorschuss: CentPerMonth = of(unterhaltsvorschuss_erhalten),
    miethilfe: CentPerMonth = of(fakt.miethilfe),
    sonstige: CentPerYear = of(fakt.sonstige_einnahmen_voll),
) -> MicroEuroPerYear:
    """Tax-free receipts that count whole."""
    return MICRO * (12 * (zuschlaege + vorsorge + unfallrente + lohnersatz + vorschuss + miethilfe) + sonstige)


@rule(PERSON, cites=WOGG("§ 14 Abs. 2 Nr. 8, 10, 24 bis 27 und 29"), since=SINCE)
def einnahmen_halb(
    pflegekind: CentPerMonth = of(fakt.pflegekind_unterhalt),
    erziehung: CentPerMonth = of(fakt.pflegeerziehung),
    pflege: CentPerMonth = of(fakt.pflegegeld_fuer_andere),
    ausbildung: CentPerMonth = of(fakt.ausbildungsfoerderung),
    sonstige: CentPerYear = of(fakt.sonstige_einnahmen_halb),
) -> MicroEuroPerYear:
    """Receipts of which half counts; of BAföG and the like the grant, not the loan and not the child-care supplement."""
    return MICRO * (12 * (pflegekind + erziehung + pflege + ausbildung) + sonstige) // 2


@rule(PERSON, cites=WOGG("§ 14 Abs. 2 Nr. 30"), since=SINCE)
def einnahmen_aus_leistung(art: Leistung = of(leistung), betrag: CentPerMonth = of(fakt.leistung_betrag)) -> MicroEuroPerYear:
    """A benefit of § 7 counts with a member who counts: that is one without housing costs (Nr. 4 and 9). Letter e frees the other cases."""
    zaehlt = art in (Leistung.VERLETZTENGELD, Leistung.JUGENDHILFE)
    return MICRO * 12 * betrag if zaehlt else 0


@rule(PERSON, cites=WOGG("§ 14 Abs. 2 Nr. 31"), since=SINCE)
def einnahmen_aus_mietwert(
    art: Verhaeltnis = of(verhaeltnis), wert: CentPerMonth = of(mietwert, when=verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND))
) -> MicroEuroPerYear:
    """The rental value of the own flat in an own house of more than two dwellings."""
    return MICRO * 12 * wert if art == Verhaeltnis.ANTRAGSTELLEND else 0


@rule(HOUSEHOLD, cites=WOGG("§ 15 Abs. 2"), since=SINCE)
def mit_einmaligem_einkommen(jemand: Flag = any_of(EINMALIG, where=beruecksichtigt)) -> Flag:
    """Somebody who counts has a one-off payment: only then it matters for the income when the period begins."""
    return jemand


@rule(PERSON, cites=WOGG("§ 15 Abs. 2 und 4"), since=SINCE)
def einmaliges_einkommen(
    betrag: Cent = of(fakt.einmalzahlung),
    zufluss: Day = of(fakt.einmalzahlung_am),
    monate: Months = of(fakt.einmalzahlung_monate),
    anfang: Day = of(beginn, when=mit_einmaligem_einkommen),
    dauer: Months = of(dauer_monate, when=mit_einmaligem_einkommen, otherwise=12),
    gestellt: Day = of(antragszeitpunkt, when=mit_einmaligem_einkommen),
) -> MicroEuroPerYear:
    """A one-off payment: spread over the months it is for, else over the twelve after its receipt.

    Received more than a year before the application it does not count (§ 15 Abs. 2 S. 3).
    Twelve times the monthly average of the part that falls in the period.
    """
    if not betrag or age_on(zufluss + 1, gestellt) >= 1:
        return 0
    spanne = monate if monate else 12
    erster = month_of(zufluss) + (0 if monate else 1)
    start = month_of(anfang)
    im_zeitraum = max(0, min(erster + spanne, start + dauer) - max(erster, start))
    return MICRO * betrag * im_zeitraum * 12 // (spanne * max(dauer, 1))


@rule(PERSON, cites=WOGG("§ 14 Abs. 1 und 2"), since=SINCE)
def summe_der_einnahmen(
    arbeit: MicroEuroPerYear = of(einkuenfte_aus_arbeit),
    minijob: MicroEuroPerYear = of(einkuenfte_aus_minijob),
    gewinn: MicroEuroPerYear = of(einkuenfte_aus_gewinn),
    kapital: MicroEuroPerYear = of(einkuenfte_aus_kapital),
    vermietung: MicroEuroPerYear = of(einkuenfte_aus_vermietung),
    renten: MicroEuroPerYear = of(einkuenfte_aus_renten),
    elterngeld: MicroEuroPerYear = of(einnahmen_aus_elterngeld),
    unterhalt: MicroEuroPerYear = of(einnahmen_aus_unterhalt),
    voll: MicroEuroPerYear = of(einnahmen_voll),
    halb: MicroEuroPerYear = of(einnahmen_halb),
    bezogene_leistung: MicroEuroPerYear = of(einnahmen_aus_leistung),
    wohnwert: MicroEuroPerYear = of(einnahmen_aus_mietwert),
    einmalig: MicroEuroPerYear = of(einmaliges_einkommen),
) -> MicroEuroPerYear:
    """All positive income and all receipts of a year, before deductions."""
    einkuenfte = arbeit + minijob + gewinn + kapital + vermietung + renten
    return einkuenfte + elterngeld + unterhalt + voll + halb + bezogene_leistung + wohnwert + einmalig


@rule(PERSON, cites=WOGG("§ 16"), since=SINCE)
def abzugssatz(arten: Abzug = of(fakt.abzuege), je: Percent = parameter("abzug_je_art")) -> Percent:
    """10 % each for taxes on income, for health and care insurance, and for pension insurance; not for free cover (S. 4)."""
    steuern = 1 if arten & Abzug.STEUERN else 0
    kranken = 1 if arten & Abzug.KRANKENVERSICHERUNG else 0
    renten = 1 if arten & Abzug.RENTENVERSICHERUNG else 0
    return je * (steuern + kranken + renten)


@rule(PERSON, cites=WOGG("§ 14 Abs. 1, § 16"), since=SINCE)
def jahreseinkommen(summe: MicroEuroPerYear = of(summe_der_einnahmen), satz: Percent = of(abzugssatz)) -> MicroEuroPerYear:
    """The sum less the percentage for taxes and contributions."""
    return summe * (100 - satz) // 100
