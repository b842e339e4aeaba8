"""The parts of a simulation: one a partition, each done by the same function wherever it runs, each finished for good.

A job holds only words and paths, so that it can travel to another process or machine. Its result names what it was made from; a second run
finds it and goes on with the rest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lebenslage.benefits.together.law import Law
from lebenslage.kernel.errors import UnreadableFile
from lebenslage.law.marks import ORIGIN
from lebenslage.law.nodes import PERSON
from lebenslage.law.simulation import Simulation
from lebenslage.law.simulation_files import Progress, origin_of, simulate_file

MADE_FROM = "lebenslage.made-from"
PERSONS_FILE = f"{PERSON.plural}.parquet"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of every household: the day, the rights, what is assumed, other figures, columns that are kept."""

    day: date
    only: tuple[str, ...] = ()
    assumed: tuple[tuple[str, int], ...] = ()
    figures: tuple[tuple[str, Any], ...] = ()
    carried: tuple[str, ...] = ()
    threads: int | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One partition."""

    order: Order
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Done:
    """A partition that is finished: how many households, whether it is a model, whether an earlier run had done it."""

    target: str
    households: int
    origin: str
    before: bool = False


@cache
def simulation_of(order: Order) -> Simulation:
    """The compiled law for an order, made once in a process."""
    figures = {name: _listed(value) for name, value in order.figures}
    law = Law.on(order.day).reformed(figures) if figures else Law.on(order.day)
    simulation = Simulation(law, only=order.only, assume=dict(order.assumed))
    simulation.threads, simulation.carried = order.threads, tuple(dict.fromkeys((*order.carried, ORIGIN)))
    return simulation


def _listed(value: Any) -> Any:
    return [_listed(each) for each in value] if isinstance(value, tuple) else value


def run(job: Job, progress: Progress | None = None) -> Done:
    """Simulate a partition; nothing is left at its target unless all of it is there. Raises what reading raises."""
    notes = {MADE_FROM: made_from(job)}
    households = simulate_file(simulation_of(job.order), Path(job.source), Path(job.target), progress, notes)
    return Done(job.target, households, _origin(Path(job.target)))


def jobs_of(order: Order, source: Path, target: Path) -> Sequence[Job]:
    """A file is one partition, a folder of Parquet files as many as it has. Raises UnreadableFile."""
    if source.is_file() or (source / PERSONS_FILE).exists():
        return [Job(order, str(source), str(target))]
    parts = sorted([*source.glob("*.parquet"), *(folder.parent for folder in source.glob(f"*/{PERSONS_FILE}"))])
    if not parts:
        raise UnreadableFile(file=source.name, reason=PERSONS_FILE if source.is_dir() else FileNotFoundError.__name__)
    target.mkdir(parents=True, exist_ok=True)
    return [Job(order, str(part), str(target / f"{part.stem}.parquet")) for part in parts]


def finished(job: Job) -> Done | None:
    """The result of an earlier run for the same order and the same source."""
    target = Path(job.target)
    try:
        metadata = pq.read_metadata(target)
    except (OSError, pa.ArrowInvalid):
        return None
    if (metadata.metadata or {}).get(MADE_FROM.encode(), b"").decode() != made_from(job):
        return None
    return Done(job.target, metadata.num_rows, _origin(target), before=True)


def made_from(job: Job) -> str:
    """A fingerprint of everything that a result depends on: the law's loops and figures, the order, and the source as it is now."""
    source = Path(job.source)
    files = sorted(source.glob("*.parquet")) if source.is_dir() else [source]
    stats = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files if file.exists()]
    asked = {**asdict(job.order), "threads": None}
    return hashlib.sha256(json.dumps([_law(job.order), asked, stats], default=str).encode()).hexdigest()


@cache
def _law(order: Order) -> str:
    kernel = simulation_of(order).kernel
    figures = sorted((parameter.id, str(value)) for parameter, value in kernel.law.figures.items())
    text = "".join(loop.text for loop in kernel.loops.values())
    return hashlib.sha256(f"{text}{figures}".encode()).hexdigest()


def _origin(target: Path) -> str:
    return origin_of(pq.read_schema(target).metadata)


def run_here(jobs: Sequence[Job], report: Callable[[Done], None], progress: Progress | None = None) -> None:
    """One partition after the other, in this process. `progress` gets persons done and persons in all."""
    total = sum(_persons(job) for job in jobs)
    passed = 0
    for job in jobs:
        before = passed

        def told(done: int, _: int, before: int = before) -> None:
            if progress:
                progress(before + done, total)

        report(run(job, told))
        passed += _persons(job)


def _persons(job: Job) -> int:
    source = Path(job.source)
    try:
        return int(pq.read_metadata(source / PERSONS_FILE if source.is_dir() else source).num_rows)
    except (OSError, pa.ArrowInvalid) as error:
        raise UnreadableFile(file=source.name, reason="Parquet") from error
