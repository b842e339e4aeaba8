"""`lebenslage whatif` and `--reform`: another answer, or another figure of the law, and what is left to live on then."""

import json
from pathlib import Path
from typing import Any

import pytest

from lebenslage.law.texts import LANGUAGES
from tests.site.conftest import Run

FAMILY = Path(__file__).parents[2] / "src/lebenslage/site/commands/example_family.yaml"
WAGE = ("--fact", "Aylin Kaya.bruttolohn", "--on", "2026-11")


def curve(run: Run, *arguments: str) -> dict[str, Any]:
    return dict(json.loads(run("whatif", FAMILY, *WAGE, *arguments, "--json").stdout))


def test_each_row_has_what_is_left_to_live_on_and_the_best_rights(run: Run) -> None:
    result = run("whatif", FAMILY, *WAGE, "--from", "0", "--to", "3000", "--step", "1500")
    rows = [line for line in result.stdout.splitlines() if "€ im Monat" in line.replace("\u00a0", " ")]

    assert result.exit_code == 0
    assert any("Grundsicherungsgeld" in row for row in rows)
    assert any("Kinderzuschlag" in row for row in rows)


def test_more_work_leaves_more_between_far_points(run: Run) -> None:
    points = curve(run, "--to", "6000", "--step", "2000")["points"]
    totals = [point["total"] for point in points]

    assert totals == sorted(totals)
    assert [point["value"] for point in points] == [0, 200_000, 400_000, 600_000]


def test_every_cliff_is_found_to_the_euro_with_the_right_that_ends_there(run: Run) -> None:
    cliffs = curve(run, "--from", "2000", "--to", "6000", "--step", "500")["cliffs"]

    assert cliffs
    assert all(one["after"] - one["before"] == 100 and one["loss"] > 0 for one in cliffs)


def test_the_rate_says_how_much_of_what_was_added_goes(run: Run) -> None:
    _, one = curve(run, "--from", "2500", "--to", "2600")["points"]

    assert 0 < one["taken_percent"] <= 100


def test_a_reform_moves_the_whole_curve(run: Run) -> None:
    (now,), (then,) = (curve(run, "--from", "2500", "--to", "2500", *more)["points"] for more in ((), ("--reform", "kindergeld_satz=300")))

    assert then["amounts"]["kindergeld"] == 3 * 300_00
    assert then["total"] > now["total"]


@pytest.mark.parametrize("given", [("--from", "900", "--to", "100"), ("--to", "1000", "--step", "0")])
def test_amounts_that_make_no_row_are_refused_with_what_to_do(run: Run, given: tuple[str, ...]) -> None:
    result = run("whatif", FAMILY, *WAGE, *given)

    assert result.exit_code == 2
    assert "--step mindestens 1 Euro" in result.stderr


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_comes_in_four_languages(run: Run, language: str) -> None:
    assert run("whatif", FAMILY, *WAGE, "--to", "1000", "--step", "1000", "--lang", language).exit_code == 0


@pytest.mark.parametrize("asked", ["Aylin Kaya.geburtsdatum", "Niemand.bruttolohn", "bruttolohn", "Aylin Kaya.miete"])
def test_what_cannot_be_varied_is_asked_back_with_an_example(run: Run, asked: str) -> None:
    result = run("whatif", FAMILY, "--fact", asked, "--to", "100", "--on", "2026-11")

    assert result.exit_code == 2
    assert "Aylin Kaya.bruttolohn" in result.stderr


def test_a_reform_is_shown_beside_the_law_as_it_is(run: Run) -> None:
    said = run("assess", FAMILY, "--on", "2026-11", "--reform", "kindergeld_satz=300").stdout.replace("\u00a0", " ")

    assert "259,00 €" not in said.split("Mit anderen Zahlen")[1]
    assert "777,00 € im Monat" in said.split("Mit anderen Zahlen")[1]
    assert "900,00 € im Monat" in said.split("Mit anderen Zahlen")[1]


@pytest.mark.parametrize(
    ("reform", "word"),
    [("kindergeld_satz", "Gleichheitszeichen"), ("kindergeldsatz=300", "kindergeld_satz"), ("kindergeld_satz=viel", "viel")],
)
def test_a_reform_that_cannot_be_read_is_asked_back(run: Run, reform: str, word: str) -> None:
    result = run("assess", FAMILY, "--on", "2026-11", "--reform", reform)

    assert result.exit_code == 2
    assert word in result.stderr
