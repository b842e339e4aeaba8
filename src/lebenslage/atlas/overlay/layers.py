"""Layers of shapes in areas: share covered, length, number, and how far people live from the next one. All in metres."""

from __future__ import annotations

import numpy as np
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.arrays import Floats, Ints, Shapes
from lebenslage.atlas.overlay.people import OUTSIDE, area_of, shapes_in_metres


def share_covered(areas: AreaSet, layer: Shapes) -> Floats:
    """The share, 0 to 1, of each area that polygons (parks, water, sealed ground) cover; where they overlap they count once.

    Raises AreasWithoutShapes, NotInMetres.
    """
    shapes = shapes_in_metres(areas)
    area, pieces = _pieces(shapes, layer)
    merged = [shapely.union_all(pieces[area == row]) for row in range(len(shapes))]
    return np.asarray(shapely.area(merged) / shapely.area(shapes))


def metres_per_hectare(areas: AreaSet, layer: Shapes) -> Floats:
    """The length of lines (busy roads, cycle paths) in metres per hectare of each area. Lines along a border count on both sides.

    Raises AreasWithoutShapes, NotInMetres.
    """
    shapes = shapes_in_metres(areas)
    area, pieces = _pieces(shapes, layer)
    metres = np.bincount(area, shapely.length(pieces), len(shapes))
    return np.asarray(metres / shapely.area(shapes) * 10_000)


def count_in(areas: AreaSet, points: Floats, weights: Floats | None = None) -> Floats:
    """How many points (n, 2) lie in each area, or the sum of their weights (places of a care home). On a border: in the first area.

    Raises AreasWithoutShapes, NotInMetres.
    """
    area = area_of(shapes_in_metres(areas), points)
    inside = area != OUTSIDE
    return np.bincount(area[inside], None if weights is None else weights[inside], len(areas)).astype(float)


def metres_to_nearest(points: Floats, layer: Shapes) -> Floats:
    """Metres, as the crow flies, from each point (n, 2) to the next shape of the layer; 0 within one, infinite where there is none."""
    distances = np.full(len(points), np.inf)
    if len(layer):
        (point, _), metres = shapely.STRtree(layer).query_nearest(shapely.points(points), all_matches=False, return_distance=True)
        distances[point] = metres
    return distances


def _pieces(shapes: Shapes, layer: Shapes) -> tuple[Ints, Shapes]:
    """The parts of the layer in each area: (row of the area, its piece)."""
    row, other = shapely.STRtree(layer).query(shapes, predicate="intersects")
    return row, shapely.intersection(shapes[row], layer[other])
