"""What siting and the heat plan stand on: outlines, the latest figures, and where people live. Needs the analysis packages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas.reading.places import known_crs, moved
from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.overlay.people import People, area_of, people_at, spread
from lebenslage.authorities.models import Authority
from lebenslage.quarters import catalogue
from lebenslage.quarters.columns import Column
from lebenslage.quarters.drawing import unpacked
from lebenslage.quarters.models import Edition, Indicator
from lebenslage.quarters.places.models import Place

RASTER: Final = "raster"
MOST_POINTS: Final = 6000
"""How finely people are laid over quarters where no cells are known."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The quarters of a town with the latest column of each indicator, and the census cells where there are any."""

    edition: Edition
    areas: AreaSet
    latest: Mapping[str, Column]
    cells: Cells | None

    def numbers(self, key: str) -> Floats:
        """The latest figures of an indicator, (areas,); NaN where none is known, all NaN where the indicator is not there."""
        column = self.latest.get(key)
        return as_numbers(column) if column else np.full(len(self.areas), np.nan)

    def counted(self, *keys: str) -> tuple[Floats, str] | None:
        """Counts by quarter and their source, from the first of these indicators that the quarters or the cells have."""
        for key in keys:
            if key in self.latest:
                return self.numbers(key), self.latest[key].source
            if self.cells and key in self.cells.latest:
                return self.cells.people(self.areas, key).total(), self.cells.latest[key].source
        return None

    def living(self, *keys: str) -> tuple[People, bool] | None:
        """Where the people of an indicator live, and whether that is coarse: a total laid evenly over each quarter."""
        for key in keys:
            if self.cells and key in self.cells.latest:
                return self.cells.people(self.areas, key), False
            if key in self.latest:
                return spread(self.areas, self.numbers(key), step=self.step), True
        return None

    def place_of(self, places: Sequence[Place]) -> Ints:
        """The quarter of each place (its row), -1 outside of all."""
        points = np.array([(one.x, one.y) for one in places]).reshape(-1, 2)
        return area_of(self.areas.shapes, points) if self.areas.shapes is not None else np.full(len(points), -1)

    @property
    def step(self) -> float:
        """How finely people are laid over quarters, in metres."""
        size = float(shapely.area(self.areas.shapes).sum())
        return max(100.0, (size / MOST_POINTS) ** 0.5)


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Census cells: their middles, and the latest counts in them."""

    points: Floats
    latest: Mapping[str, Column]

    def people(self, areas: AreaSet, key: str) -> People:
        """The people of an indicator where they live; a cell without a count counts nobody."""
        return people_at(areas, self.points, np.nan_to_num(as_numbers(self.latest[key])))


def ground(authority: Authority) -> Ground | None:
    """What is known of a town; None where it has no outlines."""
    edition = catalogue.edition(authority)
    if edition is None or not edition.outlines:
        return None
    return Ground(edition, _drawn(edition), latest_of(authority, edition), _cells(authority, edition.crs))


def areas_of(authority: Authority) -> AreaSet | None:
    """The quarters alone; None where a town has no outlines."""
    edition = catalogue.edition(authority)
    return _drawn(edition) if edition is not None and edition.outlines else None


def latest_of(authority: Authority, edition: Edition) -> Mapping[str, Column]:
    """The latest column of each indicator."""
    found = sorted(catalogue.columns(authority, edition), key=lambda column: column.on)
    return {column.indicator.key: column for column in found}


def as_numbers(column: Column) -> Floats:
    """The figures of a column, NaN where there is none: hidden or missing is not zero."""
    return np.array([np.nan if one is None else float(one) for one in column.numbers])


def by_name(latest: Mapping[str, Column], *, wanted: str, guesses: Sequence[str]) -> Indicator | None:
    """The indicator that was asked for, else the first of the guesses that is there."""
    return next((latest[key].indicator for key in (wanted, *guesses) if key in latest), None)


def _drawn(edition: Edition) -> AreaSet:
    shapes = unpacked(bytes(edition.outlines))
    return AreaSet(edition.title, str(edition.valid_from), tuple(edition.keys), tuple(edition.names), shapes, edition.crs)


def _cells(authority: Authority, crs: str) -> Cells | None:
    """The cells, their middles in the system of the quarters."""
    edition = catalogue.edition(authority, level=RASTER)
    if edition is None or not edition.outlines:
        return None
    squares = moved(unpacked(bytes(edition.outlines)), known_crs(edition.crs), known_crs(crs))
    middles = shapely.get_coordinates(shapely.centroid(squares))
    return Cells(middles, latest_of(authority, edition))
