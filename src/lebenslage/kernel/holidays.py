"""Public holidays of North Rhine-Westphalia: days on which no legal time limit ends.

Source: Gesetz über die Sonn- und Feiertage (Feiertagsgesetz NW) of 23 April 1989, § 2 Abs. 1, in force so since 31 December 1994; the
Reformationstag of 31 October 2017 was a holiday once, by a law of its own (GV. NRW. 2015). Easter Sunday is a Sunday and so needs no line.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

FIRST_YEAR: Final = 1995
REFORMATION: Final = date(2017, 10, 31)
AFTER_EASTER: Final = {-2: "Karfreitag", 1: "Ostermontag", 39: "Christi Himmelfahrt", 50: "Pfingstmontag", 60: "Fronleichnam"}
FIXED: Final = {
    (1, 1): "Neujahr",
    (5, 1): "1. Mai",
    (10, 3): "Tag der Deutschen Einheit",
    (11, 1): "Allerheiligen",
    (12, 25): "1. Weihnachtstag",
    (12, 26): "2. Weihnachtstag",
}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the published algorithm of Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leaps, year_rest = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leaps - epact - year_rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays_in_nrw(year: int) -> Mapping[date, str]:
    """The holidays of a year with their names, in the order of the calendar. Raises ValueError for a year before 1995."""
    if year < FIRST_YEAR:
        raise ValueError(f"the holidays before {FIRST_YEAR} are not known here")
    sunday = easter(year)
    moving = {sunday + timedelta(days): name for days, name in AFTER_EASTER.items()}
    fixed = {date(year, month, day): name for (month, day), name in FIXED.items()}
    once = {REFORMATION: "Reformationstag"} if year == REFORMATION.year else {}
    return dict(sorted({**moving, **fixed, **once}.items()))


class _NorthRhineWestphalia(Container[date]):
    """Every holiday of every year, so that a time limit may cross the end of one."""

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in holidays_in_nrw(day.year)


NRW: Final[Container[date]] = _NorthRhineWestphalia()
