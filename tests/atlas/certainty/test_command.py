"""`lebenslage certainty`: from files to odds of classes."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from lebenslage.law.texts import LANGUAGES
from lebenslage.site.commands.program import program
from tests.atlas.certainty.towns import content, town

type Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command on an invented town of thirty areas; every indicator has a column of people."""
    (tmp_path / "town.yaml").write_text(yaml.safe_dump(content(2)), encoding="utf8")
    _, events, base = town(30, 2)
    rows = [
        f"{n:02},Quarter {n},{e[0] / b[0]:%},{e[1] / b[1]:%},{b[0]:.0f},{b[1]:.0f}"
        for n, (e, b) in enumerate(zip(events, base, strict=True))
    ]
    text = "\n".join(["key,name,S0,S1,people0,people1", *rows]).replace("%", "")
    (tmp_path / "town.csv").write_text(text, encoding="utf8")

    def ran(out: Path | str, *options: str, data: str = "town.csv") -> Result:
        target = out if out == "-" else str(tmp_path / out)
        command = ["certainty", str(tmp_path / "town.yaml"), str(tmp_path / data), target, "--draws", "300", *options]
        return CliRunner().invoke(program, command)

    return ran


BASES = ("--base", "S0=people0", "--base", "S1=people1")


def test_odds_are_written_for_every_area(run: Run, tmp_path: Path) -> None:
    assert run("out.csv", *BASES).exit_code == 0
    with (tmp_path / "out.csv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 30
    assert all(sum(float(row[f"share_{id}"]) for id in range(1, 5)) == pytest.approx(1) for row in rows)
    assert all(int(row["rank_low"]) <= int(row["rank"]) <= int(row["rank_high"]) for row in rows)


def test_the_screen_shows_the_worst_first_and_says_what_was_drawn(run: Run) -> None:
    shown = run("-", *BASES, "--lang", "en").stdout
    assert [int(line.split()[-5]) for line in shown.splitlines()[2:5]] == [1, 2, 3]
    assert "There were 300 draws." in shown
    assert "Not drawn: whether the source counts wrongly" in shown


def test_json_has_shares_of_doubt(run: Run) -> None:
    said = json.loads(run("-", *BASES, "--concentration", "50", "--scale", "z", "--scale", "rank", "--removal", "--json").stdout)
    assert set(said["sources"]) == {"noise", "weights", "scale", "removal"}
    assert said["areas"] == len(said["rows"]) == 30
    assert said["draws"] == 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_area_is_told_in_every_language(run: Run, language: str) -> None:
    told = json.loads(run("-", *BASES, "--area", "07", "--lang", language, "--json").stdout)["told"]
    assert "100" in told[0]
    assert len(told) >= 2


def test_learning_from_all_and_given_errors_are_ways_too(run: Run) -> None:
    own, learnt, given = (
        json.loads(run("-", *options, "--json").stdout)["rows"] for options in (BASES, (*BASES, "--learn"), ("--error", "S0=S1"))
    )
    assert own != learnt
    assert own != given


def test_without_anything_named_nothing_is_drawn(run: Run) -> None:
    said = json.loads(run("-", "--json", "--lang", "en").stdout)
    assert (said["certain"], said["sources"]) == (30, {})
    assert said["summary"][1].startswith("Nothing was drawn.")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--base", "S9=people0"), "S9"),
        (("--base", "S0=nobody"), "nobody"),
        (("--base", "S0"), "S0"),
        (("--base", "S0=empty"), "column empty: the number for area 00 is missing"),
        (("--area", "99"), "99"),
        (("--error", "S0=below"), "column below: the number for area 01 is missing"),
    ],
)
def test_a_mistake_is_one_sentence(run: Run, tmp_path: Path, options: tuple[str, ...], sentence: str) -> None:
    lines = (tmp_path / "town.csv").read_text(encoding="utf8").splitlines()
    wider = [f"{lines[0]},empty,below", *(f"{line},,{-1 if n else 1}" for n, line in enumerate(lines[1:]))]
    (tmp_path / "wider.csv").write_text("\n".join(wider), encoding="utf8")
    result = run("out.csv", *options, "--lang", "en", data="wider.csv")
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out.csv").exists()


def test_a_share_above_all_is_refused(run: Run, tmp_path: Path) -> None:
    text = (tmp_path / "town.csv").read_text(encoding="utf8").replace("\n03,Quarter 3,", "\n03,Quarter 3,9")
    (tmp_path / "wrong.csv").write_text(text, encoding="utf8")
    result = run("-", *BASES, "--lang", "en", data="wrong.csv")
    assert "column S0: the share of area 03 is below 0 or above all" in result.stderr
