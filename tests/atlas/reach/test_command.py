"""`lebenslage reach`, from files to files, and its sentences."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from click.testing import CliRunner, Result

from lebenslage.atlas.reach import problems
from lebenslage.atlas.reach.plane import to_degrees
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import LANGUAGES
from lebenslage.site.commands import program
from lebenslage.site.commands.speech import speech
from tests.atlas.reach.town import CRS, EAST, NORTH, STREET, written

PLACES = {1: (0.0, 0.0), 2: (400.0, 0.0), 3: (800.0, 0.0), 4: (800.0, 500.0), 8: (3000.0, 0.0), 9: (3100.0, 0.0)}
WAYS = [((1, 2), STREET), ((2, 3), {"highway": "steps"}), ((3, 4), STREET)]
HOMES = {"a": (0, 10), "b": (800, 400), "c": (0, 700)}


class Town:
    """A street with stairs in its middle, three homes and two offices; runs the command there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.map = written(folder, PLACES, WAYS)
        self.points("homes.csv", HOMES, "n,q", ["10,North", "30,South", "5,South"])
        self.points(
            "offices.csv", {"x": (10, 0), "y": (800, 490)}, "opening_hours,wheelchair,seats", ["Mo-Fr 09:00-12:00,yes,4", "late,no,6"]
        )

    def points(self, name: str, spots: dict[str, tuple[float, float]], more: str, cells: list[str]) -> None:
        rows = [f"id,lon,lat,{more}"]
        for (key, (x, y)), rest in zip(spots.items(), cells, strict=True):
            lon, lat = to_degrees(np.array([EAST + x]), np.array([NORTH + y]), CRS)
            rows.append(f"{key},{lon[0]:.8f},{lat[0]:.8f},{rest}")
        (self.folder / name).write_text("\n".join(rows), encoding="utf8")

    def reach(self, *options: str, sites: str = "offices.csv") -> Result:
        files = [self.map, self.folder / "homes.csv", self.folder / sites, self.folder / "out.csv"]
        return CliRunner().invoke(program, ["reach", *map(str, files), *options], catch_exceptions=False)

    def rows(self, name: str = "out.csv") -> list[dict[str, Any]]:
        with (self.folder / name).open(encoding="utf8") as file:
            return list(csv.DictReader(file))


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def test_every_home_has_its_nearest_office(town: Town) -> None:
    assert town.reach().exit_code == 0
    assert [(row["id"], row["site"], row["sites_within"], row["why"]) for row in town.rows()] == [
        ("a", "x", "1", ""),
        ("b", "y", "1", ""),
        ("c", "", "0", "no_street"),
    ]
    assert float(town.rows()[1]["minutes"]) == pytest.approx(90 / 1.34 / 60, abs=0.01)


def test_in_a_wheelchair_the_stairs_part_the_town(town: Town) -> None:
    told = json.loads(town.reach("--by", "wheelchair", "--greatest-part", "--json", "--people", "n").stdout)
    assert told["closed_metres"] == {"highway": 400}
    assert (told["people"], told["within_minutes"]) == (45, 15)


def test_a_town_in_pieces_is_refused(town: Town) -> None:
    refused = town.reach("--by", "wheelchair", "--lang", "en")
    assert refused.exit_code == 2
    assert "town.osm falls into 2 parts. The greatest has 2 of 4 nodes (50 %)" in refused.stderr
    assert not (town.folder / "out.csv").exists()


def test_points_with_swapped_columns_are_refused_with_their_line(town: Town) -> None:
    file = town.folder / "homes.csv"
    file.write_text(file.read_text(encoding="utf8").replace("id,lon,lat", "id,lat,lon"), encoding="utf8")
    refused = town.reach("--lang", "en")
    assert (refused.exit_code, refused.stderr.strip()) == (
        2,
        "homes.csv, line 2: Longitude and latitude seem to have changed places. Please swap the two columns.",
    )


def test_only_what_is_open_counts_and_the_rest_is_said(town: Town) -> None:
    told = town.reach("--open", "Mo 10:00", "--lang", "en")
    assert "whose opening hours we cannot read, and which do not count: 1 (lines 3)" in " ".join(told.stdout.split())
    assert {row["site"] for row in town.rows()} == {"x", ""}


def test_only_without_a_step(town: Town) -> None:
    told = json.loads(town.reach("--barrier-free", "--json").stdout)
    assert (told["sites"], told["sites_left_out"]) == (1, {"steps": [3]})


def test_when_all_are_closed_it_says_so(town: Town) -> None:
    refused = town.reach("--open-after", "17:00", "--lang", "en")
    assert (refused.exit_code, "none is left" in refused.stderr) == (2, True)


def test_supply_is_shared_by_the_people_who_reach_it(town: Town) -> None:
    town.reach("--supply", "seats", "--people", "n", "--within", "30")
    per_person = [float(row["supply_per_person"]) for row in town.rows()]
    assert per_person[0] * 10 + per_person[1] * 30 == pytest.approx(10)
    assert per_person[2] == 0


def test_shares_by_quarter(town: Town) -> None:
    told = json.loads(town.reach("--people", "n", "--quarter", "q", "--json", "--within", "5").stdout)
    assert told["quarters"] == [
        {"quarter": "North", "people": 10, "in_time": 10},
        {"quarter": "South", "people": 35, "in_time": 30},
    ]


def test_a_matrix_for_siting(town: Town) -> None:
    town.reach("--matrix", str(town.folder / "matrix.csv"), "--within", "30")
    found = {(row["point"], row["site"]): float(row["minutes"]) for row in town.rows("matrix.csv")}
    assert found.keys() == {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")}
    assert found["a", "x"] == pytest.approx(20 / 1.34 / 60, abs=1e-3)


def test_short_ways_are_told_for_every_group(town: Town) -> None:
    told = json.loads(town.reach("--everybody", "--json").stdout)["short_ways"]
    assert [one["group"] for one in told] == ["walk", "older", "child", "pram", "wheelchair"]
    assert [one["share"] for one in told] == pytest.approx([2 / 3] * 5)
    assert "People in a wheelchair" in town.reach("--everybody", "--lang", "en").stdout


def test_the_area_in_time_is_drawn_in_degrees(town: Town) -> None:
    town.reach("--outline", str(town.folder / "area.geojson"), "--within", "5")
    drawn = json.loads((town.folder / "area.geojson").read_text(encoding="utf8"))["features"][0]
    assert drawn["properties"] == {"by": "walk", "within_minutes": 5}
    west, south, east, north = shapely.from_geojson(json.dumps(drawn["geometry"])).bounds
    assert (6.9 < west < east < 7.1, 51.3 < south < north < 51.5) == (True, True)


def test_a_point_on_a_part_that_is_cut_off_is_named_with_its_size(town: Town) -> None:
    places = {number: (100.0 * number, 0.0) for number in range(1, 40)} | {90: (0.0, 3000.0), 91: (100.0, 3000.0)}
    town.map = written(town.folder, places, [(list(range(1, 40)), STREET), ((90, 91), STREET)])
    town.points("homes.csv", {"a": (200, 0), "b": (50, 3000)}, "n,q", ["1,N", "2,S"])
    told = json.loads(town.reach("--json").stdout)
    assert told["cut_off"] == [{"nodes": 2, "lines": [3]}]
    assert "cut off, with 2 nodes: 1 (lines 3)" in " ".join(town.reach("--lang", "en").stdout.split())


def test_siting_chooses_by_these_ways(town: Town) -> None:
    town.points("homes.csv", {"a": (0, 10), "b": (800, 400)}, "n", ["10", "30"])
    town.reach("--matrix", str(town.folder / "matrix.csv"), "--within", "60")
    files = [str(town.folder / name) for name in ("homes.csv", "offices.csv", "plan.csv")]
    asked = ["site", "p-median", *files, "--sites", "1", "--costs", str(town.folder / "matrix.csv"), "--weights", "n"]
    assert CliRunner().invoke(program, asked, catch_exceptions=False).exit_code == 0
    assert {row["site"] for row in town.rows("plan.csv")} == {"y"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_each_language(town: Town, language: str) -> None:
    told = town.reach("--lang", language, "--open", "Mo 10:00", "--barrier-free", "--quarter", "q", "--by", "pram", "--greatest-part")
    assert told.exit_code == 0
    assert "{" not in told.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_its_sentence(language: str) -> None:
    ours = [one for one in vars(problems).values() if isinstance(one, type) and issubclass(one, Problem) and one is not Problem]
    assert len(ours) > 10
    assert all(speech(language).has("problems", one.key) for one in ours)


def test_bars_show_how_far_it_is_from_the_map_to_the_outline(town: Town, shows_bars: Callable[..., str]) -> None:
    files = [town.map, *(town.folder / name for name in ("homes.csv", "offices.csv", "out.csv"))]
    more = ("--everybody", "--matrix", town.folder / "matrix.csv", "--outline", town.folder / "outline.json")
    assert shows_bars("reach", *files, *more).count("100%") >= 4
