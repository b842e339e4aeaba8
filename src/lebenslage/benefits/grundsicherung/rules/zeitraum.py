"""When chapter 4 begins and ends: SGB XII § 44."""

from lebenslage.benefits.facts import antrag, personen, sozialhilfe
from lebenslage.benefits.facts.leistungen import Leistung, leistung
from lebenslage.benefits.grundsicherung.rules.berechtigte import (
    grundsicherung_berechtigt,
    grundsicherung_wegen_erwerbsminderung,
    sgb12_altersgrenze_monat,
)
from lebenslage.benefits.grundsicherung.statute import SGB12, SINCE, parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import Day, Flag, Months
from lebenslage.law.inputs import least_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=SGB12("§ 44 Abs. 2 und 3 S. 3"), since=SINCE)
def grundsicherung_moeglich_ab(
    alt: Day = of(sgb12_altersgrenze_monat),
    bezieht: Leistung = of(leistung),
    gemindert: Flag = of(grundsicherung_wegen_erwerbsminderung),
    geboren: Day = of(personen.geburtsdatum),
) -> Day:
    """The first month under chapter 4: that of the age limit, after SGB II the next one; unable to work, that of the 18th birthday."""
    nach_alter = month_of(alt) + (1 if bezieht == Leistung.GRUNDSICHERUNGSGELD else 0)
    return first_day(min(nach_alter, month_of(geboren - 1) + 18 * 12) if gemindert else nach_alter)


@rule(HOUSEHOLD, cites=SGB12("§ 44 Abs. 2 und 3 S. 3"), since=SINCE)
def grundsicherung_beginn(
    gestellt: Day = of(antrag.antragsdatum),
    moeglich: Day = least_of(grundsicherung_moeglich_ab, where=grundsicherung_berechtigt, otherwise=1),
) -> Day:
    """The first of the month of the application, if somebody falls under chapter 4 within that month; else of the later month."""
    return first_day(max(month_of(gestellt), month_of(moeglich)))


@rule(HOUSEHOLD, cites=SGB12("§ 44 Abs. 3 S. 1 und 2"), since=SINCE)
def grundsicherung_ende(
    anfang: Day = of(grundsicherung_beginn),
    vorlaeufig: Flag = of(sozialhilfe.vorlaeufig_bewilligt),
    dauer: Months = parameter("grundsicherung_zeitraum"),
    kurz: Months = parameter("grundsicherung_zeitraum_vorlaeufig"),
) -> Day:
    """Twelve months as a rule, at most six where the decision is provisional."""
    return first_day(month_of(anfang) + (kurz if vorlaeufig else dauer)) - 1
