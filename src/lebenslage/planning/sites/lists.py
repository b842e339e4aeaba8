"""The list of places: what the address asks for, and how it is sorted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from lebenslage.authorities.models import Authority
from lebenslage.authorities.spelling import folded_short
from lebenslage.law.texts import Texts
from lebenslage.quarters.looks import Look
from lebenslage.quarters.maps import Picture, Spot, drawn_map, placed
from lebenslage.quarters.models import Edition
from lebenslage.quarters.places import queries
from lebenslage.quarters.places.models import Kind, Place

SORTED: Final = ("name", "art", "stand", "adresse", "barrierefrei", "preis", "tag")
SIGNS: Final = {False: "ring", True: "diamond"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its address sorts by it; `sorted` is empty where it does not sort now."""

    column: str
    address: str
    sorted: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of the list asks for."""

    search: str = ""
    kind: str = ""
    standing: str = ""
    column: str = "name"
    downwards: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether something is left out."""
        return bool(self.search or self.kind or self.standing)

    @property
    def query(self) -> str:
        """The same as it stands in an address."""
        return self._query(f"-{self.column}" if self.downwards else self.column)

    @property
    def headings(self) -> Sequence[Heading]:
        """The columns."""
        return [self._heading(column) for column in SORTED]

    def _heading(self, column: str) -> Heading:
        mine = column == self.column
        now = ("descending" if self.downwards else "ascending") if mine else ""
        return Heading(column, self._query(f"-{column}" if mine and not self.downwards else column), now)

    def _query(self, sorting: str) -> str:
        given = {"suche": self.search, "art": self.kind, "stand": self.standing, "sortierung": sorting}
        return urlencode({name: value for name, value in given.items() if value})


def asked(given: Mapping[str, str]) -> Asked:
    """Read the address; what does not exist is left out."""
    sorting = given.get("sortierung", "")
    column = sorting.removeprefix("-")
    kind, standing = given.get("art", ""), given.get("stand", "")
    return Asked(
        given.get("suche", "").strip()[:80],
        kind if kind in Kind.values else "",
        standing if standing in ("steht", "kandidat") else "",
        column if column in SORTED else "name",
        sorting.startswith("-"),
    )


def listed(authority: Authority, wanted: Asked, say: Texts) -> Sequence[Place]:
    """The places in the order that was asked for; what is unknown comes last, whichever way."""
    some = list(queries.found(authority, search=wanted.search, kind=wanted.kind, standing=wanted.standing))
    by = sorted(some, key=lambda one: folded_short(one.name))
    known = [one for one in by if _sorts(one, wanted.column, say) not in (None, "")]
    unknown = [one for one in by if _sorts(one, wanted.column, say) in (None, "")]
    return [*sorted(known, key=lambda one: _sorts(one, wanted.column, say), reverse=wanted.downwards), *unknown]


def places_map(edition: Edition | None, places: Sequence[Place], say: Texts) -> str:
    """Where they are: rings stand already, diamonds might. Empty without outlines."""
    if edition is None or not edition.drawn or not places:
        return ""
    spots = [Spot(*placed(edition.drawn, one.x, one.y), SIGNS[one.candidate], one.name) for one in places]
    words = {SIGNS[one.candidate]: say("planning_sites", "standing", "kandidat" if one.candidate else "steht") for one in places}
    looks = [Look(say("planning_sites", "places", "quarters"), "", "r0", "plain")]
    title, summary = say("planning_sites", "places", "map"), say("planning_sites", "places", "map_summary")
    classes = [0] * len(edition.names)
    return drawn_map(Picture(edition.drawn, edition.names, classes, looks, title, summary, spots=spots, signs=words), legend=True)


def _sorts(place: Place, column: str, say: Texts) -> Any:
    if column == "art":
        return say("planning_sites", "kinds", place.kind)
    fields = {"stand": place.candidate, "adresse": place.address.casefold(), "barrierefrei": place.barrier_free, "preis": place.price}
    return {**fields, "tag": place.on, "name": folded_short(place.name)}[column]
