"""Ranks, tenths and classes with limits."""

import numpy as np
import pytest

from lebenslage.atlas.index.classes import classify, rank_from_greatest, shares
from lebenslage.atlas.index.recipe import Classes
from tests.atlas.index.conftest import words

MSS = [{"below": -1}, {"up_to": 1}, {"up_to": 1.5}, {}]


def classes(**given: object) -> Classes:
    return Classes.model_validate(given)


def test_rank_1_is_the_greatest_and_equal_ones_share_the_better_rank() -> None:
    assert rank_from_greatest(np.array([0.5, 2, 2, -1])).tolist() == [3, 1, 1, 4]


def test_a_difference_of_rounding_is_none() -> None:
    assert rank_from_greatest(np.array([0.1 + 0.2, 0.3, 0])).tolist() == [1, 1, 3]


@pytest.mark.parametrize(("rank", "decile"), [(1, 1), (2, 1), (3, 2), (5, 2), (25, 10)])
def test_a_decile_is_ten_times_the_rank_by_the_number_rounded_up(rank: int, decile: int) -> None:
    assert shares(np.arange(1, 26), 10)[rank - 1] == decile


@pytest.mark.parametrize(("index", "expected"), [(-1.01, 1), (-1, 2), (0, 2), (1, 2), (1.01, 3), (1.5, 3), (1.51, 4)])
def test_a_value_on_a_limit_belongs_where_the_recipe_says(index: float, expected: int) -> None:
    bands = [{"id": n, "label": words(str(n)), **limit} for n, limit in enumerate(MSS, 1)]

    assert classify(classes(kind="cuts", bands=bands), np.array([index])).tolist() == [expected]


def test_shares_count_from_either_end() -> None:
    index = np.array([10.0, 40, 20, 30])

    assert classify(classes(kind="shares", number=2, counted_from="greatest"), index).tolist() == [2, 1, 2, 1]
    assert classify(classes(kind="shares", number=2, counted_from="least"), index).tolist() == [1, 2, 1, 2]


def test_natural_breaks_fall_into_the_gaps() -> None:
    assert classify(classes(kind="natural", number=3), np.array([1.0, 50, 2, 51, 100, 3])).tolist() == [1, 2, 1, 2, 3, 1]


def test_classes_carry_the_ids_of_their_bands() -> None:
    bands = [{"id": id, "label": words("x")} for id in (7, 3)]

    assert classify(classes(kind="shares", number=2, bands=bands), np.array([1.0, 2])).tolist() == [3, 7]
