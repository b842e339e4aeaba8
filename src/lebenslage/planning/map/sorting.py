"""A column sorted into classes: in which class each area is, and how that class looks."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.classing import Classes, classed
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.looks import Look, hidden, missing, ramp


@dataclass(frozen=True)
class Sorted:
    """The areas of a column in classes. `looks` are those of the classes, then of what is hidden, then of what is missing."""

    column: Column
    classes: Classes | None
    looks: Sequence[Look]

    @cached_property
    def places(self) -> Sequence[int]:
        """The place of each area's class in `looks`."""
        return [self.look_of(place) for place in range(len(self.column.numbers))]

    @cached_property
    def counts(self) -> Mapping[int, int]:
        """How many areas have each look, by its place."""
        return Counter(self.places)

    def look_of(self, place: int) -> int:
        """The place of an area's class in `looks`."""
        number = self.column.numbers[place]
        if number is None or self.classes is None:
            return len(self.looks) - (2 if self.column.marks[place] == Mark.SUPPRESSED else 1)
        return self.classes.of(number)

    def word(self, place: int) -> str:
        """The word of an area's class."""
        return self.looks[self.look_of(place)].word

    @cached_property
    def known(self) -> Sequence[float]:
        """The numbers that are known, ascending."""
        return sorted(number for number in self.column.numbers if number is not None)

    def rank_of(self, place: int) -> int:
        """1 for the greatest; equal ones share the smaller rank; 0 without a number."""
        number = self.column.numbers[place]
        return 0 if number is None else 1 + len(self.known) - bisect_right(self.known, number)


def sorted_as(column: Column, choice: Choice, words: Mapping[str, Sequence[str]], absent: tuple[str, str]) -> Sorted:
    """Sort a column as the choice wants. `words` are those of the classes by their number, `absent` those for hidden and for missing."""
    known = [number for number in column.numbers if number is not None]
    classes = classed(known, choice.art, choice.klassen, choice.grenzen) if known else None
    looks = ramp(words[str(len(classes))] if classes else [])
    return Sorted(column, classes, [*looks, hidden(absent[0]), missing(absent[1])])
