"""What tables and legends are made of."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from lebenslage.planning.map.figures import plain
from lebenslage.quarters.looks import Look, swatch


@dataclass(frozen=True, slots=True)
class Row:
    """An area as the table has it; `word` is its class, `rank` counts from the greatest, 0 without a number."""

    place: int
    key: str
    name: str
    number: float | None
    words: str
    between: str
    word: str
    unsure: bool
    rank: int
    address: str
    chosen: bool

    @property
    def rank_in_words(self) -> str:
        """The rank as it is read."""
        return plain(self.rank, 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the legend; `id` is the map to which it belongs."""

    place: int
    look: Look
    limits: str
    number: int
    id: str = "karte"

    @property
    def number_in_words(self) -> str:
        """How many areas, as it is read."""
        return plain(self.number, 0)

    @property
    def swatch(self) -> SafeString:
        """The small picture of the class."""
        return mark_safe(swatch(self.place, self.look, id=self.id))  # noqa: S308 - escaped where it is drawn


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the table; its address sorts by it, `sorted` says how it does now."""

    name: str
    numeric: bool = False
    address: str = ""
    sorted: str = ""
