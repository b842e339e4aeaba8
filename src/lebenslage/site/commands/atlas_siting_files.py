"""Files of `lebenslage site`: areas, sites and ways in; the plan by area out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from lebenslage.atlas.areas.reading.numbers import LOCAL
from lebenslage.atlas.areas.reading.tables import Table, read_columns, read_table
from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.reach.tables import Points, amounts, read_points
from lebenslage.atlas.siting.problems import DifferentCoordinates, NoSuchPlace, WaysTableUnknown, WayTwice, WayUnreadable
from lebenslage.site.commands.table_output import whole, write_rows

EARTH_METRES: Final = 6_371_008.8
ENDS: Final = ("point", "site")
LENGTHS: Final = ("minutes", "cost", "metres", "distance")


@dataclass(frozen=True, slots=True, eq=False)
class Town:
    """Areas (rows of the cost matrix) and sites (its columns); existing sites that are no candidates come last."""

    areas: Table
    places: tuple[str, ...]
    sites: Table
    costs: Floats
    existing: Ints


def read_town(demand: Path, sites: Path, existing: Path | None, costs: Path | None, crs: str) -> Town:
    """Areas, sites and the ways between them: from a table of ways, or as the crow flies. Raises what the readers raise."""
    areas, candidates = _points(demand, crs, costs), _points(sites, crs, costs)
    known = {key: column for column, key in enumerate(candidates.table.keys)}
    standing = () if existing is None else _keyed(existing).table.keys
    fresh = [row for row, key in enumerate(standing) if key not in known]
    known.update({standing[row]: len(known) + at for at, row in enumerate(fresh)})
    if costs is not None:
        matrix = _read_ways(costs, {key: row for row, key in enumerate(areas.table.keys)}, known)
    else:
        old = [_flown(areas, _points(existing, crs, None))[:, fresh]] if existing is not None and fresh else []
        matrix = np.hstack([_flown(areas, candidates), *old])
    return Town(areas.table, tuple(known), candidates.table, matrix, np.array([known[key] for key in standing], dtype=np.int64))


def column(town: Town, name: str | None, *, of_sites: bool = False) -> Floats:
    """Numbers from 0 up, one an area or a site; 1 without a column. Raises BadSupply; an existing site that is no candidate has 0."""
    table = town.sites if of_sites else town.areas
    if name is None:
        return np.ones(len(table))
    values = amounts(Points(table, np.zeros(0), np.zeros(0), ""), name)
    return np.append(values, np.zeros(len(town.places) - len(values))) if of_sites else values


def classes(town: Town, name: str | None, *, highest_first: bool) -> tuple[Ints, tuple[str, ...]]:
    """The class of each area, the most burdened 0, and the names of the classes in this order."""
    if name is None:
        return np.zeros(len(town.areas), dtype=np.int64), ("–",)
    texts = [text.strip() for text in town.areas.text(name)]
    order = sorted(set(texts), key=lambda text: (0, float(text), "") if text.isdecimal() else (1, 0.0, text), reverse=highest_first)
    rank = {text: at for at, text in enumerate(order)}
    return np.array([rank[text] for text in texts], dtype=np.int64), tuple(order)


def place_numbers(town: Town, keys: Sequence[str]) -> Ints:
    """The columns of some sites. Raises NoSuchPlace."""
    for key in keys:
        if key not in town.places:
            raise NoSuchPlace(place=key)
    return np.array([town.places.index(key) for key in keys], dtype=np.int64)


def _points(file: Path, crs: str, costs: Path | None) -> Points:
    return read_points(file, crs=crs) if costs is None else _keyed(file)


def _keyed(file: Path) -> Points:
    """A table whose places nobody needs to know, keyed by its first column."""
    table = read_table(file, key=next(iter(read_columns(file)[0])), convention=LOCAL)
    return Points(table, np.zeros(len(table)), np.zeros(len(table)), "")


def _flown(areas: Points, sites: Points) -> Floats:
    """Metres as the crow flies (areas x sites). Raises DifferentCoordinates."""
    if areas.crs != sites.crs:
        raise DifferentCoordinates(file=sites.table.file, other=areas.table.file)
    if areas.crs:
        flat: Floats = np.hypot(areas.x[:, None] - sites.x, areas.y[:, None] - sites.y)
        return flat
    east, north = np.radians(areas.x[:, None] - sites.x), np.radians(areas.y[:, None] - sites.y)
    across = np.cos(np.radians(areas.y))[:, None] * np.cos(np.radians(sites.y)) * np.sin(east / 2) ** 2
    round_: Floats = 2 * EARTH_METRES * np.arcsin(np.sqrt(np.minimum(1.0, np.sin(north / 2) ** 2 + across)))
    return round_


def _read_ways(file: Path, areas: Mapping[str, int], places: Mapping[str, int]) -> Floats:
    """A table with one way a row, as `lebenslage reach --matrix` writes it; what is not there is no way."""
    columns, lines = read_columns(file)
    length = next((name for name in LENGTHS if name in columns), None)
    if length is None or any(end not in columns for end in ENDS):
        raise WaysTableUnknown(file=file.name)
    values, _ = Table(file.name, "", ("",) * len(lines), columns, lines, LOCAL).numbers(length)
    matrix = np.full((len(areas), len(places)), np.inf)
    for area, place, value, line in zip(*(columns[end] for end in ENDS), values.tolist(), lines, strict=True):
        row, at = areas.get(area.strip()), places.get(place.strip())
        if row is None or at is None or not value >= 0:
            raise WayUnreadable(file=file.name, line=line, given=area if row is None else place)
        if matrix[row, at] != np.inf:
            raise WayTwice(file=file.name, line=line)
        matrix[row, at] = value
    return matrix


def write_plan(target: Path, rows: Sequence[Mapping[str, Any]], said: Mapping[str, Any]) -> None:
    """One row an area, as CSV, or all that was found as JSON; nothing half written."""
    with whole(target) as fresh:
        if target.suffix == ".json":
            fresh.write_text(json.dumps({**said, "areas": list(rows)}, ensure_ascii=False, indent=2), encoding="utf-8")
        else:
            write_rows(fresh, rows[0], (row.values() for row in rows))
