"""What a person should look at before she trusts a set of areas: overlaps, holes, slivers, keys that lost a zero."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import shapely

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.atlas.areas.ground import shared_ground
from lebenslage.atlas.areas.problems import OverlappingAreas

LEAST_OVERLAP: Final = 1.0
THIN: Final = 0.02
"""Polsby and Popper's roundness (4 pi area / boundary squared) below which a hole is a sliver: two boundaries that should be one."""


class Overlap(NamedTuple):
    """Two areas (by key) that claim the same ground, and how many square metres of it."""

    one: str
    other: str
    square_metres: float


class Hole(NamedTuple):
    """Ground inside the set that belongs to no area: where, how much, and whether it is only a sliver."""

    x: float
    y: float
    square_metres: float
    sliver: bool


def overlaps(areas: AreaSet, *, least: float = LEAST_OVERLAP) -> list[Overlap]:
    """The pairs that share more than `least` square metres, the greatest first."""
    if areas.shapes is None or shapely.coverage_is_valid(areas.shapes):
        return []
    shared = shared_ground(areas.shapes, areas.shapes)
    kept = (shared.source < shared.target) & (shared.area > least)
    found = zip(shared.source[kept], shared.target[kept], shared.area[kept], strict=True)
    return sorted((Overlap(areas.keys[i], areas.keys[j], float(area)) for i, j, area in found), key=lambda pair: -pair.square_metres)


def refuse_overlaps(areas: AreaSet, *, least: float = LEAST_OVERLAP) -> None:
    """Raise OverlappingAreas, which names the worst pair, if areas overlap on more than `least` square metres."""
    found = overlaps(areas, least=least)
    if found:
        worst = found[0]
        square_metres = round(worst.square_metres) or round(worst.square_metres, 3)
        raise OverlappingAreas(file=areas.name, one=worst.one, other=worst.other, square_metres=square_metres, count=len(found))


def holes(areas: AreaSet) -> list[Hole]:
    """The ground that the set surrounds without any area claiming it, the greatest first."""
    if areas.shapes is None:
        return []
    shells = shapely.get_parts(shapely.union_all(areas.shapes))
    rings = [shapely.polygons(ring) for shell in shells for ring in shell.interiors]
    found = [_hole(ring) for ring in rings if ring.area > 0]
    return sorted(found, key=lambda hole: -hole.square_metres)


def _hole(ring: shapely.Polygon) -> Hole:
    spot = ring.representative_point()
    return Hole(float(spot.x), float(spot.y), float(ring.area), 4 * np.pi * ring.area / ring.length**2 < THIN)


def lost_zeros(keys: Sequence[str]) -> tuple[str, ...]:
    """The keys that look as if a spreadsheet had taken their leading zero: digits only, and one shorter than most."""
    lengths = Counter(len(key) for key in keys if key.isdigit())
    if len(lengths) < 2:
        return ()
    usual = max(lengths)
    return tuple(key for key in keys if key.isdigit() and len(key) == usual - 1)
