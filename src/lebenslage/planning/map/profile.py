"""The profile of an area: five sentences, each figure against the town, and what other rooms know of it.

A room adds what it knows with a function in `SECTIONS`: `(authority, edition, key)` gives its `Section`, or None where it knows nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lebenslage.authorities.models import Authority
from lebenslage.law.texts import Texts
from lebenslage.offers import queries as offers
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.map.area.measured import Measured, measured
from lebenslage.planning.map.asked import Asked
from lebenslage.planning.map.bench import Bench
from lebenslage.planning.map.figures import day_in_words, plain
from lebenslage.planning.map.wording import ROOM
from lebenslage.planning.rooms import DOOR
from lebenslage.quarters.conferences import queries as conferences
from lebenslage.quarters.measures import queries as measures
from lebenslage.quarters.models import Edition, Kind

WORTH_SAYING: Final = 0.25
MOST_LINES: Final = 8
PEOPLE: Final = "population"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a section, and where it leads; `after` stands behind it."""

    words: str
    address: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What a room knows of an area. `name` finds its heading and, without items, its sentence under `planning_map.profile.sections`."""

    name: str
    items: Sequence[Item]
    more: str = ""


type Known = Callable[[Authority, Edition, str], Section | None]


def offers_here(authority: Authority, edition: Edition, key: str) -> Section | None:
    """The public offers of an area."""
    found = offers.of_area(authority, key)[:MOST_LINES]
    return Section("offers", [Item(one.name, after=one.audience) for one in found], f"{DOOR}angebote/")


def measures_here(authority: Authority, edition: Edition, key: str) -> Section | None:
    """What is done in an area."""
    found = measures.of_area(authority, key)[:MOST_LINES]
    say = sentences(DEFAULT)
    items = [Item(one.title, f"{DOOR}geld/massnahmen/{one.pk}/", say("planning_money", "status", one.status)) for one in found]
    return Section("measures", items, f"{DOOR}geld/massnahmen/?gebiet={key}")


def conferences_here(authority: Authority, edition: Edition, key: str) -> Section | None:
    """The conferences about an area."""
    found = conferences.of_area(authority, key)[:MOST_LINES]
    return Section(
        "conferences", [Item(one.title, f"{DOOR}konferenzen/{one.pk}/", f"{one.on:%d.%m.%Y}") for one in found], f"{DOOR}konferenzen/"
    )


SECTIONS: Final[Sequence[Known]] = (offers_here, measures_here, conferences_here)


@dataclass(frozen=True)
class Profile:
    """What is known of an area; `bench` is the map of the indicator that says most."""

    asked: Asked
    bench: Bench
    place: int
    say: Texts

    @property
    def key(self) -> str:
        """The key of the area."""
        return str(self.asked.edition.keys[self.place])

    @property
    def name(self) -> str:
        """The name of the area."""
        return str(self.asked.edition.names[self.place])

    @cached_property
    def all(self) -> Sequence[Measured]:
        """Every indicator."""
        return measured(self.asked, self.place)

    @property
    def rates(self) -> Sequence[Measured]:
        """What can be compared with the town, the furthest first."""
        return sorted((one for one in self.all if one.indicator.kind != Kind.COUNT), key=lambda one: -abs(one.distance))

    @property
    def people(self) -> Sequence[Measured]:
        """How many people live here, by group."""
        return [one for one in self.all if one.indicator.kind == Kind.COUNT]

    @property
    def sources(self) -> Sequence[str]:
        """Where the figures come from."""
        return sorted({f"{one.now.source} ({day_in_words(one.now.on)})" for one in self.all if one.now.source})

    @cached_property
    def sections(self) -> Sequence[Section]:
        """What other rooms know."""
        found = (known(self.asked.authority, self.asked.edition, self.key) for known in SECTIONS)
        return [section for section in found if section is not None]

    @property
    def sentences(self) -> Sequence[str]:
        """The area in five sentences at most."""
        return [*self._people(), *self._place(), *self._burden(), *self._strength(), *self._change()][:5]

    def _people(self) -> Iterator[str]:
        one = next((one for one in self.people if one.indicator.key == PEOPLE and one.number), None)
        if one and one.town:
            share = plain(100 * (one.number or 0) / one.town, 1)
            yield self.say(ROOM, "profile", "people", name=self.name, number=one.words, share=share)

    def _place(self) -> Iterator[str]:
        row = self.bench.row(self.place)
        if row.rank:
            given = {
                "indicator": self.bench.title,
                "words": row.words,
                "word": row.word,
                "rank": row.rank_in_words,
                "all": self.bench.known_in_words,
            }
            yield self.say(ROOM, "profile", "place_unsure" if row.unsure else "place", **given)

    def _burden(self) -> Iterator[str]:
        worst = max(self.all, key=lambda one: one.burden, default=None)
        if worst and worst.burden > WORTH_SAYING:
            yield self._against("burden", worst)

    def _strength(self) -> Iterator[str]:
        best = min(self.all, key=lambda one: one.burden, default=None)
        if best and best.burden < -WORTH_SAYING:
            yield self._against("strength", best)
        else:
            yield self.say(ROOM, "profile", "no_strength")

    def _against(self, key: str, one: Measured) -> str:
        return self.say(ROOM, "profile", key, indicator=one.indicator.name, words=one.words, town=one.town_words)

    def _change(self) -> Iterator[str]:
        moved = [one for one in self.all if one.change_is_real]
        most = max(moved, key=lambda one: abs(one.change or 0), default=None)
        if most:
            yield self.say(ROOM, "profile", "change", indicator=most.indicator.name, change=most.change_words, since=most.since)
        elif any(one.before for one in self.all):
            yield self.say(ROOM, "profile", "no_change")
