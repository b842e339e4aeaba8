"""Tasks for tests of the worker: one that notes that it began and waits for a file, one that fails until a file is there."""

import os
import time
from pathlib import Path

from django.tasks import task

GIVE_UP_AFTER = 30


@task
def wait_for(folder: str) -> None:
    """Note the process, wait for `go`, note the end."""
    here = Path(folder)
    with (here / "begun").open("a") as begun:
        begun.write(f"{os.getpid()}\n")
    until = time.monotonic() + GIVE_UP_AFTER
    while not (here / "go").exists() and time.monotonic() < until:
        time.sleep(0.02)
    with (here / "done").open("a") as done:
        done.write(f"{os.getpid()}\n")


@task
def fail_without(file: str) -> None:
    """Raise FileNotFoundError until the file is there."""
    Path(file).stat()
