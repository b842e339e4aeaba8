"""How much ground the areas of two sets share: the table that every passage from one set to the other is made of."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final, NamedTuple

import numpy as np
import shapely

from lebenslage.atlas.areas.clipping import Rings, rings_of, shared_areas
from lebenslage.atlas.arrays import Flags, Floats, Ints, Shapes

MANY_CORNERS: Final = 32
CORNERS_AT_ONCE: Final = 200_000
PAIRS_AT_ONCE: Final = 250


class Ground(NamedTuple):
    """Pairs of areas (indices into both sets) and the square metres that they share; pairs without common ground are left out."""

    source: Ints
    target: Ints
    area: Floats


def shared_ground(source: Shapes, target: Shapes) -> Ground:
    """The common ground of each pair of valid polygons from `source` (n shapes) and `target` (m shapes), in units of their system squared.

    Pairs with a convex partner are cut in one go (`clipping`), the others by GEOS; memory stays bounded by working in portions.
    """
    pairs = shapely.STRtree(target).query(source)
    one, other = pairs[0].astype(np.int64), pairs[1].astype(np.int64)
    mine, theirs = rings_of(source), rings_of(target)
    area = np.full(len(one), np.nan)
    _whole(area, source, target, (one, other), theirs.corners)
    _whole(area, target, source, (other, one), mine.corners)
    open_ = np.isnan(area)
    cut_by_target = open_ & theirs.convex[other] & (~mine.convex[one] | (theirs.corners[other] <= mine.corners[one]))
    cut_by_source = open_ & mine.convex[one] & ~cut_by_target
    _clip(area, mine, one, theirs, other, cut_by_target)
    _clip(area, theirs, other, mine, one, cut_by_source)
    _intersect(area, source, one, target, other, open_ & ~cut_by_target & ~cut_by_source)
    kept = area > 0
    return Ground(one[kept], other[kept], area[kept])


def _whole(area: Floats, inner: Shapes, outer: Shapes, pairs: tuple[Ints, Ints], corners: Ints) -> None:
    """Areas that lie whole in one with many corners need no cutting."""
    inside, around = pairs
    tested = np.flatnonzero(np.isnan(area) & (corners[around] > MANY_CORNERS))
    shapely.prepare(outer)
    found = tested[shapely.covers(outer[around[tested]], inner[inside[tested]])]
    area[found] = shapely.area(inner[inside[found]])


def _clip(area: Floats, subject: Rings, subjects: Ints, window: Rings, windows: Ints, chosen: Flags) -> None:
    which = np.flatnonzero(chosen)
    for part in _portions(subject.corners[subjects[which]]):
        some = which[part]
        area[some] = np.abs(shared_areas(subject, subjects[some], window, windows[some]))


def _portions(sizes: Ints) -> Iterator[slice]:
    """Cut a list into portions of about `CORNERS_AT_ONCE`, one member at least."""
    ends = np.cumsum(sizes)
    start = 0
    while start < len(sizes):
        before = ends[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, before + CORNERS_AT_ONCE, side="right")))
        yield slice(start, stop)
        start = stop


def _intersect(area: Floats, source: Shapes, one: Ints, target: Shapes, other: Ints, chosen: Flags) -> None:
    """GEOS works outside of Python's lock, so that every core takes portions."""
    which = np.flatnonzero(chosen)

    def measure(start: int) -> None:
        some = which[start : start + PAIRS_AT_ONCE]
        area[some] = shapely.area(shapely.intersection(source[one[some]], target[other[some]]))

    with ThreadPoolExecutor() as cores:
        list(cores.map(measure, range(0, len(which), PAIRS_AT_ONCE)))
