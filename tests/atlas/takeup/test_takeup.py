"""Take-up is an interval that holds, or nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.atlas.areas import Quality
from lebenslage.atlas.takeup import Bounds, Finding, Publishable, Simulated, TakeUp, eligible, recipients, take_up
from lebenslage.atlas.takeup.problems import (
    NotACountOfHouseholds,
    NotPublishable,
    SimulationsDiffer,
    SuppressedWithoutLimit,
    SynthesisErrorMissing,
)

KEYS = ("Nord", "Mitte", "Sued")
GIVEN, MISSING, SUPPRESSED = (np.int8(one) for one in (Quality.GIVEN, Quality.MISSING, Quality.SUPPRESSED))
ALL_GIVEN = np.full(3, GIVEN)


def simulated(households: int, found: int, undecided: int = 0) -> Simulated:
    return Simulated(np.array([households]), np.array([found]), np.array([undecided]))


def told(recipients_low: float, recipients_high: float, low: float, high: float, *, fitted: bool = True) -> TakeUp:
    one = Bounds(np.array([recipients_low]), np.array([recipients_high]))
    return take_up(("Nord",), one, Bounds(np.array([low]), np.array([high])), np.array([fitted]))


def test_recipients_are_as_far_off_as_rounding_and_suppression_allow() -> None:
    found = recipients(KEYS, np.array([12.0, np.nan, np.nan]), np.array([GIVEN, SUPPRESSED, MISSING]), rounded_to=3, suppressed_below=5)

    assert found.low[:2].tolist() == [10, 0]
    assert found.high[:2].tolist() == [14, 4]
    assert np.isnan(found.low[2])


def test_the_draw_widens_as_clopper_and_pearson_say() -> None:
    # 7 of 20 households, 95 %: 0.1539 to 0.5922, the exact binomial limits.
    found = simulated(20, 7).shares(0.95)

    assert (round(float(found.low[0]), 4), round(float(found.high[0]), 4)) == (0.1539, 0.5922)


def test_nobody_and_everybody_have_one_open_side() -> None:
    assert simulated(10, 0).shares(0.95).low[0] == 0
    assert simulated(10, 10).shares(0.95).high[0] == 1
    assert (simulated(0, 0).shares(0.95).low[0], simulated(0, 0).shares(0.95).high[0]) == (0, 1)


def test_who_cannot_be_decided_counts_at_the_upper_bound_alone() -> None:
    assert simulated(100, 20, 30).shares(0.95).low[0] == simulated(100, 20).shares(0.95).low[0]
    assert simulated(100, 20, 30).shares(0.95).high[0] == simulated(100, 50).shares(0.95).high[0]


def test_several_simulations_give_the_widest_and_the_stated_error_comes_on_top() -> None:
    one, other = (eligible(("Nord",), [simulated(1000, n)], error=0.1) for n in (200, 300))
    both = eligible(("Nord",), [simulated(1000, 200), simulated(1000, 300)], error=0.1)

    assert (both.low[0], both.high[0]) == (one.low[0], other.high[0])
    assert both.high[0] == pytest.approx(1.1 * eligible(("Nord",), [simulated(1000, 200), simulated(1000, 300)]).high[0])


def test_a_sample_is_blown_up_to_the_households_that_live_there() -> None:
    sample = eligible(("Nord",), [simulated(100, 20)], np.array([5000.0]), error=0.1)

    assert sample.low[0] == pytest.approx(50 * eligible(("Nord",), [simulated(100, 20)], error=0.1).low[0])


def test_the_interval_is_the_worst_of_both() -> None:
    found = told(40, 60, 100, 200)

    assert (found.low[0], found.high[0], found.findings) == (0.2, 0.6, (Finding.TOLD,))


def test_more_than_all_is_cut_and_said() -> None:
    assert told(40, 60, 50, 200).high[0] == 1
    assert told(40, 60, 50, 200).findings == (Finding.UP_TO_ALL,)
    assert told(3, 5, 0, 10).findings == (Finding.UP_TO_ALL,)


def test_a_simulation_that_finds_too_few_is_no_rate() -> None:
    found = told(300, 300, 50, 200)

    assert found.findings == (Finding.SIMULATION_TOO_LOW,)
    assert np.isnan(found.low[0])
    assert told(5, 5, 0, 0).findings == (Finding.SIMULATION_TOO_LOW,)


def test_where_nobody_has_a_right_there_is_no_rate() -> None:
    assert told(0, 0, 0, 0).findings == (Finding.NOBODY_ELIGIBLE,)
    assert told(float("nan"), float("nan"), 5, 9).findings == (Finding.UNKNOWN,)


def test_only_intervals_that_do_not_overlap_are_in_order() -> None:
    counts = np.array([10.0, 35, 80])
    found = take_up(KEYS, Bounds(counts, counts), Bounds(np.full(3, 90.0), np.array([110.0, 220, 130])), np.ones(3, bool))

    # 0.09-0.11, 0.16-0.39, 0.62-0.89
    assert [part.tolist() for part in found.ranks()] == [[1, 2, 3], [1, 2, 3]]
    wide = take_up(KEYS, Bounds(counts, counts), Bounds(np.array([20.0, 90, 90]), np.array([110.0, 220, 130])), np.ones(3, bool))
    assert [part.tolist() for part in wide.ranks()] == [[1, 1, 3], [2, 2, 3]]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 20), st.integers(1, 80), st.integers(0, 40)), min_size=2, max_size=8))
def test_an_area_without_interval_may_have_any_rank(rows: list[tuple[int, int, int, int]]) -> None:
    received, more, least, further = (np.array(column, float) for column in zip(*rows, strict=True))
    keys = tuple(str(n) for n in range(len(rows)))
    found = take_up(keys, Bounds(received, received + more), Bounds(least, least + further), np.ones(len(rows), bool))
    best, worst = found.ranks()

    assert (best <= worst).all()
    assert all((best[n], worst[n]) == (1, len(rows)) for n in np.flatnonzero(~found.told))
    assert (found.low[found.told] <= found.high[found.told]).all()


def test_the_interval_holds_the_true_rate() -> None:
    rng, held = np.random.default_rng(3), 0
    for _ in range(400):
        drawn = simulated(400, int(rng.binomial(400, 0.2)))
        received = rng.binomial(2000, 0.6)
        printed = recipients(("Nord",), np.array([float(3 * round(received / 3))]), np.array([GIVEN]), rounded_to=3)
        found = take_up(("Nord",), printed, eligible(("Nord",), [drawn], np.array([10_000.0]), error=0.05), np.array([True]))
        held += found.low[0] <= received / 2000 <= found.high[0]

    assert held >= 380


def test_a_model_cannot_be_published() -> None:
    assert Publishable(told(40, 60, 100, 200)).found.publishable
    with pytest.raises(NotPublishable) as refused:
        Publishable(told(40, 60, 100, 200, fitted=False))
    assert refused.value.details == {"areas": ["Nord"], "number": 1}


def test_what_is_no_count_is_refused() -> None:
    with pytest.raises(SuppressedWithoutLimit):
        recipients(KEYS, np.full(3, np.nan), np.full(3, SUPPRESSED))
    with pytest.raises(NotACountOfHouseholds):
        recipients(KEYS, np.array([1.0, -2, 3]), ALL_GIVEN)
    with pytest.raises(NotACountOfHouseholds):
        recipients(KEYS, np.array([1.0, 2.5, 3]), ALL_GIVEN)
    with pytest.raises(SynthesisErrorMissing):
        eligible(("Nord",), [simulated(10, 3)])
    with pytest.raises(SimulationsDiffer):
        eligible(("Nord",), [simulated(10, 8, 3)], error=0.1)
