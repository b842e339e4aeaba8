"""The same partitions on a Dask cluster: one given by address, or workers on this machine. Imported only when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import dask
from distributed import Client, KilledWorker, LocalCluster, as_completed

from lebenslage.site.commands.problems import ClusterLost
from lebenslage.site.commands.simulate_jobs import Done, Job, run, simulation_of

if TYPE_CHECKING:
    from collections.abc import Iterator

STARTED_AGAIN = 5  # so often a partition may lose its worker before the run gives up


def run_on_cluster(
    jobs: Sequence[Job],
    report: Callable[[Done], None],
    *,
    scheduler: str | None = None,
    workers: int | None = None,
    work: Callable[[Job], Done] = run,
) -> None:
    """Run every partition on a cluster; one whose worker is lost is run again elsewhere. Raises ClusterLost and what a partition raises."""
    single = [replace(job, order=replace(job.order, threads=1)) for job in jobs]
    if not single:
        return
    if scheduler is None:
        simulation_of(jobs[0].order).kernel.compile()  # once, here: the workers find it in the cache
    with _client(scheduler, workers or os.cpu_count() or 1) as client:
        # A partition is named by its target: two runs on one cluster do not take each other's answers.
        futures = client.map(work, single, key=[f"{job.target}-{os.getpid()}" for job in single], pure=False)
        try:
            for future in as_completed(futures):
                report(future.result())
        except (KilledWorker, CancelledError) as error:
            raise ClusterLost(reason=type(error).__name__) from error


@contextmanager
def _client(scheduler: str | None, workers: int) -> Iterator[Client]:
    if scheduler is not None:
        with _connected(scheduler) as client:
            yield client
        return
    quiet = {"distributed.scheduler.allowed-failures": STARTED_AGAIN, "distributed.worker.daemon": False}
    with (
        dask.config.set(quiet),
        LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50) as cluster,
        Client(cluster) as client,
    ):
        yield client


def _connected(scheduler: str) -> Client:
    try:
        return Client(scheduler, timeout=10)
    except (OSError, ValueError) as error:
        raise ClusterLost(reason=scheduler) from error
