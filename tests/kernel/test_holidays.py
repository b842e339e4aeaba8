"""The public holidays of North Rhine-Westphalia, against calendars that were printed."""

from datetime import date

import pytest

from lebenslage.kernel.holidays import NRW, easter, holidays_in_nrw

PRINTED_EASTERS = {
    1995: (4, 16), 2000: (4, 23), 2008: (3, 23), 2011: (4, 24), 2017: (4, 16), 2019: (4, 21), 2024: (3, 31), 2025: (4, 20),
    2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2035: (3, 25), 2038: (4, 25), 2049: (4, 18), 2076: (4, 19), 2285: (3, 22),
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), PRINTED_EASTERS.items())
def test_easter_is_when_the_printed_calendar_says(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_easter_is_a_sunday_between_22_march_and_25_april() -> None:
    sundays = [easter(year) for year in range(1995, 2400)]
    assert {day.weekday() for day in sundays} == {6}
    assert all((3, 22) <= (day.month, day.day) <= (4, 25) for day in sundays)


def test_the_year_2026_has_these_eleven_holidays() -> None:
    assert holidays_in_nrw(2026) == {
        date(2026, 1, 1): "Neujahr",
        date(2026, 4, 3): "Karfreitag",
        date(2026, 4, 6): "Ostermontag",
        date(2026, 5, 1): "1. Mai",
        date(2026, 5, 14): "Christi Himmelfahrt",
        date(2026, 5, 25): "Pfingstmontag",
        date(2026, 6, 4): "Fronleichnam",
        date(2026, 10, 3): "Tag der Deutschen Einheit",
        date(2026, 11, 1): "Allerheiligen",
        date(2026, 12, 25): "1. Weihnachtstag",
        date(2026, 12, 26): "2. Weihnachtstag",
    }


def test_reformation_day_was_a_holiday_once() -> None:
    assert [year for year in range(1995, 2100) if date(year, 10, 31) in NRW] == [2017]


def test_the_year_2017_is_the_one_the_city_of_hamm_published() -> None:
    days = ["01-01", "04-14", "04-17", "05-01", "05-25", "06-05", "06-15", "10-03", "10-31", "11-01", "12-25", "12-26"]
    assert [day.isoformat()[5:] for day in holidays_in_nrw(2017)] == days


def test_christmas_eve_and_new_years_eve_are_working_days_by_law() -> None:
    assert date(2026, 12, 24) not in NRW
    assert date(2026, 12, 31) not in NRW


def test_holidays_before_the_law_are_refused() -> None:
    with pytest.raises(ValueError, match="1995"):
        holidays_in_nrw(1994)


def test_what_is_no_day_is_no_holiday() -> None:
    assert "2026-01-01" not in NRW
