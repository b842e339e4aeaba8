"""The columns of a population: what a table may hold, and what it may not."""

from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from lebenslage.benefits.facts import einkommen, personen, wohnen
from lebenslage.law.asked import Asked
from lebenslage.law.columns import column_of, dtype_of, rows_of
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.problems import ColumnOutOfBounds, MissingColumn, UnreadableColumn, UnsortedTable

EUROS = pa.decimal128(12, 2)


def column(fact: Fact, values: list[Any], kind: pa.DataType | None = None, name: str = "") -> list[int]:
    """The whole numbers of a column."""
    read = column_of(pa.table({name or fact.id: pa.array(values, kind)}), fact)
    assert read is not None
    return [int(value) for value in read[0]]


def test_amounts_are_euros_or_named_cents() -> None:
    assert column(wohnen.miete, [500.5, 0.1], pa.float64()) == [500_50, 10]
    assert column(wohnen.miete, [Decimal("500.50")], EUROS) == [500_50]
    assert column(wohnen.miete, [500_50], pa.int32(), "miete_cent") == [500_50]


def test_whole_numbers_that_may_be_euros_or_cents_are_refused() -> None:
    with pytest.raises(UnreadableColumn):
        column(wohnen.miete, [500], pa.int64())


def test_amounts_that_are_no_numbers_are_refused() -> None:
    with pytest.raises(UnreadableColumn):
        column(wohnen.miete, [float("nan")], pa.float64())


def test_choices_are_words_or_numbers() -> None:
    words = pa.array(["kind", "KIND", "antragstellend"])
    read = column_of(pa.table({"verhaeltnis": words.dictionary_encode()}), personen.verhaeltnis)

    assert column(personen.verhaeltnis, ["kind", "partner"]) == [3, 2]
    assert column(personen.verhaeltnis, [3, 0], pa.int8()) == [3, 0]
    assert read is not None
    assert read[0].tolist() == [3, 3, 0]


def test_several_choices_are_a_number_or_a_list_of_words() -> None:
    assert column(einkommen.einkommensarten, [["lohn", "rente"], [], None]) == [1025, 0, 0]
    assert column(einkommen.einkommensarten, [1025], pa.int32()) == [1025]


def test_a_word_that_is_no_choice_is_named() -> None:
    with pytest.raises(UnreadableColumn) as caught:
        column(personen.verhaeltnis, ["kind", "onkel"])

    assert caught.value.details == {"column": "verhaeltnis", "given": "onkel"}


@pytest.mark.parametrize("word", ["lotto", "", None])
def test_a_word_in_a_list_that_is_no_choice_is_named(word: str | None) -> None:
    with pytest.raises(UnreadableColumn) as caught:
        column(einkommen.einkommensarten, [["lohn", word]])

    assert caught.value.details == {"column": "einkommensarten", "given": word}


def test_an_empty_word_is_no_silent_first_choice() -> None:
    with pytest.raises(UnreadableColumn):
        column(personen.aufenthalt, ["deutsch", ""])


def test_words_in_lists_may_be_written_large() -> None:
    assert column(einkommen.einkommensarten, [["Lohn"]]) == [1]


def test_a_column_of_nothing_but_nulls_is_missing_throughout() -> None:
    for fact in (wohnen.miete, personen.verhaeltnis):
        read = column_of(pa.table({fact.id: pa.nulls(2)}), fact)
        assert read is not None
        assert read[1] is not None
        assert read[1].all()


def test_an_amount_beyond_all_bounds_is_refused_like_one_just_above() -> None:
    with pytest.raises(ColumnOutOfBounds):
        column(wohnen.miete, [1e300], pa.float64())


def test_days_are_dates_or_ordinals() -> None:
    day = date(1990, 5, 6)

    assert column(personen.geburtsdatum, [day], pa.date32()) == [day.toordinal()]
    assert column(personen.geburtsdatum, [day.toordinal()], pa.int32()) == [day.toordinal()]


def test_flags_are_truth_values_or_bits_and_areas_square_metres() -> None:
    assert column(personen.lebensmittelpunkt, [True, False]) == column(personen.lebensmittelpunkt, [1, 0], pa.int8()) == [1, 0]
    assert column(wohnen.wohnflaeche, [58.5], pa.float32()) == [5850]


@pytest.mark.parametrize("value", [-1.0, 100_000.01])
def test_what_no_household_file_may_say_no_table_may(value: float) -> None:
    with pytest.raises(ColumnOutOfBounds) as caught:
        column(wohnen.miete, [500.0, value], pa.float64())

    assert caught.value.details["column"] == "miete"


def test_a_word_that_stands_for_a_value_is_its_number_in_a_table() -> None:
    assert column(wohnen.heizkosten, [wohnen.PAUSCHAL], pa.int32(), "heizkosten_cent") == [-1]


@pytest.mark.parametrize(
    ("fact", "values", "kind"),
    [
        (wohnen.miete, [None, 500.0], pa.float64()),
        (wohnen.miete, [None, Decimal("500.00")], EUROS),
        (personen.geburtsdatum, [None, date(1990, 5, 6)], pa.date32()),
        (personen.verhaeltnis, [None, "kind"], pa.string()),
        (personen.lebensmittelpunkt, [None, True], pa.bool_()),
        (wohnen.wohnflaeche, [None, 60.0], pa.float64()),
        (einkommen.einkommensarten, [None, ["lohn"]], pa.list_(pa.string())),
    ],
    ids=lambda value: getattr(value, "id", ""),
)
def test_a_null_is_a_missing_answer_in_every_kind_of_column(fact: Fact, values: list[Any], kind: pa.DataType) -> None:
    read = column_of(pa.table({fact.id: pa.array(values, kind)}), fact)

    assert read is not None
    assert read[1] is not None
    assert read[1].tolist() == [True, False]


def test_a_column_that_is_not_there_is_none() -> None:
    assert column_of(pa.table({"haushalt": [1]}), wohnen.miete) is None


def test_a_table_in_pieces_is_read_as_one() -> None:
    pieces = pa.concat_tables([pa.table({"verhaeltnis": ["kind"]}), pa.table({"verhaeltnis": ["partner"]})])
    read = column_of(pieces, personen.verhaeltnis)

    assert read is not None
    assert read[0].tolist() == [3, 2]


def test_small_facts_fit_a_byte_and_others_four() -> None:
    assert dtype_of(personen.verhaeltnis) is np.int8
    assert dtype_of(wohnen.miete) is np.int32


def test_households_are_where_their_number_changes() -> None:
    rows = rows_of({PERSON: pa.table({"haushalt": [4, 4, 7, 9, 9]})}, [PERSON])

    assert (rows.ids.tolist(), rows.starts[PERSON].tolist(), rows.households) == ([4, 7, 9], [0, 2, 3, 5], 3)
    assert (rows.length(PERSON), rows.length(HOUSEHOLD)) == (5, 3)


@pytest.mark.parametrize("numbers", [pa.array([2, 1]), pa.array([1, 2, 1]), pa.array(["a", "b"]), pa.array([1.0, 2.0])])
def test_households_out_of_order_or_without_numbers_are_refused(numbers: pa.Array) -> None:
    with pytest.raises(UnsortedTable):
        rows_of({PERSON: pa.table({"haushalt": numbers})}, [PERSON])


def test_a_table_without_the_number_of_the_household_is_refused() -> None:
    with pytest.raises(MissingColumn):
        rows_of({PERSON: pa.table({"geburtsdatum": [1]})}, [PERSON])


def test_a_column_may_be_left_out_where_it_is_asked_on_no_row() -> None:
    rented = Asked(rows_of({PERSON: pa.table({"haushalt": [1, 2]})}, [PERSON]), {wohnen.wohnform: np.array([0, 0], np.int8)})

    assert rented.nowhere(wohnen.zinsen)
    assert not rented.nowhere(wohnen.miete)
    assert not rented.nowhere(wohnen.mietenstufe)
