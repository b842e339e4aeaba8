"""A list of places, read: columns guessed, coordinates brought into the town's system, every unusable row named.

Needs the analysis packages.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import shapely
from pyproj import CRS

from lebenslage.atlas.areas.reading.delimited import rows_of, sniffed
from lebenslage.atlas.areas.reading.places import CANDIDATES, known_crs, moved
from lebenslage.quarters.models import Edition
from lebenslage.quarters.places.actions import NewPlace
from lebenslage.quarters.places.models import Access
from lebenslage.quarters.places.problems import NotAList, PlacesWithoutCoordinates
from lebenslage.quarters.places.words import columns_for, kind_for, standing_for, yes_or_no

EAST, NORTH = "x", "y"
GROUPED: Final = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")
MARGIN: Final = 0.25
"""Of the town's width: a place a little outside still counts."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as it came: headers, cells, and the line of each row."""

    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]


@dataclass(frozen=True, slots=True)
class Unusable:
    """A row that cannot be used: its line, why (a key of `places.unusable`), and what stands there."""

    line: int
    why: str
    given: str


@dataclass(frozen=True, slots=True)
class Understood:
    """What a list says: the places, the rows that cannot be used, and the coordinate system its numbers are in."""

    places: Sequence[NewPlace]
    unusable: Sequence[Unusable]
    crs: str


def sheet_of(text: str) -> Sheet:
    """A list as CSV, as copied out of a spreadsheet, or as GeoJSON. Raises NotAList."""
    text = text.lstrip("\ufeff").strip()
    return _of_features(text) if text.startswith("{") else _of_rows(text)


def guessed(sheet: Sheet, title: str) -> dict[str, Any]:
    """How a list seems to be meant: a column for each of `COLUMNS`, and what the whole list is (kind, candidates or not)."""
    columns = columns_for(sheet.headers)
    kind = "" if "kind" in columns else kind_for(title)
    return {"columns": dict(columns), "kind": kind, "candidate": standing_for(title) or ("price" in columns and "candidate" not in columns)}


def understood(sheet: Sheet, how: Mapping[str, Any], edition: Edition, known: Iterable[tuple[str, float, float]]) -> Understood:
    """Read a list as it is meant. `known` are name, x and y of places that are there already. Raises PlacesWithoutCoordinates."""
    columns = how["columns"]
    if not {"x", "y"} <= columns.keys():
        raise PlacesWithoutCoordinates(columns=", ".join(sheet.headers))
    at = {name: sheet.headers.index(header) for name, header in columns.items() if header in sheet.headers}
    points = np.array([[_number(row[at["x"]]), _number(row[at["y"]])] for row in sheet.rows]).reshape(-1, 2)
    crs, there = _into(points, edition)
    frame = _frame(edition)
    seen = Counter((name, round(x), round(y)) for name, x, y in known)
    usable: list[NewPlace] = []
    unusable: list[Unusable] = []
    for row, line, (x, y) in zip(sheet.rows, sheet.lines, there.tolist(), strict=True):
        place = _place({name: row[column].strip() for name, column in at.items()}, how, x, y)
        why = _why_not(place, frame, seen)
        if why:
            unusable.append(Unusable(line, why, "; ".join(cell for cell in row if cell)[:120]))
        else:
            usable.append(place)
            seen[(place.name, round(x), round(y))] += 1
    return Understood(usable, unusable, crs)


def _place(cells: Mapping[str, str], how: Mapping[str, Any], x: float, y: float) -> NewPlace:
    kind = kind_for(cells.get("kind", "")) or how.get("kind") or "other"
    said = standing_for(cells["candidate"]) if cells.get("candidate") else bool(how.get("candidate"))
    return NewPlace(
        kind=kind,
        name=(cells.get("name") or cells.get("address", ""))[:160],
        x=x,
        y=y,
        candidate=said,
        suits=str(how.get("suits", "")) if said else "",
        address=cells.get("address", "")[:200],
        barrier_free=yes_or_no(cells["barrier_free"]) if cells.get("barrier_free") else Access.UNKNOWN,
        hours=cells.get("hours", "")[:300],
        price=_whole(cells.get("price", "")),
        capacity=_whole(cells.get("capacity", "")),
        serves=cells.get("serves", "")[:120],
    )


def _why_not(place: NewPlace, frame: Sequence[float] | None, seen: Mapping[tuple[str, int, int], int]) -> str:
    if not (np.isfinite(place.x) and np.isfinite(place.y)):
        return "places_without_coordinates"
    if not place.name:
        return "no_name"
    if frame and not _within(np.array([[place.x, place.y]]), frame)[0]:
        return "outside"
    return "twice" if seen.get((place.name, round(place.x), round(place.y))) else ""


def _into(points: np.ndarray, edition: Edition) -> tuple[str, np.ndarray]:
    """The points in the town's system, and the one they came in: the first of the usual ones in which most lie in the town."""
    frame, home = _frame(edition), known_crs(edition.crs)
    systems = dict.fromkeys([edition.crs, *(f"EPSG:{number}" for number in CANDIDATES)])
    finite = np.isfinite(points).all(axis=1)
    if frame is None or not finite.any():
        degrees = finite.any() and bool(np.abs(points[finite]).max() <= 180)
        return (name := "EPSG:4326" if degrees else edition.crs), _moved(points, name, home)
    for name in systems:
        there = _moved(points, name, home)
        if _within(there[finite], frame).mean() > 0.5:
            return name, there
    return edition.crs, points


def _moved(points: np.ndarray, source: str, home: CRS) -> np.ndarray:
    made = points.copy()
    finite = np.isfinite(points).all(axis=1)
    shapes = moved(np.asarray(shapely.points(points[finite])), known_crs(source), home)
    made[finite] = np.column_stack([shapely.get_x(shapes), shapely.get_y(shapes)]) if finite.any() else points[finite]
    return made


def _frame(edition: Edition) -> Sequence[float] | None:
    frame: Sequence[float] | None = edition.drawn.get("frame")
    return frame


def _within(points: np.ndarray, frame: Sequence[float]) -> np.ndarray:
    west, south, east, north = frame
    room = MARGIN * max(east - west, north - south)
    x, y = points.T
    inside: np.ndarray = (x > west - room) & (x < east + room) & (y > south - room) & (y < north + room)
    return inside


def _of_rows(text: str) -> Sheet:
    rows = list(rows_of(text, sniffed(text))) if text else []
    if len(rows) < 2:
        raise NotAList
    headers = [cell.strip() or f"Spalte {number}" for number, cell in enumerate(rows[0].cells, 1)]
    cells = [[cell.strip() for cell in row.cells[: len(headers)]] + [""] * (len(headers) - len(row.cells)) for row in rows[1:]]
    return Sheet(headers, cells, [row.line for row in rows[1:]])


def _of_features(text: str) -> Sheet:
    """Points of GeoJSON; of a line or an area a point within it."""
    try:
        features = json.loads(text)["features"]
        kept = list(_features(features))
    except (ValueError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
        raise NotAList from error
    if not kept:
        raise NotAList
    names = list(dict.fromkeys(name for properties, _, _ in kept for name in properties))
    rows = [[*(str(properties.get(name) or "") for name in names), repr(x), repr(y)] for properties, x, y in kept]
    return Sheet([*names, EAST, NORTH], rows, list(range(1, len(rows) + 1)))


def _features(features: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], float, float]]:
    for one in features:
        shape = shapely.from_geojson(json.dumps(one["geometry"])) if one.get("geometry") else None
        point = shape.representative_point() if shape is not None and not shape.is_empty else None
        said = {name: value for name, value in (one.get("properties") or {}).items() if name not in (EAST, NORTH)}
        yield said, point.x if point else np.nan, point.y if point else np.nan


def _number(text: str) -> float:
    """A coordinate, with a point or a comma; NaN where it is none."""
    text = text.replace(" ", "").replace("\u00a0", "")
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    try:
        return float(text)
    except ValueError:
        return float("nan")


def _whole(text: str) -> int | None:
    """A number of euros or seats, with or without points between thousands; None where it is none."""
    figures = "".join(sign for sign in text if sign.isdigit() or sign in ",.-")
    number = _number(figures.replace(".", "") if GROUPED.fullmatch(figures) else figures)
    return round(number) if 0 <= number < 10**9 else None
