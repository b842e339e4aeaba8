"""`lebenslage areas` from files to files, and its sentences."""

import json
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from click.testing import CliRunner, Result

from lebenslage.atlas.areas import problems
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import LANGUAGES
from lebenslage.site.commands import program
from lebenslage.site.commands.speech import speech

CORNER = np.array([400_000, 5_700_000])
OLD = {"01": (0, 0, 10, 10), "02": (10, 0, 20, 10)}
NEW = {"A": (0, 0, 5, 10), "B": (5, 0, 20, 10)}


class Town:
    """Two old quarters, two new ones and a table of figures in a folder; runs the command there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shapes("old.gpkg", OLD)
        self.shapes("new.gpkg", NEW)
        self.table("figures.csv", "KEY;people;rate;note\n01;1000;50,5;north\n02;-;.;south\n")

    def shapes(self, name: str, areas: dict[str, tuple[int, ...]]) -> None:
        boxes = [shapely.box(*(np.array(bounds).reshape(2, 2) * 100 + CORNER).ravel()) for bounds in areas.values()]
        keys = np.array(list(areas), dtype=object)
        pyogrio.raw.write(self.folder / name, shapely.to_wkb(boxes), [keys], ["KEY"], geometry_type="Polygon", crs="EPSG:25832")

    def table(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def look(self, name: str, *options: str, key: str = "KEY") -> Result:
        return self.run(self.folder / name, "--key", key, "--lang", "en", *options)

    def transfer(self, *options: str, target: str = "new.gpkg") -> Result:
        files = [self.folder / name for name in ("old.gpkg", target, "out.csv")]
        keys = ["--key", "KEY", "--target-key", "KEY", "--data", str(self.folder / "figures.csv"), "--lang", "en"]
        return self.run("transfer", *files, *keys, *options)

    def run(self, *arguments: object) -> Result:
        return CliRunner().invoke(program, ["areas", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def test_a_file_of_areas_is_described(town: Town) -> None:
    told = town.look("old.gpkg", "--check").stdout
    assert "old.gpkg: 2 areas with 2 km² in all, in EPSG:25832, from 400000, 5700000 to 402000, 5701000." in told
    assert "No areas overlap and there are no holes." in told


def test_a_table_says_of_each_column_what_is_missing_suppressed_and_uncertain(town: Town) -> None:
    town.table("more.csv", "KEY,a,b\n1,5,(2)\n2,.,3\n3,,4\n")
    columns = json.loads(town.look("more.csv", "--json").stdout)[0]["columns"]
    counts = [[column[name] for name in ("name", "given", "missing", "suppressed", "uncertain", "least")] for column in columns]
    assert counts == [["a", 1, 1, 1, 0, 5.0], ["b", 2, 0, 0, 1, 2.0]]


def test_what_makes_a_column_unreadable_is_said_and_words_are_left_out(town: Town) -> None:
    town.table("more.csv", "KEY;n;unclear;note\n1;5;1.234;a\n2;7;5;b\n3;many;6;c\n")
    told = town.look("more.csv").stdout
    assert "more.csv, line 4: “many” in the column “n” is not a number." in " ".join(told.split())
    assert "“1.234” in the column “unclear” can be 1.234 or 1234." in " ".join(told.split())
    assert "note" not in told


def test_overlaps_holes_and_lost_zeros_are_found(town: Town) -> None:
    ring = {"01": (0, 0, 30, 10), "02": (0, 20, 30, 30), "03": (0, 5, 10, 25), "4": (20, 10, 30, 20)}
    town.shapes("ring.gpkg", ring)
    found = json.loads(town.look("ring.gpkg", "--check", "--json").stdout)[0]
    assert [(pair["one"], pair["other"], pair["square_metres"]) for pair in found["overlaps"]] == [
        ("01", "03", 500_000),
        ("02", "03", 500_000),
    ]
    assert [(hole["square_metres"], hole["sliver"]) for hole in found["holes"]] == [(1_000_000, False)]
    assert found["lost_zeros"] == ["4"]
    told = town.look("ring.gpkg", "--check").stdout
    assert "01 and 03 overlap on 500,000 m²." in told
    assert "there are 1,000,000 m² that belong to no area." in told


def test_a_thin_gap_between_two_boundaries_is_a_sliver(town: Town) -> None:
    gap = {"1": (0, 0, 10, 100), "2": (11, 0, 20, 100), "3": (0, 100, 20, 110), "4": (0, -10, 20, 0)}
    town.shapes("gap.gpkg", gap)
    assert [hole["sliver"] for hole in json.loads(town.look("gap.gpkg", "--check", "--json").stdout)[0]["holes"]] == [False]
    town.shapes("thin.gpkg", {key: tuple(100 * v for v in bounds) for key, bounds in gap.items()} | {"2": (1001, 0, 2000, 10_000)})
    assert [hole["sliver"] for hole in json.loads(town.look("thin.gpkg", "--check", "--json").stdout)[0]["holes"]] == [True]


def test_figures_move_with_a_word_on_their_quality(town: Town) -> None:
    done = town.transfer("--extensive", "people", "--json")
    assert json.loads(done.stdout)["totals"] == {"people": {"before": 1000, "after": 1000}}
    assert (town.folder / "out.csv").read_text() == "key,people,people_quality\nA,500.0,given\nB,500.0,given\n"


def test_what_a_number_means_can_be_said(town: Town) -> None:
    town.table("figures.csv", "KEY;people\n01;1.000\n02;0\n")
    assert "Please write whole numbers without that sign" in town.transfer("--extensive", "people").stderr
    assert '"before": 1000.0' in town.transfer("--extensive", "people", "--decimal", "comma", "--json").stdout
    assert '"before": 1.0' in town.transfer("--extensive", "people", "--decimal", "point", "--json").stdout


def test_a_rate_moves_with_its_denominator_and_never_without(town: Town) -> None:
    town.table("figures.csv", "KEY;people;rate\n01;1000;50,5\n02;.;.\n")
    assert town.transfer("--intensive", "rate:people").exit_code == 0
    assert (town.folder / "out.csv").read_text() == "key,rate,rate_quality\nA,50.5,given\nB,,suppressed\n"
    refused = town.transfer("--intensive", "rate")
    assert refused.exit_code == 2
    assert "the column “rate” is a share. Please say of what" in refused.stderr


def test_by_people_of_a_census_grid(town: Town) -> None:
    cells = "".join(f"100mN{n}E{e};9\n" for n, e in [(31_600, 41_300)])
    town.table("grid.csv", f"GITTER_ID;Einwohner\n{cells}")
    grid = ["--grid", str(town.folder / "grid.csv"), "--extensive", "people"]
    assert town.transfer(*grid).exit_code == 0


def test_nothing_is_written_when_a_part_would_get_lost(town: Town) -> None:
    town.shapes("half.gpkg", {"A": (0, 0, 5, 10)})
    refused = town.transfer("--extensive", "people", target="half.gpkg")
    assert refused.exit_code == 2
    assert "half does not cover the old areas: 500 of 1000 would get lost (50 %), most of it at 01." in refused.stderr
    assert not list(town.folder.glob("*out.csv*"))
    assert town.transfer("--extensive", "people", "--spread", target="half.gpkg").exit_code == 0


def test_a_row_of_an_area_that_is_not_on_the_map_is_refused(town: Town) -> None:
    town.table("figures.csv", "KEY;people\n01;5\n09;6\n")
    assert "Line 3: there is no area 09 in old." in town.transfer("--extensive", "people").stderr


def test_a_folder_that_is_not_there_is_named(town: Town) -> None:
    refused = town.run("transfer", town.folder / "old.gpkg", town.folder / "new.gpkg", town.folder / "no/out.csv", "--key", "KEY",
                       "--target-key", "KEY", "--data", town.folder / "figures.csv", "--extensive", "people", "--lang", "en")  # fmt: skip
    assert (refused.exit_code, "out.csv could not be written." in refused.stderr) == (2, True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("KEY,n\n1,2\n2,3\n1,4\n", "town.csv: the key 1 stands in line 2 and in line 4. Please keep only one of them."),
        (
            "KEY,n\n1,2,3\n",
            "town.csv, line 2: this row has 3 cells, but the header has 2. Please check the separators and quotation marks.",
        ),
        ("KEYS,n\n1,2\n", "The file town.csv has no column “KEY”. The nearest is “KEYS”. These are the columns: KEYS, n."),
        ("KEY,n\n", "The file town.csv is empty. A table needs a row with headings and the values below it."),
        (
            "KEY,n,n\n1,2,3\n",
            "town.csv: columns 2 and 3 are both called “n” and differ. Please rename one of them.",
        ),
    ],
)
def test_bad_input_is_one_sentence_with_file_line_and_remedy(town: Town, text: str, sentence: str) -> None:
    town.table("town.csv", text)
    refused = town.look("town.csv")
    assert (refused.exit_code, refused.stderr.strip()) == (2, sentence)


def test_a_broken_polygon_says_what_a_repair_would_change(town: Town) -> None:
    bow = shapely.to_wkb([shapely.Polygon([(4e5, 57e5), (401e3, 5701e3), (401e3, 57e5), (4e5, 5701e3)])])
    pyogrio.raw.write(town.folder / "bow.gpkg", bow, [np.array(["7"], dtype=object)], ["KEY"], geometry_type="Polygon", crs="EPSG:25832")
    sentence = (
        "bow.gpkg, feature 1: the boundary of 7 crosses itself at 400500, 5700500. 1 polygons are broken. "
        "We can repair them: 7 would then have 500000 m² instead of 0 m²."
    )
    assert town.look("bow.gpkg").stderr.strip() == sentence
    assert town.look("bow.gpkg", "--repair").exit_code == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("bounds", "crs", "sentence"),
    [
        (
            (51.4, 7.4, 51.5, 7.5),
            "EPSG:4326",
            "one.gpkg, feature 1: the values 51.45, 7.45 seem to be swapped. Longitude comes first, then latitude. "
            "Please swap them in the whole file.",
        ),
        (
            (400_000, 5_700_000, 401_000, 5_701_000),
            "EPSG:28992",
            "one.gpkg, feature 1: the point 400500.0, 5700500.0 does not lie where EPSG:28992 is used. Please name the right coordinate "
            "system. One that fits is EPSG:25832, EPSG:25833, EPSG:25831.",
        ),
    ],
)
def test_a_map_in_the_wrong_place_is_one_sentence(town: Town, bounds: tuple[float, ...], crs: str, sentence: str) -> None:
    wkb = shapely.to_wkb([shapely.box(*bounds)])
    pyogrio.raw.write(town.folder / "one.gpkg", wkb, [np.array(["7"], dtype=object)], ["KEY"], geometry_type="Polygon", crs=crs)
    assert town.look("one.gpkg").stderr.strip() == sentence


def test_two_areas_that_claim_the_same_ground_are_named(town: Town) -> None:
    town.shapes("both.gpkg", {"A": (0, 0, 10, 10), "B": (8, 0, 20, 10)})
    sentence = (
        "both: the areas A and B overlap on 200000 m². This is the number of such pairs: 1. "
        "Please use more exact boundaries or share the ground between both with “spread”."
    )
    assert town.transfer("--extensive", "people", target="both.gpkg").stderr.strip() == sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_its_sentence_in_every_language(language: str) -> None:
    words = speech(language)
    ours = [one for one in vars(problems).values() if isinstance(one, type) and issubclass(one, Problem) and one is not Problem]
    assert len(ours) > 25
    assert all(words.has("problems", problem.key) for problem in ours)
