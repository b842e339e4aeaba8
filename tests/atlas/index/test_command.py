"""`lebenslage index`: each recipe on published data, every kind of output, and every mistake one sentence and exit code 2."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import yaml

from lebenslage.law.texts import LANGUAGES
from tests.atlas.index.conftest import TOWN, Write, content, indicator, words
from tests.site.conftest import Run, run

__all__ = ["run"]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A recipe of one's own: two burdens, three classes, weights from the data."""
    file = tmp_path / "own.yaml"
    bands = [
        {"id": 1, "label": words("good"), "below": -1},
        {"id": 2, "label": words("middling"), "up_to": 1},
        {"id": 3, "label": words("bad")},
    ]
    recipe = content(
        indicator("poor"),
        indicator("jobless"),
        classes={"kind": "cuts", "bands": bands},
        combine={"weights": "pca", "again": "z"},
    )
    file.write_text(yaml.safe_dump(recipe), encoding="utf8")
    return file


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_a_recipe_of_ones_own_writes_a_table(run: Run, own: Path, written: Write, tmp_path: Path) -> None:
    result = run("index", own, written(TOWN + "D,Dorf,9,,9,9\n"), tmp_path / "out.csv", "--reasons", "--lang", "en")
    found = rows(tmp_path / "out.csv")

    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == [
        "out.csv is written. 3 areas have an index, 1 do not.",
        "The first principal component explains 100% of the differences. Loadings: poor 1.00, jobless 1.00.",
    ]
    assert [row["class_name"] for row in found] == ["good", "middling", "bad", ""]
    assert [row["rank"] for row in found] == ["3", "2", "1", ""]
    assert found[3]["left_out"] == "A value is missing here, so there is no index: poor."
    assert found[2]["why"].startswith("The index is 1.22, rank 1 of 3: bad. ")


def test_uncertain_values_are_used_and_named(run: Run, own: Path, written: Write, tmp_path: Path) -> None:
    assert run("index", own, written(TOWN.replace(",30,8,", ",(30),8,")), tmp_path / "out.csv").exit_code == 0
    assert [row["uncertain"] for row in rows(tmp_path / "out.csv")] == ["", "", "poor"]


def test_parquet_and_json_hold_the_same_rows(run: Run, own: Path, written: Write, tmp_path: Path) -> None:
    table = written(TOWN)
    for name in ("out.parquet", "out.json"):
        assert run("index", own, table, tmp_path / name).exit_code == 0

    assert pq.read_table(tmp_path / "out.parquet").to_pylist() == json.loads((tmp_path / "out.json").read_text(encoding="utf8"))
    assert not list(tmp_path.glob(".*.part"))


def test_the_screen_shows_the_greatest_first_and_who_is_left_out(run: Run, own: Path, written: Write) -> None:
    shown = run("index", own, written(TOWN + "D,Dorf,9,,9,9\n"), "-").stdout.splitlines()

    assert [line.split()[0] for line in shown[2:5]] == ["C", "B", "A"]
    assert "- D Dorf: Hier fehlt ein Wert, darum gibt es keinen Index: poor." in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_area_is_explained_in_every_language(run: Run, own: Path, written: Write, language: str) -> None:
    shown = run("index", own, written(TOWN), "-", "--explain", "C", "--lang", language).stdout

    assert "C Claren" in shown
    assert "1.22" in shown.replace(",", ".")


def test_json_carries_components_and_rows(run: Run, own: Path, written: Write) -> None:
    said = json.loads(run("index", own, written(TOWN), "-", "--json", "--explain", "A").stdout)

    assert (said["recipe"], said["areas"], said["left_out"]) == ("test", 3, 0)
    assert said["components"][""]["explained"] == pytest.approx(1)
    assert [row["key"] for row in said["rows"]] == ["A", "B", "C"]
    assert said["explained"]["key"] == "A"


def test_columns_can_be_chosen(run: Run, own: Path, written: Write) -> None:
    table = written(TOWN.replace("poor", "arm"))

    assert run("index", own, table, "-").exit_code == 2
    assert run("index", own, table, "-", "--column", "poor=arm").exit_code == 0


def test_recipes_are_listed_and_told(run: Run) -> None:
    listed = run("index", "--recipes", "--lang", "en").stdout
    assert all(f"\n{name}: " in listed for name in ("gisd", "imd", "mss", "quarters27", "strengths"))
    assert run("index", "--method", "mss", "--edition", "2013-2017", "--lang", "nl").stdout.startswith("# Monitor van de sociale")


EQUAL = "key,poor,jobless\nA,5,1\nB,5,2\nC,5,3\n"
MISTAKES: list[tuple[str, list[str], str]] = [
    (TOWN, ["--column", "poor"], "“poor” is no choice of a column."),
    (TOWN, ["--column", "rich=people"], "has no indicator “rich”"),
    (TOWN, ["--where", "people"], "“people” is no condition."),
    (TOWN, ["--where", "people=7"], "no row has people=7"),
    (TOWN, ["--key", "code"], "no column “code”"),
    (TOWN, ["--explain", "Z"], "There is no area “Z”"),
    (TOWN, ["--edition", "2020"], "has no edition “2020”"),
    (EQUAL, [], "table0.csv: the column poor says 5 everywhere."),
    ("key,poor,jobless\nA,5,1\n", [], "needs at least 3. Left here: 1."),
    ("key,poor,jobless\nA,5,1\nA,5,1\nB,1,1\n", [], "table0.csv"),
    ("key,poor,jobless\nA,5,1\nB,x5,1\nB,1,1\n", [], "table0.csv"),
]


@pytest.mark.parametrize(("table", "options", "sentence"), MISTAKES)
def test_a_mistake_is_one_sentence_and_nothing_is_written(
    run: Run, own: Path, written: Write, tmp_path: Path, table: str, options: list[str], sentence: str
) -> None:
    result = run("index", own, written(table), tmp_path / "out.csv", *options, "--lang", "en")

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "out.csv").exists()


def test_an_output_that_we_do_not_write_is_refused(run: Run, own: Path, written: Write, tmp_path: Path) -> None:
    assert ".csv, .parquet, .json" in run("index", own, written(TOWN), tmp_path / "out.xlsx").stderr
    assert run("index", own, written(TOWN), tmp_path / "nowhere" / "out.csv").exit_code == 2
    assert run("index", own, tmp_path / "out.csv").exit_code == 2


@pytest.mark.shared
def test_the_mss_by_the_command(run: Run, shared_dir: Path, tmp_path: Path) -> None:
    folder, out = shared_dir / "data", tmp_path / "out.csv"
    for edition, file, areas in (
        ("2013-2017", "berlin-mss-editions/mss_2013_planning_areas.csv", 434),
        ("2013-2017", "berlin-mss-editions/mss_2017_planning_areas.csv", 436),
        ("2019-2021", "berlin-lor-2021/mss_2021_index_indicators.csv", 536),
    ):
        said = json.loads(run("index", "mss", folder / file, out, "--edition", edition, "--json").stdout)
        published = {row.get("id"): row.get("status_dynamic_index") for row in rows(folder / file)}
        if edition == "2019-2021":
            published = {row["PLR_ID"]: row["SDI"] for row in rows(folder / "berlin-lor-2021/mss_2021_indices.csv")}
        ours = {row["key"]: row["combined"] for row in rows(out) if row["class"]}

        assert said["areas"] == areas == len(ours)
        assert ours.items() <= published.items()


@pytest.mark.shared
def test_the_imd_by_the_command(run: Run, shared_dir: Path, tmp_path: Path) -> None:
    file = shared_dir / "data/england-imd-2025/imd2025_england_lsoa21.csv.gz"
    said = json.loads(run("index", "imd", file, tmp_path / "out.parquet", "--json").stdout)
    found = pq.read_table(tmp_path / "out.parquet", columns=["key", "rank", "index"]).to_pylist()

    assert (said["areas"], said["left_out"]) == (33_755, 0)
    assert found[0] == {"key": "E01000001", "rank": 26525, "index": pytest.approx(8.742, abs=0.0005)}


@pytest.mark.shared
def test_the_gisd_by_the_command(run: Run, shared_dir: Path, tmp_path: Path) -> None:
    file = shared_dir / "data/nrw-municipalities/gisd_nrw_municipality.csv"
    result = run("index", "gisd", file, tmp_path / "out.csv", "--edition", "score", "--where", "year=2021")
    index = [float(row["index"]) for row in rows(tmp_path / "out.csv")]

    assert result.exit_code == 0, result.stderr
    assert (min(index), max(index), len(index)) == (0, 1, 396)


def test_a_bar_shows_how_many_reasons_are_written(shows_bars: Callable[..., str], own: Path, written: Write, tmp_path: Path) -> None:
    assert "100%" in shows_bars("index", own, written(TOWN), tmp_path / "out.csv", "--reasons")
