"""Editions of an index: what may be compared, what not, and how to bring old figures to a common basis.

A *break* lies where the method or the boundaries change. A difference over a break is refused, unless the caller names the break: then the
result carries it. Recalculating all editions with the indicators that they share (`on_common_basis`) removes the break of method; carrying
figures to the new areas (`carried`) removes the break of boundaries, at the price of what areal interpolation assumes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.index.classes import classify
from lebenslage.atlas.index.recipe import Recipe
from lebenslage.atlas.index.score import score
from lebenslage.atlas.series.problems import AreasChanged, MethodChanged, NoCommonAreas, NoCommonBasis, OtherAreas

if TYPE_CHECKING:  # shapes are not needed to compare editions
    from lebenslage.atlas.areas.interpolate import Passage

NOT_CLASSIFIED, OPEN = 0, -1


class Break(StrEnum):
    """What changed between two editions."""

    METHOD = "method"
    AREAS = "areas"


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """An index as published on a day: `method` names recipe and version, `areas` the edition of the boundaries.

    `classes` [areas] are the class ids, 0 where an area is not classified; `values` [areas] the indicators by id, NaN where missing;
    `people` [areas] the number of persons, with which figures are carried to other areas.
    """

    on: date
    method: str
    areas: str
    keys: tuple[str, ...]
    classes: Ints
    values: Mapping[str, Floats] = field(default_factory=dict)
    people: Floats | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """Classes of several editions side by side: `classes` [editions, areas] for the areas `keys`; `breaks` between each two editions."""

    on: tuple[date, ...]
    keys: tuple[str, ...]
    classes: Ints
    breaks: tuple[frozenset[Break], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """Later minus earlier, for the areas `keys`. `breaks` names what else changed between the two: it is no change of the areas' own."""

    keys: tuple[str, ...]
    change: Floats
    breaks: frozenset[Break]


def breaks(earlier: Edition, later: Edition) -> frozenset[Break]:
    """What changed between two editions besides the figures."""
    found = {Break.METHOD: earlier.method != later.method, Break.AREAS: earlier.areas != later.areas}
    return frozenset(one for one, is_there in found.items() if is_there)


def difference(earlier: Edition, later: Edition, indicator: str, *, over: frozenset[Break] = frozenset()) -> Difference:
    """The change of an indicator, NaN where it is missing in one edition. Over a break only where `over` names it.

    Raises MethodChanged, AreasChanged, NoCommonAreas, NoCommonBasis.
    """
    found = _allowed(earlier, later, over)
    if indicator not in earlier.values or indicator not in later.values:
        raise NoCommonBasis(recipe=indicator)
    keys, (before, after) = _rows([earlier, later])
    return Difference(keys, later.values[indicator][after] - earlier.values[indicator][before], found)


def side_by_side(editions: Sequence[Edition], *, over: frozenset[Break] = frozenset()) -> Panel:
    """The classes of the areas that all editions have, in the order of time.

    Raises MethodChanged, AreasChanged, NoCommonAreas; NoCommonBasis for carried figures that were not recalculated.
    """
    ordered = sorted(editions, key=lambda edition: edition.on)
    for edition in ordered:
        if (edition.classes == OPEN).any():
            raise NoCommonBasis(recipe=edition.method)
    found = tuple(_allowed(earlier, later, over) for earlier, later in pairwise(ordered))
    keys, rows = _rows(ordered)
    classes = np.stack([edition.classes[row] for edition, row in zip(ordered, rows, strict=True)])
    return Panel(tuple(edition.on for edition in ordered), keys, classes, found)


def on_common_basis(editions: Sequence[Edition], recipe: Recipe) -> tuple[Edition, ...]:
    """All editions computed anew with one recipe, limited to the indicators that every edition has: a break of method is gone.

    An area takes part that was classified before, or was `carried` there, and has every value. Raises NoCommonBasis.
    """
    ids = tuple(id for id in recipe.ids if all(id in edition.values for edition in editions))
    if not ids or recipe.classes is None:
        raise NoCommonBasis(recipe=recipe.id)
    common = recipe.of(ids)
    return tuple(_recalculated(edition, common) for edition in editions)


def carried(edition: Edition, passage: Passage) -> Edition:
    """The figures of an edition on the areas of another: means weighted with `people`; classes are open until they are recalculated.

    The people of an area count alike for every indicator, whatever its denominator. Raises NoCommonBasis where `people` is unknown,
    OtherAreas where the passage begins at others.
    """
    if edition.people is None:
        raise NoCommonBasis(recipe=edition.method)
    if passage.source.keys != edition.keys:
        raise OtherAreas(on=edition.on, area_set=passage.source.name)
    classified = edition.classes != NOT_CLASSIFIED
    values = {id: passage.intensive(np.where(classified, one, np.nan), edition.people) for id, one in edition.values.items()}
    classes = np.full(len(passage.target), OPEN, np.int64)
    return replace(edition, areas=passage.target.edition, keys=passage.target.keys, classes=classes, values=values, people=None)


def _recalculated(edition: Edition, recipe: Recipe) -> Edition:
    values = np.stack([edition.values[id] for id in recipe.ids], axis=1)
    used = (edition.classes != NOT_CLASSIFIED) & ~np.isnan(values).any(axis=1)
    if not used.any() or recipe.classes is None:
        raise NoCommonBasis(recipe=recipe.id)
    classes = np.full(len(used), NOT_CLASSIFIED, np.int64)
    classes[used] = classify(recipe.classes, score(recipe, values[used]).index)
    return replace(edition, method=f"{recipe.id} {'+'.join(recipe.ids)}", classes=classes)


def _allowed(earlier: Edition, later: Edition, over: frozenset[Break]) -> frozenset[Break]:
    found = breaks(earlier, later)
    days = {"earlier": earlier.on, "later": later.on}
    if Break.AREAS in found - over:
        raise AreasChanged(**days)
    if Break.METHOD in found - over:
        raise MethodChanged(**days)
    return found


def _rows(editions: Sequence[Edition]) -> tuple[tuple[str, ...], list[Ints]]:
    """The keys that all editions have, in the order of the first, and their rows in each."""
    places = [{key: row for row, key in enumerate(edition.keys)} for edition in editions]
    keys = tuple(key for key in editions[0].keys if all(key in place for place in places))
    if not keys:
        raise NoCommonAreas(earlier=editions[0].on, later=editions[-1].on)
    return keys, [np.array([place[key] for key in keys], np.int64) for place in places]
