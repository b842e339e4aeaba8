"""Files with shapes: GeoJSON, GeoPackage, Shapefile (zipped too), read without a table library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS
from shapely.errors import GEOSException

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.atlas.areas.problems import (
    DuplicateArea,
    EmptyTable,
    InvalidPolygon,
    ManyLayers,
    NamelessArea,
    NoSuchAreaFile,
    NotAnAreaFile,
    NotAPolygon,
    UnknownCrs,
)
from lebenslage.atlas.areas.reading.delimited import KNOWN
from lebenslage.atlas.areas.reading.places import check_place, code, guessed, known_crs, metric_for, middles_of, moved
from lebenslage.atlas.areas.reading.tables import missing_column
from lebenslage.atlas.arrays import Shapes

POLYGONS: Final = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)


def attributes(file: Path, layer: str | None = None) -> tuple[dict[str, tuple[str, ...]], Sequence[int]]:
    """The columns of a file with shapes as text, and the number of each feature."""
    meta, _, _, fields = _read(file, layer, read_geometry=False)
    columns = {str(name): tuple(map(_text, field)) for name, field in zip(meta["fields"], fields, strict=True)}
    return columns, range(1, len(next(iter(columns.values()), ())) + 1)


def read_shapes(
    file: Path, *, key: str, name: str | None = None, crs: str | None = None, layer: str | None = None, repair: bool = False
) -> AreaSet:
    """The areas of a file, in metres. See `read_areas`."""
    meta, _, wkb, fields = _read(file, layer, read_geometry=True)
    columns = dict(zip(map(str, meta["fields"]), fields, strict=True))
    keys = _keys(file, key, columns)
    shapes = _polygons(file, wkb)
    system = _system(file, crs or meta["crs"], shapes)
    check_place(shapes, system, file.name)
    metric = metric_for(shapes, system)
    shapes = _valid(file, keys, moved(shapes, system, metric), repair=repair)
    if name is not None and name not in columns:
        raise missing_column(file.name, name, tuple(columns))
    names = tuple(map(_text, columns[name])) if name else keys
    return AreaSet(file.stem, "", keys, names, shapes, code(metric))


def _read(file: Path, layer: str | None, *, read_geometry: bool) -> tuple[Mapping[str, Any], Any, Any, Any]:
    if not file.exists():
        raise NoSuchAreaFile(file=file.name)
    try:
        layers = [str(one) for one in pyogrio.list_layers(file)[:, 0]]
        if (layer is None and len(layers) > 1) or (layer and layer not in layers):
            raise ManyLayers(file=file.name, known=layers)
        found: tuple[Mapping[str, Any], Any, Any, Any] = pyogrio.raw.read(file, layer=layer, read_geometry=read_geometry, force_2d=True)
    except (DataSourceError, DataLayerError) as error:
        raise NotAnAreaFile(file=file.name, known=KNOWN) from error
    return found


def _text(value: object) -> str:
    """A value of a file as text; a whole number that the file holds as a fraction loses its `.0`."""
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _keys(file: Path, key: str, columns: Mapping[str, Any]) -> tuple[str, ...]:
    if not any(map(len, columns.values())):
        raise EmptyTable(file=file.name)
    if key not in columns:
        raise missing_column(file.name, key, tuple(columns))
    keys = tuple(_text(value).strip() for value in columns[key])
    first: dict[str, int] = {}
    for feature, one in enumerate(keys, 1):
        if not one:
            raise NamelessArea(file=file.name, feature=feature, column=key)
        if one in first:
            raise DuplicateArea(file=file.name, feature=first[one], other=feature, area=one)
        first[one] = feature
    return keys


def _polygons(file: Path, wkb: Any) -> Shapes:
    try:
        shapes: Shapes = shapely.from_wkb(wkb, on_invalid="fix")
    except GEOSException as error:
        raise NotAnAreaFile(file=file.name, known=KNOWN) from error
    return _only_polygons(file, shapes)


def _only_polygons(file: Path, shapes: Shapes) -> Shapes:
    kinds = shapely.get_type_id(shapes)
    placed = np.isfinite(shapely.bounds(shapes)).all(axis=1) & np.isfinite(shapely.area(shapes))
    for index in np.flatnonzero(~np.isin(kinds, POLYGONS) | ~placed):
        kind = shapes[index].geom_type if placed[index] else "–"
        raise NotAPolygon(file=file.name, feature=int(index) + 1, kind=kind)
    return shapes


def _system(file: Path, named: str | None, shapes: Shapes) -> CRS:
    if not named:
        raise UnknownCrs(file=file.name, suggestion=guessed(middles_of(shapes)))
    return known_crs(named, file.name)


def _valid(file: Path, keys: Sequence[str], shapes: Shapes, *, repair: bool) -> Shapes:
    """Shapes that are valid polygons; broken ones are repaired if asked for, else refused with what a repair would change."""
    broken = np.flatnonzero(~shapely.is_valid(shapes))
    if not broken.size:
        return shapes
    repaired = shapes.copy()
    repaired[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
    if repair:
        return _only_polygons(file, repaired)
    first = int(broken[0])
    where = [f"{float(number):.10g}" for number in shapely.is_valid_reason(shapes[first]).partition("[")[2].rstrip("]").split()]
    raise InvalidPolygon(
        file=file.name,
        feature=first + 1,
        area=keys[first],
        x=where[0] if where else "–",
        y=where[1] if where else "–",
        count=len(broken),
        before=round(shapely.area(shapes[first])),
        after=round(shapely.area(repaired[first])),
    )
