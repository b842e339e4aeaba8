"""Days and months as whole numbers agree with the calendar, and age is counted as the civil code does."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.kernel.dates import age_on, first_day, month_of, read_day
from lebenslage.kernel.errors import UnreadableDate

DAYS = st.dates().map(date.toordinal)


def age(born: str, on: str) -> int:
    """The age of somebody born on a day, on another day."""
    return age_on(date.fromisoformat(born).toordinal(), date.fromisoformat(on).toordinal())


@given(DAYS)
def test_the_month_of_a_day_is_the_calendar_s(day: int) -> None:
    calendar = date.fromordinal(day)

    assert month_of(day) == calendar.year * 12 + calendar.month - 1


@given(DAYS)
def test_the_first_day_of_a_month_is_the_calendar_s(day: int) -> None:
    assert first_day(month_of(day)) == date.fromordinal(day).replace(day=1).toordinal()


@pytest.mark.parametrize("day", [date.min, date(1900, 2, 28), date(1900, 3, 1), date(2000, 2, 29), date(2400, 12, 31), date.max])
def test_the_edges_of_the_calendar_hold(day: date) -> None:
    assert month_of(day.toordinal()) == day.year * 12 + day.month - 1


def test_the_birthday_itself_completes_the_year_of_life() -> None:
    """§ 187 Abs. 2 S. 2, § 188 Abs. 2 BGB: the day of birth counts, so the year ends with the day before the birthday."""
    assert (age("2000-05-14", "2018-05-13"), age("2000-05-14", "2018-05-14")) == (17, 18)


def test_who_is_born_on_the_first_is_older_from_the_first() -> None:
    assert (age("2007-07-01", "2025-06-30"), age("2007-07-01", "2025-07-01")) == (17, 18)


def test_who_is_born_on_29_february_is_older_from_1_march_in_a_common_year() -> None:
    """§ 188 Abs. 3 BGB: without a 29th the year ends with the last day of February."""
    assert (age("2004-02-29", "2022-02-28"), age("2004-02-29", "2022-03-01")) == (17, 18)


def test_who_is_born_on_29_february_has_the_birthday_in_a_leap_year() -> None:
    assert (age("2004-02-29", "2024-02-28"), age("2004-02-29", "2024-02-29")) == (19, 20)


def test_a_child_not_born_yet_has_no_completed_year() -> None:
    assert age("2025-08-02", "2025-08-01") < 0
    assert age("2025-08-01", "2025-08-01") == 0


@given(DAYS, DAYS)
def test_age_is_the_number_of_birthdays_that_have_come(one: int, other: int) -> None:
    birth, day = sorted((one, other))
    born, now = date.fromordinal(birth), date.fromordinal(day)

    assert age_on(birth, day) == now.year - born.year - ((now.month, now.day) < (born.month, born.day))


@pytest.mark.parametrize(
    "given_day", ["2025-07-01", "1.7.2025", "01.07.2025", " 1. 7. 2025 ", date(2025, 7, 1), datetime(2025, 7, 1, 9, tzinfo=UTC)]
)
def test_a_day_may_be_written_in_both_ways(given_day: object) -> None:
    assert read_day(given_day) == date(2025, 7, 1).toordinal()


@pytest.mark.parametrize(
    "given_day", ["30.2.2025", "2025-02-30", "29.2.2025", "1.13.2025", "1.7.25", "1/7/2025", "gestern", "", "2025", None, 20250.5]
)
def test_a_day_that_no_calendar_has_is_refused(given_day: object) -> None:
    with pytest.raises(UnreadableDate) as refused:
        read_day(given_day)

    assert refused.value.details == {"given": str(given_day)}
