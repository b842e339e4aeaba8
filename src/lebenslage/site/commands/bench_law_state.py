"""The persons of a whole state in partitions: made, streamed in one process, or run on Dask workers. Prints its figures as JSON."""

from __future__ import annotations

import json
import shutil
import sys
import time
from datetime import date
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from lebenslage.site.commands.measuring import peak_mb
from lebenslage.site.commands.population_file import write_population
from lebenslage.site.commands.simulate_dask import run_on_cluster
from lebenslage.site.commands.simulate_jobs import Done, Job, Order, jobs_of, run_here, simulation_of

ON = date(2025, 6, 1)
RIGHTS = ("sgb2", "wohngeld", "kinderzuschlag", "unterhaltsvorschuss", "kindergeld")


def make(folder: Path, persons: int, partitions: int) -> None:
    """Draw a partition after the other, each by a seed of its own."""
    (folder / "people").mkdir()
    for number in range(partitions):
        write_population(folder / "people" / f"part-{number:04}.parquet", persons // partitions, number, ON, None)


def jobs(folder: Path, threads: int | None = None) -> list[Job]:
    """One job a partition, into an empty folder."""
    shutil.rmtree(folder / "results", ignore_errors=True)
    return list(jobs_of(Order(ON, only=RIGHTS, threads=threads), folder / "people", folder / "results"))


def stream(folder: Path) -> None:
    """All partitions in this process, on all its processors."""
    order = jobs(folder)
    simulation_of(order[0].order).kernel.compile()
    done: list[Done] = []
    start = time.perf_counter()
    run_here(order, done.append)
    _tell(folder, time.perf_counter() - start)


def on_dask(folder: Path, workers: int) -> None:
    """All partitions on workers of this machine; starting them is part of the time."""
    order = jobs(folder)
    simulation_of(order[0].order).kernel.compile()
    done: list[Done] = []
    start = time.perf_counter()
    run_on_cluster(order, done.append, workers=workers)
    _tell(folder, time.perf_counter() - start)


def _tell(folder: Path, seconds: float) -> None:
    peak = peak_mb()
    table = pq.read_table(folder / "results", columns=[f"{right}_cent" for right in RIGHTS])
    sums = {right: pc.sum(table.column(f"{right}_cent")).as_py() for right in RIGHTS}
    sys.stdout.write(json.dumps({"seconds": seconds, "peak_mb": peak, "sums": sums}))


def main(what: str, folder: Path, *numbers: int) -> None:
    """What is asked for by name."""
    if what == "make":
        make(folder, *numbers)
    elif what == "stream":
        stream(folder)
    else:
        on_dask(folder, *numbers)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:]))
