"""The nearest site of every node and every point, in one run from all sites at once, and how sure the way to it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse.csgraph import dijkstra

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.reach.graph import graph_from, on_one_street, to_ends
from lebenslage.atlas.reach.network import Network
from lebenslage.atlas.reach.snapping import Snapped

NOBODY: Final = -1


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """Of each node or point: the seconds to its nearest site (infinite where there is none) and that site (-1: none).

    `unknown` are those of the seconds of which the tags are not known.
    """

    seconds: Floats
    site: Ints
    unknown: Floats

    @property
    def known(self) -> Floats:
        """The share of the way, by time, of which the tags are known (0 to 1); 1 where there is no way."""
        reached = np.isfinite(self.seconds) & (self.seconds > 0)
        share = np.divide(self.unknown, self.seconds, out=np.zeros(len(self.seconds)), where=reached)
        known: Floats = np.clip(1 - share, 0, 1)
        return known


def nearest_of_nodes(network: Network, sites: Snapped, within: float = np.inf, *, home: bool = False) -> Nearest:
    """The nearest site of every node (n,) within so many seconds."""
    graph = graph_from(network, sites, home=home)
    starts = network.nodes + np.flatnonzero(sites.near)
    if not len(starts):
        return _nothing(network.nodes)
    seconds, before, source = dijkstra(graph, indices=starts, limit=within, min_only=True, return_predecessors=True)
    unknown = _along(before, _unknown_steps(network, sites, seconds, before))
    site = np.where(np.isfinite(seconds), source.astype(np.int64) - network.nodes, NOBODY)
    return Nearest(seconds[: network.nodes], site[: network.nodes], unknown[: network.nodes])


def nearest(network: Network, points: Snapped, sites: Snapped, within: float = np.inf, *, home: bool = False) -> Nearest:
    """The nearest site of every point (p,) within so many seconds."""
    found = _by_nodes(network, points, nearest_of_nodes(network, sites, within, home=home), home=home)
    _straight(network, points, sites, found, home=home)
    far = ~(found.seconds <= within) | np.isinf(found.seconds)
    found.seconds[far], found.site[far], found.unknown[far] = np.inf, NOBODY, 0
    return found


def _nothing(number: int) -> Nearest:
    return Nearest(np.full(number, np.inf), np.full(number, NOBODY), np.zeros(number))


def _by_nodes(network: Network, points: Snapped, nodes: Nearest, *, home: bool) -> Nearest:
    """The way over the better end of the point's segment."""
    at, row = np.maximum(points.segment, 0), np.arange(len(points))
    ends = np.stack((network.tail[at], network.head[at]))
    steps = np.stack(to_ends(network, points, home=home))
    better = np.argmin(nodes.seconds[ends] + steps, axis=0)
    end, step = ends[better, row], steps[better, row]
    unknown = nodes.unknown[end] + (1 - network.known[at]) * np.where(np.isfinite(step), step, 0)
    return Nearest(nodes.seconds[end] + step, nodes.site[end], unknown)


def _straight(network: Network, points: Snapped, sites: Snapped, found: Nearest, *, home: bool) -> None:
    """Improve what was found where a site stands on the same segment."""
    near = on_one_street(network, points, sites, home=home)
    order = np.lexsort((near.seconds, near.point))
    first = order[np.unique(near.point[order], return_index=True)[1]]
    better = first[near.seconds[first] < found.seconds[near.point[first]]]
    point = near.point[better]
    found.seconds[point], found.site[point] = near.seconds[better], near.site[better]
    found.unknown[point] = (1 - network.known[points.segment[point]]) * near.seconds[better]


def _unknown_steps(network: Network, sites: Snapped, seconds: Floats, before: Ints) -> Floats:
    """Of each node, the seconds of the last step to it of which too little is tagged."""
    unknown = np.zeros(len(before))
    first = np.flatnonzero(before >= network.nodes)
    unknown[first] = (1 - network.known[sites.segment[before[first] - network.nodes]]) * seconds[first]
    later = np.flatnonzero((before >= 0) & (before < network.nodes))
    segment = _segment_between(network, before[later].astype(np.int64), later)
    unknown[later] = (1 - network.known[segment]) * (seconds[later] - seconds[before[later]])
    return unknown


def _segment_between(network: Network, one: Ints, other: Ints) -> Ints:
    """A segment that joins each pair of neighbouring nodes."""
    ends = np.sort(np.stack((network.tail, network.head)), axis=0)
    keys = ends[0] * network.nodes + ends[1]
    order = np.argsort(keys, kind="stable")
    asked = np.minimum(one, other) * network.nodes + np.maximum(one, other)
    found: Ints = order[np.searchsorted(keys[order], asked)]
    return found


def _along(before: Ints, values: Floats) -> Floats:
    """Sums of the values along each way back to its site, by doubling the steps."""
    above = np.where(before >= 0, before, np.arange(len(before)))
    sums = np.where(before >= 0, values, 0.0)
    while True:
        higher = above[above]
        if np.array_equal(higher, above):
            return sums
        sums, above = sums + np.where(above != np.arange(len(above)), sums[above], 0.0), higher
