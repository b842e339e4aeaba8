"""`lebenslage series`: from the files of some editions to who stayed where."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from lebenslage.law.texts import LANGUAGES
from lebenslage.site.commands.program import program
from tests.atlas.certainty.towns import content

type Run = Callable[..., Result]
TABLES = {"2019-12-31=a.csv": (9, 1, 1, 1, 2), "2021-12-31=b.csv": (9, 1, 1, 2, 1), "2023-12-31=c.csv": (1, 9, 1, 2, 1)}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command on three editions of five areas; the great value of one is the lowest class."""
    (tmp_path / "town.yaml").write_text(yaml.safe_dump(content(1)), encoding="utf8")
    for name, values in TABLES.items():
        rows = [f"{key},{value}" for key, value in zip("ABCDE", values, strict=True)]
        (tmp_path / name.partition("=")[2]).write_text("\n".join(["key,S0", *rows]), encoding="utf8")

    def ran(*given: str, out: str = "-", options: tuple[str, ...] = ()) -> Result:
        paths = [one.replace("=", f"={tmp_path}/") for one in given]
        target = out if out == "-" else str(tmp_path / out)
        return CliRunner().invoke(program, ["series", str(tmp_path / "town.yaml"), *paths, target, *options])

    return ran


def test_who_stayed_is_written_by_area(run: Run, tmp_path: Path) -> None:
    assert run(*TABLES, out="out.csv").exit_code == 0
    with (tmp_path / "out.csv").open(encoding="utf8", newline="") as file:
        rows = {row["key"]: row for row in csv.DictReader(file)}
    assert list(rows["A"].values()) == ["A", "4", "4", "2", "False", "2", "0"]
    assert rows["B"]["now"] == "1"


def test_editions_go_by_their_day_and_tell_ways_in_and_out(run: Run) -> None:
    said = json.loads(run(*reversed(TABLES), options=("--json", "--lang", "en")).stdout)
    assert said["told"][0].startswith("Of 1 areas in the class “x” on 31 December 2019, 1 are still in it on 31 December 2021.")
    assert said["transitions"][1]["counts"] == [[0, 0, 0, 0], [0, 3, 0, 1], [0, 0, 0, 0], [0, 1, 0, 0]]
    assert said["transitions"][1]["share"][0] == [None] * 4
    assert said["transitions"][0]["stay"][3] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_shows_the_ways(run: Run, language: str) -> None:
    shown = run(*TABLES, options=("--class", "2", "--lang", language)).stdout
    assert "3: 75 % (" in shown


@pytest.mark.parametrize(
    ("given", "options", "sentence"),
    [
        (("a.csv", "2021-12-31=b.csv"), (), "is no edition. Write DAY=FILE"),
        (("2021-12-31=b.csv",), (), "two days at least"),
        (tuple(TABLES), ("--class", "7"), "does not have this class"),
    ],
)
def test_a_mistake_is_one_sentence(run: Run, given: tuple[str, ...], options: tuple[str, ...], sentence: str) -> None:
    result = run(*given, options=(*options, "--lang", "en"))
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_bar_shows_how_many_editions_are_computed(run: Run, shows_bars: Callable[..., str], tmp_path: Path) -> None:
    run(*TABLES)
    paths = [f"{day}={tmp_path / file}" for day, file in (one.split("=") for one in TABLES)]
    assert "100%" in shows_bars("series", tmp_path / "town.yaml", *paths, tmp_path / "out.csv")
