"""Areas that stay at the bottom, ways in and out, and what chance would do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta, hypergeom

from lebenslage.atlas.series import by_chance, persistence, transitions

# Five areas over four editions; 4 is the lowest class, 0 is not classified.
CLASSES = np.array([[4, 4, 1, 2, 4], [4, 4, 4, 2, 0], [4, 3, 4, 2, 4], [4, 4, 1, 2, 4]])
class_lists = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=60)


def test_runs_by_hand() -> None:
    found = persistence(CLASSES, [4])
    assert found.always.tolist() == [True, False, False, False, False]
    assert found.longest.tolist() == [4, 2, 2, 0, 0]
    assert found.now.tolist() == [4, 1, 0, 0, 0]
    assert found.counted.tolist() == [2, 3, 2, 2]
    assert found.entered.tolist() == [1, 0, 1]
    assert found.left.tolist() == [0, 1, 1]
    assert found.share_always == 0.5


def test_an_area_missing_once_is_unknown() -> None:
    found = persistence(CLASSES, [4])
    assert found.known.tolist() == [True, True, True, True, False]
    assert not found.ever[4]


def test_transitions_by_hand() -> None:
    found = transitions(np.array([1, 1, 1, 1, 2, 2, 0]), np.array([1, 1, 1, 2, 2, 1, 1]), [1, 2])
    assert found.counts.tolist() == [[3, 1], [1, 1]]
    assert found.shares.tolist() == [[0.75, 0.25], [0.5, 0.5]]
    assert found.by_chance == pytest.approx(np.array([[4 * 4, 4 * 2], [2 * 4, 2 * 2]]) / 6)
    assert found.low[0, 0] == pytest.approx(beta.ppf(0.05, 3.5, 1.5))
    assert found.expected_stay[0].tolist() == [4, 2]


def test_a_class_without_areas_has_no_shares() -> None:
    found = transitions(np.array([1, 1]), np.array([1, 1]), [1, 2])
    assert np.isnan(found.shares[1]).all()
    assert np.isinf(found.expected_stay[0][0])
    assert found.high[0, 0] == 1


@pytest.mark.slow
@given(class_lists)
def test_every_area_goes_somewhere(pairs: list[tuple[int, int]]) -> None:
    before, after = np.array(pairs).T
    found = transitions(before, after, [1, 2, 3, 4])
    assert found.counts.sum() == ((before > 0) & (after > 0)).sum()
    rows = found.counts.sum(axis=1) > 0
    assert found.shares[rows].sum(axis=1) == pytest.approx(np.ones(rows.sum()))
    assert found.by_chance.sum() == pytest.approx(found.counts.sum())


@pytest.mark.slow
@given(class_lists)
def test_ways_in_and_out_balance(pairs: list[tuple[int, int]]) -> None:
    found = persistence(np.array(pairs).T, [3, 4])
    assert found.counted[1] == found.counted[0] + found.entered.sum() - found.left.sum()


def test_chance_is_hypergeometric() -> None:
    before, after = np.array([4] * 10 + [1] * 30), np.array([4] * 6 + [1] * 4 + [4] * 6 + [1] * 24)
    found, lot = by_chance(before, after, 4), hypergeom(40, 10, 12)
    assert (found.observed, found.expected) == (6, 3)
    assert found.probability == pytest.approx(lot.sf(5))
    assert (found.low, found.high) == (lot.ppf(0.05), lot.ppf(0.95))
