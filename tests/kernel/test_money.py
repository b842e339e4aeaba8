"""Amounts are read the way people type them, to the cent, and what could mean two things is refused rather than guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.kernel.errors import UnreadableAmount
from lebenslage.kernel.money import read_cents, write_amount

CENTS = st.integers(-(10**12), 10**12)


@pytest.mark.parametrize(
    "typed",
    [
        "1.200,50 €",
        "1200.50",
        "1200,5",
        "1,200.50",
        "1 200,50 EUR",
        "1\u202f200,50\u00a0€",
        "1'200.50",
        " €1200,50 ",
        "1.200,50 Euro",
        1200.5,
    ],
)
def test_one_amount_may_be_typed_in_many_ways(typed: object) -> None:
    assert read_cents(typed) == 120_050


def test_a_point_before_three_digits_groups_thousands_as_in_german() -> None:
    assert read_cents("1.200") == read_cents("1200") == read_cents(1200) == 120_000


def test_a_point_before_one_or_two_digits_parts_the_cents() -> None:
    assert (read_cents("12.5"), read_cents("12.50"), read_cents("12,05")) == (1250, 1250, 1205)


@pytest.mark.parametrize("typed", ["-450", "−450,00 €", "- 450"])
def test_a_loss_is_negative_whichever_minus_is_typed(typed: str) -> None:
    assert read_cents(typed) == -45_000


NUMBERS_OF_NO_USE = ["12,345", "1,200", "0.125", "1.20.0", "1.2000", "12.00.00", "1,2,3", "5-", "--5", "+5", "1e3", "NaN", "inf", "0x10"]


@pytest.mark.parametrize("typed", ["zwölf", "", "€", *NUMBERS_OF_NO_USE, None, True, [12]])
def test_what_is_no_amount_of_money_is_refused(typed: object) -> None:
    with pytest.raises(UnreadableAmount) as refused:
        read_cents(typed)

    assert refused.value.details["given"] == str(typed)


def test_a_whole_page_pasted_into_the_field_is_cut_in_the_problem() -> None:
    with pytest.raises(UnreadableAmount) as refused:
        read_cents("Miete " * 100)

    assert len(str(refused.value.details["given"])) == 40


def test_the_log_never_shows_what_a_resident_typed() -> None:
    with pytest.raises(UnreadableAmount) as refused:
        read_cents("zweitausend")

    assert "zweitausend" not in str(refused.value)


def test_amounts_are_written_with_two_decimals_and_the_signs_of_the_language() -> None:
    assert write_amount(123_450, 2, point=",", group=".") == "1.234,50"
    assert write_amount(-123_456_789, 2, point=".", group=",") == "-1,234,567.89"
    assert write_amount(5, 2, point=",", group=".") == "0,05"


def test_further_decimals_are_written_only_where_they_say_something() -> None:
    assert write_amount(12_345_678, 6, point=",", group=".") == "12,345678"
    assert write_amount(12_500_000, 6, point=",", group=".") == "12,50"
    assert write_amount(7, 0, point=",", group=".") == "7,00"


@given(CENTS, st.sampled_from([(",", "."), (".", ","), (",", " "), (".", "'")]))
def test_what_is_written_is_read_back(cents: int, signs: tuple[str, str]) -> None:
    point, group = signs

    assert read_cents(write_amount(cents, 2, point=point, group=group)) == cents


@given(CENTS)
def test_reading_agrees_with_decimal(cents: int) -> None:
    assert read_cents(str(Decimal(cents).scaleb(-2))) == cents
