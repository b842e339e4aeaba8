"""The table of the workbench: its order, its pages, its headings. Of very many areas a page shows some."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.core.paginator import Paginator

from lebenslage.authorities.spelling import folded_short
from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.rows import Heading, Row
from lebenslage.quarters.columns import Column
from lebenslage.quarters.maps import MOST_APART

MOST_ROWS: Final = 50
TURNED: Final = {"-wert": "wert", "name": "-name"}


@dataclass(frozen=True)
class Table:
    """The areas of a column in the order that was asked for; `row_of` makes a row of a place, `between` has a column for intervals."""

    column: Column
    choice: Choice
    row_of: Callable[[int], Row]
    between: bool

    @cached_property
    def order(self) -> Sequence[int]:
        """The places of the areas that are looked for, in the order of the table; those without a number come last."""
        places = found(self.column.edition.names, self.choice.suche)
        if self.choice.by_name:
            return by_name(self.column.edition.names, places, downwards=self.choice.downwards)
        numbers, turn = self.column.numbers, -1 if self.choice.downwards else 1
        return sorted(places, key=lambda place: (numbers[place] is None, turn * (numbers[place] or 0)))

    @property
    def all(self) -> Sequence[Row]:
        """The rows of every page."""
        return [self.row_of(place) for place in self.order]

    @property
    def rows(self) -> Sequence[Row]:
        """The rows of this page."""
        return [self.row_of(place) for place in self.pages.get_page(self.choice.seite)]

    @cached_property
    def pages(self) -> Paginator[int]:
        """The table in pages; one page for a town of quarters."""
        return in_pages(self.order, len(self.column.numbers))

    @property
    def page_links(self) -> Sequence[tuple[str, str]]:
        """The address of the page before and of the next, with its word."""
        return page_links(self.pages, self.choice)

    @property
    def headings(self) -> Sequence[Heading]:
        """The columns."""
        between = [Heading("between", numeric=True)] if self.between else []
        return [self._heading("name", "name"), self._heading("value", "-wert"), *between, Heading("word")]

    def _heading(self, name: str, sorting: str) -> Heading:
        """A column that sorts; once it does, its address turns the order round."""
        sorts = self.choice.by_name == (name == "name")
        address = self.choice.address(sortierung=TURNED.get(self.choice.sortierung, sorting) if sorts else sorting)
        now = ("descending" if self.choice.downwards else "ascending") if sorts else ""
        return Heading(name, numeric=name == "value", address=address, sorted=now)


def found(names: Sequence[str], looked_for: str) -> Sequence[int]:
    """The places of the areas in whose name this stands; all where nothing is looked for."""
    wanted = folded_short(looked_for) if looked_for else ""
    return [place for place, name in enumerate(names) if not wanted or wanted in folded_short(name)]


def by_name(names: Sequence[str], places: Sequence[int], *, downwards: bool = False) -> Sequence[int]:
    """Places in the order of their names."""
    return sorted(places, key=lambda place: folded_short(names[place]), reverse=downwards)


def in_pages(order: Sequence[int], areas: int) -> Paginator[int]:
    """Places in pages; one page unless there are very many areas."""
    return Paginator(order, MOST_ROWS if areas > MOST_APART else max(1, len(order)))


def page_links(pages: Paginator[int], choice: Choice) -> Sequence[tuple[str, str]]:
    """The address of the page before and of the next, with its word."""
    page = pages.get_page(choice.seite)
    before = [("before", choice.address(seite=page.previous_page_number()))] if page.has_previous() else []
    return [*before, *([("after", choice.address(seite=page.next_page_number()))] if page.has_next() else [])]
