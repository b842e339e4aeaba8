"""Tables as town halls save them: Excel with titles and notes, long tables, names in other spellings, files that are none."""

import json
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.kernel.errors import Problem
from lebenslage.quarters import catalogue
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.reading import Look, kinds, look, take_in
from lebenslage.quarters.reading.problems import TooMuchInside

pytestmark = pytest.mark.django_db
AT, TODAY = datetime(2026, 11, 16, 9, tzinfo=UTC), date(2026, 11, 16)


def written(folder: Path, name: str, *rows: str) -> Path:
    """A file with these rows."""
    file = folder / name
    file.write_text("\n".join(rows), encoding="utf-8")
    return file


def looked(authority: Authority, file: Path) -> Look:
    """A file as it is understood."""
    return look(authority, file, file.name, today=TODAY)


def kept(authority: Authority, file: Path, indicator: str, on: date) -> Column:
    """The column that counts after a file was taken in."""
    take_in(authority, file, by=SYSTEM, name="Ruth Kettler", at=AT)
    edition = catalogue.edition(authority)
    column = catalogue.column(authority, indicator, edition, on) if edition else None
    assert column is not None
    return column


def test_a_workbook_with_titles_notes_and_shares_as_excel_holds_them(ahornstedt: Authority, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Sozialdaten der Stadt"], ["Stand: 30.06.2025"], [], ["Nr", "Stadtteil", "Einwohner", "Alleinerziehende"]):
        sheet.append(row)
    for number, name, people, share in ((1, "Alter Markt", 1200, 0.125), (2, "Ankerhof", 950, 0.2), (3, "Bachgrund", 890, ".")):
        sheet.append([number, name, people, share])
    sheet.append(["Quelle: Melderegister"])
    for cell in sheet["D"][4:6]:
        cell.number_format = "0.0%"
    book.save(tmp_path / "sozial.xlsx")

    column = kept(ahornstedt, tmp_path / "sozial.xlsx", "lone_parents", date(2025, 6, 30))

    assert [column.of(key) for key in ("01", "02", "03")] == [(12.5, Mark.GIVEN), (20, Mark.GIVEN), (None, Mark.SUPPRESSED)]
    assert column.source == "Melderegister"


def test_a_long_table_becomes_a_column_a_year(ahornstedt: Authority, tmp_path: Path) -> None:
    rows = [f"{area};{year};{people}" for area, people in (("Hafenrand", 1300), ("Muehlenau", 700)) for year in (2021, 2022)]

    column = kept(ahornstedt, written(tmp_path, "lang.csv", "Gebiet;Jahr;Einwohner", *rows), "population", date(2021, 12, 31))

    assert (column.of("10")[0], column.of("15")[0], column.of("01")[1]) == (1300, 700, Mark.MISSING)
    assert date(2022, 12, 31) in catalogue.days(ahornstedt, "population")


def test_a_table_that_names_what_it_counts_becomes_several_indicators(ahornstedt: Authority, tmp_path: Path) -> None:
    rows = [f"{area};{what};{number}" for area in ("01", "02") for what, number in (("Einwohner", 900), ("Haushalte", 400))]

    seen = looked(ahornstedt, written(tmp_path, "merkmale_2023.csv", "key;Merkmal;Wert", *rows))

    assert {one.indicator: one.numbers[:2] for one in seen.ready} == {"population": [900, 900], "households": [400, 400]}


def test_years_in_headings_are_the_days_of_their_columns(ahornstedt: Authority, tmp_path: Path) -> None:
    seen = looked(ahornstedt, written(tmp_path, "reihe.csv", "key;Einwohner 2019;Einwohner 2020", "01;900;910", "02;800;790"))

    assert [(one.indicator, one.on.year, one.numbers[0]) for one in seen.ready] == [("population", 2019, 900), ("population", 2020, 910)]


def test_shares_between_nought_and_one_are_per_cent(ahornstedt: Authority, tmp_path: Path) -> None:
    column = kept(
        ahornstedt, written(tmp_path, "a_2025.csv", "key;Kinderarmut", "01;0,265", "02;0,075"), "child_poverty", date(2025, 12, 31)
    )

    assert (column.of("01")[0], column.bases[0] if column.bases else None) == (26.5, 166)


def test_changes_may_be_below_zero_and_the_number_for_no_value_is_none(ahornstedt: Authority, tmp_path: Path) -> None:
    file = written(tmp_path, "b_2025.csv", "key;Quote D1;Kinder;neu", "01;-0,5;-9999;-3", "02;1,5;12;4", "03;-9999;15;-7")
    seen = looked(ahornstedt, file)

    assert [(one.kind.value, one.numbers[:3]) for one in seen.ready] == [
        ("mean", [-0.5, 1.5, None]),
        ("count", [None, 12, 15]),
        ("mean", [-3, 4, -7]),
    ]
    assert [one.what for one in seen.findings if one.what != "gaps"] == ["no_value", "no_value"]
    assert seen.blocking == []


def test_a_count_below_zero_stays_a_mistake(ahornstedt: Authority, tmp_path: Path) -> None:
    rows = [f"{number:02d};{number}" for number in range(1, 27)]

    assert [one.what for one in looked(ahornstedt, written(tmp_path, "c_2025.csv", "key;neu", *rows, "27;-2")).blocking] == ["negative"]


@pytest.mark.parametrize(
    ("text", "repair"),
    [("05 ", "trimmed"), ("5", "zero"), ("5,0", "zero"), ("05 Dohlenberg", "leading"), ("DOHLENBERG", "spelling"), ("Dohlenburg", "near")],
)
def test_what_means_an_area_is_found_and_told(ahornstedt: Authority, tmp_path: Path, text: str, repair: str) -> None:
    others = [f"{number:02d};{number}00" for number in range(6, 20)]

    seen = looked(ahornstedt, written(tmp_path, "b_2025.csv", "Quartier;Einwohner", *others, f"{text};777"))

    assert seen.ready[0].numbers[4] == 777
    assert list(seen.repairs) == [repair] or (repair, text) == ("trimmed", "05 ")


def test_a_file_that_unpacks_to_too_much_is_not_unpacked(ahornstedt: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "MOST_UNPACKED", 1)
    with zipfile.ZipFile(tmp_path / "bombe.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "")
        archive.writestr("xl/worksheets/sheet1.xml", "0" * 3_000_000)

    with pytest.raises(TooMuchInside):
        looked(ahornstedt, tmp_path / "bombe.xlsx")


@pytest.mark.parametrize("inside", ["", "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>"])
def test_a_broken_workbook_is_a_problem_and_no_failure(ahornstedt: Authority, tmp_path: Path, inside: str) -> None:
    with zipfile.ZipFile(tmp_path / "kaputt.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", inside)

    with pytest.raises(Problem):
        looked(ahornstedt, tmp_path / "kaputt.xlsx")


@pytest.mark.parametrize("text", ["{", "{}", json.dumps({"type": "FeatureCollection", "features": []}), "a", "a;b", "a;b\n1", '"a;b\n1;2'])
def test_scraps_are_problems_and_no_failures(ahornstedt: Authority, tmp_path: Path, text: str) -> None:
    with pytest.raises(Problem):
        looked(ahornstedt, written(tmp_path, "rest.csv", text))
