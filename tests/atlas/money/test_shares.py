"""Fifths, what passes by, and euros above or below a formula: to the cent."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.atlas.money import Account, Basis, Formula, fifths, targeting
from lebenslage.atlas.money.formula import to_cents
from lebenslage.atlas.money.problems import MinimumTooHigh, NeedAllEqual, NoNeed

ROWS = st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 9), st.integers(1, 9000)), min_size=2, max_size=20)


def account(cents: list[int], need: list[float], people: list[float]) -> Account:
    return Account(np.array(cents), np.array(need, float), np.array(people, float))


def test_an_area_on_the_border_of_a_fifth_is_split() -> None:
    # 100 people, 20 a fifth: 30 | 30 | 40; the first fifth gets 20/30 of 300, the second the rest and 10/30 of 600.
    found = fifths(account([300, 600, 1000], [1, 2, 3], [30, 30, 40]))

    assert found.cents.tolist() == [200, 300, 400, 500, 500]
    assert found.per_head.tolist() == [10, 15, 20, 25, 25]
    assert found.ratio == 2.5


def test_areas_of_equal_need_are_split_alike_in_any_order() -> None:
    one = fifths(account([100, 900, 0], [2, 2, 1], [50, 50, 25]))
    other = fifths(account([0, 900, 100], [1, 2, 2], [25, 50, 50]))

    assert one.cents.tolist() == other.cents.tolist() == [0, 250, 250, 250, 250]


@pytest.mark.slow
@given(ROWS)
def test_fifths_add_up_to_all_the_money(rows: list[tuple[int, int, int]]) -> None:
    cents, need, people = (np.array(column) for column in zip(*rows, strict=True))
    if cents.any() and len(np.unique(need)) > 1:
        found = fifths(Account(cents, need.astype(float), people.astype(float)))

        assert int(found.cents.sum()) == int(cents.sum())
        assert (found.cents >= 0).all()


def test_no_order_no_fifths() -> None:
    with pytest.raises(NeedAllEqual):
        fifths(account([1, 2], [1, 1], [1, 1]))


def test_people_in_need_without_money_and_money_beside_the_need() -> None:
    found = targeting(account([0, 300, 100], [3, 2, 1], [10, 10, 10]), np.array([6.0, 3, 1]), np.array([True, True, False]))

    assert (found.undercoverage, found.leakage) == (0.6, 0.25)


def test_nobody_in_need_is_no_aim() -> None:
    with pytest.raises(NoNeed):
        targeting(account([1, 2], [1, 2], [1, 1]), np.zeros(2), np.ones(2, bool))


def test_the_formula_by_hand() -> None:
    # Need times people 10, 30, 60 of 100: 1,000 cents make 100, 300, 600.
    spent = account([400, 300, 300], [0.1, 0.2, 0.3], [100, 150, 200])

    assert Formula().over(spent).tolist() == [300, 0, -300]
    assert Formula(Basis.NEED).allotted(spent).tolist() == [167, 333, 500]


def test_the_minimum_is_borne_by_the_others() -> None:
    spent = account([1000, 0, 0], [1, 9, 90], [1, 1, 1])

    assert Formula(minimum=50).allotted(spent).tolist() == [50, 86, 864]
    assert Formula(minimum=100).allotted(spent).tolist() == [100, 100, 800]
    with pytest.raises(MinimumTooHigh):
        Formula(minimum=334).allotted(spent)


@pytest.mark.slow
@given(ROWS, st.integers(0, 1000))
def test_over_and_under_are_nothing_together(rows: list[tuple[int, int, int]], minimum: int) -> None:
    cents, need, people = (np.array(column) for column in zip(*rows, strict=True))
    if need.any() and cents.any() and minimum * len(rows) <= cents.sum():
        spent, formula = Account(cents, need.astype(float), people.astype(float)), Formula(minimum=minimum)

        assert int(formula.over(spent).sum()) == 0
        assert int(formula.allotted(spent).min()) >= minimum


@pytest.mark.slow
@given(st.integers(0, 10**13), st.lists(st.floats(0, 1e6), min_size=1, max_size=40))
def test_whole_cents_add_up(total: int, weights: list[float]) -> None:
    assert int(to_cents(total, np.array(weights)).sum()) == total
