"""Neighbours by common border, read off the polygons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import shapely

from lebenslage.atlas.arrays import Flags, Floats, Ints, Shapes
from lebenslage.atlas.patterns.neighbours import Neighbours, linked
from lebenslage.atlas.patterns.problems import ShapesOverlap, TooFewForPattern

OVERLAP: Final = 0.5
"""Two areas of which the smaller is covered by more than this share by the other are one area drawn twice, not neighbours."""


def queen(shapes: Shapes, names: Sequence[str] = (), *, gap: float = 0.0) -> Neighbours:
    """Neighbours are areas that share a border or a corner. Shapes (areas,), valid polygons; `gap` in their unit (metres).

    Borders need not have the same vertices: what touches or comes nearer than `gap` counts, so drawing errors do not make islands.
    Raises TooFewForPattern, ShapesOverlap (with the names, or positions from 1).
    """
    of, other = _near(shapes, names, gap)
    return _both_ways(len(shapes), of, other)


def rook(shapes: Shapes, names: Sequence[str] = (), *, gap: float = 0.0, least: float = 0.0) -> Neighbours:
    """Neighbours share more than `least` metres of border; a common corner is not enough. Else as `queen`."""
    of, other = _near(shapes, names, gap)
    return _both_ways(len(shapes), *_with_border(shapes, of, other, gap, least))


def middles(shapes: Shapes) -> Floats:
    """A point inside each area, for neighbours by distance. Shape (areas, 2)."""
    found: Floats = shapely.get_coordinates(shapely.point_on_surface(shapes))
    return found


def _both_ways(areas: int, of: Ints, other: Ints) -> Neighbours:
    return linked(areas, np.concatenate((of, other)), np.concatenate((other, of)))


def _near(shapes: Shapes, names: Sequence[str], gap: float) -> tuple[Ints, Ints]:
    """Pairs of areas that touch, the lower position first."""
    if len(shapes) < 2:
        raise TooFewForPattern(number=len(shapes), least=2)
    shapely.prepare(shapes)
    tree = shapely.STRtree(shapes)
    of, other = tree.query(shapes, "dwithin", gap) if gap > 0 else tree.query(shapes, "intersects")
    once = of < other
    of, other = of[once], other[once]
    _check_overlap(shapes, of, other, names)
    return of, other


def _with_border(shapes: Shapes, of: Ints, other: Ints, gap: float, least: float) -> tuple[Ints, Ints]:
    lines = shapely.boundary(shapes)
    second = shapely.buffer(lines[other], gap) if gap > 0 else lines[other]
    length = shapely.length(shapely.intersection(lines[of], second))
    long: Flags = length > max(least, 2 * gap)
    return of[long], other[long]


def _check_overlap(shapes: Shapes, of: Ints, other: Ints, names: Sequence[str]) -> None:
    crossing = ~shapely.touches(shapes[of], shapes[other])
    one, two = of[crossing], other[crossing]
    area = shapely.area(shapes)
    shared = shapely.area(shapely.intersection(shapes[one], shapes[two])) / np.minimum(area[one], area[two])
    if shared.size and shared.max() > OVERLAP:
        worst = int(shared.argmax())
        first, second = (names[int(at)] if names else str(int(at) + 1) for at in (one[worst], two[worst]))
        raise ShapesOverlap(one=first, other=second, share=round(100 * float(shared[worst])))
