"""A network as a graph that is searched from the sites, and the first and last steps of every way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array, csr_array

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.reach.network import Network
from lebenslage.atlas.reach.snapping import Snapped


def graph_from(network: Network, sites: Snapped, *, home: bool) -> csr_array:
    """Arcs against the way people go, so that one search from a site finds the ways to it; the sites are nodes behind the others."""
    out, back = (network.back, network.there) if not home else (network.there, network.back)
    to_tail, to_head = to_ends(network, sites, home=not home)
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


def to_ends(network: Network, points: Snapped, *, home: bool) -> tuple[Floats, Floats]:
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
class Pairs:
    """Points and sites that stand on the same segment (k,), and the seconds between them straight along it."""

    point: Ints
    site: Ints
    seconds: Floats


def on_one_street(network: Network, points: Snapped, sites: Snapped, *, home: bool) -> Pairs:
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
    return Pairs(point, site, seconds + (points.gap[point] + sites.gap[site]) / network.group.speed.value)
