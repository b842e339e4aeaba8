"""One indicator over the years: the same classes on every map, and what changed most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.core.paginator import Paginator
from django.utils.safestring import SafeString, mark_safe

from lebenslage.law.texts import Texts
from lebenslage.planning.map.area.measured import Measured
from lebenslage.planning.map.bench import Bench
from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.figures import day_in_words
from lebenslage.planning.map.grid.shown import GridPicture, grid_picture, light_patterns
from lebenslage.planning.map.rows import Line
from lebenslage.planning.map.table import found, in_pages, page_links
from lebenslage.quarters.columns import Column
from lebenslage.quarters.maps import Picture, drawn_map

MOST_DAYS = 6


@dataclass(frozen=True, slots=True)
class Year:
    """One day: its map or, of very many areas, its picture; and the query of the page of that day."""

    words: str
    map: SafeString
    grid: GridPicture | None
    address: str


@dataclass(frozen=True)
class Times:
    """The days of an indicator, the latest first; all are sorted into the classes of the latest."""

    columns: Sequence[Column]
    choice: Choice
    say: Texts

    @cached_property
    def bench(self) -> Bench:
        """The workbench of the latest day, by whose limits every day is sorted."""
        return Bench(self.columns[0], self.choice, self.say)

    @property
    def years(self) -> Sequence[Year]:
        """The days, the earliest first."""
        return [self._year(column) for column in reversed(self.columns[:MOST_DAYS])]

    @property
    def legend(self) -> Sequence[Line]:
        """The classes, as on every map."""
        id = "karte" if self.bench.many else f"k{self.columns[0].on}"
        return [replace(line, id=id) for line in self.bench.legend]

    @property
    def patterns(self) -> SafeString:
        """The patterns of the classes, to which the legend refers where the maps are pictures."""
        return light_patterns(self.bench.sorted.looks, "karte")

    @cached_property
    def pages(self) -> Paginator[int]:
        """The areas that are looked for and have a change, those that changed furthest first."""
        places = [place for place in found(self.columns[0].edition.names, self.choice.suche) if self._moved(place).change is not None]
        return in_pages(sorted(places, key=lambda place: -abs(self._moved(place).change or 0)), len(self.columns[0].numbers))

    @property
    def page_links(self) -> Sequence[tuple[str, str]]:
        """The address of the page before and of the next, with its word."""
        return page_links(self.pages, self.choice)

    @property
    def moved(self) -> Sequence[Measured]:
        """The areas of this page with their change since the day before."""
        return [self._moved(place) for place in self.pages.get_page(self.choice.seite)]

    def _moved(self, place: int) -> Measured:
        return Measured(self.columns[0], place, self.columns[1])

    @property
    def _fixed(self) -> Choice:
        """The limits of the latest day, for every day."""
        classes, alone = self.bench.sorted.classes, replace(self.choice, suche="", seite=1)
        return replace(alone, art="grenzen", grenzen=tuple(classes.upper[:-1])) if classes else alone

    def _year(self, column: Column) -> Year:
        choice = replace(self._fixed, tag=column.on.isoformat())
        bench = Bench(column, choice, self.say)
        grid = grid_picture(column.edition, choice, bench.sorted.looks, bench.title) if bench.many else None
        return Year(day_in_words(column.on), SafeString() if bench.many else _map_of(bench), grid, choice.address())


def _map_of(bench: Bench) -> SafeString:
    edition = bench.column.edition
    labels, id = [""] * len(edition.names), f"k{bench.column.on}"
    picture = Picture(edition.drawn, edition.names, bench.sorted.places, bench.sorted.looks, bench.title, labels=labels, id=id)
    return mark_safe(drawn_map(picture))  # noqa: S308 - escaped where it is drawn
