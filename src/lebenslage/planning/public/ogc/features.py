"""Areas with their published figures as GeoJSON, longitude before latitude (CRS84)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

import numpy as np
import pyproj
import shapely

from lebenslage.atlas.arrays import Floats, Ints, Shapes
from lebenslage.planning.public.files import STATUS, number_or_none
from lebenslage.planning.public.ogc.asked import Asked, Period
from lebenslage.planning.public.published import Published, Sheet
from lebenslage.quarters.drawing import unpacked
from lebenslage.quarters.models import Edition

CRS84: Final = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
DECIMALS: Final = 7
KEPT_IN_MIND: Final = 8


@dataclass(frozen=True, slots=True)
class Collection:
    """The areas of one edition with the columns that were published for them, the latest day first."""

    published: Published
    edition: Edition
    sheets: Sequence[Sheet]

    @property
    def id(self) -> str:
        """How addresses call it: `quartiere-2020-01-01`."""
        return f"{self.edition.level}-{self.edition.valid_from:%Y-%m-%d}"

    @property
    def days(self) -> Sequence[date]:
        """The days for which there are figures, the earliest first."""
        return sorted({sheet.on for sheet in self.sheets})

    @property
    def box(self) -> Sequence[float]:
        """West, south, east, north; empty where there are no outlines."""
        found = shapely.total_bounds(self.shapes) if len(self.shapes) else []
        return [float(one) for one in found]

    @property
    def shapes(self) -> Shapes:
        """The outlines in degrees, in the order of the areas; none where only keys are known."""
        return _in_degrees(self.edition.pk, self.edition.at, self.edition.crs)

    def found(self, asked: Asked) -> Sequence[int]:
        """The places of the areas that are asked for, all pages together."""
        places: Ints = np.arange(len(self.edition.keys))
        if asked.box:
            places = places[_touched(self.shapes, asked.box)] if len(self.shapes) else places[:0]
        if asked.period and not any(asked.period.holds(day) for day in self.days):
            places = places[:0]
        return [int(place) for place in places if not asked.key or self.edition.keys[place] == asked.key]

    def feature(self, place: int, period: Period | None = None) -> Mapping[str, Any]:
        """An area with the latest figures, or the latest of a period."""
        properties: dict[str, Any] = {"key": self.edition.keys[place], "name": self.edition.names[place]}
        for sheet in reversed(self.sheets):
            if period is None or period.holds(sheet.on):
                properties |= _properties(sheet, place)
        shape = json.loads(shapely.to_geojson(self.shapes[place])) if len(self.shapes) else None
        return {"type": "Feature", "id": self.edition.keys[place], "geometry": shape, "properties": properties}


def collections(published: Published) -> Sequence[Collection]:
    """Every edition for which something was published."""
    sheets = published.sheets
    return [Collection(published, one, [sheet for sheet in sheets if sheet.column.edition.pk == one.pk]) for one in published.editions]


def _properties(sheet: Sheet, place: int) -> Mapping[str, Any]:
    """The number, what it is, and its day; a hidden figure has no number."""
    key, figure = sheet.indicator.key, sheet.figures[place]
    return {key: number_or_none(figure.number), f"{key}_status": STATUS[figure.mark], f"{key}_stand": sheet.on.isoformat()}


@lru_cache(KEPT_IN_MIND)
def _in_degrees(edition: int, at: datetime, crs: str) -> Shapes:
    """The outlines of an edition; `at` tells it from one that had its number before."""
    outlines = Edition.objects.only("outlines").get(pk=edition, at=at).outlines
    if not outlines:
        return np.empty(0, object)
    turned = pyproj.Transformer.from_crs(crs, "OGC:CRS84", always_xy=True)

    def degrees(points: Floats) -> Floats:
        return np.round(np.column_stack(turned.transform(*points.T)), DECIMALS)

    return np.asarray(shapely.transform(unpacked(bytes(outlines)), degrees))


def _touched(shapes: Shapes, box: tuple[float, float, float, float]) -> Any:
    """Which areas share a point with the box; one whose west lies east of its east goes over the date line."""
    west, south, east, north = box
    parts = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
    return np.any([shapely.intersects(shapes, shapely.box(a, south, b, north)) for a, b in parts], axis=0)
