"""Opening hours as OpenStreetMap writes them, and when a door is open.

The part of the `opening_hours` grammar that is read (OSM wiki, Key:opening_hours/specification), everything else is said to be unreadable:

    hours     = rule *( ";" rule )               a later rule replaces the earlier ones on its days
    rule      = part *( "," part )               a part after a time and a comma adds to them
    part      = "24/7" | [months [":"]] [days] [times | "open" | "off" | "closed"]
    months    = month ["-" month] *( "," ... )   Jan ... Dec
    days      = day ["-" day] *( "," ... )       Mo ... Su, PH (public holiday), SH (school holiday)
    times     = HH:MM "-" HH:MM *( "," ... )     an end before its beginning is of the next day

Without times a part means all day. Comments, weeks, dates, sunrise, open ends ("18:00+") and "||" are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Ints
from lebenslage.atlas.reach.problems import UnreadableHours, UnreadableMoment

DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HOLIDAYS: Final = ("PH", "SH")
DAY: Final = 1440
ALL_DAY: Final = ((0, DAY),)
WORKDAYS: Final = range(5)

_MONTH, _DAYNAME = f"(?:{'|'.join(MONTHS)})", f"(?:{'|'.join((*DAYS, *HOLIDAYS))})"
_TIME: Final = r"\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d"


def _several(one: str) -> str:
    return rf"{one}(?:\s*,\s*{one})*"


PART: Final = re.compile(
    rf"(?:(?P<months>{_several(rf'{_MONTH}(?:\s*-\s*{_MONTH})?')})\s*:?)?\s*"
    rf"(?P<days>{_several(rf'{_DAYNAME}(?:\s*-\s*{_DAYNAME})?')})?\s*:?\s*"
    rf"(?P<when>{_several(_TIME)}|open|off|closed)?"
)
NEXT_PART: Final = re.compile(r"(?<=[0-9f])\s*,\s*(?=[A-Z])")
MOMENT: Final = re.compile(rf"(?P<day>{'|'.join((*DAYS, *HOLIDAYS))}|\d{{4}}-\d\d-\d\d)\s+(?P<hour>\d{{1,2}}):(?P<minute>\d\d)")


@dataclass(frozen=True, slots=True)
class Rule:
    """When a rule holds (None: always) and what it says: spans of minutes of the day, none where closed. `adds` to earlier rules."""

    months: frozenset[int] | None
    days: frozenset[str] | None
    spans: tuple[tuple[int, int], ...]
    adds: bool

    def holds(self, day: int, month: int, holiday: str) -> bool:
        """Whether the rule speaks of a weekday (0: Monday) in a month (1 to 12), which may be a holiday ("PH", "SH", "")."""
        if self.months is not None and month not in self.months:
            return False
        return self.days is None or DAYS[day] in self.days or holiday in self.days


@dataclass(frozen=True, slots=True)
class Moment:
    """A minute of a weekday (0: Monday; None: whichever the holiday falls on), with its month (1 to 12) where that is known."""

    day: int | None
    minute: int
    month: int | None = None
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours that were read."""

    rules: tuple[Rule, ...]

    def spans(self, day: int, month: int, holiday: str = "") -> tuple[tuple[int, int], ...]:
        """When the door is open on such a day, in minutes since midnight; an end after 1440 is of the next day."""
        found: tuple[tuple[int, int], ...] = ()
        for rule in self.rules:
            if rule.holds(day, month, holiday):
                found = (*found, *rule.spans) if rule.adds else rule.spans
        return found

    def open_at(self, moment: Moment) -> bool | None:
        """Whether the door is open then; None where that depends on a month or a weekday that was not said."""
        months = range(1, 13) if moment.month is None else (moment.month,)
        days = range(7) if moment.day is None else (moment.day,)
        answers = {self._open(day, month, moment) for day in days for month in months}
        return answers.pop() if len(answers) == 1 else None

    def _open(self, day: int, month: int, moment: Moment) -> bool:
        today = ((start, end, moment.minute) for start, end in self.spans(day, month, moment.holiday))
        night = ((start, end, moment.minute + DAY) for start, end in self.spans((day - 1) % 7, month))
        return any(start <= minute < end for start, end, minute in (*today, *night))

    def weekly(self, month: int) -> Ints:
        """An ordinary week of a month: spans (n, 2) in minutes since Monday 0:00, in order."""
        found = sorted((day * DAY + start, day * DAY + end) for day in range(7) for start, end in self.spans(day, month))
        return np.array(found, dtype=np.int64).reshape(-1, 2)

    def open_after(self, minute: int) -> bool | None:
        """Whether the door is open later than this minute on some workday; None where that depends on the month."""
        answers = {any(end > minute for day in WORKDAYS for _, end in self.spans(day, month)) for month in range(1, 13)}
        return answers.pop() if len(answers) == 1 else None


def opening_hours(text: str) -> Hours:
    """Read opening hours: "Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-13:00; PH off". Raises UnreadableHours."""
    rules = []
    for written in (piece.strip() for piece in text.strip().rstrip(";").split(";")):
        parts = NEXT_PART.split(written)
        rules += [_rule(part, text, adds=number > 0) for number, part in enumerate(parts)]
    return Hours(tuple(rules))


def moment(text: str) -> Moment:
    """Read a moment: "Mo 18:00", "PH 10:00" (a public holiday) or "2026-12-07 18:00". Raises UnreadableMoment."""
    found = MOMENT.fullmatch(text.strip())
    if found is None or (minute := _minute(found["hour"], found["minute"])) is None or minute >= DAY:
        raise UnreadableMoment(given=text)
    name = found["day"]
    if name in DAYS:
        return Moment(DAYS.index(name), minute)
    if name in HOLIDAYS:
        return Moment(None, minute, holiday=name)
    try:
        day = date.fromisoformat(name)
    except ValueError as error:
        raise UnreadableMoment(given=text) from error
    return Moment(day.weekday(), minute, day.month)


def clock(text: str) -> int:
    """Read a time of day as minutes since midnight: "17:00". Raises UnreadableMoment."""
    hour, colon, minute = text.strip().partition(":")
    if colon and hour.isdecimal() and minute.isdecimal() and len(minute) == 2:
        found = _minute(hour, minute)
        if found is not None and found < DAY:
            return found
    raise UnreadableMoment(given=text)


def _rule(part: str, text: str, *, adds: bool) -> Rule:
    if part == "24/7":
        return Rule(None, None, ALL_DAY, adds)
    found = PART.fullmatch(part)
    if not part or found is None:
        raise UnreadableHours(given=text)
    months = _named(found["months"], MONTHS)
    numbers = None if months is None else frozenset(MONTHS.index(name) + 1 for name in months)
    return Rule(numbers, _days(found["days"], text), _spans(found["when"], text), adds)


def _named(written: str | None, names: tuple[str, ...]) -> frozenset[str] | None:
    """Names of a list with ranges, which may run over the end: "Nov-Feb"."""
    if written is None:
        return None
    found: set[str] = set()
    for piece in written.split(","):
        first, _, last = (name.strip() for name in piece.partition("-"))
        start, length = names.index(first), (names.index(last or first) - names.index(first)) % len(names)
        found.update(names[(start + step) % len(names)] for step in range(length + 1))
    return frozenset(found)


def _days(written: str | None, text: str) -> frozenset[str] | None:
    if written is None:
        return None
    pieces = [piece.strip() for piece in written.split(",")]
    holidays = frozenset(piece for piece in pieces if piece in HOLIDAYS)
    weekdays = [piece for piece in pieces if piece not in HOLIDAYS]
    if any(name in piece for piece in weekdays for name in HOLIDAYS):
        raise UnreadableHours(given=text)
    return holidays | (_named(",".join(weekdays), DAYS) or frozenset() if weekdays else frozenset())


def _spans(written: str | None, text: str) -> tuple[tuple[int, int], ...]:
    if written in {"off", "closed"}:
        return ()
    if written in {None, "open"}:
        return ALL_DAY
    return tuple(_span(piece, text) for piece in str(written).split(","))


def _span(written: str, text: str) -> tuple[int, int]:
    start, end = (_minute(*clock.strip().split(":")) for clock in written.split("-"))
    if start is None or end is None or start >= DAY or end > 2 * DAY:
        raise UnreadableHours(given=text)
    return start, end if end > start else end + DAY


def _minute(hour: str, minute: str) -> int | None:
    return int(hour) * 60 + int(minute) if int(minute) < 60 and int(hour) <= 48 else None
