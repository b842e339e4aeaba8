"""Parts of a network, areas reached in time, shares of quarters and of people."""

from pathlib import Path

import numpy as np
import pytest
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.reach import Network, nearest_of_nodes
from lebenslage.atlas.reach.outline import covered_share, travel_time_area
from lebenslage.atlas.reach.parts import check_connected, greatest_part, parts
from lebenslage.atlas.reach.problems import DisconnectedNetwork
from lebenslage.atlas.reach.quarters import reach_by_quarter
from tests.atlas.reach.town import EAST, NORTH, STREET, at, town

TWO_PARTS = {1: (0.0, 0.0), 2: (1000.0, 0.0), 3: (2000.0, 0.0), 8: (5000.0, 0.0), 9: (5100.0, 0.0)}


@pytest.fixture
def split(tmp_path: Path) -> Network:
    return town(tmp_path, TWO_PARTS, [((1, 2, 3), STREET), ((8, 9), STREET)])


def test_parts_are_counted_the_greatest_first(split: Network) -> None:
    found = parts(split)
    assert found.sizes.tolist() == [3, 2]
    assert found.of_node.tolist() == [0, 0, 0, 1, 1]


def test_a_network_in_pieces_is_refused_with_a_node_of_the_second(split: Network) -> None:
    with pytest.raises(DisconnectedNetwork) as refused:
        check_connected(split)
    assert refused.value.details == {"file": "town.osm", "parts": 2, "greatest": 3, "nodes": 5, "share": 60, "node": 8}


def test_the_greatest_part_alone_is_whole(split: Network) -> None:
    assert check_connected(greatest_part(split)).sizes.tolist() == [3]


def test_the_area_ends_on_the_street_where_the_time_ends(split: Network) -> None:
    door = at(split, (1200, 0))
    area = travel_time_area(split, nearest_of_nodes(split, door).seconds, door, 500 / 1.34, half_width=10)
    assert area.bounds == pytest.approx((EAST + 690, NORTH - 10, EAST + 1710, NORTH + 10), abs=0.2)


def test_in_a_short_time_the_area_is_a_stretch_of_the_own_street(split: Network) -> None:
    door = at(split, (1500, 0))
    area = travel_time_area(split, nearest_of_nodes(split, door).seconds, door, 100 / 1.34, half_width=10)
    assert area.bounds == pytest.approx((EAST + 1390, NORTH - 10, EAST + 1610, NORTH + 10), abs=0.2)


def test_without_a_site_on_a_street_the_area_is_empty(split: Network) -> None:
    nowhere = at(split, (0, 9000))
    assert travel_time_area(split, nearest_of_nodes(split, nowhere).seconds, nowhere, 600).is_empty


def test_uphill_the_area_is_shorter_than_downhill(tmp_path: Path) -> None:
    hill = town(tmp_path, {1: (0.0, 0.0), 2: (1000.0, 0.0)}, [((1, 2), {**STREET, "incline": "10%"})])
    door = at(hill, (500, 0))
    west, _, east, _ = travel_time_area(hill, nearest_of_nodes(hill, door).seconds, door, 300 / 1.34, half_width=10).bounds
    assert (EAST + 500 - west, east - EAST - 500) == pytest.approx((300 * np.exp(-0.35) + 10, 310), abs=0.2)


def test_how_much_of_a_quarter_lies_in_the_area(split: Network) -> None:
    left, right = (shapely.box(EAST + start, NORTH - 20, EAST + start + 1000, NORTH + 20) for start in (0, 1000))
    quarters = AreaSet("town", "2026", ("01", "02"), ("Left", "Right"), np.array([left, right], dtype=object), split.crs)
    door = at(split, (1000, 0))
    area = travel_time_area(split, nearest_of_nodes(split, door).seconds, door, 500 / 1.34, half_width=10)
    assert covered_share(quarters, area) == pytest.approx([0.25, 0.25], abs=0.005)


def test_people_are_counted_by_quarter() -> None:
    found = reach_by_quarter(["A", "B", "A", "C"], np.array([10.0, 5, 30, 0]), np.array([60, 901, 900, np.inf]), 900)
    assert [(one.key, one.people, one.reached) for one in found] == [("A", 40, 40), ("B", 5, 0), ("C", 0, 0)]
    assert np.isnan(found[2].share)
