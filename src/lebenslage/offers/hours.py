"""Opening hours: read from a few plain lines, written as such lines, and what they mean at a moment. The wall clock of the town counts."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import groupby
from typing import Final

from lebenslage.kernel.holidays import NRW
from lebenslage.offers.problems import ClosesBeforeOpening, UnclearHours

CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SAID: Final = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
LAST: Final = "letzter"
SHUT: Final = "geschlossen"
AHEAD: Final = 21
WEEK: Final = 7

_DAY: Final = "|".join(SAID)
_LINE: Final = re.compile(
    rf"^(?:(?P<nth>[1-5]\.|{LAST})\s*)?(?P<days>(?:{_DAY})(?:\s*(?:[-–,]|und|bis)\s*(?:{_DAY}))*)(?:\s+im\s+Monat)?\s*:?\s+(?P<hours>.+)$",
    re.IGNORECASE,
)
_DATES: Final = re.compile(
    r"^(?P<first>\d{1,2}\.\d{1,2}\.\d{4})(?:\s*(?:[-–]|bis)\s*(?P<last>\d{1,2}\.\d{1,2}\.\d{4}))?\s*:?\s+(?P<hours>.+)$"
)
_SPAN: Final = re.compile(r"^(\d{1,2})(?:[:.](\d\d))?\s*(?:uhr)?\s*(?:[-–]|bis)\s*(\d{1,2})(?:[:.](\d\d))?\s*(?:uhr)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, as `models.Schedule` keeps it: days as in iCal, from when to when, between which days, or closed."""

    days: str = ""
    opens: time | None = None
    closes: time | None = None
    first: date | None = None
    last: date | None = None
    closed: bool = False
    words: str = ""

    @property
    def of_one_day(self) -> bool:
        """Whether it speaks of one day alone: then it replaces the rules of the week."""
        return self.first is not None and self.first == self.last

    def covers(self, day: date) -> bool:
        """Whether the rule speaks of a day."""
        within = (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
        return within and (_falls(self.days, day) if self.days else self.closed or self.of_one_day)


@dataclass(frozen=True, slots=True)
class Times:
    """Hours on a day."""

    day: date
    opens: time
    closes: time


def _falls(days: str, day: date) -> bool:
    return not codes_on(day).isdisjoint(days.split(","))


@cache
def codes_on(day: date) -> frozenset[str]:
    """Everything that names a day in a rule of the week: TU, the second Tuesday of a month 2TU or +2TU, the last -1TU."""
    code, ahead = CODES[day.weekday()], monthrange(day.year, day.month)[1] - day.day
    nth = (day.day - 1) // WEEK + 1
    return frozenset({code, f"{nth}{code}", f"+{nth}{code}", f"-{ahead // WEEK + 1}{code}"})


def on_day(rules: Iterable[Rule], day: date) -> Sequence[Times]:
    """When it is open on a day. A closed rule shuts; a rule of that day alone goes before the week; on a holiday the week does not hold."""
    some = [rule for rule in rules if rule.covers(day)]
    if any(rule.closed for rule in some):
        return []
    special = [rule for rule in some if rule.of_one_day]
    if not special and day in NRW:
        return []
    found = [Times(day, rule.opens, rule.closes) for rule in special or some if rule.opens and rule.closes]
    return sorted(found, key=lambda times: times.opens)


def open_until(rules: Iterable[Rule], moment: datetime) -> time | None:
    """Until when it is open at this moment; None where it is closed."""
    clock = moment.time()
    return next((one.closes for one in on_day(rules, moment.date()) if one.opens <= clock < one.closes), None)


def opens_next(rules: Sequence[Rule], moment: datetime) -> Times | None:
    """When it opens next, within three weeks."""
    days = (moment.date() + timedelta(ahead) for ahead in range(AHEAD))
    return next((one for day in days for one in on_day(rules, day) if datetime.combine(day, one.opens) > moment.replace(tzinfo=None)), None)


# --- Lines -----------------------------------------------------------------------------------------


def read_lines(text: str) -> list[Rule]:
    """Rules from lines such as "Mo-Do 9-12:30", "2. Di im Monat 14-16", "24.12.2026 geschlossen". Raises UnclearHours."""
    return [rule for line in text.splitlines() if line.strip() for rule in _read(line.strip())]


def _read(line: str) -> Iterator[Rule]:
    found = _LINE.match(line) or _DATES.match(line)
    if found is None:
        raise UnclearHours(given_line=line[:80])
    named = found.groupdict()
    days = _days(named["days"], named["nth"]) if named.get("days") else ""
    first = _date(named["first"], line) if named.get("first") else None
    last = _date(named["last"], line) if named.get("last") else first
    if named["hours"].strip().casefold() == SHUT:
        yield Rule(days, None, None, first, last, closed=True)
        return
    for span in re.split(r"\s*(?:,|und)\s*", named["hours"].strip()):
        opens, closes = _hours(span, line)
        yield Rule(days, opens, closes, first, last)


def _days(named: str, nth: str | None) -> str:
    order = [one.casefold() for one in SAID]
    days: list[int] = []
    for part in re.split(r"\s*(?:,|und)\s*", named.casefold()):
        ends = [order.index(one.strip()) for one in re.split(r"[-–]|bis", part)]
        days += range(ends[0], ends[-1] + 1) if ends[0] <= ends[-1] else [*range(ends[0], WEEK), *range(ends[-1] + 1)]
    number = "" if not nth else "-1" if nth.casefold() == LAST else nth.rstrip(".")
    return ",".join(f"{number}{CODES[day]}" for day in dict.fromkeys(days))


def _date(typed: str, line: str) -> date:
    day, month, year = map(int, typed.split("."))
    try:
        return date(year, month, day)
    except ValueError as wrong:
        raise UnclearHours(given_line=line[:80]) from wrong


def _hours(span: str, line: str) -> tuple[time, time]:
    found = _SPAN.match(span)
    if found is None:
        raise UnclearHours(given_line=line[:80])
    try:
        opens = time(int(found[1]), int(found[2] or 0))
        closes = time(23, 59) if found[3] == "24" else time(int(found[3]), int(found[4] or 0))
    except ValueError as wrong:
        raise UnclearHours(given_line=line[:80]) from wrong
    if closes <= opens:
        raise ClosesBeforeOpening(given_line=line[:80])
    return opens, closes


def written_lines(rules: Iterable[Rule]) -> str:
    """The same rules as lines; one that we cannot compute with is left out, for it is kept in words elsewhere."""
    return "\n".join(_line(when, list(some)) for when, some in groupby((one for one in rules if _whole(one)), key=_when))


def _whole(rule: Rule) -> bool:
    return rule.closed or bool(rule.opens and rule.closes and (rule.days or rule.first))


def _when(rule: Rule) -> str:
    if rule.days:
        return days_in_words(rule.days, SAID)
    assert rule.first is not None
    return _written_date(rule.first) + (f"-{_written_date(rule.last)}" if rule.last and rule.last != rule.first else "")


def _written_date(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _line(when: str, rules: Sequence[Rule]) -> str:
    return f"{when} {SHUT if rules[0].closed else ', '.join(f'{hour(one.opens)}-{hour(one.closes)}' for one in rules)}"


def days_in_words(days: str, names: Sequence[str], last: str = LAST) -> str:
    """Days as people write them: "Mo-Do, Sa", "2. Di"; `names` are those of Monday to Sunday."""
    if any(letter.isdigit() for letter in days):
        return ", ".join(f"{last if part.startswith('-') else part[:-2] + '.'} {names[CODES.index(part[-2:])]}" for part in days.split(","))
    numbers = sorted(CODES.index(part) for part in days.split(","))
    runs = [list(run) for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(_run([number for _, number in run], names) for run in runs)


def _run(numbers: Sequence[int], names: Sequence[str]) -> str:
    if len(numbers) > 2:
        return f"{names[numbers[0]]}-{names[numbers[-1]]}"
    return ", ".join(names[number] for number in numbers)


def hour(clock: time | None) -> str:
    """An hour as people write it: 9, 12:30."""
    assert clock is not None
    return f"{clock.hour}:{clock:%M}" if clock.minute else str(clock.hour)
