"""Take-up in words: an interval for each quarter, and where at least so many households go without."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

import numpy as np

from lebenslage.atlas.takeup import Bounds, Finding, TakeUp, take_up
from lebenslage.authorities.models import Authority
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.take_up.need import Need, newest
from lebenslage.planning.take_up.received import Received, received

STEP: Final = 10
MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A quarter: shares in whole percent, rounded outwards; `missing` households at least go without, rounded down to ten."""

    key: str
    name: str
    finding: str
    low: int | None
    high: int | None
    eligible: tuple[int, int] | None
    missing: int
    fitted: bool

    @property
    def query(self) -> str:
        """The query of an address that begins a measure for the quarter."""
        title = sentences(DEFAULT)("planning_take_up", "measure_title", quarter=self.name)
        return urlencode({"title": title, "gebiete": self.key})


@dataclass(frozen=True, slots=True)
class Told:
    """Everything about take-up on the page."""

    lines: Sequence[Line]
    need: Need
    received: Received
    publishable: bool

    @property
    def priorities(self) -> Sequence[Line]:
        """The quarters in which most households certainly go without, by name where they are alike."""
        some = [one for one in self.lines if one.missing >= STEP]
        return sorted(some, key=lambda one: (-one.missing, one.name))[:MOST_NAMED]


def told(authority: Authority) -> Told | None:
    """What can be told; None while nothing was simulated or nothing is known of recipients."""
    need = newest(authority)
    counted = received(authority, need.edition) if need is not None else None
    if need is None or counted is None:
        return None
    keys = tuple(need.edition.keys)
    eligible = Bounds(_numbers(need.least), _numbers(need.most))
    fitted = np.array([key in need.fitted for key in keys])
    found = take_up(keys, counted.bounds, eligible, fitted)
    lines = [_line(need, counted, found, eligible, place) for place in range(len(keys))]
    return Told(lines, need, counted, found.publishable)


def _numbers(given: Sequence[float | None]) -> np.ndarray:
    return np.array([np.nan if one is None else one for one in given], float)


def _line(need: Need, counted: Received, found: TakeUp, eligible: Bounds, place: int) -> Line:
    low, high = found.low[place], found.high[place]
    known = not np.isnan(low)
    right = None if np.isnan(eligible.low[place]) else (math.floor(eligible.low[place]), math.ceil(eligible.high[place]))
    return Line(
        need.edition.keys[place],
        need.edition.names[place],
        found.findings[place].value,
        math.floor(100 * low) if known else None,
        math.ceil(100 * high) if known else None,
        right,
        _missing(eligible.low[place], counted.bounds.high[place], found.findings[place]),
        bool(found.fitted[place]),
    )


def _missing(right_least: float, received_most: float, finding: Finding) -> int:
    """At least so many have a right and do not receive it."""
    surely = right_least - received_most
    return int(surely // STEP * STEP) if finding is Finding.TOLD and surely >= STEP else 0
