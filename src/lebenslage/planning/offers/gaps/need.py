"""Need without offer: where an indicator is high and help on a topic is not there. Missing and hidden figures are never taken for low."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from math import hypot
from typing import Final

from pyproj import Transformer

from lebenslage.authorities.models import Authority
from lebenslage.offers import queries
from lebenslage.offers.models import Location
from lebenslage.quarters.catalogue import columns
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Better, Edition

DEGREES: Final = "EPSG:4326"
POPULATION: Final = ("population", "einwohner", "bevoelkerung")
PER: Final = 1000
HIGH_SHARE: Final = 3


class Gap(IntEnum):
    """What is the case in an area, the worst first."""

    NOTHING = 0
    LITTLE = 1
    SERVED = 2
    NOT_HIGH = 3
    UNKNOWN = 4


@dataclass(frozen=True, slots=True)
class Row:
    """An area: its need, how many offers, how many for a thousand people, and how far the nearest is from its middle (metres)."""

    place: int
    key: str
    name: str
    need: float | None
    mark: Mark
    offers: int
    per_thousand: float | None
    nearest: float | None
    gap: Gap


@dataclass(frozen=True)
class Gaps:
    """All areas of an edition for one indicator and one topic. `radius` in metres, or 0 to compare by offers for a thousand people."""

    edition: Edition
    need: Column
    people: Sequence[float | None]
    counts: Mapping[str, int]
    houses: Sequence[tuple[float, float, str]]
    radius: int

    @cached_property
    def rows(self) -> Sequence[Row]:
        """One row an area, in the order of the edition."""
        return [self._row(place) for place in range(len(self.edition.keys))]

    @cached_property
    def high(self) -> frozenset[int]:
        """The third of the areas with known figures where the need is greatest."""
        known = [place for place, number in enumerate(self.need.numbers) if number is not None]
        sign = 1 if self.need.indicator.better == Better.HIGH else -1
        known.sort(key=lambda place: sign * (self.need.numbers[place] or 0.0))
        return frozenset(known[: max(1, len(known) // HIGH_SHARE)]) if known else frozenset()

    @cached_property
    def usual(self) -> float | None:
        """Offers for a thousand people in the whole town, as far as both are known."""
        people = sum(number or 0.0 for number in self.people)
        return sum(self.counts.get(key, 0) for key in self.edition.keys) / people * PER if people else None

    def _row(self, place: int) -> Row:
        key = self.edition.keys[place]
        count, nearest = self.counts.get(key, 0), self._nearest(place)
        people = self.people[place]
        rate = count / people * PER if people else None
        gap = self._gap(place, count, rate, nearest)
        name = self.edition.names[place]
        return Row(place, key, name, self.need.numbers[place], self.need.marks[place], count, rate, nearest, gap)

    def _gap(self, place: int, count: int, rate: float | None, nearest: float | None) -> Gap:
        if self.need.numbers[place] is None:
            return Gap.UNKNOWN
        if place not in self.high:
            return Gap.NOT_HIGH
        if self.radius:
            return Gap.SERVED if nearest is not None and nearest <= self.radius else Gap.NOTHING
        if not count:
            return Gap.NOTHING
        return Gap.LITTLE if rate is not None and self.usual is not None and rate < self.usual else Gap.SERVED

    def _nearest(self, place: int) -> float | None:
        east, north = self._middles[place]
        return min((hypot(x - east, y - north) for x, y, _ in self.houses), default=None) if self._middles else None

    @cached_property
    def _middles(self) -> Sequence[tuple[float, float]]:
        """A point in each area, in the coordinates of the edition."""
        drawn = self.edition.drawn
        west, _, east, north = drawn["frame"]
        scale = drawn["width"] / max(east - west, 1e-9)
        return [(west + x / scale, north - y / scale) for x, y in drawn["middles"]]


def gaps_of(authority: Authority, edition: Edition, need: Column, topic: str, radius: int) -> Gaps:
    """Need and offers of a town together."""
    return Gaps(
        edition,
        need,
        _people(authority, edition, need),
        queries.count_by_area(authority, topic),
        _houses(authority, edition, topic),
        radius,
    )


def _people(authority: Authority, edition: Edition, need: Column) -> Sequence[float | None]:
    """Who lives in each area, on the day of the figure or before; nobody is guessed at."""
    known = [one for one in columns(authority, edition, POPULATION) if one.on <= need.on] or columns(authority, edition, POPULATION)
    return max(known, key=lambda one: one.on).numbers if known else [None] * len(edition.keys)


def _houses(authority: Authority, edition: Edition, topic: str) -> Sequence[tuple[float, float, str]]:
    """Where the public offers of a topic are, in the coordinates of the edition."""
    services = queries.public(authority).filter(topic=topic).order_by()
    some = Location.objects.filter(sites__service__in=services.values("pk")).exclude(latitude=None).exclude(longitude=None).distinct()
    found = list(some.values_list("latitude", "longitude", "name", "street"))
    if not found:
        return []
    across = Transformer.from_crs(DEGREES, edition.crs, always_xy=True)
    points = [across.transform(longitude, latitude) for latitude, longitude, _, _ in found]
    return [(x, y, name or street) for (x, y), (_, _, name, street) in zip(points, found, strict=True)]
