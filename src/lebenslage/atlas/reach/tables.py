"""Reads tables of edges with their nodes, and tables of points: addresses, cells, middles of quarters, sites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from lebenslage.atlas.areas.reading.numbers import LOCAL
from lebenslage.atlas.areas.reading.tables import Table, read_columns, read_table
from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.reach.groups import tags_read
from lebenslage.atlas.reach.network import Network
from lebenslage.atlas.reach.plane import to_metres
from lebenslage.atlas.reach.problems import (
    BadLength,
    BadSupply,
    NetworkNodesMissing,
    NoCoordinate,
    NoCoordinates,
    NotANetwork,
    PointsElsewhere,
    SwappedPoints,
    UnknownNode,
)
from lebenslage.atlas.reach.streets import Streets

PAIRS: Final = (
    ("lon", "lat"),
    ("lng", "lat"),
    ("longitude", "latitude"),
    ("x", "y"),
    ("easting", "northing"),
    ("laenge", "breite"),
    ("länge", "breite"),
    ("rechtswert", "hochwert"),
)
ENDS: Final = (("from", "to"), ("u", "v"), ("source", "target"), ("von", "nach"))
STREET: Final = {"highway": "residential"}
FAR_AWAY: Final = 5000.0


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Points of a table: `x`, `y` (p,) in degrees where `crs` is empty, else in metres; the table knows keys, lines and other columns."""

    table: Table
    x: Floats
    y: Floats
    crs: str

    def __len__(self) -> int:
        return len(self.x)


def read_edges(file: Path, nodes: Path | None = None, crs: str = "") -> Streets:
    """A table of edges (columns from, to, tags of OSM, `length` in metres if known), with its nodes (id, x, y) in `nodes.csv` beside it.

    Coordinates in degrees, or in metres of `crs` (EPSG:25832 without it). Without a column `highway` every edge is a street.
    Raises NotANetwork, NetworkNodesMissing, UnknownNode, NoCoordinate, BadLength and what `read_table` raises.
    """
    place = nodes or file.with_name("nodes.csv")
    columns, lines = read_columns(file)
    edges = Table(file.name, "", ("",) * len(lines), columns, lines, LOCAL)
    ends = _pair(edges, ENDS)
    if ends is None:
        raise NotANetwork(file=file.name)
    if not place.exists():
        raise NetworkNodesMissing(file=file.name, nodes=place.name)
    points = read_points(place, crs=crs)
    number = {key: row for row, key in enumerate(points.table.keys)}
    tail, head = (_ends(edges, column, number) for column in ends)
    kind, tags = _kinds(edges)
    ids = np.array([int(key) if key.isdecimal() else row for row, key in enumerate(points.table.keys)], dtype=np.int64)
    return Streets(file.name, points.crs, ids, points.x, points.y, tail, head, kind, tags, {}, _lengths(edges))


def read_points(file: Path, key: str = "", crs: str = "") -> Points:
    """A table of points with columns lon and lat, or x and y; keyed by `key`, or by its first column.

    `crs` says which metres are meant where the numbers are no degrees (EPSG:25832 without it). Raises NoCoordinates, NoCoordinate,
    SwappedPoints and what `read_table` raises.
    """
    table = read_table(file, key=key or next(iter(read_columns(file)[0])), convention=LOCAL)
    columns = _pair(table, PAIRS)
    if columns is None:
        raise NoCoordinates(file=file.name, columns=list(table.columns))
    x, y = (_coordinates(table, column) for column in columns)
    in_degrees = bool((np.abs(x) <= 180).all() and (np.abs(y) <= 180).all())
    if in_degrees and (beyond := np.flatnonzero(np.abs(y) > 90)).size:
        raise SwappedPoints(file=file.name, line=table.lines[int(beyond[0])])
    return Points(table, x, y, "" if in_degrees else crs or "EPSG:25832")


def placed(points: Points, network: Network) -> tuple[Floats, Floats]:
    """The points in metres of the network's plane. Raises SwappedPoints, PointsElsewhere."""
    x, y = _on_plane(points, points.x, points.y, network)
    inside = _beside(network, x, y)
    if inside.all():
        return x, y
    swapped = _beside(network, *_on_plane(points, points.y, points.x, network)) & ~inside
    if swapped.any():
        raise SwappedPoints(file=points.table.file, line=points.table.lines[int(np.flatnonzero(swapped)[0])])
    if not inside.any():
        far = float(np.hypot(np.median(x) - network.x.mean(), np.median(y) - network.y.mean()))
        raise PointsElsewhere(file=points.table.file, line=points.table.lines[0], network=network.file, kilometres=_round(far / 1000))
    return x, y


def amounts(points: Points, column: str) -> Floats:
    """People or places of each point (p,), none below zero and none missing. Raises BadSupply and what `Table.numbers` raises."""
    values, _ = points.table.numbers(column)
    wrong = np.flatnonzero(~(values >= 0))
    if len(wrong):
        row = int(wrong[0])
        raise BadSupply(file=points.table.file, line=points.table.lines[row], column=column, given=points.table.text(column)[row])
    return values


def _round(kilometres: float) -> str:
    return f"{kilometres:.0f}" if np.isfinite(kilometres) else "–"


def _on_plane(points: Points, x: Floats, y: Floats, network: Network) -> tuple[Floats, Floats]:
    if not points.crs:
        return to_metres(x, y, network.crs)
    return (x, y) if points.crs == network.crs else to_metres(x, y, network.crs, points.crs)


def _beside(network: Network, x: Floats, y: Floats) -> Flags:
    inside: Flags = (x >= network.x.min() - FAR_AWAY) & (x <= network.x.max() + FAR_AWAY)
    inside &= (y >= network.y.min() - FAR_AWAY) & (y <= network.y.max() + FAR_AWAY)
    return inside


def _pair(table: Table, pairs: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    by_name = {column.lower(): column for column in table.columns}
    return next(((by_name[a], by_name[b]) for a, b in pairs if a in by_name and b in by_name), None)


def _coordinates(table: Table, column: str) -> Floats:
    texts = table.text(column)
    values, _ = table.numbers(column, decimal="," if any("," in text for text in texts) else ".")
    missing = np.flatnonzero(np.isnan(values))
    if len(missing):
        raise NoCoordinate(file=table.file, line=table.lines[int(missing[0])], column=column)
    return values


def _ends(edges: Table, column: str, number: dict[str, int]) -> Ints:
    texts = edges.text(column)
    for text, line in zip(texts, edges.lines, strict=True):
        if text.strip() not in number:
            raise UnknownNode(file=edges.file, line=line, given=text)
    return np.array([number[text.strip()] for text in texts], dtype=np.int64)


def _kinds(edges: Table) -> tuple[Ints, tuple[dict[str, str], ...]]:
    """The tags of each edge, each combination once."""
    names = [column for column in edges.columns if column in tags_read()]
    kinds: dict[tuple[str, ...], int] = {}
    cells = zip(*(edges.columns[name] for name in names), strict=True) if names else [()] * len(edges.lines)
    kind = np.array([kinds.setdefault(tuple(row), len(kinds)) for row in cells], dtype=np.int64)
    tags = [{name: cell.strip() for name, cell in zip(names, row, strict=True) if cell.strip()} for row in kinds]
    return kind, tuple({**({} if "highway" in names else STREET), **one} for one in tags)


def _lengths(edges: Table) -> Floats:
    if "length" not in edges.columns:
        return np.full(len(edges.lines), np.nan)
    metres, _ = edges.numbers("length", decimal="," if any("," in text for text in edges.text("length")) else ".")
    wrong = np.flatnonzero(metres < 0)
    if len(wrong):
        row = int(wrong[0])
        raise BadLength(file=edges.file, line=edges.lines[row], column="length", given=edges.text("length")[row])
    return metres
