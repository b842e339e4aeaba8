"""`lebenslage report`: from files to a report that may be published."""

import csv
import json
from pathlib import Path

import pytest

from tests.site.conftest import Run

pytestmark = pytest.mark.slow  # reads shapes, presses a PDF


def made(run: Run, town_files: Path, out: Path, *more: str) -> dict[str, object]:
    figures = [word for year in (2024, 2026) for word in ("--figures", str(town_files / f"figures_{year}.csv"))]
    result = run("report", town_files / "quarters.gpkg", "--out", out, *figures, "--town", "Ahornstedt", "--json", *more)
    assert result.exit_code == 0, result.stderr
    return dict(json.loads(result.stdout))


def test_files_become_a_report_with_its_data(run: Run, town_files: Path, tmp_path: Path) -> None:
    told = made(run, town_files, tmp_path / "out")

    assert {file.name for file in (tmp_path / "out").iterdir()} >= {"bericht.pdf", "bericht.html", "werte.csv", "gebiete.gpkg"}
    assert (told["areas"], told["left_out"]) == (27, [])
    assert (tmp_path / "out" / "bericht.pdf").read_bytes().startswith(b"%PDF")


def test_small_counts_are_hidden_in_every_file(run: Run, town_files: Path, tmp_path: Path) -> None:
    told = made(run, town_files, tmp_path / "out")
    with (tmp_path / "out" / "werte.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))

    hidden = [line for line in lines if line["zustand"] == "geheim"]
    assert len(hidden) == told["hidden"]
    assert all(line["wert"] == "" for line in hidden)
    shown = [line for line in lines if line["einheit"] == "Prozent" and line["wert"]]
    assert all(float(line["wert"]) * float(line["nenner"]) / 100 > 4.4 for line in shown)
    assert "geheim" in (tmp_path / "out" / "bericht.html").read_text(encoding="utf-8")


def test_a_table_of_no_day_is_one_sentence(run: Run, town_files: Path, tmp_path: Path) -> None:
    table = tmp_path / "zahlen.csv"
    table.write_bytes((town_files / "figures_2026.csv").read_bytes())
    result = run("report", town_files / "quarters.gpkg", "--out", tmp_path / "out", "--figures", table)

    assert result.exit_code == 2
    assert "2026-12-31=zahlen.csv" in result.stderr
    assert not (tmp_path / "out").exists()
