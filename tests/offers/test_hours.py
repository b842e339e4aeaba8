"""Opening hours as people write them, and what they mean at a moment."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lebenslage.offers.hours import CODES, Rule, on_day, open_until, opens_next, read_lines, written_lines
from lebenslage.offers.problems import ClosesBeforeOpening, UnclearHours

TUESDAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Mo-Do 9-12:30", "MO,TU,WE,TH"),
        ("Mo, Mi und Fr: 9 - 12 Uhr", "MO,WE,FR"),
        ("Sa bis Mo 10.30–14 uhr", "SA,SU,MO"),
        ("2. Di im Monat 14-16", "2TU"),
        ("letzter Sa im Monat 10-12", "-1SA"),
    ],
)
def test_a_line_tells_its_days(line: str, days: str) -> None:
    assert [rule.days for rule in read_lines(line)] == [days]


def test_two_spans_of_a_day_are_two_rules() -> None:
    assert [(rule.opens, rule.closes) for rule in read_lines("Di 9-12, 14-18")] == [(time(9), time(12)), (time(14), time(18))]


@pytest.mark.parametrize("line", ["immer", "Mo", "Mo 25-26", "31.2.2026 geschlossen", "Mo 9"])
def test_a_line_that_is_none_is_named(line: str) -> None:
    with pytest.raises(UnclearHours) as problem:
        read_lines(f"Mo 9-12\n{line}")
    assert problem.value.details["given_line"] == line


def test_an_end_before_the_beginning_is_named() -> None:
    with pytest.raises(ClosesBeforeOpening):
        read_lines("Mo 12-9")


RULES = some.builds(
    Rule,
    some.sets(some.sampled_from(CODES), min_size=1).map(lambda days: ",".join(sorted(days, key=CODES.index))) | some.just("2TU"),
    some.integers(0, 11).map(time),
    some.integers(12, 23).map(lambda hour: time(hour, 45)),
)


@given(some.lists(RULES, max_size=4))
def test_what_is_written_is_read_as_it_was(rules: list[Rule]) -> None:
    assert read_lines(written_lines(rules)) == rules


def test_a_closed_day_and_a_holiday_go_before_the_week() -> None:
    rules = read_lines("Mo-Fr 9-16\n17.11.2026 geschlossen\n24.12.2026 9-11\n25.12.2026 10-11")
    assert on_day(rules, TUESDAY) == []
    assert [one.closes for one in on_day(rules, date(2026, 12, 24))] == [time(11)]
    assert [one.closes for one in on_day(rules, date(2026, 12, 25))] == [time(11)]
    assert on_day(rules, date(2026, 1, 1)) == []


def test_the_last_and_the_second_of_a_month() -> None:
    rules = read_lines("letzter Sa im Monat 10-12\n2. Di im Monat 14-16")
    opened = [day for day in range(1, 31) if on_day(rules, date(2026, 11, day))]
    assert opened == [10, 28]


def test_open_until_ends_with_the_hour_and_the_next_opening_is_found() -> None:
    rules = read_lines("Di 9-12, 14-18")
    assert open_until(rules, datetime(2026, 11, 17, 11, 59)) == time(12)  # noqa: DTZ001 - the clock on the wall
    assert open_until(rules, datetime(2026, 11, 17, 12, 0)) is None  # noqa: DTZ001
    following = opens_next(rules, datetime(2026, 11, 17, 18, 0))  # noqa: DTZ001
    assert following is not None
    assert (following.day, following.opens) == (date(2026, 11, 24), time(9))
