"""Points are joined to the nearest place on the nearest segment, not only to a crossing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.reach.network import Network

FARTHEST: Final = 200.0


@dataclass(frozen=True, slots=True, eq=False)
class Snapped:
    """Points (p,) on a network: their segment (-1: none near), how far along it they are (0 to 1), the metres from point to street."""

    segment: Ints
    share: Floats
    gap: Floats

    def __len__(self) -> int:
        return len(self.segment)

    @property
    def near(self) -> Flags:
        """Which points have a street near."""
        return self.segment >= 0

    def some(self, chosen: Flags | Ints | slice) -> Snapped:
        """Some of the points."""
        return Snapped(self.segment[chosen], self.share[chosen], self.gap[chosen])


def snap(network: Network, x: Floats, y: Floats, *, farthest: float = FARTHEST) -> Snapped:
    """Join points (p,), in metres of the network's plane, to the nearest segment within `farthest` metres."""
    lines = _lines(network)
    points = shapely.points(x, y)
    which, segment = shapely.STRtree(lines).query_nearest(points, max_distance=farthest, all_matches=False)
    found = Snapped(np.full(len(x), -1), np.zeros(len(x)), np.full(len(x), np.inf))
    found.segment[which] = segment
    found.share[which] = shapely.line_locate_point(lines[segment], points[which], normalized=True)
    found.gap[which] = shapely.distance(lines[segment], points[which])
    return found


def _lines(network: Network) -> np.ndarray:
    ends = np.stack((network.tail, network.head), axis=1)
    lines: np.ndarray = shapely.linestrings(np.stack((network.x[ends], network.y[ends]), axis=2))
    return lines
