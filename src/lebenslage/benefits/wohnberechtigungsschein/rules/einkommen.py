"""The yearly income of a person: WFNG NRW § 14 and § 15 Abs. 1 and 2. In millionths of a euro, so that percentages stay exact.

As a rule the income of the last calendar year counts; where things have changed for longer, the present ones for a year (§ 15 Abs. 1): the
shared facts hold the present month and year. Capital income does not count. Left out: one-off payments (as a rule of another period),
and what a person in need of care at home earns, which the office leaves out.
"""

from lebenslage.benefits.facts import einkommen as fakt
from lebenslage.benefits.facts import personen
from lebenslage.benefits.facts.einkommen import Abzug, Einkommensart
from lebenslage.benefits.facts.personen import Merkmal
from lebenslage.benefits.wohnberechtigungsschein.rules.haushalt import wfng_kind, wfng_mitglied
from lebenslage.benefits.wohnberechtigungsschein.statute import ESTG, SINCE, WFNG, WOFG, parameter
from lebenslage.kernel.fixed import MICRO
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count, Flag, MicroEuroPerYear, Percent
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule

LOHN = fakt.einkommensarten.has(Einkommensart.LOHN)


@rule(PERSON, cites=WFNG("§ 14 Abs. 4"), since=SINCE)
def wfng_kind_mit_lohn(kind: Flag = of(wfng_kind, when=LOHN)) -> Flag:
    """A child with a wage: only then it is asked whether it is in training."""
    return kind


@rule(PERSON, cites=WFNG("§ 14 Abs. 4"), since=SINCE)
def wfng_ausbildungslohn(kind: Flag = of(wfng_kind_mit_lohn), merkmale: Merkmal = of(personen.merkmale, when=wfng_kind_mit_lohn)) -> Flag:
    """The wage of a child in training does not count."""
    return kind and bool(merkmale & Merkmal.AUSBILDUNG)


@rule(PERSON, cites=ESTG("§ 2 Abs. 1 S. 1 Nr. 4, § 9a S. 1 Nr. 1 Buchst. a"), since=SINCE, until="2025-12-31")
def wfng_arbeit(
    lohn: CentPerMonth = of(fakt.bruttolohn, when=wfng_mitglied),
    sonder: CentPerYear = of(fakt.sonderzahlungen, when=wfng_mitglied),
    kosten: CentPerYear = of(fakt.werbungskosten, when=wfng_mitglied),
    gewerkschaft: CentPerYear = of(fakt.gewerkschaftsbeitrag, when=wfng_mitglied),
    frei: Flag = of(wfng_ausbildungslohn, when=wfng_mitglied),
    pauschbetrag: CentPerYear = parameter("wfng_arbeitnehmer_pauschbetrag"),
) -> CentPerYear:
    """Gross pay with bonuses, less the lump sum or higher proven costs."""
    return 0 if frei else max(0, 12 * lohn + sonder - max(max(0, kosten) + gewerkschaft, pauschbetrag))


@rule(PERSON, cites=ESTG("§ 9a S. 1 Nr. 1 Buchst. a, S. 3"), since="2026-01-01", replaces=wfng_arbeit)
def wfng_arbeit_2026(
    lohn: CentPerMonth = of(fakt.bruttolohn, when=wfng_mitglied),
    sonder: CentPerYear = of(fakt.sonderzahlungen, when=wfng_mitglied),
    kosten: CentPerYear = of(fakt.werbungskosten, when=wfng_mitglied),
    gewerkschaft: CentPerYear = of(fakt.gewerkschaftsbeitrag, when=wfng_mitglied),
    frei: Flag = of(wfng_ausbildungslohn, when=wfng_mitglied),
    pauschbetrag: CentPerYear = parameter("wfng_arbeitnehmer_pauschbetrag"),
) -> CentPerYear:
    """Since 2026 union dues count beside the lump sum."""
    return 0 if frei else max(0, 12 * lohn + sonder - max(kosten, pauschbetrag) - gewerkschaft)


@rule(PERSON, cites=WFNG("§ 14 Abs. 2"), since=SINCE)
def wfng_gewinne(
    selbststaendig: CentPerYear = of(fakt.gewinn_selbststaendig, when=wfng_mitglied),
    gewerbe: CentPerYear = of(fakt.gewinn_gewerbe, when=wfng_mitglied),
    landwirtschaft: CentPerYear = of(fakt.gewinn_landwirtschaft, when=wfng_mitglied),
    vermietung: CentPerYear = of(fakt.ueberschuss_vermietung, when=wfng_mitglied),
) -> CentPerYear:
    """Profits and surplus from letting; a loss is not set off against another kind (as WoFG § 21 Abs. 1 S. 3)."""
    return max(0, selbststaendig) + max(0, gewerbe) + max(0, landwirtschaft) + max(0, vermietung)


@rule(PERSON, cites=WFNG("§ 14 Abs. 2 und 3"), since=SINCE)
def wfng_renten(
    rente: CentPerMonth = of(fakt.rente, when=wfng_mitglied),
    andere: CentPerMonth = of(fakt.andere_rente, when=wfng_mitglied),
    versorgung: CentPerMonth = of(fakt.versorgungsbezuege, when=wfng_mitglied),
    pauschbetrag: CentPerYear = parameter("wfng_renten_pauschbetrag"),
) -> CentPerYear:
    """Pensions whole, less the lump sum of each of the two kinds; their untaxed part counts too (as WoFG § 21 Abs. 2 Nr. 1)."""
    return max(0, 12 * (rente + andere) - pauschbetrag) + max(0, 12 * versorgung - pauschbetrag)


@rule(PERSON, cites=WFNG("§ 14 Abs. 2"), since=SINCE)
def wfng_steuerpflichtig(
    arbeit: CentPerYear = of(wfng_arbeit), gewinne: CentPerYear = of(wfng_gewinne), renten: CentPerYear = of(wfng_renten)
) -> CentPerYear:
    """Income that is taxed."""
    return arbeit + gewinne + renten


@rule(PERSON, cites=WOFG("§ 21 Abs. 2 Nr. 1.5, 1.6, 2 und 5.1"), since=SINCE)
def wfng_steuerfrei_voll(
    minijob: CentPerMonth = of(fakt.minijob, when=wfng_mitglied),
    kosten: CentPerYear = of(fakt.minijob_kosten, when=wfng_mitglied),
    zuschlaege: CentPerMonth = of(fakt.steuerfreie_zuschlaege, when=wfng_mitglied),
    unfallrente: CentPerMonth = of(fakt.unfallrente, when=wfng_mitglied),
    lohnersatz: CentPerMonth = of(fakt.lohnersatz, when=wfng_mitglied),
    unterhalt: CentPerMonth = of(fakt.unterhalt, when=wfng_mitglied),
    vom_ehegatten: CentPerMonth = of(fakt.ehegattenunterhalt, when=wfng_mitglied),
    vorschuss: CentPerMonth = of(fakt.unterhaltsvorschuss, when=wfng_mitglied),
) -> CentPerYear:
    """Tax-free receipts that count whole. Basic income support is left out: with it alone the limit is kept."""
    return max(0, 12 * minijob - kosten) + 12 * (zuschlaege + unfallrente + lohnersatz + unterhalt + vom_ehegatten + vorschuss)


@rule(PERSON, cites=WOFG("§ 21 Abs. 2 Nr. 1.6, 5.4 bis 5.6 und 6"), since=SINCE)
def wfng_steuerfrei_teilweise(
    elterngeld: CentPerMonth = of(fakt.elterngeld, when=wfng_mitglied),
    plus: Flag = of(fakt.elterngeld_plus, when=wfng_mitglied),
    kinder: Count = of(fakt.elterngeld_kinder, when=wfng_mitglied),
    erziehung: CentPerMonth = of(fakt.pflegeerziehung, when=wfng_mitglied),
    pflegekind: CentPerMonth = of(fakt.pflegekind_unterhalt, when=wfng_mitglied),
    pflege: CentPerMonth = of(fakt.pflegegeld_fuer_andere, when=wfng_mitglied),
    ausbildung: CentPerMonth = of(fakt.ausbildungsfoerderung, when=wfng_mitglied),
    frei: CentPerMonth = parameter("wfng_elterngeld_frei"),
) -> CentPerYear:
    """Elterngeld above what BEEG § 10 spares, and half of care money and training grants."""
    je_kind = frei // 2 if plus else frei
    return 12 * max(0, elterngeld - je_kind * kinder) + 6 * (erziehung + pflegekind + pflege + ausbildung)


@rule(PERSON, cites=WFNG("§ 14 Abs. 3"), since=SINCE)
def wfng_steuerfrei(
    voll: CentPerYear = of(wfng_steuerfrei_voll),
    teilweise: CentPerYear = of(wfng_steuerfrei_teilweise),
    zaehlen: Flag = parameter("wfng_steuerfreie_zaehlen"),
) -> CentPerYear:
    """Listed tax-free receipts. The list of NRW was not seen: the federal one (WoFG § 21 Abs. 2) stands for it, behind a switch."""
    return voll + teilweise if zaehlen else 0


@rule(PERSON, cites=WFNG("§ 15 Abs. 2"), since=SINCE)
def wfng_jahreseinkommen(
    steuerpflichtig: CentPerYear = of(wfng_steuerpflichtig),
    steuerfrei: CentPerYear = of(wfng_steuerfrei),
    arten: Abzug = of(fakt.abzuege, when=wfng_mitglied),
    steuern: Percent = parameter("wfng_abzug_steuern"),
    kranken: Percent = parameter("wfng_abzug_kranken"),
    renten: Percent = parameter("wfng_abzug_renten"),
) -> MicroEuroPerYear:
    """Less 12 % for taxes, of taxed income alone, and 12 % each for health and for pension insurance, of all; not for free cover."""
    ganz = (kranken if arten & Abzug.KRANKENVERSICHERUNG else 0) + (renten if arten & Abzug.RENTENVERSICHERUNG else 0)
    satz = steuern if arten & Abzug.STEUERN else 0
    return MICRO // 100 * ((steuerpflichtig + steuerfrei) * (100 - ganz) - steuerpflichtig * satz)
