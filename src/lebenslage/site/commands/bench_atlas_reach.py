"""Walking through a made-up city of 300,000 crossings: how long, and with how much memory; and a floating catchment beside `access`.

Two questions: how long from everywhere within 30 minutes to each of 500 sites, and which site is the nearest to every crossing.
"""

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from scipy.sparse import csr_array
from scipy.spatial.distance import cdist

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.reach import nearest_of_nodes, network, node_times, snap
from lebenslage.atlas.reach.catchment import two_step
from lebenslage.atlas.reach.street_graph import street_graph
from lebenslage.site.commands.bench_atlas_peers import beside, peer
from lebenslage.site.commands.measuring import Measurement, best_of, peak_mb
from lebenslage.site.commands.problems import BenchmarkDisagrees
from lebenslage.site.commands.program import PACKAGE

NODES, SITES, SEED, WITHIN = 304_000, 500, 7, 30 * 60
REACH_S, HOMES, SIDE, NEAR, CATCHMENT = 20, 2_000, 10_000, 3_000, 2_000


def walked() -> Mapping[str, float]:
    """Both questions, with what they need before: streets, network, sites on their segments."""
    start = time.perf_counter(), time.process_time()
    streets = network(street_graph(NODES, SEED))
    chance = np.random.default_rng(SEED)
    sites = snap(streets, *(chance.uniform(axis.min(), axis.max(), SITES) for axis in (streets.x, streets.y)))
    ready = time.perf_counter()
    within = node_times(streets, sites, WITHIN)
    asked = time.perf_counter()
    found = nearest_of_nodes(streets, sites)
    return {
        "nodes": streets.nodes,
        "segments": len(streets.tail),
        "ready": ready - start[0],
        "within": asked - ready,
        "nearest": time.perf_counter() - asked,
        "processor": time.process_time() - start[1],
        "pairs": within.nnz,
        "reached": int(np.isfinite(found.seconds).sum()),
        "peak_mb": peak_mb(),
    }


@cache
def _figures() -> Mapping[str, float]:
    """Measured in a process of its own, so that its peak memory is its own."""
    command = [sys.executable, "-m", f"{PACKAGE}.bench_atlas_reach"]
    figures: Mapping[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)  # noqa: S603 - our own module
    return figures


def reach() -> Sequence[Measurement]:
    """A big city: 500 sites, 30 minutes on foot."""
    found = _figures()
    city = f"{found['nodes']:,.0f} crossings, {found['segments']:,.0f} segments, {SITES} sites, seed {SEED}"
    return (
        Measurement(
            f"reach: everywhere within 30 minutes of each site ({found['pairs']:,.0f} pairs; {city})", found["within"], "s", REACH_S
        ),
        Measurement(
            f"reach: the nearest site of every crossing, without limit ({found['reached']:,.0f} reached)", found["nearest"], "s", REACH_S
        ),
        Measurement("reach: making the network and finding the sites' streets", found["ready"], "s"),
        Measurement("reach: processor time of all of it", found["processor"], "s"),
        Measurement("reach: peak memory of that process", found["peak_mb"], "MB"),
    )


def catchment() -> Sequence[Measurement]:
    """Two-step floating catchment from a table of pairs, beside `access`, where that is installed."""
    chance = np.random.default_rng(SEED)
    homes, sites = (chance.uniform(0, SIDE, (number, 2)) for number in (HOMES, HOMES // 5))
    costs = cdist(homes, sites)
    origin, site = np.nonzero(costs < NEAR)
    pairs = costs[origin, site]
    people = chance.integers(100, 2000, HOMES).astype(float)
    supply, table = np.ones(len(sites)), (len(homes), len(sites))

    def work() -> Floats:
        return two_step(csr_array((pairs, (origin, site)), shape=table), people, supply, within=CATCHMENT)

    found, seconds = work(), best_of(5, work)
    what = f"reach: two-step catchment, {HOMES:,} homes x {HOMES // 5} sites, {len(pairs):,} pairs, seed {SEED}"
    theirs = peer("access", HOMES)
    if theirs and not np.isclose(theirs["sum"], found.sum(), rtol=1e-9):
        raise BenchmarkDisagrees(what=what)
    return [Measurement(what, seconds, "s"), *(beside(what, seconds, theirs["seconds"]) if theirs else [])]


parts = (reach, catchment)

if __name__ == "__main__":
    sys.stdout.write(json.dumps(walked()))
