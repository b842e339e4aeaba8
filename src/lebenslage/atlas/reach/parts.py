"""The parts of a network between which nobody can walk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from lebenslage.atlas.arrays import Ints
from lebenslage.atlas.reach.network import Network, used
from lebenslage.atlas.reach.problems import DisconnectedNetwork
from lebenslage.atlas.reach.snapping import Snapped

WHOLE_ENOUGH: Final = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """The part of each node (n,), 0 the greatest, and the number of nodes of each part, the greatest first."""

    of_node: Ints
    sizes: Ints

    @property
    def greatest_share(self) -> float:
        """The share of the nodes in the greatest part."""
        return float(self.sizes[0] / self.sizes.sum())


def parts(network: Network) -> Parts:
    """Find the parts; a one-way segment joins too."""
    ones = np.ones(len(network.tail), dtype=np.int8)
    graph = coo_array((ones, (network.tail, network.head)), shape=(network.nodes, network.nodes))
    _, label = connected_components(graph, directed=False)
    sizes = np.bincount(label)
    order = np.argsort(-sizes, kind="stable")
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return Parts(rank[label], sizes[order])


def part_of_points(found: Parts, network: Network, points: Snapped) -> Ints:
    """The part on which each point (p,) stands, 0 the greatest; -1 where no street is near."""
    of_point: Ints = np.where(points.near, found.of_node[network.tail[np.maximum(points.segment, 0)]], -1)
    return of_point


def greatest_part(network: Network) -> Network:
    """The greatest part alone: only for who asks for it, since the others are not reached any more."""
    return used(network.only(parts(network).of_node[network.tail] == 0))


def check_connected(network: Network, least: float = WHOLE_ENOUGH) -> Parts:
    """Raise DisconnectedNetwork where the greatest part holds less than this share of the nodes: then the file is likely cut or broken."""
    found = parts(network)
    if found.greatest_share < least:
        second = int(np.flatnonzero(found.of_node == 1)[0])
        raise DisconnectedNetwork(
            file=network.file,
            parts=len(found.sizes),
            greatest=int(found.sizes[0]),
            nodes=network.nodes,
            share=round(100 * found.greatest_share),
            node=int(network.ids[second]),
        )
    return found
