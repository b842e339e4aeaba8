"""How long GETTSIM and our law take for the same households, one after the other on the same machine: what counts is the ratio.

python -m tests.oracle.run_times --households 44400 --repeat 7    (LEBENSLAGE_ORACLE_PYTHON names GETTSIM's python)
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import click

from lebenslage.site.commands.measuring import best_of
from tests.oracle.answers import answers_of, read_oracle
from tests.oracle.compare_wohngeld import simulation

ORACLE_PYTHON = "LEBENSLAGE_ORACLE_PYTHON"
MODULE = "tests.oracle.gettsim_wohngeld"
ROOT = Path(__file__).resolve().parents[2]


def gettsim(*arguments: str) -> str:
    """Run our script in GETTSIM's environment and give what it prints. Raises KeyError where that environment is not named."""
    command = [os.environ[ORACLE_PYTHON], "-W", "ignore", "-m", MODULE, *arguments]
    fast = {**os.environ, "GETTSIM_BEARTYPE_CLAW": "0"}
    return subprocess.run(command, cwd=ROOT, env=fast, check=True, capture_output=True, text=True).stdout


def ours(file: Path, repeats: int) -> dict[str, float]:
    """The least seconds of some runs: prepared columns evaluated, and from Arrow tables to an Arrow table."""
    oracle = read_oracle(file)
    wohngeld = simulation(oracle.day)
    tables = answers_of(oracle).tables()
    prepared = wohngeld.prepare(tables)
    wohngeld.run(prepared)
    evaluate = best_of(repeats, lambda: wohngeld.run(prepared))
    return {"evaluate": evaluate, "table_to_table": best_of(repeats, lambda: wohngeld.simulate(tables))}


@click.command()
@click.option("--on", default="2025-06-01", type=date.fromisoformat)
@click.option("--households", default=44_400, help="44400 households are about 100,000 persons.")
@click.option("--repeat", default=7, help="How often each is measured; the least counts.")
def run(on: date, households: int, repeat: int) -> None:
    """Measure both, GETTSIM first, and print seconds and ratios."""
    wanted = ("--on", str(on), "--households", str(households))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "oracle.parquet"
        gettsim(str(file), *wanted)
        theirs = json.loads(gettsim(*wanted, "--repeat", str(repeat)))
        mine = ours(file, repeat)
    sys.stdout.write(f"{theirs['persons']} persons, {households} households, {on}, least of {repeat}\n")
    for what, seconds in mine.items():
        sys.stdout.write(f"{what:15s} GETTSIM {theirs[what]:8.4f} s   ours {seconds:8.4f} s   ratio {theirs[what] / seconds:6.1f}\n")


if __name__ == "__main__":
    run()
