"""Neighbours by distance between points, for areas without a common border: the nearest few, or all within a band."""

from __future__ import annotations

import numpy as np
from scipy.spatial import KDTree

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.patterns.neighbours import Neighbours, linked
from lebenslage.atlas.patterns.problems import TooFewForPattern


def nearest(points: Floats, k: int) -> Neighbours:
    """The k nearest other points are neighbours, which need not be mutual. Shape (areas, 2), in metres. Raises TooFewForPattern.

    A point at the same place is a neighbour at distance 0. Where more points are equally far than places are left (on a grid), the search
    settles which of them count, the same way every time.
    """
    areas = len(points)
    if areas <= k:
        raise TooFewForPattern(number=areas, least=k + 1)
    found = KDTree(points).query(points, k + 1)[1]
    own = found == np.arange(areas)[:, None]
    own[~own.any(axis=1), -1] = True
    return linked(areas, np.repeat(np.arange(areas), k), found[~own])


def within_distance(points: Floats, metres: float) -> Neighbours:
    """All other points no farther than so many metres. Shape (areas, 2). Raises TooFewForPattern."""
    if len(points) < 2:
        raise TooFewForPattern(number=len(points), least=2)
    pairs = KDTree(points).query_pairs(metres, output_type="ndarray")
    of, other = pairs[:, 0], pairs[:, 1]
    return linked(len(points), np.concatenate((of, other)), np.concatenate((other, of)))
