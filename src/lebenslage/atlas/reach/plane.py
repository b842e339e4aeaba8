"""Longitude and latitude as metres on a plane: the UTM zone of the place."""

from __future__ import annotations

from functools import cache

from pyproj import Transformer

from lebenslage.atlas.arrays import Floats

DEGREES = "EPSG:4326"


def zone(longitude: float, latitude: float) -> str:
    """The EPSG code of the UTM zone of a place: ETRS89 in Europe (EPSG:25832 for most of Germany), WGS 84 elsewhere.

    Lengths on it are right to 0.04 % within the zone.
    """
    number = min(60, int((longitude + 180) // 6) + 1)
    if 28 <= number <= 38 and 30 < latitude < 75:
        return f"EPSG:258{number}"
    return f"EPSG:{326 if latitude >= 0 else 327}{number:02d}"


def to_metres(x: Floats, y: Floats, crs: str, source: str = DEGREES) -> tuple[Floats, Floats]:
    """Coordinates in metres of the system `crs`, from longitude and latitude or another system."""
    east, north = _transformer(source, crs).transform(x, y)
    return east, north


def to_degrees(x: Floats, y: Floats, crs: str) -> tuple[Floats, Floats]:
    """Longitude and latitude of points in metres."""
    longitude, latitude = _transformer(crs, DEGREES).transform(x, y)
    return longitude, latitude


@cache
def _transformer(source: str, target: str) -> Transformer:
    return Transformer.from_crs(source, target, always_xy=True)
