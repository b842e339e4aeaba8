"""`lebenslage takeup`, from our own synthetic population to the interval."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lebenslage.site.commands import program

COUNTS = """area,variable,category,count
05315000/Nord,groesse,1,500
05315000/Nord,groesse,2,300
05315000/Sued,groesse,1,100
05315000/Sued,groesse,2,100
"""
SIMULATED = """quartier,herkunft,haushalte,wohngeld_haushalte,wohngeld_anteil,wohngeld_euro,wohngeld_offen
Nord,{origin},1000,200,0.2000,30000.00,0
Sued,fitted,1000,400,0.4000,60000.00,50
"""
RECEIVED = "quartier;bezieher;alle\nNord;90;1000\nSued;.;1000\nWest;7;50\n"

type Run = Callable[..., Result]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(program, ["takeup", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    def write(origin: str = "fitted", received: str = RECEIVED) -> tuple[Path, Path]:
        (tmp_path / "received.csv").write_text(received, encoding="utf8")
        (tmp_path / "rights.quartier.csv").write_text(SIMULATED.format(origin=origin), encoding="utf8")
        return tmp_path / "received.csv", tmp_path / "rights.quartier.csv"

    return write


ASKED = ("--right", "wohngeld", "--recipients", "bezieher", "--error", "0.1", "--suppressed-below", "5")


def test_from_two_tables_to_intervals_in_order(files: Callable[..., tuple[Path, Path]]) -> None:
    said = json.loads(run(*files(), *ASKED, "--json").stdout)
    north, south = said["areas"]

    # 200 of 1,000: 175.6 to 226.2 by the draw, a tenth further by the error.
    assert (round(north["least"], 3), round(north["most"], 3)) == (0.362, 0.569)
    assert (south["least"], south["rank_to"], north["rank_from"]) == (0, 1, 2)
    assert (said["publishable"], said["left_out"]) == (True, ["West"])


def test_what_is_printed_is_rounded_outwards(files: Callable[..., tuple[Path, Path]]) -> None:
    said = run(*files(), *ASKED).stdout

    assert "36 %" in said
    assert "57 %" in said


def test_an_area_without_local_counts_is_a_model_and_not_for_publishing(files: Callable[..., tuple[Path, Path]]) -> None:
    paths = files(origin="model")

    assert "Die Bevölkerung ist ein Modell." in run(*paths, *ASKED).stdout
    refused = run(*paths, *ASKED, "--publish")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "1 Gebiete beruhen auf keinen örtlichen Zahlen: Nord." in refused.stderr


def test_intervals_are_written_whole(files: Callable[..., tuple[Path, Path]], tmp_path: Path) -> None:
    assert run(*files(), *ASKED, "--out", tmp_path / "takeup.csv").exit_code == 0
    with (tmp_path / "takeup.csv").open(encoding="utf8") as opened:
        rows = list(csv.DictReader(opened))

    assert [row["key"] for row in rows] == ["Nord", "Sued"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--recipients", "bezieher", "--suppressed-below", "5"), "--error"),
        (("--recipients", "bezieher", "--error", "0.1"), "Sued"),
        (("--recipients", "empfänger", "--error", "0.1"), "empfänger"),
        (("--recipients", "bezieher", "--error", "0.1", "--right", "mondgeld"), "mondgeld"),
    ],
)
def test_mistakes_are_one_sentence(files: Callable[..., tuple[Path, Path]], more: tuple[str, ...], said: str) -> None:
    refused = run(*files(), "--right", "wohngeld", *more)

    assert refused.exit_code == 2
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr


def test_no_area_in_common_is_said(files: Callable[..., tuple[Path, Path]]) -> None:
    refused = run(*files(received="quartier;bezieher\nnord;90\n"), *ASKED)

    assert refused.exit_code == 2
    assert "kein Gebiet gemeinsam" in refused.stderr


@pytest.mark.slow
def test_from_our_own_synthetic_population(tmp_path: Path) -> None:
    def lebenslage(*arguments: Any) -> None:
        assert CliRunner().invoke(program, list(map(str, arguments)), catch_exceptions=False).exit_code == 0

    (tmp_path / "counts.csv").write_text(COUNTS, encoding="utf8")
    (tmp_path / "received.csv").write_text("quartier,count\nNord,60\nSued,9\n", encoding="utf8")
    for seed in (1, 2):
        town, rights = tmp_path / f"town{seed}.parquet", tmp_path / f"rights{seed}.parquet"
        lebenslage("population", town, "--persons", 1500, "--seed", seed, "--on", "2026-05", "--marginals", tmp_path / "counts.csv")
        lebenslage("simulate", town, rights, "--on", "2026-05", "--only", "wohngeld", "--by", "quartier")
    asked = ("--right", "wohngeld", "--publish", "--json")
    one = json.loads(run(tmp_path / "received.csv", tmp_path / "rights1.parquet", *asked, "--error", "0.0001").stdout)["areas"]
    table = json.loads(run(tmp_path / "received.csv", tmp_path / "rights1.quartier.csv", *asked, "--error", "0.0001").stdout)["areas"]
    both = json.loads(run(tmp_path / "received.csv", tmp_path / "rights1.parquet", tmp_path / "rights2.parquet", *asked).stdout)["areas"]

    folder = tmp_path / "rights"
    folder.mkdir()
    (tmp_path / "rights1.parquet").rename(folder / "part-0.parquet")

    assert one == table == json.loads(run(tmp_path / "received.csv", folder, *asked, "--error", "0.0001").stdout)["areas"]
    (tmp_path / "received.csv").write_text("viertel,count\nNord,60\n", encoding="utf8")
    assert "rights hat keine Spalte „viertel“" in run(tmp_path / "received.csv", folder, "--right", "wohngeld", "--key", "viertel").stderr
    assert [area["origin"] for area in both] == ["fitted", "fitted"]
    assert all(0 < area["least"] < area["most"] <= 1 for area in both)
    assert all(wide["least"] <= narrow["least"] * 1.001 for wide, narrow in zip(both, one, strict=True))


def test_a_bar_shows_how_many_simulations_are_counted(files: Callable[..., tuple[Path, Path]], shows_bars: Callable[..., str]) -> None:
    assert "100%" in shows_bars("takeup", *files(), *ASKED)
