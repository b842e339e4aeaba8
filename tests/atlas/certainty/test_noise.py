"""Draws of true values follow the distributions they stand for."""

import numpy as np
import pytest
from scipy.special import betaincinv, gammaincinv, ndtr

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.certainty import BaseMissing, MoreThanAll, NegativeError, beta_binomial, noise

DEVIATES = np.linspace(-3, 3, 61)
DRAWS = np.repeat(DEVIATES[:, None, None], 3, axis=2)


@pytest.mark.parametrize("base", [20.0, 400.0, 5000.0])
@pytest.mark.parametrize("share", [0.0, 0.02, 0.3, 1.0])
def test_a_share_is_drawn_from_its_posterior(share: float, base: float) -> None:
    a, b = share * base + 0.5, (1 - share) * base + 0.5
    drawn = noise.of_shares(np.full(3, share * base), np.full(3, base)).values(DRAWS)[:, 0, 0]
    deviation = 100 * np.sqrt(a * b / (a + b + 1)) / (a + b)
    assert drawn == pytest.approx(100 * betaincinv(a, b, ndtr(DEVIATES)), abs=0.012 * deviation)


@pytest.mark.parametrize("events", [0.0, 3.0, 200.0])
def test_a_count_is_drawn_from_its_posterior(events: float) -> None:
    drawn = noise.of_counts(np.full(3, events), np.full(3, 1000.0), per=1000).values(DRAWS)[:, 0, 0]
    assert drawn == pytest.approx(gammaincinv(events + 0.5, ndtr(DEVIATES)), abs=0.012 * np.sqrt(events + 0.5))


def test_a_given_standard_error_is_normal() -> None:
    drawn = noise.of_errors(np.array([5.0, 6, 7]), np.array([0.0, 1, 2])).values(DRAWS)[:, 0]
    assert drawn[0] == pytest.approx([5, 3, 1])
    assert drawn[-1] == pytest.approx([5, 9, 13])


def test_without_chance_every_draw_is_the_figure() -> None:
    assert (noise.exact(np.array([1.0, 2, 3])).values(DRAWS) == [1, 2, 3]).all()


def test_indicators_of_different_chance_go_together() -> None:
    both = noise.together([noise.exact(np.array([1.0, 2, 3])), noise.of_shares(np.array([5.0, 6, 7]), np.full(3, 100.0))])
    drawn = both.values(np.repeat(DRAWS, 2, axis=1))
    assert (drawn[:, 0] == [1, 2, 3]).all()
    assert (np.diff(drawn[:, 1], axis=0) > 0).all()


def test_what_is_learnt_from_all_is_narrower() -> None:
    events, base = np.array([1.0, 40, 90]), np.array([10.0, 400, 600])
    own, learnt = (
        made.values(DRAWS)[:, 0, 0] for made in (noise.of_shares(events, base), noise.of_posterior(beta_binomial(events, base), 100))
    )
    assert np.ptp(learnt) < np.ptp(own)


@pytest.mark.parametrize(
    ("events", "base", "problem"),
    [([1.0, np.nan], [2.0, 2], BaseMissing), ([1.0, 3], [2.0, 2], MoreThanAll), ([1.0, 1], [2.0, -1], BaseMissing)],
)
def test_impossible_counts_are_refused_with_their_row(events: Floats, base: Floats, problem: type) -> None:
    with pytest.raises(problem) as refused:
        noise.of_shares(np.array(events), np.array(base))
    assert refused.value.details == {"row": 2}


def test_a_negative_error_is_refused() -> None:
    with pytest.raises(NegativeError):
        noise.of_errors(np.ones(2), np.array([1.0, -1]))
