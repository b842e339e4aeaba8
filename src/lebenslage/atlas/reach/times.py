"""How long people walk to a site: from every node, from every point, to the nearest or to each.

A time is that of the way there, in seconds: people go uphill to the site on the hill. With `home=True` it is the way back. The straight
line between a point and its street is walked at the speed on the flat. Dijkstra's algorithm is SciPy's, in chunks of bounded memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.progress import Progress
from lebenslage.atlas.reach.graph import graph_from, on_one_street, to_ends
from lebenslage.atlas.reach.network import Network
from lebenslage.atlas.reach.snapping import Snapped

CHUNK_BYTES: Final = 64_000_000


def node_times(network: Network, sites: Snapped, within: float, *, home: bool = False, progress: Progress | None = None) -> csr_array:
    """Seconds (sites x nodes) between each site and every node not farther than `within` seconds; what is not stored is farther."""
    found = [_sparse(times, within) for _, times in _chunks(network, sites, within, home=home, progress=progress)]
    return _stacked(found, network.nodes)


def costs(
    network: Network, points: Snapped, sites: Snapped, within: float, *, home: bool = False, progress: Progress | None = None
) -> csr_array:
    """Seconds (points x sites) from each point to each site not farther than `within` seconds; what is not stored is farther."""
    tail, head = to_ends(network, points, home=home)
    at = np.maximum(points.segment, 0)
    near, found = on_one_street(network, points, sites, home=home), []
    for first, times in _chunks(network, sites, within, len(points), home=home, progress=progress):
        through = np.minimum(times[:, network.tail[at]] + tail, times[:, network.head[at]] + head)
        there = (near.site >= first) & (near.site < first + len(times))
        np.minimum.at(through, (near.site[there] - first, near.point[there]), near.seconds[there])
        found.append(_sparse(through, within))
    return csr_array(_stacked(found, len(points)).T)


def nearest_few(found: csr_array, few: int) -> tuple[Ints, Floats]:
    """The `few` nearest sites of each point and their seconds (points x few), from `costs`; -1 and infinite where there are fewer."""
    rows = np.repeat(np.arange(found.shape[0]), np.diff(found.indptr))
    order = np.lexsort((found.indices, found.data, rows))
    place = np.arange(len(rows)) - np.repeat(found.indptr[:-1], np.diff(found.indptr))
    kept = place < few
    sites, seconds = np.full((found.shape[0], few), -1), np.full((found.shape[0], few), np.inf)
    sites[rows[kept], place[kept]] = found.indices[order][kept]
    seconds[rows[kept], place[kept]] = found.data[order][kept]
    return sites, seconds


def dense(found: csr_array) -> Floats:
    """The same as an array (points x sites), infinite where a site is too far: what `siting` takes as costs."""
    full = np.full(found.shape, np.inf)
    full[np.repeat(np.arange(found.shape[0]), np.diff(found.indptr)), found.indices] = found.data
    return full


def _chunks(
    network: Network, sites: Snapped, within: float, points: int = 0, *, home: bool, progress: Progress | None
) -> Iterator[tuple[int, Floats]]:
    """The seconds of all nodes (k, n) to some sites after the other, with the number of the first; so many that memory stays bounded."""
    graph = graph_from(network, sites, home=home)
    size = max(1, CHUNK_BYTES // (8 * max(graph.shape[0], points)))
    for first in range(0, len(sites), size):
        last = min(first + size, len(sites))
        times = dijkstra(graph, indices=np.arange(first, last) + network.nodes, limit=within)
        yield first, times[:, : network.nodes]
        if progress:
            progress(last, len(sites))


def _sparse(times: Floats, within: float) -> csr_array:
    """Rows of seconds without those that are farther; a way of 0 seconds stays."""
    rows, columns = np.nonzero((times <= within) & np.isfinite(times))
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
