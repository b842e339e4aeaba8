"""Who waits for a fountain."""

import numpy as np
import shapely

from lebenslage.atlas.overlay.fountains import FountainDemand, fountain_demand
from lebenslage.atlas.overlay.layers import metres_to_nearest
from lebenslage.atlas.overlay.people import people_at
from tests.atlas.overlay.town import shapes, squares

PEOPLE = people_at(squares(), np.array([[10.0, 50], [90, 50], [150, 50], [250, 50], [999, 50]]), np.array([10.0, 20, 30, 40, 50]))


def asked(exposed: list[float], *fountains: tuple[float, float], within: float = 50) -> FountainDemand:
    away = metres_to_nearest(PEOPLE.points, shapes(*(shapely.Point(one) for one in fountains)))
    return fountain_demand(PEOPLE, np.array(exposed), away, within=within)


def test_exposed_people_farther_than_the_distance_wait() -> None:
    found = asked([1.0, 0.5, 0], (10, 20))
    assert found.exposed.tolist() == [10, 20, 15, 0, 0]
    assert found.waiting.tolist() == [0, 20, 15, 0, 0]
    assert found.by_area.tolist() == [20, 15, 0]
    assert found.share == 35 / 45


def test_exactly_at_the_distance_is_served() -> None:
    assert asked([1, 1, 1], (60, 50)).waiting.tolist() == [0, 0, 30, 40, 0]


def test_without_fountains_everybody_exposed_waits() -> None:
    found = asked([1, np.nan, 0])
    assert (found.waiting.sum(), found.share) == (30, 1)


def test_where_nobody_is_exposed_there_is_no_share() -> None:
    assert np.isnan(asked([0, 0, np.nan]).share)
