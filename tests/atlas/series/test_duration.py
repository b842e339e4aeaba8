"""How long people receive."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from lebenslage.atlas.series import kaplan_meier, median_duration
from lebenslage.atlas.series.problems import DurationsOutOfOrder, SpellImpossible

BEGINS = (0, 1, 2, 4)


def test_a_median_by_interpolation() -> None:
    # 100 people: the 50th is the 20th of 40 in the class 1 to under 2 years.
    found = median_duration(BEGINS, np.array([[30.0, 40, 20, 10]]))
    assert found.value == pytest.approx([1.5])
    assert not found.at_least[0]


def test_a_median_in_the_open_class_is_only_a_lower_limit() -> None:
    found = median_duration(BEGINS, np.array([[10.0, 10, 10, 70]]))
    assert (found.value[0], found.at_least[0]) == (4, True)


def test_an_unknown_count_or_nobody_is_unknown() -> None:
    found = median_duration(BEGINS, np.array([[10.0, np.nan, 10, 70], [0, 0, 0, 0]]))
    assert np.isnan(found.value).all()
    assert not found.at_least.any()


def test_classes_rise() -> None:
    with pytest.raises(DurationsOutOfOrder):
        median_duration((0, 2, 1), np.ones((1, 3)))


def test_a_survival_curve_by_hand() -> None:
    # Ends at 1, 2, 3; still going on at 2 and 5: 4/5, then 3/4 of it, then 1/2 of it.
    found = kaplan_meier(np.array([1.0, 2, 2, 3, 5]), np.array([True, True, False, True, False]))
    assert found.share == pytest.approx([0.8, 0.6, 0.3])
    assert found.at_risk.tolist() == [5, 4, 2]
    assert found.median[0] == 3


def test_spells_found_late_count_only_from_there() -> None:
    found = kaplan_meier(np.array([1.0, 4, 4]), np.array([True, True, True]), watched_from=np.array([0.0, 0, 3]))
    assert found.at_risk.tolist() == [2, 2]


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(1, 12), st.booleans()), min_size=2, max_size=40))
def test_the_curve_and_its_interval_are_those_of_scipy(spells: list[tuple[int, bool]]) -> None:
    spells = [*spells, (1, True), (13, False)]
    durations, ended = np.array([float(d) for d, _ in spells]), np.array([e for _, e in spells])
    found = kaplan_meier(durations, ended)
    known = ecdf(CensoredData(durations[ended], right=durations[~ended])).sf
    assert found.share == pytest.approx(known.evaluate(found.times))
    low, high = known.confidence_interval(0.9, method="log-log")
    assert found.low == pytest.approx(low.evaluate(found.times))
    assert found.high == pytest.approx(high.evaluate(found.times))


def test_a_median_that_is_not_reached_is_unknown() -> None:
    assert np.isnan(kaplan_meier(np.array([1.0, 5, 5]), np.array([True, False, False])).median[0])


def test_a_spell_cannot_end_before_it_is_watched() -> None:
    with pytest.raises(SpellImpossible):
        kaplan_meier(np.array([1.0]), np.array([True]), watched_from=np.array([2.0]))
