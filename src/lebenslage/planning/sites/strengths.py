"""What each quarter has beside what it lacks, and whether poverty hardens there. Needs the analysis packages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from lebenslage.atlas.areas.figures import Figures, Quality
from lebenslage.atlas.areas.figures import Indicator as Figure
from lebenslage.atlas.arrays import Ints
from lebenslage.atlas.index.gather import from_figures
from lebenslage.atlas.index.library import find_recipe
from lebenslage.atlas.index.run import run
from lebenslage.atlas.overlay import by_share
from lebenslage.atlas.overlay.problems import NothingToDivide
from lebenslage.atlas.series import Persistence, by_chance, persistence
from lebenslage.authorities.models import Authority
from lebenslage.offers import queries as offers
from lebenslage.pages.languages import DEFAULT
from lebenslage.quarters import catalogue
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Better
from lebenslage.quarters.places import queries
from lebenslage.quarters.places.ground import Ground, as_numbers, ground
from lebenslage.quarters.places.models import Place
from lebenslage.quarters.places.poverty import poverty_column, poverty_thirds

RECIPE: Final = "strengths"
WORST: Final = 3
ENOUGH: Final = 2
"""How many figures of the recipe are needed before they are put together."""


@dataclass(frozen=True, slots=True, eq=False)
class Strengths:
    """For each quarter (by its row): places and offers, figures in which it is among the best or the worst third, its class of strengths.

    `classes` are 1 (many) to 3 (few) and 0 unknown, None where too few figures of the recipe are there; `lacking` are their names.
    `poor` are the classes of poverty by day, 3 the poorest third, 0 unknown.
    """

    base: Ground
    places: Mapping[int, Sequence[Place]]
    offers: Mapping[str, int]
    best: Mapping[int, Sequence[str]]
    worst: Mapping[int, Sequence[str]]
    classes: Ints | None
    lacking: Sequence[str]
    poverty: Column | None
    days: Sequence[date]
    poor: Ints

    @property
    def staying(self) -> Persistence | None:
        """Who stays in the poorest third; None with fewer than two days."""
        return persistence(self.poor, [WORST]) if len(self.days) > 1 else None

    @property
    def chance(self) -> tuple[int, float, int, int] | None:
        """How many were in the poorest third on the first and the last day, and how many chance alone would give."""
        if len(self.days) < ENOUGH:
            return None
        lot = by_chance(self.poor[0], self.poor[-1], WORST)
        return lot.observed, lot.expected, lot.low, lot.high


def strengths_of(authority: Authority, *, poverty: str = "") -> Strengths | None:
    """Everything that stands on the page; None without outlines."""
    base = ground(authority)
    if base is None:
        return None
    column = poverty_column(base, poverty)
    classes, lacking = _recipe(base)
    days, poor = _history(authority, base, column)
    best, worst = _ends(base)
    return Strengths(base, _places(authority, base), _offers(authority), best, worst, classes, lacking, column, days, poor)


def _places(authority: Authority, base: Ground) -> Mapping[int, Sequence[Place]]:
    some = list(queries.places(authority).filter(candidate=False))
    found: dict[int, list[Place]] = {}
    for place, row in zip(some, base.place_of(some).tolist(), strict=True):
        found.setdefault(row, []).append(place)
    return found


def _offers(authority: Authority) -> Mapping[str, int]:
    """Public offers by the key of the quarter in which they are given."""
    return Counter(offers.public(authority).order_by().values_list("sites__location__area", flat=True))


def _ends(base: Ground) -> tuple[Mapping[int, Sequence[str]], Mapping[int, Sequence[str]]]:
    """For each quarter the figures in which it is in the best third, and those in which it is in the worst."""
    best: dict[int, list[str]] = {}
    worst: dict[int, list[str]] = {}
    for column in base.latest.values():
        better = column.indicator.better
        if better == Better.NEITHER:
            continue
        try:
            thirds = by_share(as_numbers(column), worse=1 if better == Better.LOW else -1).values
        except NothingToDivide:
            continue
        ends, third = (worst, WORST) if better == Better.LOW else (best, 1)
        for row in np.flatnonzero(thirds == third).tolist():
            ends.setdefault(row, []).append(column.indicator.name)
    return best, worst


def _recipe(base: Ground) -> tuple[Ints | None, Sequence[str]]:
    """The classes of the recipe of strengths from what is there, and the names of what is not."""
    recipe = find_recipe(RECIPE)
    there = [one.id for one in recipe.indicators if one.id in base.latest]
    lacking = [one.label.said(DEFAULT) for one in recipe.indicators if one.id not in base.latest]
    if len(there) < ENOUGH:
        return None, lacking
    figures = Figures(base.areas.keys, {id: _figure(base.latest[id]) for id in there})
    result = run(recipe.of(tuple(there)), from_figures(recipe.of(tuple(there)), figures))
    return result.status.classes, lacking


def _figure(column: Column) -> Figure:
    values = as_numbers(column)
    quality = np.where(np.isnan(values), Quality.MISSING, Quality.GIVEN).astype(np.int8)
    return Figure(column.indicator.key, values, quality, column.indicator.unit, column.on, column.source)


def _history(authority: Authority, base: Ground, column: Column | None) -> tuple[Sequence[date], Ints]:
    """The days on which poverty is known, and the thirds of each."""
    if column is None:
        return [], np.zeros((0, len(base.areas)), np.int64)
    found = sorted(catalogue.columns(authority, base.edition, [column.indicator.key]), key=lambda one: one.on)
    return [one.on for one in found], np.array([poverty_thirds(one, len(base.areas)).values for one in found])
