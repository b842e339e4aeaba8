"""An overlay as a page shows it: its map or, of very many areas, its picture; its legend; its table in pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.core.paginator import Paginator
from django.utils.safestring import SafeString, mark_safe

from lebenslage.planning.map.asked import Asked, profile_of
from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.grid.shown import GridPicture, grid_picture
from lebenslage.planning.map.rows import Line
from lebenslage.planning.map.several.overlay import Overlay
from lebenslage.planning.map.table import by_name, found, in_pages, page_links
from lebenslage.quarters.columns import Column
from lebenslage.quarters.maps import MOST_APART, Picture, drawn_map


class Row(NamedTuple):
    """An area in the table of an overlay; `said` stands between its name and its class."""

    name: str
    address: str
    said: Sequence[str]
    word: str


@dataclass(frozen=True)
class Shown:
    """An overlay of some columns of a town; an area leads to its profile.

    `name` is that of its page in the address book; `heads` are the columns of the table between name and class.
    """

    asked: Asked
    choice: Choice
    columns: Sequence[Column]
    overlay: Overlay
    title: str
    name: str
    heads: Sequence[str]

    @property
    def many(self) -> bool:
        """Whether the map is one picture, because a page could not hold so many areas."""
        return len(self.overlay.classes) > MOST_APART

    @property
    def map(self) -> SafeString:
        """The map, each area a link."""
        edition = self.asked.edition
        links = [self.address_of(place) for place in range(len(edition.keys))]
        picture = Picture(edition.drawn, edition.names, self.overlay.classes, self.overlay.looks, self.title, links=links.__getitem__)
        return mark_safe(drawn_map(picture))  # noqa: S308 - escaped where it is drawn

    @property
    def grid(self) -> GridPicture | None:
        """The picture of very many areas; None where there are few."""
        names = (self.name, f"{self.name}_grid")
        return grid_picture(self.asked.edition, self.choice, self.overlay.looks, self.title, *names) if self.many else None

    @property
    def legend(self) -> Sequence[Line]:
        """The classes that occur."""
        counts = Counter(self.overlay.classes)
        return [Line(place, look, "", counts[place]) for place, look in enumerate(self.overlay.looks) if counts[place]]

    @cached_property
    def pages(self) -> Paginator[int]:
        """The areas by name, those first that the overlay wants first; in pages where there are very many."""
        names, classes, first = self.asked.edition.names, self.overlay.classes, self.overlay.first
        order = by_name(names, found(names, self.choice.suche))
        return in_pages(sorted(order, key=lambda place: classes[place] if classes[place] in first else len(self.overlay.looks)), len(names))

    @property
    def page_links(self) -> Sequence[tuple[str, str]]:
        """The address of the page before and of the next, with its word."""
        return page_links(self.pages, self.choice)

    @property
    def rows(self) -> Sequence[Row]:
        """The areas of this page."""
        return [self._row(place) for place in self.pages.get_page(self.choice.seite)]

    def address_of(self, place: int) -> str:
        """Where an area leads to."""
        return profile_of(self.asked.edition, self.asked.edition.keys[place])

    def _row(self, place: int) -> Row:
        word = self.overlay.looks[self.overlay.classes[place]].word
        return Row(self.asked.edition.names[place], self.address_of(place), self.overlay.said(place), word)
