"""When chapter 4 begins and ends: SGB XII § 44."""

from datetime import date

from lebenslage.benefits.grundsicherung.rules.zeitraum import grundsicherung_beginn, grundsicherung_ende
from tests.benefits.grundsicherung.homes import able, old, values


def day(year: int, month: int, of_month: int) -> list[object]:
    """One day as rules count it."""
    return [date(year, month, of_month).toordinal()]


def test_it_begins_with_the_month_of_the_application_and_lasts_a_year() -> None:
    assert values(grundsicherung_beginn, old(), antragsdatum="2026-03-31") == day(2026, 3, 1)
    assert values(grundsicherung_ende, old(), antragsdatum="2026-03-31") == day(2027, 2, 28)


def test_a_provisional_decision_lasts_half_a_year() -> None:
    assert values(grundsicherung_ende, old(), vorlaeufig_bewilligt="ja", antragsdatum="2026-03-31") == day(2026, 8, 31)


def test_filed_ahead_it_begins_with_the_month_of_the_age_limit() -> None:
    """Born 2 September 1959: 66 years and 2 months in November 2025."""
    early = old(geburtsdatum="1959-09-02")

    assert values(grundsicherung_beginn, early, on=date(2025, 11, 1), antragsdatum="2025-09-20") == day(2025, 11, 1)


def test_after_sgb_2_it_begins_a_month_later() -> None:
    """§ 44 Abs. 3 S. 3."""
    before = able(geburtsdatum="1959-09-02", leistung="grundsicherungsgeld")

    assert values(grundsicherung_beginn, before, on=date(2025, 12, 1), antragsdatum="2025-11-20") == day(2025, 12, 1)
