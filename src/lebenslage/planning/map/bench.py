"""The workbench of one indicator at one day: what its map, its table, its chart and its sentences show, all from the same rows.

Each part has a home: `sorting` the classes, `sureness` the doubt, `wording` the words, `table` the table, `glance` the sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from lebenslage.law.texts import Texts
from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.figures import day_in_words, plain
from lebenslage.planning.map.glance import Glance
from lebenslage.planning.map.rows import Line, Row
from lebenslage.planning.map.sorting import Sorted, sorted_as
from lebenslage.planning.map.sureness import Doubt
from lebenslage.planning.map.table import Table
from lebenslage.planning.map.wording import ROOM, Wording
from lebenslage.quarters.columns import Column
from lebenslage.quarters.maps import MOST_APART

MOST_BARS: Final = 150


@dataclass(frozen=True)
class Bench:
    """Everything that is shown of a column; `days` are all for which there are figures, the latest first."""

    column: Column
    choice: Choice
    say: Texts
    days: Sequence[date] = ()

    @property
    def title(self) -> str:
        """The indicator and its day."""
        return f"{self.column.indicator.name} {day_in_words(self.column.on)}"

    @property
    def day(self) -> str:
        """The day as it is sent."""
        return self.column.on.isoformat()

    @property
    def days_to_choose(self) -> Sequence[tuple[str, str]]:
        """Each day as it is sent and as it is read."""
        return [(day.isoformat(), day_in_words(day)) for day in self.days]

    @property
    def many(self) -> bool:
        """Whether the map is one picture, because a page could not hold so many areas."""
        return len(self.column.numbers) > MOST_APART

    @property
    def counted(self) -> bool:
        """Whether the chart counts areas instead of showing each."""
        return self.known > MOST_BARS

    @property
    def known(self) -> int:
        """How many areas have a number."""
        return len(self.sorted.known)

    @property
    def known_in_words(self) -> str:
        """How many areas have a number, as it is read."""
        return plain(self.known, 0)

    @cached_property
    def sorted(self) -> Sorted:
        """The areas in their classes."""
        absent = (self.say(ROOM, "suppressed"), self.say(ROOM, "missing"))
        return sorted_as(self.column, self.choice, self.say.strings[ROOM]["words"], absent)

    @cached_property
    def doubt(self) -> Doubt:
        """How sure figures and classes are."""
        return Doubt(self.column, self.sorted.classes)

    @cached_property
    def wording(self) -> Wording:
        """The areas in words."""
        return Wording(self.column, self.sorted, self.doubt, self.say)

    @cached_property
    def table(self) -> Table:
        """The table."""
        return Table(self.column, self.choice, self.row, between=self.doubt.known)

    @property
    def sentences(self) -> Sequence[str]:
        """What stands out, and what is doubtful."""
        return Glance(self.wording).sentences

    @property
    def legend(self) -> Sequence[Line]:
        """The classes with their limits, then what is hidden and missing, where it occurs."""
        number = len(self.sorted.classes or ())
        places = [place for place in range(len(self.sorted.looks)) if place < number or self.sorted.counts[place]]
        return [Line(place, self.sorted.looks[place], self._limits(place), self.sorted.counts[place]) for place in places]

    def _limits(self, place: int) -> str:
        classes = self.sorted.classes
        if classes is None or place >= len(classes):
            return ""
        return self.wording.range("limits" if place else "limits_first", classes.bounds(place))

    @property
    def chosen_place(self) -> int | None:
        """Where the chosen area stands; None where none is chosen."""
        keys = self.column.edition.keys
        return keys.index(self.choice.gebiet) if self.choice.gebiet in keys else None

    @property
    def chosen(self) -> Row | None:
        """The chosen area."""
        return None if self.chosen_place is None else self.row(self.chosen_place)

    @property
    def without_area(self) -> str:
        """The address of the same page without an area."""
        return self.choice.address(gebiet="")

    def address_of(self, place: int) -> str:
        """The address of the same page with an area chosen."""
        return self.choice.address(gebiet=self.column.edition.keys[place], seite=1, suche="")

    def row(self, place: int) -> Row:
        """The row of an area."""
        key = self.column.edition.keys[place]
        return Row(
            place,
            key,
            self.column.edition.names[place],
            self.column.numbers[place],
            self.wording.figure(place),
            self.wording.between(place),
            self.sorted.word(place),
            self.doubt.of(place),
            self.sorted.rank_of(place),
            self.address_of(place),
            key == self.choice.gebiet,
        )
