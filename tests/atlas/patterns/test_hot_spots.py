"""Around which areas high or low values gather."""

import numpy as np
import pytest

from lebenslage.atlas.patterns import linked
from lebenslage.atlas.patterns.hot_spots import Spot, hot_spots
from lebenslage.atlas.patterns.problems import NoNeighbours

ROW = linked(6, np.array([0, 1, 2, 3, 1, 2, 3, 4]), np.array([1, 2, 3, 4, 0, 1, 2, 3]))
VALUES = np.array([10.0, 9.0, 5.0, 1.0, 0.0, 5.0])


def test_high_gathers_at_one_end_and_low_at_the_other() -> None:
    found = hot_spots(VALUES, ROW)
    # By hand: mean 5, variance 82 / 6; area 1 with both its neighbours is (5 + 4 + 0) / sqrt(82 / 6 * 3 * 3 / 5).
    assert found.z[1] == pytest.approx(9 / np.sqrt(82 / 6 * 9 / 5))
    assert found.places[[0, 1, 3, 4, 5]].tolist() == [Spot.HIGH, Spot.HIGH, Spot.LOW, Spot.LOW, Spot.ALONE]
    assert np.isnan([found.z[5], found.p[5]]).all()


def test_the_probability_is_that_of_both_tails_of_the_normal_distribution() -> None:
    found = hot_spots(VALUES * 3 + 1, ROW)
    assert found.p[1] == pytest.approx(2 * 0.0347946, abs=1e-6)
    assert not found.found().any()


def test_of_an_area_beside_all_others_nothing_can_be_told() -> None:
    star = linked(4, np.array([0, 0, 0, 1, 2, 3]), np.array([1, 2, 3, 0, 0, 0]))
    assert np.flatnonzero(np.isnan(hot_spots(np.array([4.0, 1.0, 2.0, 3.0]), star).z)).tolist() == [0]


def test_without_neighbours_there_are_no_hot_spots() -> None:
    with pytest.raises(NoNeighbours):
        hot_spots(VALUES, linked(6, np.array([], dtype=np.int64), np.array([], dtype=np.int64)))
