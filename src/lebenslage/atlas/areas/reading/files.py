"""`read_areas`: one door for every kind of file that holds areas."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.atlas.areas.reading.grid import read_grid_areas
from lebenslage.atlas.areas.reading.tables import has_shapes
from lebenslage.atlas.areas.reading.vector import read_shapes


def read_areas(
    file: Path,
    *,
    key: str,
    name: str | None = None,
    crs: str | None = None,
    layer: str | None = None,
    edition: str = "",
    repair: bool = False,
) -> AreaSet:
    """The areas of a GeoJSON, GeoPackage or Shapefile (zipped too), or of a table of census grid cells; always in metres.

    `crs` names the coordinate system where the file does not, or wrongly; degrees become metres in the UTM zone of the middle. With
    `repair` broken polygons are made valid. Raises NoSuchAreaFile, NotAnAreaFile, ManyLayers, NoSuchColumn, EmptyKey, DuplicateArea,
    NotAPolygon, InvalidPolygon, UnknownCrs, WrongCrs, SwappedCoordinates, UnknownCell.
    """
    if not has_shapes(file):
        return replace(read_grid_areas(file, key=key), edition=edition)
    return replace(read_shapes(file, key=key, name=name, crs=crs, layer=layer, repair=repair), edition=edition)
