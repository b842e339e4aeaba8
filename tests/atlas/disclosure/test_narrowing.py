"""What follows at once from sums is true of all values that agree with them, and settles what one subtraction tells."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from lebenslage.atlas.disclosure.narrowing import Narrowing

TOTAL_AND_PARTS = np.array([[1.0, -1.0, -1.0, 0.0], [0.0, 0.0, 1.0, -1.0]])


def narrowed(low: list[float], high: list[float], *, whole: bool = True) -> tuple[list[float], list[float]]:
    """A whole and its two parts, the second of which stands a second time."""
    found = Narrowing(sparse.csr_array(TOTAL_AND_PARTS), whole=whole).limits(np.array(low), np.array(high))
    return found[0].tolist(), found[1].tolist()


def test_a_part_is_the_whole_less_the_others() -> None:
    assert narrowed([9, 3, 0, 0], [9, 3, 100, 100]) == ([9, 3, 6, 6], [9, 3, 6, 6])


def test_two_hidden_parts_lie_below_the_whole() -> None:
    assert narrowed([9, 0, 0, 0], [9, 100, 100, 2]) == ([9, 7, 0, 0], [9, 9, 2, 2])


def test_whole_numbers_are_told_more_closely() -> None:
    assert narrowed([9, 2.5, 0, 0], [9, 2.5, 100, 100], whole=False)[1] == [9, 2.5, 6.5, 6.5]


def test_sums_that_contradict_each_other_are_left_to_the_attack() -> None:
    assert narrowed([9, 3, 0, 7], [9, 3, 100, 7]) == ([9, 3, 0, 7], [9, 3, 100, 7])


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=4, max_size=4))
def test_no_value_that_agrees_is_lost(pairs: list[tuple[int, int]]) -> None:
    low, high = ([float(bound(pair)) for pair in pairs] for bound in (min, max))
    least, most = narrowed(low, high)
    agreeing = [values for values in product(*(range(int(a), int(b) + 1) for a, b in zip(low, high, strict=True))) if _adds_up(values)]
    assert all(a <= value <= b for values in agreeing for a, value, b in zip(least, values, most, strict=True))


def _adds_up(values: tuple[int, ...]) -> bool:
    return not np.any(TOTAL_AND_PARTS @ np.array(values))
