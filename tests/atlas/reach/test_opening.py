"""Opening hours: what the grammar reads, what it refuses, and when a door is open."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.atlas.reach.opening import DAYS, clock, moment, opening_hours
from lebenslage.atlas.reach.problems import UnreadableHours, UnreadableMoment

OFFICE = "Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-13:00; PH off"


@pytest.mark.parametrize(
    ("hours", "when", "answer"),
    [
        (OFFICE, "Mo 09:00", True),
        (OFFICE, "Mo 12:00", False),
        (OFFICE, "Fr 17:59", True),
        (OFFICE, "Sa 12:00", True),
        (OFFICE, "Su 12:00", False),
        (OFFICE, "PH 10:00", False),
        ("24/7", "Su 03:00", True),
        ("Mo-Fr 08:00-16:00; We off", "We 10:00", False),
        ("Mo-Fr 08:00-16:00; We 14:00-20:00", "We 10:00", False),
        ("Mo-Fr 08:00-16:00, We 18:00-20:00", "We 10:00", True),
        ("Mo-Fr 08:00-16:00, We 18:00-20:00", "We 19:00", True),
        ("Fr 20:00-02:00", "Sa 01:30", True),
        ("Fr 20:00-26:00", "Sa 01:30", True),
        ("Su 22:00-04:00", "Mo 03:59", True),
        ("Fr-Mo 10:00-12:00", "Su 11:00", True),
        ("Fr-Mo 10:00-12:00", "Tu 11:00", False),
        ("10:00-12:00", "We 11:00", True),
        ("Mo,We,Fr 10:00-12:00", "We 11:00", True),
        ("Mo-Fr", "We 03:00", True),
        ("PH,Su 10:00-12:00", "PH 11:00", True),
        ("Mo-Sa 10:00-12:00", "PH 11:00", None),
        ("Apr-Oct Mo-Fr 10:00-18:00", "2026-05-04 11:00", True),
        ("Apr-Oct: Mo-Fr 10:00-18:00", "2026-12-07 11:00", False),
        ("Nov-Feb 10:00-18:00", "2026-01-05 11:00", True),
        ("Apr-Oct Mo-Fr 10:00-18:00", "Mo 11:00", None),
        ("Apr-Oct Mo-Fr 10:00-18:00", "Su 11:00", False),
        ("off", "Mo 11:00", False),
    ],
)
def test_when_a_door_is_open(hours: str, when: str, answer: bool | None) -> None:
    assert opening_hours(hours).open_at(moment(when)) is answer


@pytest.mark.parametrize(
    "text",
    ["", "late", "Mo-Fr 9-18", "Mo-Fr 09:00-late", "18:00+", "sunrise-sunset", 'Mo 10:00-12:00 "by appointment"', "Mo 25:00-26:00",
     "Mo 10:75-11:00", "Di 10:00-12:00", "week 1-10 Mo 10:00-12:00", "Mo 10:00-12:00 || call", "Dec 24 off", "Mo-PH 10:00-12:00",
     "Mo[1] 10:00-12:00", "Mo 10:00-12:00;;Tu 10:00-12:00"],
)  # fmt: skip
def test_what_cannot_be_read_is_said_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableHours) as refused:
        opening_hours(text)
    assert refused.value.details == {"given": text}


@pytest.mark.parametrize("text", ["Monday 10:00", "Mo 24:00", "Mo", "2026-02-30 10:00", "Mo 10:60", "10:00"])
def test_a_moment_has_a_day_and_a_time(text: str) -> None:
    with pytest.raises(UnreadableMoment):
        moment(text)


def test_a_clock_alone() -> None:
    assert clock("17:00") == 1020
    with pytest.raises(UnreadableMoment):
        clock("17")


def test_a_week_in_minutes() -> None:
    assert opening_hours("Mo 09:00-12:00; Su 22:00-02:00").weekly(1).tolist() == [[540, 720], [10_080 - 120, 10_080 + 120]]


def test_open_after_work_means_some_workday() -> None:
    assert opening_hours("Mo-We 09:00-16:00; Th 09:00-18:00").open_after(1020) is True
    assert opening_hours("Mo-Fr 09:00-17:00; Sa 09:00-20:00").open_after(1020) is False
    assert opening_hours("Jun-Aug Mo-Fr 09:00-20:00").open_after(1020) is None


@given(st.lists(st.sampled_from(["Mo", "PH", "Dec", "-", ",", ";", " ", ":", "09:00", "26:00", "9", "off", "24/7", "+"]), max_size=9))
def test_any_text_is_read_or_refused(pieces: list[str]) -> None:
    with suppress(UnreadableHours):
        assert opening_hours("".join(pieces)).weekly(1).shape[1] == 2


@given(st.integers(0, 6), st.integers(0, 1439), st.integers(1, 1440))
def test_a_span_is_open_at_its_beginning_and_closed_at_its_end(day: int, start: int, length: int) -> None:
    end = (start + length) % 1440
    hours = opening_hours(f"{DAYS[day]} {_clock(start)}-{_clock(end)}")
    following = DAYS[(day + (start + length) // 1440) % 7]
    assert hours.open_at(moment(f"{DAYS[day]} {_clock(start)}")) is True
    assert hours.open_at(moment(f"{following} {_clock(end)}")) is False


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
