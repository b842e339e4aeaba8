"""Floating catchments: supply is shared by those who reach it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from lebenslage.atlas.reach.catchment import gaussian, steps, three_step, two_step

# Two homes and two surgeries: the first home reaches both, the second only the other.
TIMES = csr_array((np.array([5.0, 10.0, 5.0]), np.array([0, 1, 1]), np.array([0, 2, 3])), shape=(2, 2))
PEOPLE, DOCTORS = np.array([100.0, 300.0]), np.array([2.0, 4.0])


def test_each_site_is_shared_by_those_who_reach_it() -> None:
    assert two_step(TIMES, PEOPLE, DOCTORS) == pytest.approx([2 / 100 + 4 / 400, 4 / 400])


def test_who_lives_farther_than_the_time_is_not_counted() -> None:
    assert two_step(TIMES, PEOPLE, DOCTORS, within=5) == pytest.approx([2 / 100, 4 / 300])
    assert two_step(TIMES, PEOPLE, DOCTORS, within=4.99) == pytest.approx([0, 0])


def test_the_farther_the_less_it_counts() -> None:
    half_after_five = steps([5, 10], [1, 0.5])
    assert two_step(TIMES, PEOPLE, DOCTORS, decay=half_after_five) == pytest.approx([2 / 100 + 0.5 * 4 / 350, 4 / 350])


def test_with_selection_a_home_burdens_each_site_less() -> None:
    found = three_step(TIMES, PEOPLE, DOCTORS, decay=steps([10], [1]))
    assert found == pytest.approx([0.5 * 2 / 50 + 0.5 * 4 / 350, 4 / 350])


def test_weights_fall_by_zones_and_by_the_bell() -> None:
    assert steps([10, 20, 30], [1, 0.68, 0.22])(np.array([0, 10, 10.1, 30, 31])).tolist() == [1, 1, 0.68, 0.22, 0]
    assert gaussian(20)(np.array([0.0, 20, 40])) == pytest.approx([1, 0.6065306597, 0.1353352832])


@pytest.mark.slow
@given(st.integers(0, 10_000), st.integers(1, 20), st.integers(1, 8))
def test_what_is_given_is_what_is_received(seed: int, homes: int, sites: int) -> None:
    """Access times demand sums to the supply that somebody reaches."""
    chance = np.random.default_rng(seed)
    times = csr_array(np.where(chance.random((homes, sites)) < 0.5, chance.uniform(1, 30, (homes, sites)), 0))
    demand, supply = chance.uniform(1, 100, homes), chance.uniform(0, 10, sites)
    reached = np.bincount(times.indices, minlength=sites) > 0
    assert two_step(times, demand, supply, decay=gaussian(10)) @ demand == pytest.approx(supply[reached].sum())
