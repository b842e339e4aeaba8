"""A small bar chart as SVG: two bars an area, one plain and one striped, so that colour says nothing alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.quarters.queries import Cell

WIDTH: Final = 360
LONGEST: Final = 250
BAR: Final = 14
LABEL: Final = 20
GROUP: Final = LABEL + 2 * BAR + 14


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, or the words in its place where there is no number."""

    indicator: str
    y: int
    length: int
    cell: Cell

    @property
    def words_x(self) -> int:
        """Where the number stands: behind the bar."""
        return self.length + 6 if self.length else 0

    @property
    def words_y(self) -> int:
        """The foot of the number."""
        return self.y + BAR - 3


@dataclass(frozen=True, slots=True)
class Group:
    """The bars of an area under its name."""

    name: str
    y: int
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Chart:
    """All bars to one scale."""

    groups: Sequence[Group]
    width: int = WIDTH
    bar: int = BAR

    @property
    def height(self) -> int:
        """The height of all groups."""
        return max(1, len(self.groups)) * GROUP


def chart(areas: Sequence[tuple[str, Sequence[tuple[str, Cell]]]]) -> Chart:
    """Draw the values of some areas: name, and cell by indicator."""
    greatest = max((cell.value or 0 for _, cells in areas for _, cell in cells), default=0)
    return Chart([_group(place, name, cells, greatest) for place, (name, cells) in enumerate(areas)])


def _group(place: int, name: str, cells: Sequence[tuple[str, Cell]], greatest: int) -> Group:
    top = place * GROUP
    bars = [_bar(indicator, top + LABEL + number * (BAR + 2), cell, greatest) for number, (indicator, cell) in enumerate(cells)]
    return Group(name, top + LABEL - 5, bars)


def _bar(indicator: str, y: int, cell: Cell, greatest: int) -> Bar:
    return Bar(indicator, y, LONGEST * (cell.value or 0) // greatest if greatest else 0, cell)
