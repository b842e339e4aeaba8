"""`lebenslage money`: a town's table in, sentences and a table out."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lebenslage.site.commands import program

TABLE = """id;euro;armut;kinder;zentrum;2022;2023;2024
A;1.000,00;10,0;100;1;10;11;20
B;2.000,50;20,0;100;0;10;11;12
C;3.000,00;30,0;200;0;10;12;12
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(program, ["money", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "town.csv").write_text(TABLE, encoding="utf8")
    return tmp_path / "town.csv"


ASKED = ("--key", "id", "--spent", "euro", "--need", "armut", "--people", "kinder")


def test_every_area_has_its_cents_over_or_under(table: Path, tmp_path: Path) -> None:
    said = run(table, *ASKED, "--out", tmp_path / "over.csv")
    with (tmp_path / "over.csv").open(encoding="utf8") as opened:
        rows = list(csv.DictReader(opened))

    # Weights 1,000 + 2,000 + 6,000 of 9,000 share 600,050 cents; the greatest remainder gets the last one.
    assert [int(row["formula_cents"]) for row in rows] == [66672, 133345, 400033]
    assert sum(int(row["over"]) for row in rows) == 0
    assert "1.333,45 €" in said.stdout.replace("\u00a0", " ")


def test_what_passes_by_is_said_where_the_need_is_named(table: Path) -> None:
    said = " ".join(run(table, *ASKED, "--in-need", 20).stdout.split())

    assert "0 % der Menschen mit Bedarf leben in Gebieten, die kein Geld bekommen." in said
    assert "17 % des Geldes gehen in Gebiete, die nicht gemeint sind." in said


def test_the_same_as_numbers(table: Path) -> None:
    said = json.loads(run(table, *ASKED, "--json").stdout)

    assert sum(said["fifths_cents"]) == sum(area["cents"] for area in said["areas"]) == 600_050
    assert said["interval"][0] <= said["index"] <= said["interval"][1]


def test_three_areas_are_too_few_to_tell(table: Path) -> None:
    said = run(table, "--key", "id", "--measure", "zentrum", "--before", 2022, "--before", 2023, "--after", 2024)

    assert "Mit so wenigen Gebieten lässt sich nicht sagen, ob die Maßnahme wirkt." in " ".join(said.stdout.split())


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("1.000,00", "-1.000,00", "A (town.csv:2)"),
        ("1.000,00", "–", "A (town.csv:2)"),
        ("1.000,00", "1.000,005", "A (town.csv:2)"),
        ("20,0;100", ".;100", "B (town.csv:3)"),
        ("30,0;200", "30,0;0", "C (town.csv:4)"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(table: Path, wrong: str, right: str, said: str) -> None:
    table.write_text(TABLE.replace(wrong, right), encoding="utf8")
    refused = run(table, *ASKED)

    assert refused.exit_code == 2
    assert said in refused.stderr


@pytest.mark.parametrize(
    ("wrong", "right"), [("100;0;10", "100;?;10"), ("100;0;10", "100;–;10"), ("100;0;10", "100;2;10"), ("0;10;11;12", "0;10;.;12")]
)
def test_an_unclear_measure_or_a_missing_figure_is_never_taken_as_none(table: Path, wrong: str, right: str) -> None:
    table.write_text(TABLE.replace(wrong, right), encoding="utf8")
    refused = run(table, "--key", "id", "--measure", "zentrum", "--before", 2022, "--before", 2023, "--after", 2024)

    assert refused.exit_code == 2
    assert "town.csv" in refused.stderr


def test_need_that_is_the_same_everywhere_has_no_order(table: Path) -> None:
    refused = run(table, "--key", "id", "--spent", "euro", "--need", "kinder", "--people", "kinder")
    table.write_text(TABLE.replace("20,0", "10,0").replace("30,0", "10,0"), encoding="utf8")

    assert refused.exit_code == 0
    assert "Alle 3 Gebiete haben denselben Bedarf." in run(table, *ASKED).stderr


def test_a_rate_without_its_people_is_asked_for(table: Path) -> None:
    refused = run(table, "--key", "id", "--spent", "euro", "--need", "armut")

    assert refused.exit_code == 2
    assert "--people COLUMN" in refused.stderr
