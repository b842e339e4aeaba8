"""Who waits for a fountain."""

import numpy as np

from lebenslage.atlas.overlay.fountains import fountain_demand
from lebenslage.atlas.overlay.people import people_at
from tests.atlas.overlay.town import squares

PEOPLE = people_at(squares(), np.array([[10.0, 50], [90, 50], [150, 50], [250, 50]]), np.array([10.0, 20, 30, 40]))


def test_exposed_people_farther_than_the_distance_wait() -> None:
    found = fountain_demand(PEOPLE, np.array([1.0, 0.5, 0]), np.array([[10.0, 20.0]]), within=50)
    assert found.people.tolist() == [0, 20, 15, 0]
    assert found.by_area.tolist() == [20, 15, 0]
    assert (found.total, found.share) == (35, 35 / 45)


def test_exactly_at_the_distance_is_served() -> None:
    assert fountain_demand(PEOPLE, np.ones(3), np.array([[60.0, 50.0]]), within=50).people.tolist() == [0, 0, 30, 40]


def test_without_fountains_everybody_exposed_waits() -> None:
    found = fountain_demand(PEOPLE, np.array([1, np.nan, 0]), np.empty((0, 2)), within=300)
    assert (found.total, found.share) == (30, 1)
