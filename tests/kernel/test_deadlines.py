"""Legal time limits: the day that counts, the last day, and what moves it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.kernel.deadlines import (
    Remedy,
    RemedyForm,
    RemedyKind,
    RemedyPlace,
    days_after,
    fiction_for,
    is_working_day,
    last_day,
    notified_by_portal,
    notified_on,
    without_instruction,
)
from lebenslage.kernel.holidays import NRW

days = st.dates(date(1996, 1, 1), date(2090, 12, 31))


def test_a_letter_counts_on_the_fourth_day_after_posting() -> None:
    assert notified_on(date(2026, 11, 24)) == date(2026, 11, 28)


def test_the_fourth_day_stays_on_a_saturday() -> None:
    assert notified_on(date(2026, 11, 24)).strftime("%A") == "Saturday"


def test_letters_posted_before_2025_count_on_the_third_day() -> None:
    assert notified_on(date(2024, 12, 31)) == date(2025, 1, 3)
    assert notified_on(date(2025, 1, 1)) == date(2025, 1, 5)


def test_the_federal_social_court_counted_so() -> None:
    """BSG, 6 May 2010, B 14 AS 12/09 R: posted on 26 September 2007, notified on Saturday the 29th, last day 29 October."""
    notified = notified_on(date(2007, 9, 26))
    assert notified == date(2007, 9, 29)
    assert last_day(notified, holidays=NRW) == date(2007, 10, 29)


def test_the_change_of_the_fiction_carries_its_source_and_doubt() -> None:
    assert str(fiction_for(date(2026, 1, 1)).cites).startswith("SGB X § 37 Abs. 2")
    assert fiction_for(date(2024, 1, 1)).confidence == "mem"


def test_a_notice_in_the_portal_counts_from_the_message_not_from_reading() -> None:
    assert notified_by_portal(date(2026, 11, 24), opened=date(2026, 11, 24)) == date(2026, 11, 28)


def test_a_message_that_cannot_be_proved_makes_reading_count() -> None:
    assert notified_by_portal(date(2026, 11, 24), opened=date(2027, 1, 7), told_is_disputed=True) == date(2027, 1, 7)
    assert notified_by_portal(date(2026, 11, 24), told_is_disputed=True) is None


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 11, 27), date(2026, 12, 28)),  # the 27th is a Sunday
        (date(2026, 11, 25), date(2026, 12, 28)),  # Friday 25th and Saturday 26th are Christmas, then Sunday
        (date(2026, 3, 3), date(2026, 4, 7)),  # Good Friday to Easter Monday
        (date(2026, 9, 3), date(2026, 10, 5)),  # 3 October on a Saturday
        (date(2026, 12, 1), date(2027, 1, 4)),  # New Year's Day is a Friday
        (date(2026, 6, 15), date(2026, 7, 15)),  # nothing moves it
    ],
)
def test_the_end_moves_to_the_next_working_day(start: date, end: date) -> None:
    assert last_day(start, holidays=NRW) == end


@pytest.mark.parametrize(("start", "end"), [((2027, 1, 31), (2027, 3, 1)), ((2028, 1, 31), (2028, 2, 29)), ((2026, 8, 31), (2026, 9, 30))])
def test_a_shorter_month_ends_the_limit_with_its_last_day(start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    assert last_day(date(*start), holidays=NRW) == date(*end)


def test_without_instruction_there_is_a_year() -> None:
    assert without_instruction(date(2026, 11, 28), holidays=NRW) == date(2027, 11, 29)
    assert without_instruction(date(2028, 2, 29), holidays=NRW) == date(2029, 2, 28)


def test_a_limit_of_days_does_not_count_the_day_itself() -> None:
    assert days_after(date(2026, 11, 23), 14, holidays=NRW) == date(2026, 12, 7)
    assert days_after(date(2026, 12, 11), 14, holidays=NRW) == date(2026, 12, 28)


@given(days.filter(lambda day: day.day <= 28), st.integers(1, 24))
def test_a_limit_ends_on_a_working_day_at_most_a_long_weekend_later(start: date, months: int) -> None:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    end = last_day(start, months, holidays=NRW)
    assert is_working_day(end, NRW)
    assert timedelta(0) <= end - date(year, month + 1, start.day) <= timedelta(4)


@given(days, days)
def test_a_later_letter_never_ends_earlier(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert last_day(notified_on(first), holidays=NRW) <= last_day(notified_on(second), holidays=NRW)


def test_a_remedy_is_data_and_knows_its_own_months() -> None:
    remedy = Remedy(RemedyKind.WIDERSPRUCH, RemedyPlace.AUTHORITY, (RemedyForm.SCHRIFTLICH,), 3, ("SGG § 84 Abs. 1",))
    assert remedy.last_day(date(2026, 11, 28), holidays=NRW) == date(2027, 3, 1)
