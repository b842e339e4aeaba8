"""Points in areas: where a school stands, how many fountains a quarter has."""

from __future__ import annotations

import numpy as np
import shapely

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.atlas.areas.problems import NoShapes
from lebenslage.atlas.arrays import Floats, Ints

OUTSIDE = -1


def areas_of_points(areas: AreaSet, x: Floats, y: Floats) -> Ints:
    """For each point (k coordinates in the system of `areas`) the index of its area, -1 outside of all.

    A point on a boundary belongs to the first of its areas, so that it is counted once. Raises NoShapes.
    """
    if areas.shapes is None:
        raise NoShapes(area_set=areas.name)
    shapely.prepare(areas.shapes)
    point, area = shapely.STRtree(areas.shapes).query(shapely.points(x, y))
    inside = shapely.intersects_xy(areas.shapes[area], np.asarray(x)[point], np.asarray(y)[point])
    found = np.full(len(x), len(areas), dtype=np.int64)
    np.minimum.at(found, point[inside], area[inside])
    return np.where(found == len(areas), OUTSIDE, found)


def counted(areas: AreaSet, x: Floats, y: Floats, weights: Floats | None = None) -> Floats:
    """How many points (or how much of their `weights`) lie in each area (n values). Points outside of all areas are left out."""
    index = areas_of_points(areas, x, y)
    inside = index != OUTSIDE
    found: Floats = np.bincount(index[inside], weights=None if weights is None else weights[inside], minlength=len(areas)).astype(
        np.float64
    )
    return found
