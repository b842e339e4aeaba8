"""Streets cut to a town: what lies in it and a little around it, in the town's own metres. Needs the analysis packages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from lebenslage.atlas.areas.reading.places import require_metres
from lebenslage.atlas.arrays import Flags
from lebenslage.atlas.reach.plane import DEGREES, to_metres
from lebenslage.atlas.reach.streets import Streets
from lebenslage.atlas.reach.ways import may_walk
from lebenslage.quarters.places.problems import StreetsElsewhere

AROUND: Final = 2000.0
"""So many metres beyond the town still count: the shortest way may leave it."""


def cut(streets: Streets, crs: str, bounds: Sequence[float]) -> Streets:
    """The streets that are walked within the bounds (west, south, east, north, in metres of `crs`) and around.

    Raises StreetsElsewhere, NotInMetres.
    """
    home = _at_home(streets, crs)
    kept = _within(home, bounds)[home.tail] & _within(home, bounds)[home.head] & _walked(home)[home.kind]
    if not kept.any():
        raise StreetsElsewhere(file=streets.file)
    return _used(replace(home, tail=home.tail[kept], head=home.head[kept], kind=home.kind[kept], metres=home.metres[kept]))


def _at_home(streets: Streets, crs: str) -> Streets:
    require_metres(crs)
    if streets.crs == crs:
        return streets
    x, y = to_metres(streets.x, streets.y, crs, streets.crs or DEGREES)
    return replace(streets, x=x, y=y, crs=crs)


def _within(streets: Streets, bounds: Sequence[float]) -> Flags:
    west, south, east, north = bounds
    inside: Flags = (streets.x > west - AROUND) & (streets.x < east + AROUND)
    inside &= (streets.y > south - AROUND) & (streets.y < north + AROUND)
    return inside


def _walked(streets: Streets) -> Flags:
    return np.array([may_walk(tags) for tags in streets.tags], dtype=bool)


def _used(streets: Streets) -> Streets:
    """Without the nodes and the tags that nothing needs any more."""
    nodes, ends = np.unique(np.concatenate((streets.tail, streets.head)), return_inverse=True)
    tail, head = np.split(ends, 2)
    kinds, kind = np.unique(streets.kind, return_inverse=True)
    at = {int(node): place for place, node in enumerate(nodes)}
    marks = {at[number]: tags for number, tags in streets.marks.items() if number in at}
    tags = tuple(streets.tags[one] for one in kinds)
    fields = {name: getattr(streets, name)[nodes] for name in ("ids", "x", "y")}
    return replace(streets, tail=tail, head=head, kind=kind, tags=tags, marks=marks, **fields)
