"""How much ground many pairs of polygons share, all pairs at once, where one polygon of each pair is convex.

Sutherland and Hodgman's way (Reentrant polygon clipping, Communications of the ACM 17, 1974): the corners of one polygon are cut by one
edge of the other after the next. All pairs take the same step together, as flat arrays. Only areas are wanted, so that the bridges which
the method leaves between parts do no harm: they enclose nothing. Holes and parts are rings whose signed areas add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely

from lebenslage.atlas.arrays import Flags, Floats, Ints, Shapes

type Points = npt.NDArray[np.complex128]

STRAIGHT: Final = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Rings:
    """The rings of polygons as flat arrays: shells turn left, holes right, the closing corner is left out.

    Shape i has the rings `ring_start[i]:ring_start[i + 1]`, ring r the corners `start[r]:start[r + 1]` of `points`. A corner is one complex
    number, easting + i northing: the cross product of two is the imaginary part of one conjugated times the other.
    """

    points: Points
    start: Ints
    ring_start: Ints
    convex: Flags

    @property
    def corners(self) -> Ints:
        """How many corners each shape has."""
        return self.start[self.ring_start[1:]] - self.start[self.ring_start[:-1]]


def rings_of(shapes: Shapes) -> Rings:
    """Take polygons apart (missing and empty ones have no ring)."""
    parts, shape_of_part = shapely.get_parts(shapely.orient_polygons(shapes), return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    xy, ring_of_corner = shapely.get_coordinates(rings, return_index=True)
    kept = np.diff(ring_of_corner, append=-1) == 0
    points = xy.view(np.complex128)[:, 0][kept]
    start = _summed(np.bincount(ring_of_corner[kept], minlength=len(rings)))
    ring_start = _summed(np.bincount(shape_of_part[part_of_ring], minlength=len(shapes)))
    return Rings(points, start, ring_start, _convex(points, start, ring_start))


def _summed(lengths: Ints) -> Ints:
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64, copy=False)


def _convex(points: Points, start: Ints, ring_start: Ints) -> Flags:
    """Which shapes are one ring that only turns left."""
    after = _next(start)
    edge = points[after] - points
    turn = (edge.conj() * edge[after]).imag
    right_before = _summed((turn < -STRAIGHT * (edge.conj() * edge).real).astype(np.int64))
    one_ring = np.diff(ring_start) == 1
    corners = start[ring_start]
    found: Flags = one_ring & (right_before[corners[1:]] == right_before[corners[:-1]])
    return found


def _next(start: Ints) -> Ints:
    """For each corner the one that follows in its ring."""
    after = np.arange(1, start[-1] + 1)
    filled = start[1:] > start[:-1]
    after[start[1:][filled] - 1] = start[:-1][filled]
    return after


def shared_areas(subject: Rings, subjects: Ints, window: Rings, windows: Ints) -> Floats:
    """The area that `subject[subjects[k]]` shares with the convex `window[windows[k]]`, for each pair k, in square units."""
    edges = window.corners[windows]
    order = np.argsort(-edges, kind="stable")
    shared = np.zeros(len(subjects))
    shared[order] = _clipped(subject, subjects[order], window, windows[order], edges[order])
    return shared


def _clipped(subject: Rings, subjects: Ints, window: Rings, windows: Ints, edges: Ints) -> Floats:
    """Cut pair by pair, those with most edges first; whoever has no edge left is measured and leaves."""
    first = window.start[window.ring_start[windows]]
    origin = window.points[first]
    points, pair, start = _gathered(subject, subjects, origin)
    areas = np.zeros(len(subjects))
    for edge in range(int(edges[0]) if len(edges) else 0):
        active = int(np.searchsorted(-edges, -edge))
        rings = int(np.searchsorted(pair, active))
        if rings < len(pair):
            cut = start[rings]
            areas += np.bincount(pair[rings:], weights=_signed(points[cut:], start[rings:] - cut), minlength=len(areas))
            points, pair, start = points[:cut], pair[:rings], start[: rings + 1]
        here = window.points[first[:active] + edge] - origin[:active]
        there = window.points[first[:active] + (edge + 1) % edges[:active]] - origin[:active]
        points, pair, start = _cut(points, pair, start, here, there - here)
    return areas + np.bincount(pair, weights=_signed(points, start), minlength=len(areas))


def _gathered(subject: Rings, subjects: Ints, origin: Points) -> tuple[Points, Ints, Ints]:
    """The rings of every pair's subject, moved near the origin so that areas keep their digits."""
    ring, pair = _ranges(subject.ring_start, subjects)
    corner, _ = _ranges(subject.start, ring)
    lengths = subject.start[ring + 1] - subject.start[ring]
    return subject.points[corner] - np.repeat(origin[pair], lengths), pair, _summed(lengths)


def _ranges(start: Ints, chosen: Ints) -> tuple[Ints, Ints]:
    """The members of the chosen groups one after the other, and for each the place of its group in `chosen`."""
    lengths = start[chosen + 1] - start[chosen]
    shift = start[chosen] - (np.cumsum(lengths) - lengths)
    members = np.repeat(shift, lengths)
    return members + np.arange(len(members)), np.repeat(np.arange(len(chosen)), lengths)


def _signed(points: Points, start: Ints) -> Floats:
    """The signed area of each ring."""
    total = np.concatenate([[0.0], np.cumsum((points.conj() * points[_next(start)]).imag)])
    return np.diff(total[start]) / 2


def _cut(points: Points, pair: Ints, start: Ints, here: Points, along: Points) -> tuple[Points, Ints, Ints]:
    """Cut every ring by the line of its pair, keeping what lies to the left; rings that lose all corners are gone."""
    corners = np.diff(start)
    direction = along.conj()
    side = (np.repeat(direction[pair], corners) * points).imag - np.repeat((direction * here).imag[pair], corners)
    after = _next(start)
    inside = side >= 0
    crosses = inside != inside[after]
    new = _summed(inside.astype(np.int64) + crosses)
    result = np.empty(new[-1], dtype=np.complex128)
    result[new[:-1][inside]] = points[inside]
    i = np.flatnonzero(crosses)
    j = after[i]
    result[new[i + 1] - 1] = points[i] + (points[j] - points[i]) * (side[i] / (side[i] - side[j]))
    ends = new[start]
    kept = np.diff(ends) > 0
    return result, pair[kept], np.append(ends[:-1][kept], ends[-1])
