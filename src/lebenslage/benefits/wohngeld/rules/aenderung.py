"""Changes in a running period: WoGG § 27. The facts of the notice are compared with the household as it is now."""

from lebenslage.benefits.facts import antrag
from lebenslage.benefits.wohngeld.rules.einkommen import summe_der_einnahmen
from lebenslage.benefits.wohngeld.rules.freibetraege import gesamteinkommen
from lebenslage.benefits.wohngeld.rules.haushalt import beruecksichtigt, haushaltsgroesse, zu_beruecksichtigende
from lebenslage.benefits.wohngeld.rules.hoehe import wohngeld_betrag
from lebenslage.benefits.wohngeld.rules.miete import miete_oder_belastung, miete_ohne_heizkostenentlastung
from lebenslage.benefits.wohngeld.statute import SINCE, WOGG, parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.fixed import CENT, MICRO
from lebenslage.kernel.units import CentPerMonth, Count, Day, FixedEuroPerMonth, Flag, MicroEuroPerYear, Percent
from lebenslage.law.inputs import of, sum_of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=WOGG("§ 27 Abs. 1"), since=SINCE)
def neubewilligung_auf_antrag(
    mitglieder: Count = of(zu_beruecksichtigende),
    bisher_mitglieder: Count = of(antrag.bescheid_mitglieder),
    miete: FixedEuroPerMonth = of(miete_ohne_heizkostenentlastung),
    bisher_miete: CentPerMonth = of(antrag.bescheid_miete_ohne_heizung),
    einkommen: FixedEuroPerMonth = of(gesamteinkommen),
    bisher_einkommen: CentPerMonth = of(antrag.bescheid_gesamteinkommen),
    betrag: CentPerMonth = of(wohngeld_betrag),
    bisher_betrag: CentPerMonth = of(antrag.bescheid_wohngeld),
    schwelle: Percent = parameter("schwelle_auf_antrag"),
) -> Flag:
    """More members, or rent up or total income down by more than 10 %, and Wohngeld rises by it."""
    mehr_miete = miete * 100 > CENT * bisher_miete * (100 + schwelle)
    weniger_einkommen = einkommen * 100 < CENT * bisher_einkommen * (100 - schwelle)
    return (mitglieder > bisher_mitglieder or mehr_miete or weniger_einkommen) and betrag > bisher_betrag


@rule(HOUSEHOLD, cites=WOGG("§ 27 Abs. 2 S. 1"), since=SINCE)
def neuentscheidung_von_amts_wegen(
    dauerhaft: Flag = of(antrag.aenderung_dauerhaft),
    mitglieder: Count = of(zu_beruecksichtigende),
    bisher_mitglieder: Count = of(antrag.bescheid_mitglieder),
    miete: FixedEuroPerMonth = of(miete_ohne_heizkostenentlastung),
    bisher_miete: CentPerMonth = of(antrag.bescheid_miete_ohne_heizung),
    einkommen: FixedEuroPerMonth = of(gesamteinkommen),
    bisher_einkommen: CentPerMonth = of(antrag.bescheid_gesamteinkommen),
    betrag: CentPerMonth = of(wohngeld_betrag),
    bisher_betrag: CentPerMonth = of(antrag.bescheid_wohngeld),
    schwelle: Percent = parameter("schwelle_von_amts_wegen"),
) -> Flag:
    """Not only for a while: fewer members, or rent down or total income up by more than 15 %, and Wohngeld falls or ends.

    Where nobody who counts is left the notice is void by itself (§ 28 Abs. 1 and 3).
    """
    weniger = mitglieder < bisher_mitglieder
    weniger_miete = miete * 100 < CENT * bisher_miete * (100 - schwelle)
    mehr_einkommen = einkommen * 100 > CENT * bisher_einkommen * (100 + schwelle)
    return dauerhaft and mitglieder >= 1 and (weniger or weniger_miete or mehr_einkommen) and betrag < bisher_betrag


@rule(HOUSEHOLD, cites=WOGG("§ 27 Abs. 3 S. 1 Nr. 3"), since=SINCE)
def einnahmen_im_monat(summe: MicroEuroPerYear = sum_of(summe_der_einnahmen, where=beruecksichtigt)) -> FixedEuroPerMonth:
    """All income and receipts of the members who count, before deductions and allowances: the base of the duty to report."""
    return summe * MICRO // 12


@rule(HOUSEHOLD, cites=WOGG("§ 27 Abs. 3 S. 1"), since=SINCE)
def mitteilungspflichtig(
    dauerhaft: Flag = of(antrag.aenderung_dauerhaft),
    mitglieder: Count = of(zu_beruecksichtigende),
    bisher_mitglieder: Count = of(antrag.bescheid_mitglieder),
    alle: Count = of(haushaltsgroesse),
    bisher_ausgeschlossene: Count = of(antrag.bescheid_ausgeschlossene),
    miete: FixedEuroPerMonth = of(miete_oder_belastung),
    bisher_miete: CentPerMonth = of(antrag.bescheid_bruttokaltmiete),
    einnahmen: FixedEuroPerMonth = of(einnahmen_im_monat),
    bisher_einnahmen: CentPerMonth = of(antrag.bescheid_einnahmen),
    schwelle: Percent = parameter("schwelle_von_amts_wegen"),
) -> Flag:
    """Fewer members, more excluded ones, rent (§ 9) or burden down or income up by more than 15 % against the notice: report at once."""
    weniger = 1 <= mitglieder < bisher_mitglieder or alle - mitglieder > bisher_ausgeschlossene
    weniger_miete = miete * 100 < CENT * bisher_miete * (100 - schwelle)
    mehr_einnahmen = einnahmen * 100 > CENT * bisher_einnahmen * (100 + schwelle)
    return dauerhaft and (weniger or weniger_miete or mehr_einnahmen)


@rule(HOUSEHOLD, cites=WOGG("§ 27 Abs. 2 S. 2 und 3"), since=SINCE)
def aenderung_wirkt_ab(am: Day = of(antrag.aenderung_am), auszug: Flag = of(antrag.aenderung_durch_auszug)) -> Day:
    """From the day of the change (after moving out: the day after), and where that is no first of a month, from the next first."""
    tag = am + 1 if auszug else am
    return first_day(month_of(tag - 1) + 1)


AENDERUNG = (neubewilligung_auf_antrag, neuentscheidung_von_amts_wegen, mitteilungspflichtig, aenderung_wirkt_ab)
