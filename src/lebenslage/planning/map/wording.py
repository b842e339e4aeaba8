"""How the workbench speaks of an area: its figure, from where to where that may lie, and how it is called aloud."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lebenslage.law.texts import Texts
from lebenslage.planning.map.figures import number_in_words, unit_of, with_unit
from lebenslage.planning.map.sorting import Sorted
from lebenslage.planning.map.sureness import Doubt, interval_of
from lebenslage.quarters.columns import Column

ROOM: Final = "planning_map"
"""Under which name its sentences stand."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Says the areas of a column."""

    column: Column
    sorted: Sorted
    doubt: Doubt
    say: Texts

    def figure(self, place: int) -> str:
        """The figure of an area, or the word in its place."""
        number = self.column.numbers[place]
        return self.sorted.word(place) if number is None else with_unit(number, self.column.indicator)

    def between(self, place: int) -> str:
        """From where to where the figure may lie; empty where that is not known."""
        interval = interval_of(self.column, place)
        return "" if interval is None else self.range("between", interval)

    def range(self, key: str, ends: tuple[float, float]) -> str:
        """From where to where something goes; `key` is its sentence."""
        low, high = (number_in_words(end, self.column.indicator) for end in ends)
        return self.say(ROOM, key, low=low, high=f"{high}{unit_of(self.column.indicator)}")

    def aloud(self, place: int) -> str:
        """An area as it is called aloud: name, figure, class, doubt."""
        doubt = f", {self.say(ROOM, 'unsure')}" if place in self.doubt.places else ""
        number, word = self.figure(place), self.sorted.word(place)
        return f"{self.column.edition.names[place]}: {number}{'' if number == word else f', {word}'}{doubt}"
