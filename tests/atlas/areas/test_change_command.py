"""`lebenslage areas change` and `changes`: an old table in new boundaries, and what changed between two maps."""

import csv
import json
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from click.testing import CliRunner, Result

from lebenslage.law.texts import LANGUAGES
from lebenslage.site.commands import program

type Areas = dict[str, tuple[float, float, float, float]]

OLD: Areas = {"A": (0, 0, 10, 10), "B": (10, 0, 20, 10), "C": (0, 10, 10, 20), "D": (10, 10, 20, 20)}
NEW: Areas = {"A": (0, 0, 10, 10), "B1": (10, 0, 12.5, 10), "B2": (12.5, 0, 20, 10), "CD": (0, 10, 20, 20)}
FIGURES = "key;people;rate\nA;10;1,5\nB;100;20,0\nC;20;30,0\nD;30;40,0\n"
LISTED = "old,new,share\nB,B1,0.25\nB,B2,0.75\nC,CD,1\nD,CD,1\n"


class Town:
    """A folder with an old table, a list of changes and both maps; runs the commands there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("figures.csv", FIGURES)
        self.write("changes.csv", LISTED)
        for name, areas in (("old.gpkg", OLD), ("new.gpkg", NEW)):
            self.map(name, areas)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def map(self, name: str, areas: Areas) -> None:
        boxes = [shapely.transform(shapely.box(*bounds), lambda xy: xy * 100 + [400_000, 5_700_000]) for bounds in areas.values()]
        keys = np.array(list(areas), dtype=object)
        pyogrio.raw.write(self.folder / name, shapely.to_wkb(boxes), [keys], ["key"], geometry_type="Polygon", crs="EPSG:25832")

    def change(self, *options: str) -> Result:
        return self._run("change", "figures.csv", "changes.csv", *(options or ("--extensive", "people")))

    def changes(self, *options: str) -> Result:
        return self._run("changes", "old.gpkg", "new.gpkg", *options)

    def _run(self, name: str, one: str, other: str, *options: str) -> Result:
        files = [str(self.folder / file) for file in (one, other, "out.csv")]
        language = () if "--lang" in options else ("--lang", "en")
        return CliRunner().invoke(program, ["areas", name, *files, "--key", "key", *language, *options], catch_exceptions=False)

    def out(self) -> list[dict[str, str]]:
        with (self.folder / "out.csv").open(encoding="utf8") as opened:
            return list(csv.DictReader(opened))


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def test_counts_keep_their_total_and_guesses_are_marked(town: Town) -> None:
    told = " ".join(town.change("--extensive", "people", "--intensive", "rate:people").stdout.split())
    found = [[row[name] for name in ("key", "people", "people_quality", "rate")] for row in town.out()]
    assert found == [
        ["A", "10.0", "given", "1.5"],
        ["B1", "25.0", "uncertain", "20.0"],
        ["B2", "75.0", "uncertain", "20.0"],
        ["CD", "50.0", "given", "36.0"],
    ]
    assert "“people”: 160 in all before, 160 now. - Nothing got lost" in told
    assert "The values of these new areas are only estimates (2): B1, B2." in told


def test_without_a_division_nothing_is_guessed(town: Town) -> None:
    town.write("changes.csv", "old,new,share\nC,CD,1\nD,CD,1\n")
    assert "Every old area stayed whole. So there are no estimates." in town.change().stdout


def test_what_lies_beside_something_unknown_is_said_and_left_empty(town: Town) -> None:
    town.write("figures.csv", FIGURES.replace("D;30", "D;-9999"))
    told = " ".join(town.change("--extensive", "people", "--unknown", "-9999").stdout.split())
    assert "“people”: 20 lie in new areas of which we do not know another part." in told
    assert "Nothing got lost" not in told
    assert town.out()[3] == {"key": "CD", "people": "", "people_quality": "missing"}


def test_an_open_share_is_divided_by_the_maps(town: Town) -> None:
    town.write("changes.csv", "von;nach;anteil\nB;B1;\nB;B2;\nC;CD;1\nD;CD;1\n")
    columns = ("--extensive", "people", "--columns", "von", "nach", "anteil")
    assert "we do not know how B is divided among B1, B2." in town.change(*columns).stderr
    maps = [str(town.folder / name) for name in ("old.gpkg", "new.gpkg")]
    told = json.loads(town.change(*columns, "--json", "--maps", *maps).stdout)
    assert told == {"file": "out.csv", "areas": 4, "totals": {"people": {"before": 160, "after": 160}}, "estimated": ["B1", "B2"]}
    assert [float(row["people"]) for row in town.out()] == pytest.approx([10, 25, 75, 50])


def test_changes_read_off_two_maps_are_what_change_reads(town: Town) -> None:
    told = town.changes("--json")
    assert json.loads(told.stdout) == {"file": "out.csv", "changes": 4, "areas": 4, "changed": 3, "divided": 1}
    (town.folder / "changes.csv").write_bytes((town.folder / "out.csv").read_bytes())
    town.change()
    assert {row["key"]: round(float(row["people"]), 6) for row in town.out()} == {"A": 10, "B1": 25, "B2": 75, "CD": 50}


def test_changes_by_where_people_live(town: Town) -> None:
    town.write("grid.csv", "GITTER_ID;Einwohner\nCRS3035RES100mN3160000E4130000;9\n")
    assert "by where people live" in town.changes("--grid", str(town.folder / "grid.csv")).stdout
    assert "by ground" in town.changes().stdout


def test_a_map_that_leaves_out_ground_is_refused_and_nothing_is_written(town: Town) -> None:
    town.map("new.gpkg", {key: bounds for key, bounds in NEW.items() if key != "B2"})
    refused = town.changes()
    assert (refused.exit_code, "new does not cover the old areas" in refused.stderr) == (2, True)
    assert not list(town.folder.glob("*out.csv*"))


@pytest.mark.parametrize(
    ("listed", "sentence"),
    [
        (LISTED.replace("0.75", "0.5"), "Line 2: the shares of B add up to 0.75."),
        (LISTED.replace("D,CD", "E,CD"), "Line 5: there is no area E in figures."),
        (LISTED.replace("B,B2", "B,"), "changes.csv, line 3: the column “new” is empty."),
        (LISTED.replace("share", "part"), "The file changes.csv has no column “share”."),
        (LISTED.replace("0.75", "most"), "changes.csv, line 3: “most” in the column “share” is not a number."),
    ],
)
def test_a_wrong_list_is_one_sentence_and_nothing_is_written(town: Town, listed: str, sentence: str) -> None:
    town.write("changes.csv", listed)
    refused = town.change()
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert sentence in refused.stderr
    assert not list(town.folder.glob("*out.csv*"))


def test_a_list_without_columns_of_figures_or_a_grid_without_maps_is_refused(town: Town) -> None:
    assert town.change("--json").exit_code == 2
    assert "--maps OLD NEW" in town.change("--extensive", "people", "--grid", "grid.csv").stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_words(town: Town, language: str) -> None:
    town.write("figures.csv", FIGURES.replace("D;30;", "D;.;"))
    for told in (town.change("--extensive", "people", "--lang", language), town.changes("--lang", language)):
        assert told.exit_code == 0
        assert "{" not in told.stdout
