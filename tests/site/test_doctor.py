"""The doctor says in plain sentences what is missing, and changes nothing."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lebenslage.law.texts import LANGUAGES
from lebenslage.site.commands import checks, missing_texts
from tests.site.conftest import Run

pytestmark = [pytest.mark.enable_socket, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A day for which the law has figures, and style sheets that are there."""
    sheet = tmp_path / "kern.min.css"
    sheet.touch()
    monkeypatch.setattr(checks, "STYLE_SHEET", sheet)
    monkeypatch.setattr(checks, "today", lambda: date(2026, 11, 22))


def test_a_complete_installation_is_well(run: Run) -> None:
    result = run("doctor")

    assert result.exit_code == 0, result.stdout
    assert "Alles Nötige ist da." in result.stdout


def test_json_has_a_finding_for_each_check(run: Run) -> None:
    answer = json.loads(run("doctor", "--json").stdout)

    assert answer["well"] is True
    assert {f["check"] for f in answer["findings"]} == {
        "python", "packages", "analysis", "texts", "figures", "rent_levels", "static_files", "port", "settings", "mail",
        "seal", "database", "migrations", "row_security", "master_key", "worker", "tasks",
    }  # fmt: skip


def test_missing_style_sheets_make_it_unwell(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(checks, "STYLE_SHEET", tmp_path / "nothing.css")
    result = run("doctor")

    assert result.exit_code == 1
    assert "✗ Die Dateien für das Aussehen der Seiten fehlen. Bitte rufen Sie „make setup“ auf." in result.stdout


def test_a_year_without_figures_makes_it_unwell(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "today", lambda: date(2027, 1, 2))
    result = run("doctor", "--lang", "en")

    assert result.exit_code == 1
    assert "Not all figures of the law are known for today." in result.stdout
    assert "The rent levels are not known for today." in result.stdout


def test_a_missing_string_makes_it_unwell(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(missing_texts, "WORDS", ("yes", "perhaps"))
    result = run("doctor")

    assert result.exit_code == 1
    assert "In nl fehlen 1 Texte: perhaps." in result.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there(language: str) -> None:
    assert missing_texts.missing_texts(language) == []


def test_the_doctor_runs_as_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lebenslage.site.commands", "doctor", "--json"], capture_output=True, text=True, check=False
    )

    assert done.returncode in (0, 1), done.stderr
    assert json.loads(done.stdout)["findings"]
