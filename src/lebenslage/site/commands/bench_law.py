"""`lebenslage bench law`: our law and GETTSIM's in one run, on the same households: how fast, how much memory, and whether they agree.

What is compared comes first: where the compiled law and plain Python, or we and GETTSIM on Kindergeld, do not say the same, nothing is
timed. Without GETTSIM ours is measured alone, and a line says so.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import click
import numpy as np

from lebenslage.site.commands.bench_household import cold, every_right
from lebenslage.site.commands.bench_law_people import people
from lebenslage.site.commands.measuring import Measurement
from lebenslage.site.commands.problems import BenchmarkDisagrees
from lebenslage.site.commands.program import PACKAGE

ON = date(2025, 6, 1)
PERSONS, STATE = 1_000_000, 18_000_000
PARTITIONS = 64
EVALUATE_MS, TABLE_TO_TABLE_S, PEAK_MB = 120, 0.6, 700
COLD_MS = 400
STREAM_S, STREAM_MB, TWO_OF_ONE = 30, 2000, 1 / 1.6
PEER = Path(__file__).with_name("bench_law_gettsim.py")
PEERS: Mapping[str, tuple[str, str, Mapping[str, str]]] = {
    "GETTSIM, NumPy": ("numpy", "1", {}),
    "GETTSIM, NumPy at its best": ("numpy", "0", {"GETTSIM_BEARTYPE_CLAW": "0"}),
    "GETTSIM, JAX warm": ("jax", "0", {"GETTSIM_BEARTYPE_CLAW": "0"}),
}
LEAST_RATIO = {"GETTSIM, NumPy": (25, 15), "GETTSIM, JAX warm": (12, None)}  # evaluation, table to table
BY_HOUSEHOLD = frozenset({"kindergeld_betrag"})
OF_PERSONS = frozenset({"sgb2_bedarf", "uvg_betrag", "einkommensteuer", "sozialversicherungsbeitraege"})


def _asked() -> Mapping[str, Any]:
    """The options of the command line, or what is usual."""
    usual = {"persons": PERSONS, "state": STATE, "gettsim": os.environ.get("LEBENSLAGE_ORACLE_PYTHON")}
    context = click.get_current_context(silent=True)
    return {**usual, **{name: value for name, value in (context.params if context else {}).items() if value is not None and name in usual}}


@cache
def _ours() -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The figures of our run, and its results. Raises BenchmarkDisagrees where compiled and plain differ."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "ours.npz"
        _run("bench_law_run", str(10_000), ON.isoformat())  # compiles what must be
        figures = json.loads(_run("bench_law_run", str(_asked()["persons"]), ON.isoformat(), str(results)))
        if figures["differing"] or figures["open"]:
            raise BenchmarkDisagrees(what="; ".join(figures["differing"]) or f"open: {figures['open']}")
        with np.load(results) as kept:
            return figures, {name: kept[name] for name in kept.files}


def _run(module: str, *arguments: str) -> bytes:
    """One of our modules in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", f"{PACKAGE}.{module}", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout  # noqa: S603 - our own modules


@cache
def _theirs() -> Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """The figures and results of each way to run GETTSIM; none where it is not installed."""
    python = _asked()["gettsim"]
    if not python:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "people.npz"
        drawn: dict[str, Any] = dict(people(_asked()["persons"], ON.year))
        np.savez(given, **drawn)
        found = {name: _peer(python, given, way, Path(folder) / "theirs.npz") for name, way in PEERS.items()}
    return {name: one for name, one in found.items() if one is not None}


def _peer(
    python: str, given: Path, way: tuple[str, str, Mapping[str, str]], results: Path
) -> tuple[Mapping[str, Any], Mapping[str, Any]] | None:
    backend, checks, environment = way
    has = [python, "-c", f"import {backend}"]
    if subprocess.run(has, check=False, capture_output=True).returncode:  # noqa: S603 - the interpreter that was named
        return None
    command = [python, "-W", "ignore", str(PEER), str(given), ON.isoformat(), backend, checks, str(results)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env={**os.environ, **environment})  # noqa: S603
    with np.load(results) as kept:
        return json.loads(done.stdout), {name: kept[name] for name in kept.files}


def agreement() -> Sequence[Measurement]:
    """First of all whether compiled and plain agree, and how many persons or households get the same from GETTSIM."""
    figures, ours = _ours()
    lines = [Measurement(f"compiled = plain, households compared (of {figures['households']})", figures["compared"], "")]
    for name, (_, theirs) in list(_theirs().items())[:1]:
        shares = _shares(ours, theirs)
        if shares["kindergeld_betrag"] < 1:
            raise BenchmarkDisagrees(what=f"Kindergeld: {shares['kindergeld_betrag']:.4%} = {name}")
        lines += [Measurement(f"same as {name}: {output}", 100 * share, "%") for output, share in shares.items()]
    if not _theirs():
        lines.append(Measurement("GETTSIM is not here (--gettsim PYTHON): ours alone", 0, ""))
    return lines


def _shares(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Mapping[str, float]:
    """On how many rows an output is the same to the cent.

    Theirs for a household stands on each of its persons; Kindergeld stands there with who receives it, so it is added up by household.
    """
    drawn = people(_asked()["persons"], ON.year)
    first, home = np.flatnonzero(drawn["platz"] == 0), drawn["haushalt"]
    found = {}
    for name, column in ours.items():
        other = np.rint(theirs[name] * (1200 if name == "einkommensteuer" else 100)).astype(np.int64)
        apart = column - (other if name in OF_PERSONS else other[first]) if name not in BY_HOUSEHOLD else np.bincount(home, column - other)
        found[name] = float((np.abs(apart) <= (12 if name == "einkommensteuer" else 1)).mean())
    return found


def speed() -> Sequence[Measurement]:
    """Eleven outputs for a million persons: evaluation, table to table, memory; and how many times GETTSIM takes."""
    agreement()
    figures, _ = _ours()
    told = f"{figures['persons']:,} persons, eleven outputs"
    lines = [
        Measurement(f"{told}: evaluated", 1000 * figures["evaluate"], "ms", EVALUATE_MS),
        Measurement(f"{told}: table to table", figures["table_to_table"], "s", TABLE_TO_TABLE_S),
        Measurement(f"{told}: peak memory", figures["peak_mb"], "MB", PEAK_MB),
        Measurement(f"{figures['loops']} loops, loaded from the cache", figures["ready"], "s"),
    ]
    for name, (theirs, _) in _theirs().items():
        evaluation, table = LEAST_RATIO.get(name, (None, None))
        lines += [
            Measurement(f"{name}: evaluated", 1000 * theirs["evaluate"], "ms"),
            Measurement(f"{name}: table to table", theirs["table_to_table"], "s"),
            Measurement(f"{name}: peak memory", theirs["peak_mb"], "MB"),
            Measurement(f"{name}: times our evaluation", theirs["evaluate"] / figures["evaluate"], "x", evaluation, at_least=True),
            Measurement(
                f"{name}: times our table to table", theirs["table_to_table"] / figures["table_to_table"], "x", table, at_least=True
            ),
        ]
    return lines


def household() -> Sequence[Measurement]:
    """One household: the whole process, and warm with every step of the trail."""
    one = cold()
    return [Measurement(one.what, one.value, one.unit, COLD_MS), *every_right()]


def state() -> Sequence[Measurement]:
    """The persons of a whole state, streamed from partitions on a disk; and on one Dask worker and two."""
    agreement()
    persons = _asked()["state"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run("bench_law_state", "make", str(folder), str(persons), str(PARTITIONS))
        streamed = json.loads(_run("bench_law_state", "stream", str(folder)))
        told = f"{persons:,} persons in {PARTITIONS} partitions, five rights"
        lines = [
            Measurement(f"{told}: streamed", streamed["seconds"], "s", STREAM_S * persons / STATE),
            Measurement(f"{told}: peak memory", streamed["peak_mb"], "MB", STREAM_MB),
        ]
        if importlib.util.find_spec("distributed") is None:
            return lines
        one, two = (json.loads(_run("bench_law_state", "dask", str(folder), str(workers))) for workers in (1, 2))
        if not streamed["sums"] == one["sums"] == two["sums"]:
            raise BenchmarkDisagrees(what="Dask")
        return [
            *lines,
            Measurement(f"{told}: one Dask worker", one["seconds"], "s"),
            Measurement(f"{told}: two Dask workers", two["seconds"], "s"),
            Measurement("two Dask workers take of the time of one", two["seconds"] / one["seconds"], "", TWO_OF_ONE),
        ]


parts = (agreement, household, speed, state)
