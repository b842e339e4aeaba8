"""Small numbers are pulled towards what holds around them."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.certainty import BaseMissing, MoreThanAll, Shrunk, beta_binomial, marshall, marshall_local, poisson_gamma

EVENTS = np.array([1.0, 10.0, 60.0])
BASE = np.array([10.0, 100.0, 200.0])


def test_marshall_by_hand() -> None:
    # mean 71/310; s² = (10·(.1-m)² + 100·(.1-m)² + 200·(.3-m)²)/310 = .00915713; minus m/(310/3) = .00221644 -> .00694069
    found = marshall(EVENTS, BASE)
    assert found.weight == pytest.approx([0.232566, 0.751888, 0.858375], abs=5e-7)
    assert found.estimate == pytest.approx([0.199024, 0.132014, 0.289949], abs=5e-7)


def test_without_real_differences_everybody_has_the_mean() -> None:
    found = marshall(np.array([1.0, 2.0, 3.0]), np.array([10.0, 20.0, 30.0]))
    assert found.estimate == pytest.approx([0.1, 0.1, 0.1])
    assert (found.weight == 0).all()


def test_the_mean_of_an_area_without_neighbours_is_its_own() -> None:
    found = marshall_local(EVENTS, BASE, np.array([0, 1, 2, 2]), np.array([1, 0]))
    assert found.reference == pytest.approx([11 / 110, 11 / 110, 0.3])
    assert found.estimate[2] == pytest.approx(0.3)


def test_with_all_as_neighbours_local_is_global() -> None:
    found = marshall_local(EVENTS, BASE, np.array([0, 2, 4, 6]), np.array([1, 2, 0, 2, 0, 1]))
    assert found.estimate == pytest.approx(marshall(EVENTS, BASE).estimate)


def test_an_area_without_persons_gets_what_is_known_of_the_others() -> None:
    found = marshall(np.array([0.0, 10, 60]), np.array([0.0, 100, 200]))
    low, high = found.interval()
    assert found.estimate[0] == pytest.approx(70 / 300)
    assert low[0] < 70 / 300 < high[0]
    assert high[0] - low[0] > high[1] - low[1]


def test_a_share_by_hand() -> None:
    # Two areas of 100 with 10 and 30: mean .2; S = 100·.01·2 = 2; noise .16·(.5+.5); possible .16·(50+50-1) = 15.84;
    # alike = (2 - .16)/15.84 = .11616; the prior weighs (1-.11616)/.11616 = 7.6087 persons.
    found = beta_binomial(np.array([10.0, 30.0]), np.array([100.0, 100.0]))
    assert found.a + found.b == pytest.approx(107.6087, abs=1e-4)
    assert found.estimate[0] == pytest.approx((10 + 0.2 * 7.6087) / 107.6087, abs=1e-6)


@pytest.mark.slow
@pytest.mark.parametrize("estimator", [marshall, beta_binomial, poisson_gamma])
@given(data=st.data())
def test_an_estimate_lies_between_the_own_figure_and_the_mean(estimator: Callable[[Floats, Floats], Shrunk], data: st.DataObject) -> None:
    base = np.array(data.draw(st.lists(st.integers(1, 5000), min_size=2, max_size=30)), float)
    events = np.array([data.draw(st.integers(0, int(b))) for b in base], float)
    found = estimator(events, base)
    low, high = np.minimum(events / base, found.reference), np.maximum(events / base, found.reference)
    assert (low - 1e-9 <= found.estimate).all()
    assert (found.estimate <= high + 1e-9).all()
    assert ((found.weight >= 0) & (found.weight <= 1)).all()


@pytest.mark.slow
@given(st.integers(1, 400))
def test_more_persons_pull_less(more: int) -> None:
    found = marshall(np.array([2.0, 20.0 + more * 0.2, 100.0]), np.array([20.0, 100.0 + more, 300.0]))
    assert found.weight[0] <= found.weight[1]


def test_the_iteration_finds_the_distribution_that_was_drawn_from() -> None:
    rng = np.random.default_rng(3)
    expected = rng.uniform(5, 60, 4000)
    found = poisson_gamma(rng.poisson(rng.gamma(6, 1 / 5, 4000) * expected).astype(float), expected)
    prior_rate = (found.b - expected)[0]
    assert found.reference[0] == pytest.approx(1.2, rel=0.03)
    assert prior_rate == pytest.approx(5, rel=0.1)


@pytest.mark.parametrize("shares", [True, False])
def test_nine_of_ten_intervals_hold_the_truth(*, shares: bool) -> None:
    rng, inside = np.random.default_rng(11), []
    base = rng.integers(50, 3000, 300).astype(float)
    for _ in range(40):
        truth = rng.beta(4, 36, 300) if shares else rng.gamma(4, 1 / 40, 300)
        events = rng.binomial(base.astype(int), truth) if shares else rng.poisson(base * truth)
        low, high = (beta_binomial if shares else marshall)(events.astype(float), base).interval(0.9)
        inside.append(np.mean((low <= truth) & (truth <= high)))
    assert 0.88 <= np.mean(inside) <= 0.92


def test_a_count_without_persons_is_refused_with_its_row() -> None:
    with pytest.raises(BaseMissing) as problem:
        marshall(np.array([1.0, 1.0]), np.array([10.0, np.nan]))
    assert problem.value.details == {"row": 2}


def test_more_than_all_is_refused() -> None:
    with pytest.raises(MoreThanAll):
        beta_binomial(np.array([1.0, 11.0]), np.array([10.0, 10.0]))
