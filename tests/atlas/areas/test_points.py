"""Points in areas."""

import numpy as np
import pytest
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas.points import areas_of_points, counted
from lebenslage.atlas.areas.problems import NoShapes
from tests.atlas.areas.tessellations import area_set, boxes, tessellation

TWO = boxes((0, 0, 10, 10), (10, 0, 20, 10))
X, Y = np.array([5.0, 10.0, 15.0, 99.0]), np.array([5.0, 5.0, 5.0, 5.0])


def test_each_point_has_one_area_or_none() -> None:
    assert list(areas_of_points(TWO, X, Y)) == [0, 0, 1, -1]


def test_points_are_counted_once_with_their_weight() -> None:
    assert list(counted(TWO, X, Y)) == [2, 1]
    assert list(counted(TWO, X, Y, np.array([1.0, 2.0, 4.0, 8.0]))) == [3, 4]


def test_every_point_of_a_town_is_found() -> None:
    town = area_set(tessellation(200, 4))
    x, y = np.random.default_rng(1).uniform(0, 10_000, (2, 2000)) + np.array([[400_000.0], [5_700_000.0]])
    index = areas_of_points(town, x, y)
    assert shapely.intersects_xy(town.shapes[index], x, y).all()
    assert counted(town, x, y).sum() == 2000


def test_without_shapes_there_is_no_inside() -> None:
    with pytest.raises(NoShapes):
        areas_of_points(AreaSet("town", "", ("1",), ("",)), X, Y)
