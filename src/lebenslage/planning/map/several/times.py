"""One indicator over the years: the same classes on every map, and what changed most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString, mark_safe

from lebenslage.law.texts import Texts
from lebenslage.planning.map.area.measured import Measured
from lebenslage.planning.map.bench import Bench
from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.figures import day_in_words
from lebenslage.planning.map.rows import Line
from lebenslage.quarters.columns import Column
from lebenslage.quarters.maps import Picture, drawn_map

MOST_DAYS = 6


@dataclass(frozen=True, slots=True)
class Year:
    """A small map of one day, and the page of that day."""

    words: str
    map: SafeString
    address: str


@dataclass(frozen=True)
class Times:
    """The days of an indicator, the latest first; all are sorted into the classes of the latest."""

    columns: Sequence[Column]
    choice: Choice
    say: Texts

    @property
    def bench(self) -> Bench:
        """The workbench of the latest day, by whose limits every day is sorted."""
        return Bench(self.columns[0], self.choice, self.say)

    @property
    def years(self) -> Sequence[Year]:
        """The small maps, the earliest first."""
        classes = self.bench.sorted.classes
        fixed = replace(self.choice, art="grenzen", grenzen=tuple(classes.upper[:-1])) if classes else self.choice
        return [self._year(column, fixed) for column in reversed(self.columns[:MOST_DAYS])]

    @property
    def legend(self) -> Sequence[Line]:
        """The classes, as on every map."""
        return [replace(line, id=f"k{self.columns[0].on}") for line in self.bench.legend]

    @property
    def moved(self) -> Sequence[Measured]:
        """Every area with its change since the day before, the furthest first."""
        found = [Measured(self.columns[0], place, self.columns[1]) for place in range(len(self.columns[0].numbers))]
        return sorted((one for one in found if one.change is not None), key=lambda one: -abs(one.change or 0))

    def _year(self, column: Column, fixed: Choice) -> Year:
        bench, edition = Bench(column, fixed, self.say), column.edition
        picture = Picture(
            edition.drawn,
            edition.names,
            bench.sorted.places,
            bench.sorted.looks,
            bench.title,
            labels=[""] * len(edition.names),
            id=f"k{column.on}",
        )
        drawn = mark_safe(drawn_map(picture))  # noqa: S308 - escaped where it is drawn
        return Year(day_in_words(column.on), drawn, fixed.address(tag=column.on.isoformat()))
