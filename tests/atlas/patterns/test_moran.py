"""Moran's I on maps small enough to add up on paper."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.atlas.patterns import Place, adjusted, getis_ord, linked, lisa
from lebenslage.atlas.patterns.local import sample
from lebenslage.atlas.patterns.moran import moran
from lebenslage.atlas.patterns.neighbours import Neighbours
from lebenslage.atlas.patterns.problems import NoNeighbours, NoPattern, PatternNeedsValues, TooFewForPattern

VALUES = st.lists(st.integers(-50, 50), min_size=6, max_size=25).filter(lambda drawn: len(set(drawn)) > 1)


def row_of(areas: int) -> Neighbours:
    """Areas in a row, each beside the next."""
    left = np.arange(areas - 1)
    return linked(areas, np.concatenate((left, left + 1)), np.concatenate((left + 1, left)))


def ring_of(areas: int) -> Neighbours:
    at = np.arange(areas)
    return linked(areas, np.concatenate((at, at)), np.concatenate(((at + 1) % areas, (at - 1) % areas)))


def test_four_areas_in_a_row_by_hand() -> None:
    # z = -1.5 -0.5 0.5 1.5; products of neighbours 0.75, -0.25, 0.75, each twice: 2.5; I = 4/6 * 2.5 / 5
    found = moran(np.array([1.0, 2, 3, 4]), row_of(4), seed=1)

    assert found.i == pytest.approx(1 / 3)
    assert found.expected == pytest.approx(-1 / 3)


def test_the_variance_is_that_of_all_orders_of_the_values() -> None:
    values, neighbours = np.array([1.0, 2, 4, 8, 9]), row_of(5)
    orders = np.array(np.meshgrid(*[range(5)] * 5)).reshape(5, -1).T
    every = [moran(values[order], neighbours, seed=1, permutations=1).i for order in orders if len(set(order)) == 5]
    found = moran(values, neighbours, seed=1)

    assert np.mean(every) == pytest.approx(found.expected)
    assert np.var(every) == pytest.approx(found.variance)


def test_alternating_values_repel_and_halves_attract() -> None:
    assert moran(np.array([0.0, 1] * 6), ring_of(12), seed=1).i == pytest.approx(-1)
    assert moran(np.array([0.0] * 6 + [1] * 6), ring_of(12), seed=1).p_permuted < 0.05


def test_the_local_values_add_up_to_the_whole() -> None:
    values = np.random.default_rng(5).lognormal(size=40)
    neighbours = ring_of(40).standardised()

    assert np.sum(lisa(values, neighbours, seed=1).i) / 39 == pytest.approx(moran(values, neighbours, seed=1).i)


def test_each_area_knows_its_place() -> None:
    places = lisa(np.array([9.0, 9, 9, 1, 1, 1, 9, 1, 1]), ring_of(9).standardised(), seed=1).places

    assert places[1] == Place.HIGH_AMONG_HIGH
    assert places[4] == Place.LOW_AMONG_LOW
    assert places[6] == Place.HIGH_AMONG_LOW


def test_an_island_has_no_result_and_is_no_test() -> None:
    neighbours = linked(6, np.array([0, 1, 1, 2, 3, 4]), np.array([1, 0, 2, 1, 4, 3])).standardised()
    found = lisa(np.array([5.0, 4, 5, 1, 0, 9]), neighbours, seed=1)

    assert found.places[5] == Place.ALONE
    assert np.isnan(found.i[5])
    assert np.isnan(found.p[5])
    assert not found.found(1.0)[5]


def test_draws_approach_the_count_of_all_possible_neighbourhoods() -> None:
    values, neighbours = np.array([1.0, 5, 7, 3, 11, 2, 4]), ring_of(7).standardised()
    found = lisa(values, neighbours, seed=1, permutations=40_000)
    for area in range(7):
        others = np.delete(values, area)
        sums = [others[i] + others[j] for i in range(6) for j in range(6) if i != j]
        own = 2 * neighbours.lag(values)[area]
        exact = min(np.mean(np.array(sums) >= own), np.mean(np.array(sums) <= own))

        assert found.p_one_sided[area] == pytest.approx(exact, abs=0.01)


@pytest.mark.slow
def test_where_nothing_lies_together_false_alarms_stay_rare() -> None:
    rng, alarms = np.random.default_rng(8), 0
    for town in range(40):
        values = rng.normal(size=60)
        alarms += lisa(values, ring_of(60).standardised(), seed=town, permutations=9_999).found(0.05).any()

    assert alarms <= 4


@pytest.mark.slow
@given(VALUES)
def test_scale_and_origin_do_not_matter(drawn: list[int]) -> None:
    values, neighbours = np.array(drawn, float), ring_of(len(drawn)).standardised()
    one, other = lisa(values, neighbours, seed=3, permutations=99), lisa(values * 7 + 100, neighbours, seed=3, permutations=99)

    assert one.i == pytest.approx(other.i)
    assert one.p.tolist() == other.p.tolist()


@pytest.mark.slow
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_adjusting_keeps_the_order_and_never_helps(drawn: list[float]) -> None:
    p = np.array(drawn)
    mild, strict = adjusted(p, dependent=False), adjusted(p)

    assert (mild >= p - 1e-15).all()
    assert (strict >= mild).all()
    assert (np.diff(mild[np.argsort(p, kind="stable")]) >= 0).all()


def test_benjamini_and_hochberg_keep_four_of_their_own_fifteen() -> None:
    # The example of the paper of 1995, section 4: the treatment of heart attacks.
    p = np.array([0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0])

    assert int((adjusted(p, dependent=False) <= 0.05).sum()) == 4


def test_high_values_gather_where_gi_is_high() -> None:
    found = getis_ord(np.array([9.0, 8, 9, 1, 1, 1, 2, 1, 1, 2]), ring_of(10))

    assert found.argmax() == 1
    # 26 of neighbours and self; mean 3.5, s = sqrt(23.9 - 12.25), three of ten: (26 - 10.5) / (s * sqrt((10 * 3 - 9) / 9))
    assert found[1] == pytest.approx(15.5 / (np.sqrt(23.9 - 12.25) * np.sqrt(21 / 9)))


def test_draws_name_nobody_twice() -> None:
    for numbers, size in ((3, 3), (50, 5), (2000, 40)):
        drawn = np.sort(sample(numbers, size, 500, np.random.default_rng(1)), axis=0)
        assert (drawn[1:] > drawn[:-1]).all()
        assert (drawn.min(), drawn.max() < numbers) == (0, True)


def test_what_has_no_pattern_is_refused() -> None:
    with pytest.raises(NoPattern):
        lisa(np.ones(5), ring_of(5), seed=1)
    with pytest.raises(TooFewForPattern):
        moran(np.array([1.0, 2, 3]), row_of(3), seed=1)
    with pytest.raises(PatternNeedsValues):
        moran(np.array([1.0, np.nan, 3, 4]), row_of(4), seed=1)
    with pytest.raises(NoNeighbours):
        lisa(np.arange(5.0), linked(5, np.empty(0, int), np.empty(0, int)), seed=1)
