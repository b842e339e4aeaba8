"""A column of figures as pages and computations take it: plain tuples, in the order of the edition's keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lebenslage.quarters.models import Edition, Figures, Indicator, Released


class Mark(StrEnum):
    """The quality of a figure, one letter an area. None of the three without a number is zero."""

    GIVEN = "g"
    MISSING = "m"
    SUPPRESSED = "s"
    UNCERTAIN = "u"


@dataclass(frozen=True, slots=True)
class Column:
    """One indicator at one day: a number or none an area, its `Mark`, and the denominators of a share where they are known."""

    indicator: Indicator
    edition: Edition
    on: date
    numbers: Sequence[float | None]
    marks: Sequence[Mark]
    bases: Sequence[float | None] | None = None
    town: float | None = None
    source: str = ""

    def of(self, key: str) -> tuple[float | None, Mark]:
        """The figure of an area. Raises ValueError where the edition has no such key."""
        place = self.edition.keys.index(key)
        return self.numbers[place], self.marks[place]


def column_of(stored: Figures | Released) -> Column:
    """What is stored, read. Needs `indicator` and `edition` loaded."""
    town, source = (stored.town, stored.source) if isinstance(stored, Released) else (None, stored.batch.source)
    marks = [Mark(letter) for letter in stored.qualities]
    return Column(stored.indicator, stored.edition, stored.on, stored.numbers, marks, stored.bases, town, source)
