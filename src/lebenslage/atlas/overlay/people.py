"""Where people live: points with a number of people, each in its area. Figures are then weighted by people, not by square metres."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas.reading.places import require_metres
from lebenslage.atlas.arrays import Floats, Ints, Shapes
from lebenslage.atlas.overlay.measures import Measure, measured
from lebenslage.atlas.overlay.problems import AreasWithoutShapes, ImpossibleCount

OUTSIDE = -1


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """`points` (n, 2) in metres, `number` (n,) of people at each, `area` (n,) the row of the area they live in, -1 outside of all.

    `areas` is how many areas there are. `spread` says that a model put them there: a total of an area laid evenly over it.
    """

    points: Floats
    number: Floats
    area: Ints
    areas: int
    spread: bool = False

    def total(self) -> Floats:
        """People by area, (areas,)."""
        inside = self.area != OUTSIDE
        return np.bincount(self.area[inside], self.number[inside], self.areas).astype(float)

    def measured(self, values: Floats, *measures: Measure) -> Floats:
        """Measures of a value at each point (n,), weighted by people, by area: (areas, measures). NaN where nobody lives.

        The value may be minutes, metres, or the mean of a raster in the census cell around the point, whose grid need not be the raster's.
        """
        order = np.argsort(self.area, kind="stable")
        starts = np.searchsorted(self.area[order], np.arange(self.areas + 1))
        rows = [order[first:last] for first, last in pairwise(starts)]
        return np.array([measured(values[row], self.number[row], measures) for row in rows]).reshape(self.areas, len(measures))


def people_at(areas: AreaSet, points: Floats, number: Floats) -> People:
    """People counted at points (census cells by their centres, addresses), in the area they lie in.

    A point on a border belongs to the first of the areas it touches, so that nobody counts twice. Raises ImpossibleCount (row of the
    point, from 1), AreasWithoutShapes, NotInMetres.
    """
    shapes = shapes_in_metres(areas)
    _counts(number, "people")
    return People(points, number, area_of(shapes, points), len(areas))


def spread(areas: AreaSet, number: Floats, *, step: float) -> People:
    """People of whom only the total of each area is known, laid evenly on a grid of `step` metres: a model, and marked as one.

    An area too small for the grid has one point within it. Areas where `number` is NaN get none. Raises as `people_at`.
    """
    shapes = shapes_in_metres(areas)
    _counts(number, "people")
    west, south, east, north = shapely.total_bounds(shapes)
    x, y = np.meshgrid(np.arange(west + step / 2, east, step), np.arange(south + step / 2, north, step))
    grid = np.column_stack([x.ravel(), y.ravel()])
    area = area_of(shapes, grid)
    grid, area = grid[area != OUTSIDE], area[area != OUTSIDE]
    small = np.setdiff1d(np.arange(len(areas)), area)
    points = np.vstack([grid, shapely.get_coordinates(shapely.point_on_surface(shapes[small]))])
    area = np.concatenate([area, small])
    shares = number[area] / np.bincount(area, minlength=len(areas))[area]
    known = ~np.isnan(shares)
    return People(points[known], shares[known], area[known], len(areas), spread=True)


def area_of(shapes: Shapes, points: Floats) -> Ints:
    """The row of the area each point (n, 2) lies in, the first where it touches several, -1 outside of all: (n,)."""
    point, area = shapely.STRtree(shapes).query(shapely.points(points), predicate="intersects")
    found = np.full(len(points), len(shapes), np.int64)
    np.minimum.at(found, point, area)
    return np.where(found == len(shapes), OUTSIDE, found)


def shapes_in_metres(areas: AreaSet) -> Shapes:
    """The shapes, in a system that measures metres. Raises AreasWithoutShapes, NotInMetres."""
    if areas.shapes is None:
        raise AreasWithoutShapes(areas=areas.name)
    require_metres(areas.crs)
    return areas.shapes


def _counts(number: Floats, figure: str) -> None:
    below = np.flatnonzero(number < 0)
    if len(below):
        raise ImpossibleCount(figure=figure, row=int(below[0]) + 1, given=float(number[below[0]]))
