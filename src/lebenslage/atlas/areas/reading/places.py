"""Coordinate systems: whether the numbers of a file lie where its system is used, and the way into metres."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from lebenslage.atlas.areas.problems import NotInMetres, SwappedCoordinates, UnknownCrs, WrongCrs
from lebenslage.atlas.arrays import Flags, Floats, Shapes

EUROPE: Final = (-25.0, 34.0, 45.0, 72.0)
# What towns use: degrees, UTM, UTM with the zone in front, Gauß-Krüger, the European grid, Belgium, the Netherlands, Britain, web maps.
CANDIDATES: Final = (4326, 25832, 25833, 25831, 4647, 5650, 31466, 31467, 31468, 31469, 3035, 31370, 3812, 28992, 27700, 3857)
MARGIN: Final = 2.0
"""Degrees around the official area of use: a Land keeps one UTM zone where it reaches into the next."""


class Spot(NamedTuple):
    """A point of a file, for the sentence of a mistake."""

    file: str
    feature: int
    x: float
    y: float


def known_crs(text: str, file: str = "") -> CRS:
    """The coordinate system of this name. Raises UnknownCrs."""
    try:
        return CRS.from_user_input(text)
    except CRSError as error:
        raise UnknownCrs(file=file, suggestion="EPSG:25832") from error


def code(crs: CRS) -> str:
    """The short name, `EPSG:25832`; one without a number keeps its long text."""
    number = crs.to_epsg()
    return f"EPSG:{number}" if number else str(crs.to_string())


def require_metres(crs: str) -> None:
    """Refuse to measure in degrees or feet. Raises NotInMetres, UnknownCrs."""
    found = known_crs(crs)
    if not found.is_projected or any(axis.unit_name != "metre" for axis in found.axis_info[:2]):
        raise NotInMetres(crs=crs, suggestion="EPSG:25832")


def check_place(shapes: Shapes, crs: CRS, file: str) -> None:
    """Refuse coordinates outside of where `crs` is used, or whose axes changed places. Raises WrongCrs, SwappedCoordinates."""
    middles = middles_of(shapes)
    known = np.flatnonzero(~np.isnan(middles[:, 0]))
    outside = known[~_inside(middles[known], crs)]
    if not outside.size:
        return
    first = outside[0]
    spot = Spot(file, int(first) + 1, round(float(middles[first, 0]), 4), round(float(middles[first, 1]), 4))
    if _inside(middles[outside][:, ::-1], crs).all():
        raise SwappedCoordinates(**spot._asdict())
    if not crs.is_geographic or np.abs(middles[first]).max() > 180 or abs(middles[first, 1]) > 90:
        raise WrongCrs(**spot._asdict(), crs=code(crs), suggestion=guessed(middles[known]))


def middles_of(shapes: Shapes) -> Floats:
    """The middle of each shape's box (n x 2)."""
    bounds = shapely.bounds(shapes)
    return np.column_stack([(bounds[:, 0] + bounds[:, 2]) / 2, (bounds[:, 1] + bounds[:, 3]) / 2])


def _inside(points: Floats, crs: CRS) -> Flags:
    """Which points lie where the system is used, with a margin."""
    west, south, east, north = _frame(crs)
    lon, lat = points.T if crs.is_geographic else _to_degrees(crs).transform(*points.T)
    inside: Flags = (lon >= west - MARGIN) & (lon <= east + MARGIN) & (lat >= south - MARGIN) & (lat <= north + MARGIN)
    return inside


def _frame(crs: CRS) -> tuple[float, float, float, float]:
    """West, south, east and north of where a system is used; of a system that reaches into Europe the part in Europe."""
    use = crs.area_of_use
    west, south, east, north = EUROPE
    if use is None or crs.is_geographic:
        return EUROPE
    inner = (max(west, use.west), max(south, use.south), min(east, use.east), min(north, use.north))
    return inner if inner[0] < inner[2] and inner[1] < inner[3] else use.bounds


def _guesses(points: Floats) -> Iterator[str]:
    """The systems in which all points would lie where the system is used."""
    for number in CANDIDATES:
        if _inside(points, CRS.from_epsg(number)).all():
            yield f"EPSG:{number}"


def guessed(points: Floats) -> str:
    """The likeliest of these systems, for the sentence of a mistake."""
    return ", ".join(islice(_guesses(points), 3)) or "–"


@cache
def _to_degrees(crs: CRS) -> Transformer:
    return Transformer.from_crs(crs, 4326, always_xy=True)


def metric_for(shapes: Shapes, crs: CRS) -> CRS:
    """The UTM zone of the middle: of ETRS89 in Europe, else of WGS 84. A system in metres stays."""
    if not crs.is_geographic:
        return crs
    west, south, east, north = shapely.total_bounds(shapes)
    lon, lat = (west + east) / 2, (south + north) / 2
    zone = int((lon + 180) // 6) + 1
    in_europe = EUROPE[0] <= lon <= EUROPE[2] and EUROPE[1] <= lat <= EUROPE[3] and 28 <= zone <= 38
    return CRS.from_epsg(25800 + zone if in_europe else (32600 if lat >= 0 else 32700) + zone)


def moved(shapes: Shapes, source: CRS, target: CRS) -> Shapes:
    """The same shapes in another coordinate system, corner by corner."""
    if source == target:
        return shapes
    transformer = Transformer.from_crs(source, target, always_xy=True)
    result: Shapes = shapely.transform(shapes, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])))
    return result
