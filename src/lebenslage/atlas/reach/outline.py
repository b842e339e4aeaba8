"""The area from which a site is reached in time, as a polygon, and how much of each quarter lies in it."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.progress import Progress, silently, telling
from lebenslage.atlas.reach.network import Network
from lebenslage.atlas.reach.snapping import Snapped

SQUARE: Final = 600.0
"""Metres of a block that is drawn at once."""
HALF_WIDTH: Final = 30.0
"""Metres to both sides of a street that count as reached: the depth of a plot."""


def travel_time_area(
    network: Network, seconds: Floats, sites: Snapped, within: float, *, half_width: float = HALF_WIDTH, progress: Progress = silently
) -> Any:
    """The polygon (or several) of all streets from which a site is reached within so many seconds, `half_width` metres to both sides.

    `seconds` (n,) are the times of the nodes to `sites`: a row of `node_times` made dense, or those of `nearest_of_nodes`.
    `progress` hears of the blocks of the city that are drawn.
    """
    from_tail = _share(within - seconds[network.tail], network.back)
    from_head = _share(within - seconds[network.head], network.there)
    whole = from_tail + from_head >= 1
    pieces = [
        _stretches(network, np.flatnonzero(whole), np.zeros(whole.sum()), np.ones(whole.sum())),
        _stretches(network, np.flatnonzero(~whole), np.zeros((~whole).sum()), from_tail[~whole]),
        _stretches(network, np.flatnonzero(~whole), 1 - from_head[~whole], np.ones((~whole).sum())),
        _around(network, sites, within),
    ]
    lines = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(np.concatenate(pieces))))
    blocks = _blocks(lines)
    steps = len(blocks) + 1
    area = shapely.union_all([_drawn(block, half_width) for block in telling(blocks, progress, total=steps)])
    progress(steps, steps)
    return area


def covered_share(areas: AreaSet, outline: Any) -> Floats:
    """The share (0 to 1) of each area (n,) that lies in an outline of the same coordinate system. Raises ValueError without shapes."""
    if areas.shapes is None:
        raise ValueError("areas without shapes")
    share: Floats = shapely.area(shapely.intersection(areas.shapes, outline)) / shapely.area(areas.shapes)
    return share


def _blocks(lines: Any) -> list[Any]:
    """The lines by the square in which their middle lies: what is near each other is united first, and the work can be told."""
    squares = np.floor(shapely.get_coordinates(shapely.centroid(lines)) / SQUARE)
    _, square = np.unique(squares, axis=0, return_inverse=True)
    order = np.argsort(square, kind="stable")
    return np.split(lines[order], np.flatnonzero(np.diff(square[order])) + 1)


def _drawn(lines: Any, half_width: float) -> Any:
    return shapely.union_all(shapely.buffer(lines, half_width, quad_segs=4))


def _share(left: Floats, seconds: Floats) -> Floats:
    """How much of a segment can be walked in the seconds that are left."""
    usable = (left > 0) & np.isfinite(left) & np.isfinite(seconds)
    return np.minimum(np.divide(left, seconds, out=np.zeros(len(left)), where=usable & (seconds > 0)), 1.0)


def _around(network: Network, sites: Snapped, within: float) -> Any:
    """The stretch of a site's own street from which it is reached."""
    near = sites.some(sites.near)
    left = np.maximum(within - near.gap / network.group.speed.value, 0)
    before, behind = _share(left, network.there[near.segment]), _share(left, network.back[near.segment])
    return _stretches(network, near.segment, np.maximum(near.share - before, 0), np.minimum(near.share + behind, 1))


def _stretches(network: Network, segment: Any, start: Floats, end: Floats) -> Any:
    """Lines along segments from one share of their length to another; none where they have no length."""
    kept = end > start
    segment, start, end = segment[kept], start[kept], end[kept]
    tail, head = network.tail[segment], network.head[segment]
    at = np.stack((start, end), axis=1)
    x = network.x[tail, None] + at * (network.x[head] - network.x[tail])[:, None]
    y = network.y[tail, None] + at * (network.y[head] - network.y[tail])[:, None]
    return shapely.linestrings(np.stack((x, y), axis=2))
