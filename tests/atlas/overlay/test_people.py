"""People at points, and people of whom only a total is known."""

import numpy as np
import pytest

from lebenslage.atlas.overlay.measures import mean, share_above
from lebenslage.atlas.overlay.people import people_at, spread
from lebenslage.atlas.overlay.problems import ImpossibleCount
from tests.atlas.overlay.town import squares


def test_figures_are_weighted_by_who_lives_there() -> None:
    people = people_at(squares(), np.array([[10.0, 10], [90, 90], [150, 50], [900, 900]]), np.array([30.0, 10, 5, 7]))
    found = people.measured(np.array([100.0, 500, 200, 1]), mean, share_above(300))
    assert found[:2].tolist() == [[200, 0.25], [200, 0]]
    assert np.isnan(found[2]).all()
    assert people.total().tolist() == [40, 5, 0]


def test_a_total_is_laid_evenly_and_marked_as_a_model() -> None:
    people = spread(squares(), np.array([80.0, np.nan, 4]), step=50)
    assert people.spread
    assert sorted(people.number.tolist()) == [1] * 4 + [20] * 4
    assert people.total().tolist() == [80, 0, 4]


def test_an_area_smaller_than_the_grid_keeps_its_people() -> None:
    assert spread(squares(), np.array([80.0, 7, 4]), step=300).total().tolist() == [80, 7, 4]


def test_fewer_than_nobody_is_refused_with_its_row() -> None:
    with pytest.raises(ImpossibleCount) as refused:
        people_at(squares(), np.array([[10.0, 10], [20, 20]]), np.array([3.0, -1]))
    assert refused.value.details["row"] == 2
