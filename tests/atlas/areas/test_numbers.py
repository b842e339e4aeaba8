"""Numbers as people write them, and signs that are not numbers."""

import numpy as np
import pytest

from lebenslage.atlas.areas import Quality
from lebenslage.atlas.areas.problems import MixedNumbers, UnclearNumber, UnreadableNumber
from lebenslage.atlas.areas.reading.numbers import LOCAL, OFFICIAL, SUPPRESSED, Place, read_numbers, without

GIVEN, MISSING, HIDDEN, DOUBTFUL = Quality


def place(texts: list[str]) -> Place:
    return Place("town.csv", "count", range(2, len(texts) + 2))


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        ([" 1 675 ", "1.675,5", "-  23", "−4", "3 %"], [1675, 1675.5, -23, -4, 3]),
        (["1,675.5", "1'200", "+7", ".5", "1e-05"], [1675.5, 1200, 7, 0.5, 1e-5]),
        (["1\u00a0234", "2\u202f000\u202f000"], [1234, 2_000_000]),
        (["0.123", "4.567"], [0.123, 4.567]),
        (["12.345.678", "9.876"], [12_345_678, 9876]),
        (["1234.567", "4.567"], [1234.567, 4.567]),
    ],
)
def test_a_column_shows_its_decimal_sign(texts: list[str], values: list[float]) -> None:
    np.testing.assert_allclose(read_numbers(texts, place(texts))[0], values)


def test_missing_suppressed_and_uncertain_are_three_things_and_none_is_zero() -> None:
    texts = ["-", "0", ".", "/", "(12)", "x", "...", "", "*", "7 s", "8 r", "–"]
    values, quality = read_numbers(texts, place(texts))
    assert list(quality) == [GIVEN, GIVEN, HIDDEN, HIDDEN, DOUBTFUL, MISSING, MISSING, MISSING, HIDDEN, DOUBTFUL, GIVEN, MISSING]
    np.testing.assert_array_equal(values, [0, 0, np.nan, np.nan, 12, np.nan, np.nan, np.nan, np.nan, 7, 8, np.nan])


def test_a_hyphen_is_exactly_zero_in_official_tables_and_missing_by_the_local_convention() -> None:
    texts = ["-", "3,5"]
    assert read_numbers(texts, place(texts))[0][0] == 0
    assert read_numbers(texts, place(texts), convention=LOCAL)[1][0] == MISSING


def test_a_number_may_stand_for_a_secret_by_convention() -> None:
    texts = ["15", "-1", "5"]
    values, quality = read_numbers(texts, place(texts), convention={**LOCAL, "-1": SUPPRESSED})
    assert np.nansum(values) == 20
    assert quality[1] == HIDDEN


def test_what_can_be_read_both_ways_is_asked_about_and_settled_by_an_option() -> None:
    texts = ["12", "1.234"]
    with pytest.raises(UnclearNumber) as problem:
        read_numbers(texts, place(texts))
    assert problem.value.details | {"line": 3, "given_small": "1.234", "given_large": "1234"} == problem.value.details
    assert read_numbers(texts, place(texts), decimal=",")[0][1] == 1234
    assert read_numbers(texts, place(texts), decimal=".")[0][1] == 1.234


def test_two_ways_of_writing_in_one_column_are_refused_with_both_lines() -> None:
    texts = ["1,5", "2", "2.75"]
    with pytest.raises(MixedNumbers) as problem:
        read_numbers(texts, place(texts))
    assert (problem.value.details["line"], problem.value.details["other"]) == (2, 4)


@pytest.mark.parametrize("wrong", ["viele", "12 34", "1,2,3", "1.2.3", "--5", "12a"])
def test_what_is_no_number_is_named_with_its_line(wrong: str) -> None:
    with pytest.raises(UnreadableNumber) as problem:
        read_numbers(["1", wrong], place(["1", wrong]))
    assert problem.value.details["line"] == 3


@pytest.mark.parametrize(
    ("texts", "values", "quality"),
    [
        (["5", "-9999", "7"], [5, np.nan, 7], [GIVEN, MISSING, GIVEN]),
        (["5.5", "-9999.0"], [5.5, np.nan], [GIVEN, MISSING]),
        (["(5,5)", "−9999,00", "."], [5.5, np.nan, np.nan], [DOUBTFUL, MISSING, HIDDEN]),
        (["5", "-99999", "closed"], [5, -99_999, np.nan], [GIVEN, GIVEN, MISSING]),
    ],
)
def test_a_code_for_no_value_is_no_number_however_it_is_written(texts: list[str], values: list[float], quality: list[Quality]) -> None:
    found = read_numbers(texts, place(texts), convention=without(OFFICIAL, ("-9999", "closed")))
    np.testing.assert_array_equal(found[0], values)
    assert found[1].tolist() == quality
