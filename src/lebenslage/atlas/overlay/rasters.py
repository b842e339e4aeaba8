"""Rasters in areas: heat, sealing, green, noise, air. Each cell counts with the exact share of it that lies in the area.

The shares are those of exactextract (Baston 2018), so that small areas and coarse cells are no rounding matter. A cell without a value
is missing, never 0: it counts in no measure, and how much of an area has values is told beside each result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
import rasterio
import shapely
from exactextract import exact_extract
from exactextract.feature import Feature, FeatureSource, JSONFeature
from exactextract.raster import NumPyRasterSource, RasterioRasterSource
from exactextract.writer import Writer
from pyproj import CRS

from lebenslage.atlas.areas import AreaSet, Indicator, Quality
from lebenslage.atlas.arrays import Floats, Shapes
from lebenslage.atlas.overlay.measures import Measure, measured
from lebenslage.atlas.overlay.problems import (
    AreasWithoutShapes,
    CellsApart,
    EmptyRaster,
    NoSuchBand,
    RasterBesideAreas,
    RasterInAnotherSystem,
    RasterWithoutSystem,
    TurnedRaster,
    UnreadableRaster,
)

NORTH_UP: Final = (0.0, 0.0)
CLOSE: Final = 1e-6

type Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """One band of a raster: its name for people, its cells (read piece by piece), its coordinate system."""

    name: str
    source: Any
    crs: str

    @property
    def box(self) -> shapely.Polygon:
        """The rectangle that the raster covers."""
        return shapely.box(*self.source.extent())

    @property
    def cell_area(self) -> float:
        """The area of a cell, in square units of `crs`."""
        width, height = self.source.res()
        return float(width * height)


@dataclass(frozen=True, slots=True, eq=False)
class Zonal:
    """What areas got from a raster: `values` (areas, measures), NaN where unknown; `covered` (areas,): the share with values, 0 to 1."""

    values: Floats
    covered: Floats

    def indicator(self, id: str, *, column: int = 0, unit: str, on: date, source: str, sure_from: float = 0.95) -> Indicator:
        """One measure as an indicator: missing where no cell has a value, uncertain where less than `sure_from` of the area is covered."""
        values = self.values[:, column]
        quality = np.where(self.covered < sure_from, Quality.UNCERTAIN, Quality.GIVEN)
        quality = np.where(np.isnan(values), Quality.MISSING, quality).astype(np.int8)
        return Indicator(id, values, quality, unit, on, source)


def raster_from_file(file: Path, *, band: int = 1) -> Raster:
    """Open a raster, for example a GeoTIFF. Raises UnreadableRaster, NoSuchBand, TurnedRaster, RasterWithoutSystem."""
    try:
        dataset = rasterio.open(file)
    except rasterio.errors.RasterioIOError as error:
        raise UnreadableRaster(file=file.name) from error
    if not 1 <= band <= dataset.count:
        raise NoSuchBand(file=file.name, band=band, bands=dataset.count)
    if (dataset.transform.b, dataset.transform.d) != NORTH_UP:
        raise TurnedRaster(raster=file.name)
    if dataset.crs is None:
        raise RasterWithoutSystem(raster=file.name)
    return Raster(file.name, RasterioRasterSource(dataset, band), dataset.crs.to_string())


def raster_from_array(name: str, values: Floats, *, bounds: tuple[float, float, float, float], crs: str) -> Raster:
    """A raster from `values` (rows from the north, columns from the west), NaN where unknown; `bounds` are west, south, east, north."""
    return Raster(name, NumPyRasterSource(values, *bounds, nodata=np.nan), crs)


def zonal(raster: Raster, areas: AreaSet, *measures: Measure, people: Raster | None = None, progress: Progress | None = None) -> Zonal:
    """Measure a raster in each area; `progress` hears how many areas are done, and of how many.

    Without `people` the weight of a cell is the area it shares with the area. With `people`, a raster of people per cell (or per
    square metre) in the same coordinate system whose cell borders fall on those of `raster`, the weight is the people there;
    `covered` is then the share of the area where both are known. Areas are measured one after the other: memory holds one area.

    Raises AreasWithoutShapes, RasterInAnotherSystem, RasterBesideAreas, CellsApart, EmptyRaster.
    """
    shapes = _shapes_for(raster, areas)
    collected = _Measuring(measures, lambda done: progress and progress(done, len(shapes)), weighted=people is not None)
    if people is None:
        cell, columns, weights = raster.cell_area, ["values", "coverage"], None
    else:
        _shapes_for(people, areas)
        _check_cells(raster, people)
        cell, columns, weights = min(raster.cell_area, people.cell_area), ["values", "coverage", "weights"], people.source
    exact_extract(raster.source, _Areas(shapes), columns, weights=weights, output=collected)
    covered = np.clip(np.array(collected.cells) * cell / shapely.area(shapes), 0, 1)
    if not covered.any():
        raise EmptyRaster(raster=raster.name, areas=areas.name)
    return Zonal(np.array(collected.values).reshape(len(shapes), len(measures)), covered)


def _shapes_for(raster: Raster, areas: AreaSet) -> Shapes:
    if areas.shapes is None:
        raise AreasWithoutShapes(areas=areas.name)
    if not CRS.from_user_input(raster.crs).equals(CRS.from_user_input(areas.crs), ignore_axis_order=True):
        raise RasterInAnotherSystem(raster=raster.name, raster_system=raster.crs, areas=areas.name, areas_system=areas.crs)
    if not shapely.intersects(raster.box, areas.shapes).any():
        raise RasterBesideAreas(raster=raster.name, areas=areas.name)
    return areas.shapes


def _check_cells(raster: Raster, people: Raster) -> None:
    """Each cell of the finer raster must lie in one of the coarser. Raises CellsApart."""
    for axis in (0, 1):
        fine, coarse = sorted((raster.source.res()[axis], people.source.res()[axis]))
        away = (raster.source.extent()[axis] - people.source.extent()[axis]) / fine
        if not _whole(coarse / fine) or not _whole(away):
            raise CellsApart(raster=raster.name, people=people.name)


def _whole(number: float) -> bool:
    return abs(number - round(number)) < CLOSE


class _Areas(FeatureSource):  # type: ignore[misc]  # exactextract ships no types
    """Shapes as exactextract reads them."""

    def __init__(self, shapes: Shapes) -> None:
        super().__init__()
        self.shapes = shapes

    def __iter__(self) -> Iterator[Feature]:
        return map(_Area, self.shapes)

    def count(self) -> int:
        return len(self.shapes)

    def srs_wkt(self) -> None:
        """Systems were compared before."""


class _Area(JSONFeature):  # type: ignore[misc]
    """One shape, handed over as bytes."""

    def __init__(self, shape: shapely.Geometry) -> None:
        super().__init__()
        self.shape = shape

    def geometry(self) -> bytes:
        return bytes(shapely.to_wkb(self.shape))


class _Measuring(Writer):  # type: ignore[misc]
    """Takes the cells of one area after the other and keeps only the measures and how many cells had a value."""

    def __init__(self, measures: tuple[Measure, ...], done: Callable[[int], object], *, weighted: bool) -> None:
        super().__init__()
        self.measures, self.done, self.weighted = measures, done, weighted
        self.values: list[Floats] = []
        self.cells: list[float] = []

    def write(self, feature: Feature) -> None:
        cells = JSONFeature()
        feature.copy_to(cells)
        values, shares = np.asarray(cells.get("values"), float), np.asarray(cells.get("coverage"), float)
        people = np.asarray(cells.get("weights"), float) if self.weighted else np.ones(len(values))
        known = ~np.isnan(values) & ~np.isnan(people)
        self.cells.append(float(shares[known].sum()))
        self.values.append(measured(values[known], shares[known] * people[known], self.measures))
        self.done(len(self.values))

    def features(self) -> list[Feature]:
        return []
