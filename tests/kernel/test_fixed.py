"""Fixed-point numbers with ten decimals: the same as `decimal`, cut after the tenth place (WoGG Anlage 3 Nr. 2)."""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lebenslage.kernel.fixed import (
    CENT,
    ONE,
    cents_down_to_euro,
    cents_up_to_euro,
    down_to_euro,
    half_up_to_cent,
    half_up_to_euro,
    multiplied,
    twelfth,
    up_to_euro,
)

FACTORS = st.integers(-(10**16), 10**16)
AMOUNTS = st.integers(-(10**15), 10**15)
LARGEST_WHOLE = 2**63


def product(x: int, y: int) -> int:
    """The product by `decimal`, cut after ten places."""
    with localcontext(prec=60):
        exact = Decimal(x).scaleb(-10) * Decimal(y).scaleb(-10)
        return int(exact.quantize(Decimal("1e-10"), ROUND_DOWN).scaleb(10))


@given(FACTORS, FACTORS)
@example(10**16, 10**12)
@example(-1, 1)
@example(3_333_333_333, 30_000_000_001)
def test_a_product_is_cut_after_the_tenth_decimal(x: int, y: int) -> None:
    if abs(x * y) <= 10**28:
        assert multiplied(x, y) == product(x, y)


@given(FACTORS, st.integers(-(10**12), 10**12))
def test_no_step_of_a_product_leaves_the_whole_numbers_of_the_machine(x: int, y: int) -> None:
    half = 10**5
    (a1, a0), (b1, b0) = divmod(abs(x), half), divmod(abs(y), half)

    assert max(a1 * b1, a1 * b0 + a0 * b1 + a0 * b0 // half, abs(multiplied(x, y))) < LARGEST_WHOLE


@given(FACTORS)
def test_one_changes_nothing_and_zero_leaves_nothing(x: int) -> None:
    assert (multiplied(x, ONE), multiplied(ONE, x), multiplied(x, 0)) == (x, x, 0)


def test_what_is_cut_moves_towards_zero_from_both_sides() -> None:
    assert (multiplied(1, 1), multiplied(-1, 1), multiplied(-15_000_000_000, 3)) == (0, 0, -4)


def test_half_a_euro_rounds_up_and_a_little_less_does_not() -> None:
    """WoGG Anlage 3 Nr. 3."""
    assert half_up_to_euro(100 * ONE + ONE // 2) == 101_00
    assert half_up_to_euro(100 * ONE + ONE // 2 - 1) == 100_00
    assert half_up_to_euro(0) == 0


@given(AMOUNTS.filter(lambda amount: amount >= 0))
def test_rounding_to_euros_agrees_with_decimal(amount: int) -> None:
    euros = Decimal(amount).scaleb(-10).quantize(Decimal(1), ROUND_HALF_UP)

    assert half_up_to_euro(amount) == int(euros) * 100


ROUNDINGS = {
    half_up_to_cent: (CENT, ROUND_HALF_UP, 1),
    up_to_euro: (ONE, ROUND_CEILING, 100),
    down_to_euro: (ONE, ROUND_FLOOR, 100),
    cents_up_to_euro: (100, ROUND_CEILING, 100),
    cents_down_to_euro: (100, ROUND_FLOOR, 100),
    twelfth: (12, ROUND_HALF_UP, 1),
}


@pytest.mark.parametrize("rounding", ROUNDINGS)
@given(amount=st.integers(0, 10**15))
@example(amount=50)
@example(amount=49)
@example(amount=ONE)
@example(amount=CENT // 2)
def test_each_statutory_rounding_agrees_with_decimal(rounding: Callable[[int], int], amount: int) -> None:
    step, mode, cents = ROUNDINGS[rounding]
    with localcontext(prec=60):
        expected = int((Decimal(amount) / step).quantize(Decimal(1), mode)) * cents

    assert rounding(amount) == expected
