"""Classes of values and types of areas."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.atlas.patterns.classes import equal_steps, natural_breaks, quantiles
from lebenslage.atlas.patterns.problems import NoPattern, TooManyClasses
from lebenslage.atlas.patterns.types import choose, typology, ward

SOME = st.lists(st.integers(0, 30), min_size=4, max_size=11).filter(lambda drawn: len(set(drawn)) > 3)


def apart(values: np.ndarray, upper: tuple[float, ...]) -> float:  # type: ignore[type-arg]
    of = np.searchsorted(upper, values)
    return sum(float(((values[of == n] - values[of == n].mean()) ** 2).sum()) for n in np.unique(of))


@pytest.mark.slow
@given(SOME, st.integers(2, 4))
def test_no_other_limits_are_better_than_the_natural_breaks(drawn: list[int], k: int) -> None:
    values = np.array(drawn, float)
    distinct = np.unique(values)
    best = min(apart(values, (*limits, distinct[-1])) for limits in combinations(distinct[:-1], k - 1))
    found = natural_breaks(values, k)

    assert len(found) == k
    assert (1 - found.goodness) * ((values - values.mean()) ** 2).sum() == pytest.approx(best, abs=1e-9)


def test_equal_values_share_a_class_even_if_classes_are_lost() -> None:
    found = quantiles(np.array([1.0, 1, 1, 1, 2, 3]), 3)

    assert found.upper.tolist() == [1, 3]
    assert found.of.tolist() == [0, 0, 0, 0, 1, 1]


def test_quantiles_fill_classes_alike_where_values_differ() -> None:
    assert np.bincount(quantiles(np.arange(100.0), 5).of).tolist() == [20] * 5


def test_equal_steps_are_equally_wide() -> None:
    assert equal_steps(np.array([0.0, 1, 2, 7, 10]), 5).upper.tolist() == [2, 4, 6, 8, 10]


def test_more_classes_than_values_are_refused() -> None:
    with pytest.raises(TooManyClasses):
        natural_breaks(np.array([1.0, 1, 2, 2]), 3)
    with pytest.raises(NoPattern):
        quantiles(np.ones(4), 2)


def three_kinds() -> np.ndarray:  # type: ignore[type-arg]
    rng = np.random.default_rng(1)
    return np.concatenate([rng.normal(middle, 0.3, (number, 2)) for middle, number in (((0, 0), 40), ((5, 0), 30), ((0, 5), 20))])


def test_three_kinds_of_areas_are_found_and_described() -> None:
    best = choose(three_kinds(), 6, seed=1)[0]

    assert np.bincount(best.of).tolist() == [40, 30, 20]
    assert [{name for name, _ in found} for found in best.outstanding(("poor", "green"))] == [{"poor", "green"}] * 3
    assert best.centres[1, 0] > 1 > best.centres[2, 0]
    assert best.silhouette > 0.8


def test_joining_groups_comes_to_the_same_types() -> None:
    assert ward(three_kinds(), 3).of.tolist() == typology(three_kinds(), 3, seed=1).of.tolist()


def test_many_starts_find_what_one_misses() -> None:
    figures = np.random.default_rng(4).normal(size=(120, 4))
    one, many = (typology(figures, 7, seed=2, starts=starts) for starts in (1, 60))

    assert many.separation > one.separation


def test_as_many_types_as_different_areas_leave_nobody_empty() -> None:
    figures = np.array([[0.0, 1], [0, 1], [5, 2], [9, 9], [9, 9.5]])

    assert sorted(np.bincount(typology(figures, 4, seed=1).of)) == [1, 1, 1, 2]


def test_an_indicator_that_is_all_equal_is_refused() -> None:
    with pytest.raises(NoPattern):
        typology(np.column_stack((np.ones(9), np.arange(9.0))), 2, seed=1)
