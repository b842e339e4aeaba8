"""What holds on every network: no detour is shorter, no wheelchair is faster than feet, and the slow textbook method agrees."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse.csgraph import floyd_warshall

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.reach import Network, Snapped, costs, dense, nearest, network, node_times
from lebenslage.atlas.reach.graph import graph_from
from lebenslage.atlas.reach.groups import groups
from lebenslage.atlas.reach.street_graph import street_graph
from lebenslage.atlas.reach.ways import verdict

seeds = st.integers(0, 10_000)


def scattered(streets: Network, number: int, seed: int) -> Snapped:
    """Points somewhere on the streets, some of them a few metres off."""
    chance = np.random.default_rng(seed)
    gap = np.where(chance.random(number) < 0.5, 0, chance.uniform(0, 50, number))
    return Snapped(chance.integers(0, len(streets.tail), number), chance.choice([0, 1, 0.3, 0.71], number), gap)


def between(streets: Network, here: Snapped, there: Snapped) -> Floats:
    return dense(costs(streets, here, there, np.inf))


@settings(max_examples=40)
@given(seeds)
def test_no_detour_is_shorter(seed: int) -> None:
    streets = network(street_graph(60, seed))
    spots = scattered(streets, 6, seed)
    direct = between(streets, spots, spots)
    detours = (direct[:, :, None] + direct[None, :, :]).min(axis=1)
    assert (direct <= detours + 1e-9).all()


@settings(max_examples=40)
@given(seeds, st.sampled_from(sorted(groups())))
def test_nobody_is_faster_than_adults_on_foot(seed: int, group: str) -> None:
    streets = street_graph(60, seed)
    feet, others = network(streets), network(streets, group)
    at_feet, at_others = (node_times(one, _at_nodes(one), np.inf) for one in (feet, others))
    quick, slow = (_by_id(one, dense(times)) for one, times in ((feet, at_feet), (others, at_others)))
    assert (slow >= quick - 1e-9).all()


TAGGED = {
    "highway": ["footway", "steps", "residential", "motorway"],
    "incline": ["4%", "-5%", "7 %", "20%", "up", "down", ""],
    "ramp:wheelchair": ["yes", "no"],
    "ramp:stroller": ["yes", "no"],
    "handrail": ["yes", "no"],
    "surface": ["asphalt", "sand", "cobblestone", "sett"],
    "smoothness": ["good", "bad", "horrible"],
    "wheelchair": ["yes", "no", "limited", ""],
    "width": ["0.5", "0.8", "2"],
    "oneway:foot": ["yes", "-1", ""],
}


@pytest.mark.slow
@settings(max_examples=300)
@given(
    st.fixed_dictionaries(
        {"highway": st.sampled_from(TAGGED["highway"])}, optional={k: st.sampled_from(v) for k, v in TAGGED.items() if k != "highway"}
    )
)
def test_on_no_way_anybody_is_faster_than_adults_on_foot(tags: dict[str, str]) -> None:
    feet = verdict(tags, groups()["walk"])
    for group in groups().values():
        other = verdict(tags, group)
        assert other.along <= feet.along
        assert other.against <= feet.against


def _at_nodes(streets: Network) -> Snapped:
    """A site at the tail of every segment."""
    return Snapped(np.arange(len(streets.tail)), np.zeros(len(streets.tail)), np.zeros(len(streets.tail)))


def _by_id(streets: Network, times: Floats) -> Floats:
    """Times between nodes by their ids; infinite where a network has no such node."""
    full = np.full((100, 100), np.inf)
    np.minimum.at(full, (streets.ids[streets.tail][:, None], streets.ids[None, :]), times)
    return full


@settings(max_examples=40)
@given(seeds, st.booleans())
def test_the_nearest_is_the_least_of_all_costs(seed: int, home: bool) -> None:
    streets = network(street_graph(60, seed), "older")
    homes, doors = scattered(streets, 8, seed), scattered(streets, 4, seed + 1)
    assert nearest(streets, homes, doors, home=home).seconds == pytest.approx(
        dense(costs(streets, homes, doors, np.inf, home=home)).min(axis=1)
    )


@settings(max_examples=40)
@given(seeds)
def test_the_way_home_is_the_way_there_seen_from_the_door(seed: int) -> None:
    streets = network(street_graph(60, seed))
    homes, doors = scattered(streets, 5, seed), scattered(streets, 4, seed + 1)
    assert dense(costs(streets, homes, doors, np.inf, home=True)) == pytest.approx(between(streets, doors, homes).T)


@settings(max_examples=20)
@given(seeds)
def test_every_shortest_way_is_that_of_floyd_and_warshall(seed: int) -> None:
    streets = network(street_graph(60, seed), "walk")
    doors = scattered(streets, 4, seed)
    all_ways = floyd_warshall(graph_from(streets, doors, home=False))
    assert dense(node_times(streets, doors, np.inf)) == pytest.approx(all_ways[streets.nodes :, : streets.nodes])


def test_the_made_up_city_is_the_same_for_the_same_seed() -> None:
    one, other = street_graph(400, 7), street_graph(400, 7)
    assert np.array_equal(one.tail, other.tail)
    assert np.array_equal(one.x, other.x)
    assert not np.array_equal(one.x, street_graph(400, 8).x)


def test_the_river_is_crossed_at_its_bridges_alone() -> None:
    streets = street_graph(10_000, 7)
    south = streets.y < np.median(streets.y)
    crossing = south[streets.tail] != south[streets.head]
    assert 0 < crossing.sum() < 100
