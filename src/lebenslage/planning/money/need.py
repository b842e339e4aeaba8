"""Need and people by quarter: which indicator says need, and whom it is a share of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from lebenslage.authorities.models import Authority
from lebenslage.quarters.catalogue import column, days, indicators
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Better, Edition, Indicator, Kind

FIRST: Final = ("child_poverty", "basic_income")
POPULATION: Final = ("population", "bevoelkerung", "einwohner")


@dataclass(frozen=True, slots=True)
class Need:
    """The need of a year, in the order of the edition's keys; `of_whom` are the people as they are named."""

    column: Column
    need: Sequence[float | None]
    people: Sequence[float | None]
    of_whom: str

    @property
    def formula_fits(self) -> bool:
        """Whether need times people counts people in need: true of a share, not of an index."""
        return self.column.indicator.kind == Kind.SHARE


def needs(authority: Authority) -> Sequence[Indicator]:
    """What can say need: indices first, then shares of which little is good."""
    some = [one for one in indicators(authority) if one.kind == Kind.INDEX or (one.kind == Kind.SHARE and one.better == Better.LOW)]
    return sorted(some, key=lambda one: (one.kind != Kind.INDEX, FIRST.index(one.key) if one.key in FIRST else len(FIRST), one.name))


def need_of(authority: Authority, edition: Edition, indicator: Indicator, year: int) -> Need | None:
    """The latest figures up to the end of a year, else the first after it; None where the edition has none."""
    known = days(authority, indicator.key)
    latest = next((one for one in known if one.year <= year), known[-1] if known else None)
    found = column(authority, indicator.key, edition, latest) if latest else None
    if found is None:
        return None
    people, of_whom = _people(authority, edition, found)
    return Need(found, _upwards(found), people, of_whom)


def residents(authority: Authority, edition: Edition, on: date | None = None) -> tuple[Sequence[float | None], str]:
    """How many people live in each area, and how they are named; none where the catalogue counts nobody."""
    counts = [one for one in indicators(authority) if one.kind == Kind.COUNT and one.of_people]
    best = min(counts, key=lambda one: (one.key not in POPULATION, one.name), default=None)
    known = days(authority, best.key) if best else ()
    day = next((one for one in known if on is None or one <= on), known[-1] if known else None)
    found = column(authority, best.key, edition, day) if best and day else None
    return (found.numbers, found.indicator.name) if found else ([None] * len(edition.keys), "")


def _people(authority: Authority, edition: Edition, found: Column) -> tuple[Sequence[float | None], str]:
    if found.bases and found.indicator.kind == Kind.SHARE:
        return found.bases, found.indicator.denominator or found.indicator.name
    return residents(authority, edition, found.on)


def _upwards(found: Column) -> Sequence[float | None]:
    """More is more need, from zero on: a strength is turned round, an index begins at its smallest value."""
    given = [one for one in found.numbers if one is not None]
    if found.indicator.better == Better.HIGH:
        return [None if one is None else max(given) - one for one in found.numbers]
    if found.indicator.kind == Kind.SHARE:
        return found.numbers
    return [None if one is None else one - min(given) for one in found.numbers]
