"""How sure a share is that was counted among few people: its interval (Wilson 1927), and whether its class could be another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import hypot, sqrt
from typing import Final

from lebenslage.planning.map.classing import Classes
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Kind

DEVIATE: Final = 1.645
"""Nine of ten: the true share of what makes people poor here lies within."""

type Interval = tuple[float, float]


@dataclass(frozen=True)
class Doubt:
    """How sure the figures of a column are, and the classes into which they are sorted."""

    column: Column
    classes: Classes | None

    @cached_property
    def intervals(self) -> Sequence[Interval | None]:
        """From where to where the true share of each area may lie."""
        return [interval_of(self.column, place) for place in range(len(self.column.numbers))]

    @property
    def known(self) -> bool:
        """Whether that is known of any area."""
        return any(one is not None for one in self.intervals)

    @cached_property
    def places(self) -> frozenset[int]:
        """The places of areas whose class may be another."""
        return frozenset(place for place in range(len(self.column.numbers)) if self.of(place))

    def of(self, place: int) -> bool:
        """Whether the class of an area may be another: by chance, or because the source says so."""
        if self.classes is None or self.column.marks[place] == Mark.UNCERTAIN:
            return self.column.marks[place] == Mark.UNCERTAIN
        interval = interval_of(self.column, place)
        return interval is not None and self.classes.of(interval[0]) != self.classes.of(interval[1])


def wilson(share: float, base: float) -> Interval:
    """The interval of a share (0 to 1) that was found among `base` people."""
    square = DEVIATE * DEVIATE
    middle = (share + square / (2 * base)) / (1 + square / base)
    half = DEVIATE * sqrt(share * (1 - share) / base + square / (4 * base * base)) / (1 + square / base)
    return max(0.0, middle - half), min(1.0, middle + half)


def interval_of(column: Column, place: int) -> Interval | None:
    """The interval of an area, in the unit of the column; None where it is no share or its denominator is not known."""
    number, base = column.numbers[place], column.bases[place] if column.bases else None
    if column.indicator.kind != Kind.SHARE or number is None or not base or base <= 0:
        return None
    whole = whole_of(column)
    low, high = wilson(min(1.0, max(0.0, number / whole)), base)
    return low * whole, high * whole


def whole_of(column: Column) -> float:
    """What everybody would be, in the unit of the column: 100 per cent, or 1."""
    return 100.0 if column.indicator.unit.startswith("Prozent") or column.indicator.unit == "%" else 1.0


def larger_than_chance(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Whether two shares, each with its base, differ by more than chance (Newcombe 1998: from both Wilson intervals)."""
    (share, base), (other, other_base) = first, second
    (low, high), (other_low, other_high) = wilson(share, base), wilson(other, other_base)
    difference = share - other
    if difference > 0:
        return difference > hypot(share - low, other_high - other)
    return -difference > hypot(high - share, other - other_low)
