"""The manual of the household file is written from the facts, and noticed when it is out of date."""

from pathlib import Path

import pytest

from lebenslage.benefits.facts import FACTS
from tests.site.conftest import COMPLETE, Run

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.slow
def test_the_committed_manual_is_up_to_date(run: Run) -> None:
    assert run("docs", "--check", "--dir", DOCS).exit_code == 0


def test_a_stale_manual_is_noticed_and_left_alone(run: Run, tmp_path: Path) -> None:
    manual = tmp_path / "household.md"
    manual.write_text("von gestern", encoding="utf8")
    result = run("docs", "--check", "--dir", tmp_path)

    assert result.exit_code == 1
    assert "household.md ist nicht mehr aktuell" in result.stderr
    assert manual.read_text(encoding="utf8") == "von gestern"


def test_writing_it_again_makes_it_fit(run: Run, tmp_path: Path) -> None:
    assert run("docs", "--dir", tmp_path / "docs").exit_code == 0
    assert run("docs", "--check", "--dir", tmp_path / "docs").exit_code == 0


def test_the_manual_has_a_row_for_every_fact() -> None:
    manual = (DOCS / "household.md").read_text(encoding="utf8")

    assert [fact.id for fact in FACTS if f"\n| `{fact.id}` | " not in manual] == []


def test_every_link_in_the_manual_leads_to_a_heading() -> None:
    manual = (DOCS / "household.md").read_text(encoding="utf8")
    headings = {line.lstrip("# ").lower() for line in manual.splitlines() if line.startswith("### ")}

    assert {link.split(")")[0] for link in manual.split("](#")[1:]} == headings


def test_the_example_of_the_manual_is_a_household_with_a_right(run: Run) -> None:
    assert COMPLETE.read_text(encoding="utf8") in (DOCS / "household.md").read_text(encoding="utf8")
    assert "Anspruch" in run("assess", COMPLETE, "--on", "2026-11").stdout
