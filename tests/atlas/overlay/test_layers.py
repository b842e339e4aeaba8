"""Shapes laid over three squares of one hectare."""

import numpy as np
import pytest
import shapely

from lebenslage.atlas.areas.problems import NotInMetres
from lebenslage.atlas.overlay.layers import count_in, metres_per_hectare, metres_to_nearest, share_covered
from tests.atlas.overlay.town import shapes, squares


def test_overlapping_parks_count_once() -> None:
    parks = shapes(shapely.box(50, 0, 150, 100), shapely.box(75, 0, 125, 100))
    assert share_covered(squares(), parks).tolist() == [0.5, 0.5, 0]


def test_length_of_roads_by_hectare() -> None:
    roads = shapes(shapely.LineString([(0, 50), (250, 50)]), shapely.LineString([(10, 0), (10, 100)]))
    assert metres_per_hectare(squares(), roads).tolist() == [200, 100, 50]


def test_a_point_on_a_border_counts_once() -> None:
    homes = np.array([[100.0, 50.0], [150, 50], [999, 999]])
    assert count_in(squares(), homes).tolist() == [1, 1, 0]
    assert count_in(squares(), homes, np.array([40.0, 60, 80])).tolist() == [40, 60, 0]


def test_metres_to_the_nearest_park() -> None:
    points = np.array([[0.0, 0.0], [60, 10], [53, 104]])
    assert metres_to_nearest(points, shapes(shapely.box(50, 0, 100, 100))).tolist() == [50, 0, 4]
    assert metres_to_nearest(points, shapes()).tolist() == [np.inf] * 3


def test_degrees_do_not_measure() -> None:
    with pytest.raises(NotInMetres):
        share_covered(squares(crs="EPSG:4326"), shapes(shapely.box(0, 0, 1, 1)))
