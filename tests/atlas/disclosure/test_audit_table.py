"""`lebenslage audit-table`: the verdict in words and as exit code, a safe table whole or not at all, the ledger only on demand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lebenslage.site.commands.atlas_disclosure import command

CELLS = {
    "town;all": "100", "town;young": "41", "town;old": "59",
    "north;all": "40", "north;young": "21", "north;old": "19",
    "south;all": "60", "south;young": "20", "south;old": "40",
    "n1;all": "20", "n1;young": "3", "n1;old": "17",
    "n2;all": "20", "n2;young": "18", "n2;old": "2",
}  # fmt: skip
HIERARCHY = """
subject: recipients, March 2026
dimensions:
  place: {town: [north, south], north: [n1, n2]}
  age: {all: [young, old]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("table.csv", CELLS)
    Path("town.yaml").write_text(HIERARCHY)
    return tmp_path


def write(name: str, cells: dict[str, str], header: str = "place;age;count") -> None:
    Path(name).write_text("\n".join([header, *(f"{key};{value}" for key, value in cells.items())]) + "\n")


def run(*words: str) -> Result:
    return CliRunner().invoke(command, [*words, "--hierarchy", "town.yaml"])


def test_an_unsafe_table_is_told_and_what_would_help(folder: Path) -> None:
    answer = run("table.csv", "--lang", "en")
    assert answer.exit_code == 1
    assert "“n1 / young” is 3: the table says so." in answer.output
    assert "n1 / young; n1 / old; n2 / young; n2 / old" in answer.output
    assert sorted(file.name for file in folder.iterdir()) == ["table.csv", "town.yaml"]


def test_a_safe_one_is_written_and_passes(folder: Path) -> None:
    assert run("table.csv", "--protect", "safe.csv").exit_code == 0
    lines = Path("safe.csv").read_text().splitlines()
    assert lines[0] == "place;age;count"
    assert [line for line in lines if line.endswith(".")] == ["n1;young;.", "n1;old;.", "n2;young;.", "n2;old;."]
    answer = run("safe.csv")
    assert (answer.exit_code, "sicher" in answer.output) == (0, True)


def test_the_next_table_is_checked_against_the_ledger_and_the_sentence_names_it(folder: Path) -> None:
    assert run("table.csv", "--protect", "safe.csv", "--ledger", "all.json", "--publish", "--on", "1.3.2026").exit_code == 0
    stored = Path("all.json").read_bytes()
    write("next.csv", {"n1;all": "20", "n1;young": "."} | {"n2;old": "2"} | {"n1;old": "17"})
    write("alone.csv", {"n1;old": "17"})
    answer = run("alone.csv", "--ledger", "all.json", "--publish")
    assert answer.exit_code == 1
    assert "Wer diese Tabelle und „table“ vom 1.3.2026 kennt, weiß: „n1 / young“ ist 3." in " ".join(answer.output.split())
    assert Path("all.json").read_bytes() == stored


def test_a_safe_table_enters_the_ledger_only_when_it_is_published(folder: Path) -> None:
    assert run("table.csv", "--protect", "safe.csv", "--ledger", "all.json", "--publish").exit_code == 0
    stored = Path("all.json").read_bytes()
    assert run("safe.csv", "--ledger", "all.json").exit_code == 0
    assert Path("all.json").read_bytes() == stored
    assert run("safe.csv", "--ledger", "all.json", "--publish").exit_code == 0
    assert len(json.loads(Path("all.json").read_text())["publications"]) == 2


def test_rounded_tables_keep_their_sums(folder: Path) -> None:
    assert run("table.csv", "--round", "5", "--protect", "rounded.csv").exit_code == 0
    cells = dict(line.rsplit(";", 1) for line in Path("rounded.csv").read_text().splitlines()[1:])
    assert int(cells["n1;young"]) + int(cells["n1;old"]) == int(cells["n1;all"])
    assert all(int(value) % 5 == 0 for value in cells.values())


def test_programs_get_the_same_as_json(folder: Path) -> None:
    said = json.loads(run("table.csv", "--json").output)
    assert said["safe"] is False
    assert [(one["cell"], one["least"], one["most"], one["shown"]) for one in said["findings"]] == [
        ("n1 / young", 3, 3, True),
        ("n2 / old", 2, 2, True),
    ]


def test_totals_are_known_by_their_names_without_a_hierarchy(folder: Path) -> None:
    write("flat.csv", {"insgesamt": "100", "a": "97", "b": "."}, header="gebiet;anzahl")
    answer = CliRunner().invoke(command, ["flat.csv", "--json"])
    assert answer.exit_code == 1
    assert json.loads(answer.output)["findings"][0]["cell"] == "b"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"n1;all": "21"}, "Summe geht nicht auf"),
        ({"n1;all": "zwanzig"}, "Zeile 11"),
        ({"n3;all": "9"}, "„n3“ unter „place“"),
        ({"n1;": "9"}, "Zeile 17"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_two(folder: Path, change: dict[str, str], said: str) -> None:
    write("table.csv", CELLS | change)
    answer = run("table.csv", "--protect", "safe.csv", "--ledger", "all.json", "--publish")
    assert answer.exit_code == 2
    assert said in " ".join(answer.output.split())
    assert sorted(file.name for file in folder.iterdir()) == ["table.csv", "town.yaml"]


def test_a_ledger_somebody_changed_is_refused(folder: Path) -> None:
    run("table.csv", "--protect", "safe.csv", "--ledger", "all.json", "--publish")
    ledger = Path("all.json")
    ledger.write_text(ledger.read_text().replace("59.0", "58.0"))
    answer = run("safe.csv", "--ledger", "all.json")
    assert (answer.exit_code, "verändert" in answer.output) == (2, True)


@pytest.mark.parametrize("text", ["dimensions: [", "dimensions: 3", "dimensions: {place: {town: 4}}", "unknown: 1"])
def test_a_hierarchy_that_says_nothing_is_refused(folder: Path, text: str) -> None:
    Path("town.yaml").write_text(text)
    assert run("table.csv").exit_code == 2


def test_a_ledger_that_is_missing_is_asked_for(folder: Path) -> None:
    answer = run("table.csv", "--ledger", "none.json")
    assert (answer.exit_code, "none.json" in answer.output) == (2, True)


QUARTERS = {"Nord;jung": "3", "Nord;alt": "14", "Süd;jung": "21", "Süd;alt": "8", "Stadt;jung": "24", "Stadt;alt": "22"}


def alone(*words: str) -> Result:
    return CliRunner().invoke(command, [*words, "--lang", "en"])


def test_a_sum_that_nobody_named_is_found_in_the_figures_and_said(folder: Path) -> None:
    write("quarters.csv", QUARTERS)
    answer = alone("quarters.csv", "--protect", "safe.csv")
    assert "Under “place” the figures say that “Stadt” is the sum of all others." in answer.output
    assert "Under “age” we know no sum." in answer.output
    hidden = [line for line in Path("safe.csv").read_text().splitlines() if line.endswith(".")]
    assert hidden == ["Nord;jung;.", "Süd;jung;."]


def test_a_sum_with_a_known_name_or_in_the_breakdown_is_taken_without_a_word(folder: Path) -> None:
    assert "sum" not in run("table.csv", "--protect", "safe.csv", "--lang", "en").output
    assert json.loads(run("table.csv", "--json").output)["sums_found"] == {}


def test_two_equal_codes_are_no_sum_of_each_other(folder: Path) -> None:
    write("twins.csv", {"a;x": "7", "b;x": "7"})
    assert json.loads(alone("twins.csv", "--json").output)["sums_found"] == {"place": None, "age": None}


@pytest.mark.parametrize("options", [(), ("--protect", "safe.csv"), ("--round", "5", "--protect", "safe.csv")])
def test_a_bar_shows_how_far_the_attack_is(folder: Path, shows_bars: Callable[..., str], options: tuple[str, ...]) -> None:
    assert "100%" in shows_bars("audit-table", "table.csv", "--hierarchy", "town.yaml", *options)
