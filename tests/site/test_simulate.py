"""A population in partitions: streamed, resumed, on a cluster with the same answers, added up by area."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.site.conftest import Run

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "lebenslage.site.commands"]
ASKED = ["--on", "2026-05", "--only", "wohngeld", "--only", "kindergeld"]


@pytest.fixture
def town(run: Run, tmp_path: Path) -> Path:
    """Six partitions of one small town."""
    whole = tmp_path / "whole.parquet"
    assert run("population", whole, "--persons", "6000", "--seed", "3", "--on", "2026-05").exit_code == 0
    table, folder = pq.read_table(whole), tmp_path / "town"
    folder.mkdir()
    homes = table.column("haushalt").to_numpy()
    edges = [int((homes < homes[-1] * n // 6).sum()) for n in range(6)] + [table.num_rows]
    for n in range(6):
        pq.write_table(table.slice(edges[n], edges[n + 1] - edges[n]), folder / f"part-{n}.parquet")
    return folder


def results(folder: Path) -> pa.Table:
    return pa.concat_tables([pq.read_table(path) for path in sorted(folder.glob("*.parquet"))])


def test_partitions_say_the_same_as_the_whole(run: Run, town: Path, tmp_path: Path) -> None:
    assert run("simulate", town, tmp_path / "parts", *ASKED).exit_code == 0
    assert run("simulate", tmp_path / "whole.parquet", tmp_path / "one.parquet", *ASKED).exit_code == 0

    assert results(tmp_path / "parts").to_pylist() == pq.read_table(tmp_path / "one.parquet").to_pylist()


def test_a_second_run_goes_on_where_the_first_one_stopped(run: Run, town: Path, tmp_path: Path) -> None:
    parts = tmp_path / "parts"
    run("simulate", town, parts, *ASKED)
    (parts / "part-4.parquet").unlink()
    times = {path.name: path.stat().st_mtime_ns for path in parts.glob("*.parquet")}
    said = json.loads(run("simulate", town, parts, *ASKED, "--json").stdout)

    assert [part["done_before"] for part in said["partitions"]] == [True, True, True, True, False, True]
    assert {name: (parts / name).stat().st_mtime_ns for name in times} == times


def test_another_question_or_another_source_is_computed_again(run: Run, town: Path, tmp_path: Path) -> None:
    parts = tmp_path / "parts"
    run("simulate", town, parts, *ASKED)
    os.utime(town / "part-2.parquet", ns=(1, 1))
    changed = json.loads(run("simulate", town, parts, *ASKED, "--json").stdout)
    reform = json.loads(run("simulate", town, parts, *ASKED, "--reform", "mindestbetrag=50", "--json").stdout)

    assert [part["done_before"] for part in changed["partitions"]] == [True, True, False, True, True, True]
    assert not any(part["done_before"] for part in reform["partitions"])


def test_a_partition_that_cannot_be_read_leaves_the_finished_ones(run: Run, town: Path, tmp_path: Path) -> None:
    (town / "part-3.parquet").write_bytes(b"nothing")

    assert run("simulate", town, tmp_path / "parts", *ASKED).exit_code == 2
    assert not list((tmp_path / "parts").glob(".*"))


def test_areas_are_added_up(run: Run, town: Path, tmp_path: Path) -> None:
    said = json.loads(run("simulate", town, tmp_path / "parts", *ASKED, "--by", "mietenstufe", "--json").stdout)
    rows = list(csv.DictReader((tmp_path / "parts.mietenstufe.csv").read_text(encoding="utf8").splitlines()))
    table = results(tmp_path / "parts")

    assert sum(area["households"] for area in said["areas"]) == said["households"] == table.num_rows
    assert sum(int(row["wohngeld_haushalte"]) for row in rows) == table.column("wohngeld_status").to_pylist().count("yes")
    assert sum(area["rights"]["wohngeld"]["cents"] for area in said["areas"]) == sum(table.column("wohngeld_cent").to_pylist())
    assert {row["herkunft"] for row in rows} == {"model"}


def test_a_column_that_is_not_there_cannot_be_added_up_by(run: Run, town: Path, tmp_path: Path) -> None:
    assert run("simulate", town, tmp_path / "parts", *ASKED, "--by", "stadtteil").exit_code == 2


def test_a_cluster_says_the_same(run: Run, town: Path, tmp_path: Path) -> None:
    run("simulate", town, tmp_path / "here", *ASKED)
    asked = [*PROGRAM, "simulate", town, tmp_path / "there", *ASKED, "--engine", "dask", "--workers", "2", "--json"]
    done = subprocess.run(asked, capture_output=True, check=True, timeout=300)

    assert len(json.loads(done.stdout)["partitions"]) == 6
    assert results(tmp_path / "there").to_pylist() == results(tmp_path / "here").to_pylist()


def test_a_lost_worker_does_not_lose_the_run(run: Run, town: Path, tmp_path: Path) -> None:
    run("simulate", town, tmp_path / "here", *ASKED)
    asked = [
        sys.executable,
        "-c",
        f"from tests.site.dying import main; from pathlib import Path; main(Path({str(town)!r}), Path({str(tmp_path / 'there')!r}))",
    ]
    done = subprocess.run(asked, capture_output=True, check=True, timeout=300, cwd=ROOT)

    assert done.stdout == b"6"
    assert (tmp_path / "there" / "died").exists()
    assert results(tmp_path / "there").to_pylist() == results(tmp_path / "here").to_pylist()


def test_a_cluster_that_does_not_answer_is_told_in_one_sentence(run: Run, town: Path, tmp_path: Path) -> None:
    asked = [*PROGRAM, "simulate", town, tmp_path / "there", *ASKED, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"]
    done = subprocess.run(asked, capture_output=True, check=False, timeout=300)

    assert (done.returncode, done.stderr.count(b"Traceback")) == (2, 0)
