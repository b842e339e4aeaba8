"""Local Moran of 3,000 areas from a cold start beside esda, the same with 99,999 permutations, and natural breaks."""

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from lebenslage.atlas.patterns import lisa
from lebenslage.atlas.patterns.classes import natural_breaks
from lebenslage.atlas.patterns.near import nearest
from lebenslage.site.commands.bench_atlas_peers import beside, peer
from lebenslage.site.commands.measuring import Measurement, best_of, peak_mb
from lebenslage.site.commands.program import PACKAGE

AREAS, K, PERMUTATIONS, FINE, SEED, SIDE = 3_000, 6, 999, 99_999, 7, 10_000
BIG, CLASSES = 33_755, 7
COLD_TIMES = 10


def measured() -> Mapping[str, float]:
    """Neighbours and local Moran, first with 999 permutations, then again, then with 99,999."""
    chance = np.random.default_rng(SEED)
    places = chance.uniform(0, SIDE, (AREAS, 2))
    values = chance.normal(size=AREAS) + places[:, 0] / 5000
    start = time.perf_counter()
    neighbours = nearest(places, K).standardised()
    first = lisa(values, neighbours, seed=1, permutations=PERMUTATIONS)
    peak = peak_mb()
    asked = time.perf_counter()
    lisa(values, neighbours, seed=1, permutations=PERMUTATIONS)
    again = time.perf_counter()
    fine = lisa(values, neighbours, seed=1, permutations=FINE)
    return {
        "first": asked - start,
        "again": again - asked,
        "fine": time.perf_counter() - again,
        "stand_out": int((first.p_one_sided < 0.05).sum()),
        "remain": int(fine.found(dependent=False).sum()),
        "remain_strictly": int(fine.found().sum()),
        "peak_mb": peak,
    }


@cache
def _figures() -> Mapping[str, float]:
    """Measured in a fresh process; `cold` is all of its life, the start of Python and every import in it."""
    start = time.perf_counter()
    command = [sys.executable, "-m", f"{PACKAGE}.bench_atlas_patterns", "cold"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own module
    cold = time.perf_counter() - start
    done = subprocess.run(command[:-1], check=True, capture_output=True)  # noqa: S603 - our own module
    return {**json.loads(done.stdout), "cold": cold}


def local_moran() -> Sequence[Measurement]:
    """As `lisa` of the peers: six nearest neighbours, 999 permutations, one thread."""
    found, theirs = _figures(), peer("lisa", AREAS)
    what = f"patterns: local Moran, {AREAS:,} areas, {K} neighbours, {PERMUTATIONS} permutations, seed {SEED}"
    return (
        Measurement(f"{what}, cold", found["cold"], "s"),
        *(beside(f"{what}, cold", found["cold"], theirs["cold"], aim=COLD_TIMES) if theirs else []),
        Measurement(f"{what}, warm", found["again"], "s"),
        *(beside(f"{what}, warm", found["again"], theirs["seconds"]) if theirs else []),
        Measurement("patterns: peak memory of that process", found["peak_mb"], "MB"),
        Measurement(f"patterns: the same with {FINE:,} permutations", found["fine"], "s"),
    )


def breaks() -> Measurement:
    """The true optimum of natural breaks."""
    values = np.random.default_rng(SEED).lognormal(size=BIG)
    what = f"patterns: natural breaks, {BIG:,} values, {CLASSES} classes, exact, seed {SEED}"
    return Measurement(what, best_of(3, lambda: natural_breaks(values, CLASSES)), "s")


def _cold() -> None:
    chance = np.random.default_rng(SEED)
    places = chance.uniform(0, SIDE, (AREAS, 2))
    lisa(chance.normal(size=AREAS) + places[:, 0] / 5000, nearest(places, K).standardised(), seed=1, permutations=PERMUTATIONS)


parts = (local_moran, breaks)

if __name__ == "__main__":
    if sys.argv[1:] == ["cold"]:
        _cold()
    else:
        sys.stdout.write(json.dumps(measured()))
