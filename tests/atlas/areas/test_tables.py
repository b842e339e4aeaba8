"""Tables as offices save them."""

import gzip
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from lebenslage.atlas.areas.problems import (
    DuplicateKey,
    EmptyKey,
    EmptyTable,
    NoSuchAreaFile,
    NoSuchColumn,
    RaggedRow,
    RateWithoutDenominator,
    TwoColumnsOneName,
    UnclosedQuote,
    WrongEncoding,
)
from lebenslage.atlas.areas.reading import read_table
from lebenslage.kernel.errors import Problem

GERMAN = "Schlüssel;Name;Einwohner;Quote\n01;Nord;1.675;12,5\n02;Süd;.;(3,0)\n"


def saved(folder: Path, content: str | bytes, name: str = "town.csv") -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_of_office_programs_are_recognised(tmp_path: Path, encoding: str) -> None:
    table = read_table(saved(tmp_path, GERMAN.encode(encoding)), key="Schlüssel")
    assert table.keys == ("01", "02")
    assert table.text("Name") == ("Nord", "Süd")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_separator_is_found(tmp_path: Path, sign: str) -> None:
    rows = ['id|name|"a"', '1|"x, y; z"|5', "2|b|6"]
    table = read_table(saved(tmp_path, "\n".join(rows).replace("|", sign)), key="id")
    np.testing.assert_array_equal(table.numbers("a")[0], [5, 6])


def test_gzip_excel_hint_and_blank_lines_are_read_and_lines_are_counted_as_people_do(tmp_path: Path) -> None:
    text = 'sep=;\nid;note;n\n1;"two\nlines";3\n\n;;\n2;b;4;;\n'
    table = read_table(saved(tmp_path, gzip.compress(text.encode()), "t.csv.gz"), key="id")
    assert table.keys == ("1", "2")
    assert table.lines == (3, 7)


def test_a_share_needs_its_denominator(tmp_path: Path) -> None:
    table = read_table(saved(tmp_path, GERMAN), key="Schlüssel", decimal=",")
    with pytest.raises(RateWithoutDenominator):
        table.indicator("Quote", unit="%", on=date(2025, 12, 31), source="Amt")
    share = table.indicator("Quote", unit="%", on=date(2025, 12, 31), source="Amt", base="Einwohner")
    assert share.denominator == "Einwohner"
    np.testing.assert_array_equal(share.base, [1675, np.nan])


def test_a_column_that_repeats_another_is_kept_once(tmp_path: Path) -> None:
    assert list(read_table(saved(tmp_path, "id,n,n\n1,2,2\n"), key="id").columns) == ["id", "n"]


@pytest.mark.parametrize(
    ("content", "kind", "details"),
    [
        ("id,n\n1,2\n2,3\n1,4\n", DuplicateKey, {"line": 2, "other": 4, "area": "1"}),
        ("id,n\n1,2,3\n", RaggedRow, {"line": 2, "found": 3, "expected": 2}),
        ('id,n\n1,2\n2,"' + "x" * 200_000, UnclosedQuote, {"line": 3}),
        ('id,n\n1,"2\n2,3\n', UnclosedQuote, {"line": 2}),
        ("id,n\n ,2\n", EmptyKey, {"line": 2}),
        ("id,n,n\n1,2,3\n", TwoColumnsOneName, {"first": 2, "second": 3}),
        ("ID_Gebiet,n\n1,2\n", NoSuchColumn, {"suggestion": "ID_Gebiet"}),
        ("id,n\n", EmptyTable, {"file": "town.csv"}),
        ("", EmptyTable, {"file": "town.csv"}),
        (b"\xff\xfe\x00", WrongEncoding, {"encoding": "utf-16"}),
    ],
)
def test_a_mistake_names_file_and_line(tmp_path: Path, content: str | bytes, kind: type[Problem], details: dict[str, object]) -> None:
    with pytest.raises(kind) as problem:
        read_table(saved(tmp_path, content), key="id")
    assert problem.value.details | details | {"file": "town.csv"} == problem.value.details


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchAreaFile):
        read_table(tmp_path / "town.csv", key="id")


def test_codes_for_no_value_are_said_for_the_table_or_for_one_column(tmp_path: Path) -> None:
    file = saved(tmp_path, "key,poor,age\n1,-9999,99\n2,12,40\n")
    table = read_table(file, key="key", unknown=("-9999",))
    np.testing.assert_array_equal(table.numbers("poor")[0], [np.nan, 12])
    np.testing.assert_array_equal(table.numbers("age")[0], [99, 40])
    np.testing.assert_array_equal(table.numbers("age", unknown=("99",))[0], [np.nan, 40])
