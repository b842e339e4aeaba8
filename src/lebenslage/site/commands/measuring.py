"""What a benchmark measures, and what we aim at."""

import os
import platform
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

STATUS: Final = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured quantity. `aim` is the greatest value we want to see, or the least; None where it is only information."""

    what: str
    value: float
    unit: str
    aim: float | None = None
    at_least: bool = False

    @property
    def reached(self) -> bool:
        """Whether the aim is kept."""
        if self.aim is None:
            return True
        return self.value >= self.aim if self.at_least else self.value <= self.aim


def best_of(repeats: int, work: Callable[[], object]) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def peak_mb() -> float:
    """The most memory that this process has held, in MB. Linux counts from its start; `getrusage` also counts what its parent held."""
    if STATUS.exists():
        lines = dict(line.split(":", 1) for line in STATUS.read_text(encoding="ascii", errors="replace").splitlines() if ":" in line)
        return int(lines["VmHWM"].split()[0]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def machine() -> str:
    """What it was measured on: cores, memory, processor, system, Python. A figure without it says nothing."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
