"""The measures of the plan by level of warning, and which summer is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lebenslage.journal.clock import today
from lebenslage.quarters.places.models import Level, Step, Work

AFTER_SUMMER: Final = 10
LEVELS: Final = (Level.BEFORE, Level.STRONG, Level.EXTREME, Level.LONG)


def next_summer() -> int:
    """The year of the summer that is planned for now: from October on that of next year."""
    day = today()
    return day.year + (day.month >= AFTER_SUMMER)


def current(seasons: Sequence[int]) -> int:
    """The latest season that has a plan, else the next summer."""
    return seasons[0] if seasons else next_summer()


def grouped(steps: Iterable[Step]) -> Sequence[tuple[str, Sequence[Step]]]:
    """The levels that have measures, each with its measures: what is open first, then by the day they are due."""
    some = sorted(steps, key=lambda one: (one.work in (Work.DONE, Work.DROPPED), one.due is None, str(one.due), one.title))
    return [(level, mine) for level in LEVELS if (mine := [one for one in some if one.level == level])]
