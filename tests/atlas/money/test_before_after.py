"""What a measure changed: known effects are found, too few areas are said to be too few."""

import numpy as np
import pytest

from lebenslage.atlas.money.before_after import Verdict, before_after
from lebenslage.atlas.money.problems import FigureMissing, NothingToCompare


def town(effect: float, *, areas: int = 40, measures: int = 12, seed: int = 1, drift: float = 0.0) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    """Figures of three periods before and two after, each area with its level, all with a common trend; and who has the measure."""
    rng = np.random.default_rng(seed)
    treated = np.arange(areas) < measures
    time = np.arange(5)
    figures = rng.normal(50, 10, (areas, 1)) + 2 * time + rng.normal(0, 1, (areas, 5)) + drift * time * treated[:, None]
    return figures + effect * treated[:, None] * (time >= 3), treated


def test_two_and_two_by_hand() -> None:
    # Changes +5, +7 with the measure, +1, +2 without: 6 - 1.5.
    found = before_after(np.array([[10.0, 15], [20, 27], [30, 31], [40, 42]]), np.array([True, True, False, False]), 1, seed=1)

    assert found.effect == 4.5
    assert found.verdict is Verdict.TOO_FEW
    assert (found.low, found.high) == (-np.inf, np.inf)
    assert found.p == pytest.approx(2 / 6)


def test_an_effect_is_found_and_bounded() -> None:
    figures, treated = town(4.0)
    found = before_after(figures, treated, 3, seed=1)

    assert found.verdict is Verdict.ROSE
    assert found.low < 4 < found.high
    assert found.high - found.low < 3
    assert found.robust == pytest.approx((found.low, found.high), abs=0.3)


def test_a_fall_is_called_one() -> None:
    assert before_after(*town(-4.0), 3, seed=1).verdict is Verdict.FELL


def test_no_effect_is_seldom_seen() -> None:
    seen = sum(
        before_after(*town(0.0, areas=12, measures=5, seed=seed), 3, seed=seed).verdict is not Verdict.NOTHING_SEEN for seed in range(60)
    )

    assert seen <= 7


def test_the_true_effect_lies_in_the_interval_as_often_as_it_says() -> None:
    held = 0
    for seed in range(60):
        found = before_after(*town(3.0, areas=12, measures=6, seed=seed), 3, seed=seed)
        held += found.low <= 3 <= found.high

    assert held >= 53


def test_areas_that_were_rising_before_are_noticed() -> None:
    rising, calm = before_after(*town(0.0, drift=2.0), 3, seed=1).trend, before_after(*town(0.0), 3, seed=1).trend

    assert rising is not None
    assert calm is not None
    assert rising.p < 0.01 < calm.p
    assert rising.difference == pytest.approx(2, abs=0.8)


def test_with_one_period_before_no_trend_can_be_checked() -> None:
    figures, treated = town(1.0)

    assert before_after(figures[:, 2:], treated, 1, seed=1).trend is None


def test_nineteen_beside_one_is_just_enough_and_eighteen_is_not() -> None:
    def one_beside(others: int) -> Verdict:
        figures = np.zeros((others + 1, 2))
        figures[:, 1] = np.arange(others + 1) % 3
        figures[0, 1] = 100
        return before_after(figures, np.arange(others + 1) == 0, 1, seed=1).verdict

    assert one_beside(19) is Verdict.ROSE
    assert one_beside(18) is Verdict.TOO_FEW


def test_nothing_to_compare_is_refused() -> None:
    figures, treated = town(1.0)
    for wrong in (np.zeros(40, bool), np.ones(40, bool)):
        with pytest.raises(NothingToCompare):
            before_after(figures, wrong, 3, seed=1)
    with pytest.raises(NothingToCompare):
        before_after(figures, treated, 5, seed=1)
    figures[7, 2] = np.nan
    with pytest.raises(FigureMissing) as refused:
        before_after(figures, treated, 3, seed=1)
    assert refused.value.details == {"area": "8", "period": 3}
