"""How long the way is: over crossings, along one street, uphill and home again, to the nearest of several sites."""

from pathlib import Path

import numpy as np
import pytest

from lebenslage.atlas.reach import Network, costs, dense, nearest, nearest_few, nearest_of_nodes, node_times
from lebenslage.atlas.reach.question import ask
from tests.atlas.reach.town import STREET, at, town

CROSS = {1: (0.0, 0.0), 2: (300.0, 0.0), 3: (300.0, 400.0), 8: (5000.0, 0.0), 9: (5100.0, 0.0)}


@pytest.fixture
def corner(tmp_path: Path) -> Network:
    """300 m east, then 400 m north; another street far away."""
    return town(tmp_path, CROSS, [((1, 2, 3), STREET), ((8, 9), STREET)])


def minutes(metres: float) -> float:
    return pytest.approx(metres / 1.34, rel=1e-4)


def test_the_way_follows_the_street(corner: Network) -> None:
    assert nearest(corner, at(corner, (0, 0)), at(corner, (300, 400))).seconds[0] == minutes(700)


def test_a_point_joins_the_street_between_its_ends_and_walks_there(corner: Network) -> None:
    assert nearest(corner, at(corner, (100, 30)), at(corner, (290, 200))).seconds[0] == minutes(30 + 200 + 200 + 10)


def test_on_one_street_nobody_goes_to_its_end_first(corner: Network) -> None:
    home, door = at(corner, (100, 5)), at(corner, (150, 0))
    assert nearest(corner, home, door).seconds[0] == minutes(55)
    assert dense(costs(corner, home, door, 600))[0, 0] == minutes(55)


def test_at_the_door_the_way_takes_no_time_and_is_kept(corner: Network) -> None:
    found = costs(corner, at(corner, (300, 0)), at(corner, (300, 0)), 600)
    assert found.nnz == 1
    assert dense(found)[0, 0] == pytest.approx(0, abs=0.01)


def test_uphill_there_and_downhill_home(tmp_path: Path) -> None:
    hill = town(tmp_path, {1: (0.0, 0.0), 2: (100.0, 0.0)}, [((1, 2), {**STREET, "incline": "10%"})])
    low, high = at(hill, (0, 0)), at(hill, (100, 0))
    assert nearest(hill, low, high).seconds[0] == minutes(100 / np.exp(-0.35))
    assert nearest(hill, low, high, home=True).seconds[0] == minutes(100)


def test_the_nearest_site_is_named_and_none_where_no_way_leads(corner: Network) -> None:
    found = nearest(corner, at(corner, (10, 0), (290, 390), (5050, 0)), at(corner, (0, 0), (300, 400)))
    assert found.site.tolist() == [0, 1, -1]
    assert np.isinf(found.seconds[2])


def test_nearest_and_all_costs_agree(corner: Network) -> None:
    homes, doors = at(corner, (10, 0), (120, 7), (300, 250), (5050, 0)), at(corner, (0, 0), (130, 0), (300, 400), (5090, 3))
    assert nearest(corner, homes, doors).seconds == pytest.approx(dense(costs(corner, homes, doors, np.inf)).min(axis=1))


def test_what_is_too_far_is_not_stored(corner: Network) -> None:
    found = costs(corner, at(corner, (0, 0), (300, 400)), at(corner, (50, 0), (300, 350)), 60)
    assert (dense(found) <= 60).tolist() == [[True, False], [False, True]]
    assert found.nnz == 2


def test_the_few_nearest_come_in_order(corner: Network) -> None:
    found = costs(corner, at(corner, (0, 0), (5050, 0)), at(corner, (300, 400), (100, 0), (200, 0)), 3000)
    sites, seconds = nearest_few(found, 2)
    assert sites.tolist() == [[1, 2], [-1, -1]]
    assert seconds[0].tolist() == [minutes(100), minutes(200)]


def test_a_point_without_a_street_is_far_from_everything(corner: Network) -> None:
    homes = at(corner, (0, 900), (0, 100))
    assert homes.near.tolist() == [False, True]
    assert ask(corner, homes, at(corner, (0, 0)), 900).why == ("no_street", "")
    assert ask(corner, at(corner, (5050, 0)), at(corner, (0, 0)), 900).why == ("other_part",)


def test_without_any_site_near_a_street_nobody_arrives(corner: Network) -> None:
    found = nearest(corner, at(corner, (0, 0)), at(corner, (0, 3000)))
    assert found.site.tolist() == [-1]
    assert np.isinf(found.seconds).all()


def test_times_of_nodes_come_site_by_site(corner: Network) -> None:
    found = node_times(corner, at(corner, (0, 0), (300, 400)), 10_000)
    assert found.shape == (2, 5)
    assert dense(found).min(axis=0) == pytest.approx(nearest_of_nodes(corner, at(corner, (0, 0), (300, 400))).seconds)


def test_in_small_chunks_the_result_is_the_same(corner: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    homes, doors = at(corner, (10, 0), (300, 250), (250, 0)), at(corner, (0, 0), (130, 0), (300, 400))
    whole = dense(costs(corner, homes, doors, 900))
    monkeypatch.setattr("lebenslage.atlas.reach.times.CHUNK_BYTES", 1)
    told: list[tuple[int, int]] = []
    assert np.array_equal(dense(costs(corner, homes, doors, 900, progress=lambda *step: told.append(step))), whole)
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_how_sure_a_way_is_goes_by_its_time(tmp_path: Path) -> None:
    told = {**STREET, "incline": "0%"}
    streets = town(tmp_path, {1: (0.0, 0.0), 2: (100.0, 0.0), 3: (400.0, 0.0)}, [((1, 2), told), ((2, 3), STREET)])
    assert nearest(streets, at(streets, (0, 0), (50, 0)), at(streets, (400, 0))).known == pytest.approx([100 / 400, 50 / 350], rel=1e-3)
    assert nearest(streets, at(streets, (20, 0)), at(streets, (80, 0))).known == pytest.approx([1])
