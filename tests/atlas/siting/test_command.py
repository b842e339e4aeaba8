"""`lebenslage site`, from tables to a plan and its sentences."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lebenslage.site.commands import program

QUARTERS = "key;x;y;people;status\nNord;0;0;100;1\nMitte;1000;0;300;2\nSued;5000;0;200;2\n"
PLACES = "key;x;y;price;seats\nA;0;0;100;400\nB;1000;0;300;200\nC;5000;0;200;600\n"


class Town:
    """Three quarters and three places on a street; runs the command there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file("quarters.csv", QUARTERS)
        self.file("places.csv", PLACES)

    def file(self, name: str, text: str) -> Path:
        (self.folder / name).write_text(text, encoding="utf8")
        return self.folder / name

    def run(self, model: str, *more: object) -> Result:
        files = [self.folder / "quarters.csv", self.folder / "places.csv"]
        return CliRunner().invoke(program, [str(word) for word in ("site", model, *files, *more)], catch_exceptions=False)

    def plan(self, model: str, *more: object) -> dict[str, Any]:
        result = self.run(model, *more, "--weights", "people", "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)  # type: ignore[no-any-return]


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


@pytest.mark.parametrize(
    ("asked", "sites", "objective"),
    [
        (["p-median", "--sites", 2], ["B", "C"], 100_000),
        (["p-center", "--sites", 1], ["B"], 4000),
        (["coverage", "--sites", 1, "--radius", 500], ["B"], 300),
        (["set-cover", "--radius", 500], ["A", "B", "C"], 3),
        (["fixed-costs"], ["A", "B", "C"], 600),
        (["p-median", "--budget", 300, "--price", "price"], ["A", "C"], 300_000),
        (["p-median", "--sites", 1, "--must-not", "B"], ["A"], 1_300_000),
        (["p-median", "--sites", 1, "--class", "status", "--burdened-first"], ["A"], 0),
        (["p-median", "--sites", 2, "--capacity", "seats"], ["A", "C"], 300_000),
    ],
)
def test_each_model_finds_what_can_be_seen(town: Town, asked: list[object], sites: list[str], objective: float) -> None:
    plan = town.plan(*asked)  # type: ignore[arg-type]

    assert (plan["sites"], plan["objective"], plan["proven"]) == (sites, pytest.approx(objective), True)


def test_the_plan_says_the_bound_and_who_gains_in_plain_words(town: Town) -> None:
    existing = town.file("there.csv", "key\nA\n")
    told = town.run("p-median", "--sites", 1, "--weights", "people", "--class", "status", "--existing", existing, "--lang", "en").stdout

    assert "This choice is the best. It is proven that no other is better." in told
    assert [line.split() for line in told.splitlines() if line.startswith(("1 ", "2 "))] == [
        ["1", "100", "0", "0", "0", "0", "0"],
        ["2", "500", "2,600", "600", "200", "0", "0"],
    ]


def test_existing_places_may_be_no_candidates(town: Town) -> None:
    existing = town.file("there.csv", "key;x;y\nOld;5000;0\n")

    assert town.plan("p-median", "--sites", 1, "--existing", existing)["sites"] == ["B"]


def test_the_plan_by_area_is_written(town: Town) -> None:
    target = town.folder / "plan.csv"
    town.plan("p-median", target, "--sites", 2)

    with target.open(encoding="utf8") as file:
        rows = {row["area"]: (row["site"], row["after"]) for row in csv.DictReader(file)}
    assert rows == {"Nord": ("B", "1000.0"), "Mitte": ("B", "0.0"), "Sued": ("C", "0.0")}
    assert [path.name for path in town.folder.glob(".*")] == []


def test_ways_may_come_from_a_table_and_what_is_missing_is_no_way(town: Town) -> None:
    ways = town.file("ways.csv", "point,site,minutes\nNord,A,5\nMitte,A,9\nMitte,B,2\nSued,C,1\n")

    assert town.plan("p-median", "--sites", 2, "--costs", ways)["sites"] == ["A", "C"]
    result = town.run("p-median", "--sites", 1, "--costs", ways, "--lang", "en")
    assert (result.exit_code, result.stderr) == (
        2,
        "With 1 sites somebody stays without. At least 2 are needed. Please ask for more sites or allow longer ways.\n",
    )


def test_degrees_are_measured_on_the_globe(town: Town) -> None:
    town.file("quarters.csv", "key,lon,lat,people\nCologne,6.96,50.94,1\n")
    town.file("places.csv", "key,lon,lat\nBerlin,13.40,52.52\n")

    assert town.plan("p-center", "--sites", 1)["objective"] == pytest.approx(477_000, rel=0.01)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["coverage", "--sites", 1], "“coverage” needs a radius."),
        (["coverage", "--sites", 1, "--radius", 5, "--capacity", "seats"], "Only “p-median” and “fixed-costs” know places"),
        (["p-median"], "How many sites may there be?"),
        (["p-median", "--sites", 9], "You ask for 9 sites, and only 3 are allowed."),
        (["p-median", "--sites", 1, "--must", "X"], "There is no site X in the list."),
        (["p-median", "--sites", 1, "--class", "status", "--multiplier", "7=2"], "“7=2” is not the weight of a class."),
        (["p-median", "--sites", 1, "--weights", "peeple"], "people"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_two(town: Town, asked: list[object], said: str) -> None:
    result = town.run(*asked, "--lang", "en")  # type: ignore[arg-type]

    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("from,to\nNord,A\n", "", "is not a table of ways"),
        ("point,site,minutes\nNord,A,5\nWest,A,5\n", "line 3", "“West”"),
        ("point,site,minutes\nNord,A,-5\n", "line 2", "no number"),
        ("point,site,minutes\nNord,A,5\nNord,A,6\n", "line 3", "earlier line"),
    ],
)
def test_a_wrong_table_of_ways_names_the_line(town: Town, text: str, line: str, said: str) -> None:
    result = town.run("p-median", "--sites", 1, "--costs", town.file("ways.csv", text), "--lang", "en")

    assert result.exit_code == 2
    assert line in result.stderr
    assert said in result.stderr


def test_degrees_and_metres_are_not_mixed(town: Town) -> None:
    town.file("places.csv", "key,lon,lat\nA,6.9,50.9\n")
    town.file("quarters.csv", "key,x,y\nNord,350000,5600000\n")

    assert "degrees in one file, metres in the other" in town.run("p-median", "--sites", 1, "--lang", "en").stderr
