"""The contracts of the house catch who imports what they may not: on a paper house with every room, one wrong import each."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def floors() -> list[str]:
    """The lines of the floor plan, from the roof down."""
    plan = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return next(contract["layers"] for contract in plan["tool"]["importlinter"]["contracts"] if contract["id"] == "floors")


def rooms() -> list[str]:
    """Every room of the floor plan."""
    return [room.strip(" ()") for floor in floors() for room in floor.split("|")]


@pytest.fixture
def paper_house(tmp_path: Path) -> Path:
    """A package with every room and nothing in them, under the real contracts."""
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    house = tmp_path / "lebenslage"
    for room in ["", *rooms()]:
        (house / room).mkdir(parents=True)
        (house / room / "__init__.py").touch()
    return house


def verdict(house: Path) -> str:
    """What the import linter says about the house."""
    environment = {**os.environ, "PYTHONPATH": str(house.parent), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "200"}
    done = subprocess.run([LINT_IMPORTS, "--no-cache"], cwd=house.parent, env=environment, capture_output=True, text=True, check=False)
    assert "Contracts:" in done.stdout, done.stdout + done.stderr
    return done.stdout


def broken_contracts(house: Path) -> list[str]:
    """The names of the contracts that the house breaks."""
    return [line.removesuffix(" BROKEN") for line in verdict(house).splitlines() if line.endswith(" BROKEN")]


def test_an_empty_house_keeps_every_contract(paper_house: Path) -> None:
    assert broken_contracts(paper_house) == []


def test_a_house_of_one_room_keeps_every_contract(paper_house: Path) -> None:
    for room in set(rooms()) - {"kernel"}:
        shutil.rmtree(paper_house / room)

    assert broken_contracts(paper_house) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("contract", "wrong_imports"),
    [
        (
            "A room imports only rooms on lower floors",
            ["law > lebenslage.benefits", "benefits > lebenslage.atlas", "portal > lebenslage.desk", "region > lebenslage.bridge"],
        ),
        ("The place wing cannot read a person", ["planning > lebenslage.cases", "region > lebenslage.residents"]),
        ("The rights wing cannot read an area's reputation", ["cases > lebenslage.quarters", "desk > lebenslage.quarters"]),
        ("The neutral ground knows neither", ["authorities > lebenslage.residents", "pages > lebenslage.quarters"]),
        (
            "The core is pure",
            ["kernel > django", "law > sqlite3", "benefits > socket", "atlas > urllib", "papers > time"],
        ),
    ],
)
def test_wrong_imports_break_their_contract(paper_house: Path, contract: str, wrong_imports: list[str]) -> None:
    for wrong in wrong_imports:
        room, _, module = wrong.partition(" > ")
        (paper_house / room / "offender.py").write_text(f"import {module}", encoding="utf-8")

    said = verdict(paper_house)

    assert [line for line in said.splitlines() if line.startswith(contract) and line.endswith(" BROKEN")]
    for wrong in wrong_imports:
        assert "lebenslage.{} is not allowed to import {}:".format(*wrong.split(" > ")) in said


def test_a_room_without_a_floor_is_noticed(paper_house: Path) -> None:
    (paper_house / "utils.py").touch()

    assert broken_contracts(paper_house) == ["A room imports only rooms on lower floors, and every room has its floor"]


def test_site_may_use_the_bridge(paper_house: Path) -> None:
    (paper_house / "site/wiring.py").write_text("import lebenslage.bridge", encoding="utf-8")

    assert broken_contracts(paper_house) == []
