"""The law over a million persons, every column varied: how long the kernel takes, how long from table to table, and how much memory."""

import json
import subprocess
import sys
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

import pyarrow as pa

from lebenslage.site.commands.measuring import Measurement
from lebenslage.site.commands.trial_population import population

PERSONS = 1_000_000
ON = date(2025, 7, 1)
EVALUATE_MS, TABLE_TO_TABLE_S, PEAK_MB = 60, 0.5, 600


@cache
def _figures() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        for entity, table in population(PERSONS, ON).items():
            with pa.ipc.new_file(Path(folder) / f"{entity.plural}.arrow", table.schema) as file:
                file.write_table(table)
        trial = [sys.executable, "-m", "lebenslage.site.commands.trial_run", folder, ON.isoformat()]
        subprocess.run(trial, check=True, capture_output=True)  # noqa: S603 - our own module; this run compiles the kernel where it must
        measured = subprocess.run(trial, check=True, capture_output=True)  # noqa: S603
    figures: dict[str, float] = json.loads(measured.stdout)
    return figures


def evaluated() -> Measurement:
    """A million persons through the compiled rules."""
    return Measurement("a million persons, evaluated", 1000 * _figures()["evaluate"], "ms", EVALUATE_MS)


def table_to_table() -> Measurement:
    """The same from Arrow tables to an Arrow table."""
    return Measurement("a million persons, table to table", _figures()["table_to_table"], "s", TABLE_TO_TABLE_S)


def peak_memory() -> Measurement:
    """The most memory of that process, input and output included."""
    return Measurement("peak memory of that process", _figures()["peak_mb"], "MB", PEAK_MB)


def loading() -> Measurement:
    """Loading the compiled law from the cache, and the first household."""
    return Measurement("loading the compiled law", _figures()["ready"], "s")


parts = (evaluated, table_to_table, peak_memory, loading)
