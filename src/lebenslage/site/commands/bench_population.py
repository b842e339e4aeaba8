"""The law over a million persons, every column varied: how long the kernel takes, how long from table to table, and how much memory."""

import json
import subprocess
import sys
import tempfile
from datetime import date
from functools import cache

from lebenslage.site.commands.measuring import Measurement
from lebenslage.site.commands.program import PACKAGE

PERSONS = 1_000_000
ON = date(2025, 7, 1)
EVALUATE_MS, TABLE_TO_TABLE_S, PEAK_MB = 60, 0.5, 600


@cache
def _figures() -> dict[str, float]:
    """Each step in a process of its own: a process counts the memory of the one that started it as its own peak."""
    with tempfile.TemporaryDirectory() as folder:
        _run("trial_population", folder, str(PERSONS), ON.isoformat())
        _run("trial_run", folder, ON.isoformat())  # compiles the kernel where it must
        figures: dict[str, float] = json.loads(_run("trial_run", folder, ON.isoformat()))
    return figures


def _run(module: str, *arguments: str) -> bytes:
    command = [sys.executable, "-m", f"{PACKAGE}.{module}", *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - our own modules


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
