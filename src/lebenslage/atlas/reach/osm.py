"""Reads OpenStreetMap files: .osm, .osm.gz, .osm.bz2 and .osm.pbf."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import osmium

from lebenslage.atlas.progress import Progress, silently, telling
from lebenslage.atlas.reach.groups import tags_read
from lebenslage.atlas.reach.problems import NotANetwork
from lebenslage.atlas.reach.streets import Streets
from lebenslage.atlas.reach.tags import Tags

EACH_READ: Final = 1000
OF_NODES: Final = ("barrier", "kerb", "kerb:height", "highway", "crossing")


@dataclass(slots=True)
class _Gathered:
    """What the ways of a file bring, while it is read."""

    read: frozenset[str]
    places: dict[int, tuple[float, float]] = field(default_factory=dict)
    kinds: dict[tuple[tuple[str, str], ...], int] = field(default_factory=dict)
    marks: dict[int, Tags] = field(default_factory=dict)
    pairs: array[int] = field(default_factory=lambda: array("q"))

    def way(self, tags: Iterable[Any], nodes: Iterable[Any]) -> None:
        """Keep a way as segments between neighbouring nodes; nodes outside the file's cut are left out."""
        told = tuple([(tag.k, tag.v) for tag in tags if tag.k in self.read])
        kind = self.kinds.setdefault(told, len(self.kinds))
        refs = [self._placed(node) for node in nodes]
        for a, b in pairwise(refs):
            if a is not None and b is not None and a != b:
                self.pairs.extend((a, b, kind))

    def _placed(self, node: Any) -> int | None:
        """The id of a node, whose place is kept; None where the file does not say where it is."""
        ref: int = node.ref
        if ref not in self.places:
            if not node.location.valid():
                return None
            self.places[ref] = (node.lon, node.lat)
        return ref

    def node(self, id: int, tags: Iterable[Any]) -> None:
        """Keep the tags of a node that says something about passing it."""
        self.marks[id] = {tag.k: tag.v for tag in tags}


def read_osm(file: Path, progress: Progress = silently) -> Streets:
    """Every way with `highway` as segments. Squares are walked along their edge; those drawn as relations are left out.

    `progress` hears of the nodes and then of the ways read; nobody knows of how many. Raises NotANetwork.
    """
    gathered = _Gathered(tags_read())
    try:
        nodes = osmium.FileProcessor(str(file), osmium.osm.NODE).with_filter(osmium.filter.KeyFilter(*OF_NODES))
        for node in telling(nodes, progress, every=EACH_READ):
            gathered.node(node.id, node.tags)
        ways: Any = osmium.FileProcessor(str(file)).with_locations().with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
        for way in telling(ways.with_filter(osmium.filter.KeyFilter("highway")), progress, every=EACH_READ):
            gathered.way(way.tags, way.nodes)
    except (RuntimeError, OSError) as error:
        raise NotANetwork(file=file.name) from error
    return _streets(file.name, gathered)


def _streets(name: str, gathered: _Gathered) -> Streets:
    ids = np.array(sorted(gathered.places), dtype=np.int64)
    places = np.array([gathered.places[id] for id in ids.tolist()]).reshape(-1, 2)
    pairs = np.array(gathered.pairs).reshape(-1, 3)
    marked = sorted(gathered.marks.keys() & gathered.places.keys())
    at = np.searchsorted(ids, np.array(marked, dtype=np.int64))
    return Streets(
        file=name,
        crs="",
        ids=ids,
        x=places[:, 0],
        y=places[:, 1],
        tail=np.searchsorted(ids, pairs[:, 0]),
        head=np.searchsorted(ids, pairs[:, 1]),
        kind=pairs[:, 2],
        tags=tuple(dict(told) for told in gathered.kinds),
        marks={int(number): gathered.marks[id] for number, id in zip(at, marked, strict=True)},
        metres=np.full(len(pairs), np.nan),
    )
