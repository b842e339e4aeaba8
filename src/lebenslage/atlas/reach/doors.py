"""Which sites count: open when people can come, and without a step at the door. What is not known does not count, and is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Flags
from lebenslage.atlas.reach.opening import Hours, Moment, opening_hours
from lebenslage.atlas.reach.problems import UnreadableHours
from lebenslage.atlas.reach.tables import Points
from lebenslage.atlas.reach.ways import AT_ITS_WORD

HOURS, STEPLESS = "opening_hours", "wheelchair"


@dataclass(frozen=True, slots=True, eq=False)
class Doors:
    """Which sites (s,) count, and the lines of the others by reason.

    Reasons: closed, hours_unknown, hours_unreadable, hours_depend (on a month that was not said), steps, steps_unknown.
    """

    count: Flags
    left_out: Mapping[str, tuple[int, ...]]


def doors(sites: Points, *, at: Moment | None = None, after: int | None = None, barrier_free: bool = False) -> Doors:
    """Choose sites by their columns `opening_hours` and `wheelchair` (as in OSM).

    `at`: open at this moment; `after`: open later than this minute of the day on some workday. Raises NoSuchColumn.
    """
    reasons = [""] * len(sites)
    if at is not None or after is not None:
        reasons = [_closed(text.strip(), at, after) for text in sites.table.text(HOURS)]
    if barrier_free:
        steps = [_steps(text.strip()) for text in sites.table.text(STEPLESS)]
        reasons = [first or second for first, second in zip(reasons, steps, strict=True)]
    lines = {reason: tuple(line for line, one in zip(sites.table.lines, reasons, strict=True) if one == reason) for reason in set(reasons)}
    return Doors(np.array([not reason for reason in reasons]), {reason: lines[reason] for reason in sorted(lines) if reason})


def _closed(text: str, at: Moment | None, after: int | None) -> str:
    if not text:
        return "hours_unknown"
    try:
        hours = opening_hours(text)
    except UnreadableHours:
        return "hours_unreadable"
    answers = [_answer(hours, at), True if after is None else hours.open_after(after)]
    if False in answers:
        return "closed"
    return "hours_depend" if None in answers else ""


def _answer(hours: Hours, at: Moment | None) -> bool | None:
    return True if at is None else hours.open_at(at)


def _steps(text: str) -> str:
    if text in AT_ITS_WORD:
        return ""
    return "steps" if text in {"no", "limited"} else "steps_unknown"
