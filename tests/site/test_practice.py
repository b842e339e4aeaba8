"""The files for a day of practice: the same every time, each named in the README, and nothing of somebody else's is overwritten."""

import csv
import json
import re
from pathlib import Path

from click.testing import CliRunner, Result

from lebenslage.site.commands import program

COURSE = Path(__file__).parent.parent.parent / "docs/planning-course.md"

FIGURES = ("figures_2024.csv", "figures_2026.csv", "money.csv", "grants.csv")


def practise(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(program, ["practice", *map(str, arguments)])


def test_every_file_is_named_in_the_readme(tmp_path: Path) -> None:
    assert practise(tmp_path / "town").exit_code == 0

    readme = (tmp_path / "town/README.md").read_text(encoding="utf8")
    files = {file.name for file in (tmp_path / "town").iterdir()} - {"README.md"}
    assert len(files) == 11
    assert {file for file in files if f"`{file}`" not in readme} == set()


def test_the_same_seed_gives_the_same_figures(tmp_path: Path) -> None:
    towns = [
        json.loads(practise(tmp_path / name, "--seed", seed, "--json").stdout)["folder"] for name, seed in (("a", 27), ("b", 27), ("c", 28))
    ]
    first, same, other = [(Path(town) / "figures_2026.csv").read_text(encoding="utf8") for town in towns]

    assert first == same
    assert first != other


def test_a_folder_with_other_things_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear", encoding="utf8")
    refused = practise(tmp_path)

    assert refused.exit_code == 2
    assert "is not empty" in refused.output
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_the_course_expects_what_the_files_say(tmp_path: Path) -> None:
    practise(tmp_path / "town")
    files = {
        file: list(csv.DictReader((tmp_path / "town" / file).read_text(encoding="utf8").splitlines(), delimiter=";")) for file in FIGURES
    }
    names = {row["key"]: row["name"] for row in files["figures_2026.csv"]}
    expected = re.findall(r"^\| (\S+\.csv) \| (\w+) \| (\w+) \| ([\d ,]+) \|$", COURSE.read_text(encoding="utf8"), re.MULTILINE)

    assert len(expected) == 9
    assert [one for one in expected if one[3] not in {row[one[1]] for row in files[one[0]] if names[row["key"]] == one[2]}] == []
    assert sum(int(row["population"].replace(" ", "")) for row in files["figures_2026.csv"]) == 28094
    assert sum(int(row["granted"]) < 3 for row in files["grants.csv"]) == 43
