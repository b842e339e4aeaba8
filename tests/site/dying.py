"""Work on a partition whose worker dies in the middle of it, once."""

import os
import signal
import sys
from datetime import date
from pathlib import Path

from lebenslage.site.commands.simulate_dask import run_on_cluster
from lebenslage.site.commands.simulate_jobs import Done, Job, Order, jobs_of, run

FATAL = "part-2.parquet"


def work(job: Job) -> Done:
    """Simulate a partition; the first who takes the fatal one is killed."""
    died = Path(job.target).parent / "died"
    if Path(job.source).name == FATAL and not died.exists():
        died.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return run(job)


def main(source: Path, target: Path) -> None:
    """Run a town on two workers of this machine and say how many partitions came back."""
    done: list[Done] = []
    order = Order(date(2026, 5, 1), only=("wohngeld", "kindergeld"))
    run_on_cluster(jobs_of(order, source, target), done.append, workers=2, work=work)
    sys.stdout.write(str(len(done)))
