"""Who moved, and what that did to a rate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.atlas.series import People, split_change
from lebenslage.atlas.series.problems import MoversDoNotAdd

counts = st.tuples(st.integers(1, 500), st.floats(0, 1))


def people(number: float, counted: float) -> People:
    return People(np.array([number], float), np.array([counted], float))


def test_by_hand_poorer_people_moved_in_while_nobody_changed() -> None:
    # 80 stayers with 8, 20 who left with 2, 20 who came with 12: 10 % then, 20 % now, all of it by arrivals.
    found = split_change(people(80, 8), people(80, 8), people(20, 2), people(20, 12))
    assert (found.change[0], found.stayers[0], found.departures[0]) == pytest.approx((0.1, 0, 0))
    assert found.arrivals[0] == pytest.approx(0.1)


@given(st.tuples(counts, counts, counts, counts))
def test_the_parts_sum_to_the_change(groups: tuple[tuple[int, float], ...]) -> None:
    found = split_change(*(people(number, int(number * share)) for number, share in groups))
    assert found.stayers + found.arrivals + found.departures == pytest.approx(found.change)


def test_an_unknown_group_is_unknown_and_not_nobody() -> None:
    found = split_change(people(80, 8), people(80, 16), people(np.nan, np.nan), people(20, 12))
    assert found.stayers[0] == pytest.approx(0.1)
    assert found.arrivals[0] == pytest.approx(0.08)
    assert np.isnan(found.departures[0])
    assert np.isnan(found.change[0])


def test_nobody_moved() -> None:
    found = split_change(people(80, 8), people(80, 16), people(0, 0), people(0, 0))
    assert (found.arrivals[0], found.departures[0]) == (0, 0)


def test_more_cases_than_people_are_refused() -> None:
    with pytest.raises(MoversDoNotAdd):
        split_change(people(80, 8), people(80, 81), people(0, 0), people(0, 0))
