"""How long people walk to a site: from every node, from every point, to the nearest or to each.

A time is that of the way there, in seconds: people go uphill to the site on the hill. With `home=True` it is the way back. The straight
line between a point and its street is walked at the speed on the flat. Dijkstra's algorithm is SciPy's, in chunks of bounded memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import dijkstra

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.reach.network import Network
from lebenslage.atlas.reach.snapping import Snapped

CHUNK_BYTES: Final = 64_000_000
NOBODY: Final = -1
type Progress = Callable[[int, int], None]


def node_times(network: Network, sites: Snapped, within: float, *, home: bool = False, progress: Progress | None = None) -> csr_array:
    """Seconds (sites x nodes) between each site and every node not farther than `within` seconds; what is not stored is farther."""
    found = [_sparse(times, within) for _, times in _chunks(network, sites, within, home=home, progress=progress)]
    return _stacked(found, network.nodes)


def costs(
    network: Network, points: Snapped, sites: Snapped, within: float, *, home: bool = False, progress: Progress | None = None
) -> csr_array:
    """Seconds (points x sites) from each point to each site not farther than `within` seconds; what is not stored is farther."""
    tail, head = _to_ends(network, points, home=home)
    at = np.maximum(points.segment, 0)
    near, same = _same_street(network, points, sites, home=home), []
    for first, times in _chunks(network, sites, within, home=home, progress=progress):
        through = np.minimum(times[:, network.tail[at]] + tail, times[:, network.head[at]] + head)
        there = (near.site >= first) & (near.site < first + len(times))
        np.minimum.at(through, (near.site[there] - first, near.point[there]), near.seconds[there])
        same.append(_sparse(through, within))
    return csr_array(_stacked(same, len(points)).T)


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """Of each node or point: the seconds to its nearest site (infinite where there is none), the site (-1: none).

    `known` is the share of that way, by time, of which the tags are known.
    """

    seconds: Floats
    site: Ints
    known: Floats


def nearest_of_nodes(network: Network, sites: Snapped, within: float = np.inf, *, home: bool = False) -> Nearest:
    """The nearest site of every node, in one run from all sites at once."""
    graph = _graph(network, sites, home=home)
    starts = network.nodes + np.flatnonzero(sites.near)
    if not len(starts):
        nothing = np.full(network.nodes, np.inf)
        return Nearest(nothing, np.full(network.nodes, NOBODY), np.ones(network.nodes))
    seconds, before, source = dijkstra(graph, indices=starts, limit=within, min_only=True, return_predecessors=True)
    unknown = _along(before, _unknown_seconds(network, sites, seconds, before))[: network.nodes]
    seconds, source = seconds[: network.nodes], source[: network.nodes].astype(np.int64)
    site = np.where(np.isfinite(seconds), source - network.nodes, NOBODY)
    return Nearest(seconds, site, _known(unknown, seconds))


def nearest(network: Network, points: Snapped, sites: Snapped, within: float = np.inf, *, home: bool = False) -> Nearest:
    """The nearest site of every point, in one run from all sites at once."""
    nodes = nearest_of_nodes(network, sites, within, home=home)
    tail, head = _to_ends(network, points, home=home)
    at = np.maximum(points.segment, 0)
    by_tail, by_head = nodes.seconds[network.tail[at]] + tail, nodes.seconds[network.head[at]] + head
    end = np.where(by_tail <= by_head, network.tail[at], network.head[at])
    seconds, site = np.minimum(by_tail, by_head), nodes.site[end]
    unknown = (1 - nodes.known[end]) * np.where(np.isfinite(seconds), nodes.seconds[end], 0)
    unknown += (1 - network.known[at]) * np.where(np.isfinite(seconds), seconds - nodes.seconds[end], 0)
    near = _same_street(network, points, sites, home=home)
    order = np.argsort(-near.seconds, kind="stable")  # the shortest is written last
    for pair in order[near.seconds[order] < seconds[near.point[order]]]:
        seconds[near.point[pair]], site[near.point[pair]] = near.seconds[pair], near.site[pair]
        unknown[near.point[pair]] = (1 - network.known[at[near.point[pair]]]) * near.seconds[pair]
    far = ~(seconds <= within) | np.isinf(seconds)
    seconds[far], site[far], unknown[far] = np.inf, NOBODY, 0
    return Nearest(seconds, site, _known(unknown, seconds))


def nearest_few(found: csr_array, few: int) -> tuple[Ints, Floats]:
    """The `few` nearest sites of each point and their seconds (points x few), from `costs`; -1 and infinite where there are fewer."""
    rows = np.repeat(np.arange(found.shape[0]), np.diff(found.indptr))
    order = np.lexsort((found.indices, found.data, rows))
    place = np.arange(len(rows)) - np.repeat(found.indptr[:-1], np.diff(found.indptr))
    kept = place < few
    sites, seconds = np.full((found.shape[0], few), NOBODY), np.full((found.shape[0], few), np.inf)
    sites[rows[kept], place[kept]] = found.indices[order][kept]
    seconds[rows[kept], place[kept]] = found.data[order][kept]
    return sites, seconds


def dense(found: csr_array) -> Floats:
    """The same as an array (points x sites), infinite where a site is too far: what `siting` takes as costs."""
    full = np.full(found.shape, np.inf)
    full[np.repeat(np.arange(found.shape[0]), np.diff(found.indptr)), found.indices] = found.data
    return full


def _chunks(network: Network, sites: Snapped, within: float, *, home: bool, progress: Progress | None) -> Iterator[tuple[int, Floats]]:
    graph = _graph(network, sites, home=home)
    size = max(1, CHUNK_BYTES // (8 * graph.shape[0]))
    for first in range(0, len(sites), size):
        last = min(first + size, len(sites))
        times = dijkstra(graph, indices=np.arange(first, last) + network.nodes, limit=within)
        yield first, times[:, : network.nodes]
        if progress:
            progress(last, len(sites))


def _sparse(times: Floats, within: float) -> csr_array:
    """Rows of seconds without those that are farther; a way of 0 seconds stays."""
    rows, columns = np.nonzero(times <= within)
    counts = np.bincount(rows, minlength=len(times))
    kept = np.isfinite(times[rows, columns])
    if not kept.all():
        rows, columns = rows[kept], columns[kept]
        counts = np.bincount(rows, minlength=len(times))
    return csr_array((times[rows, columns], columns.astype(np.int32), np.concatenate(([0], np.cumsum(counts)))), shape=times.shape)


def _stacked(parts: list[csr_array], columns: int) -> csr_array:
    """One matrix of several with the same columns."""
    if not parts:
        return csr_array((0, columns))
    starts = np.cumsum([0, *(part.nnz for part in parts)])
    ends = [part.indptr[1:] + start for part, start in zip(parts, starts, strict=False)]
    data, indices = (np.concatenate([getattr(part, name) for part in parts]) for name in ("data", "indices"))
    return csr_array((data, indices, np.concatenate(([0], *ends))), shape=(sum(part.shape[0] for part in parts), columns))


def _graph(network: Network, sites: Snapped, *, home: bool) -> csr_array:
    """Arcs against the way people go, so that one search from a site finds the ways to it; the sites are nodes behind the others."""
    out, back = (network.back, network.there) if not home else (network.there, network.back)
    to_tail, to_head = _to_ends(network, sites, home=not home)
    at, number = np.maximum(sites.segment, 0), network.nodes + np.arange(len(sites))
    tails = np.concatenate((network.tail, network.head, number, number))
    heads = np.concatenate((network.head, network.tail, network.tail[at], network.head[at]))
    return _without_doubles(tails, heads, np.concatenate((out, back, to_tail, to_head)), network.nodes + len(sites))


def _without_doubles(tails: Ints, heads: Ints, seconds: Floats, size: int) -> csr_array:
    """A graph of arcs; of two arcs between the same nodes the quicker counts, and closed ones are left out."""
    opened = np.isfinite(seconds)
    tails, heads, seconds = tails[opened], heads[opened], seconds[opened]
    order = np.lexsort((seconds, heads, tails))
    tails, heads, seconds = tails[order], heads[order], seconds[order]
    first = np.ones(len(tails), dtype=bool)
    first[1:] = (tails[1:] != tails[:-1]) | (heads[1:] != heads[:-1])
    return csr_array(coo_array((seconds[first], (tails[first].astype(np.int32), heads[first].astype(np.int32))), shape=(size, size)))


def _to_ends(network: Network, points: Snapped, *, home: bool) -> tuple[Floats, Floats]:
    """Seconds from points to the tail and to the head of their segment (`home`: from there to the points)."""
    at = np.maximum(points.segment, 0)
    to_tail, to_head = (network.back, network.there) if not home else (network.there, network.back)
    gap = np.where(points.near, points.gap, np.inf) / network.group.speed.value
    return _part(points.share, to_tail[at]) + gap, _part(1 - points.share, to_head[at]) + gap


def _part(share: Floats, seconds: Floats) -> Floats:
    """The time of a share of a segment; none of a closed one takes no time."""
    part: Floats = np.multiply(share, seconds, out=np.zeros(len(share)), where=share > 0)
    return part


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    point: Ints
    site: Ints
    seconds: Floats


def _same_street(network: Network, points: Snapped, sites: Snapped, *, home: bool) -> _Pairs:
    """Points and sites on the same segment, with the seconds straight along it."""
    order = np.argsort(sites.segment, kind="stable")
    first, last = (np.searchsorted(sites.segment[order], points.segment, side=side) for side in ("left", "right"))
    counts = np.where(points.near, last - first, 0)
    point = np.repeat(np.arange(len(points)), counts)
    place = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    site = order[np.repeat(first, counts) + place]
    ahead = (sites.share[site] - points.share[point]) * (-1 if home else 1)
    at = points.segment[point]
    seconds = np.where(ahead >= 0, _part(np.abs(ahead), network.there[at]), _part(np.abs(ahead), network.back[at]))
    return _Pairs(point, site, seconds + (points.gap[point] + sites.gap[site]) / network.group.speed.value)


def _unknown_seconds(network: Network, sites: Snapped, seconds: Floats, before: Ints) -> Floats:
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


def _known(unknown: Floats, seconds: Floats) -> Floats:
    share = np.divide(unknown, seconds, out=np.zeros(len(seconds)), where=np.isfinite(seconds) & (seconds > 0))
    known: Floats = np.clip(1 - share, 0, 1)
    return known
