"""Siting beside spopt with HiGHS: medians, coverage and centers of points in a square of ten kilometres."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np

from lebenslage.atlas.siting import Demand, Patience, Plan, Terms, coverage, demand, p_center, p_median
from lebenslage.site.commands.bench_atlas_peers import beside, peer
from lebenslage.site.commands.measuring import Measurement, peak_mb
from lebenslage.site.commands.program import PACKAGE

SEED, SIDE, RADIUS = 7, 10_000, 800
TOWN, CITY, CENTERS, FEW, MANY = 500, 2_000, 200, 10, 50
LONGEST: Final = 40.0
MEDIAN_TIMES, COVERAGE_TIMES, CENTER_SECONDS = 40, 10, 2
TOWN_GAP, CITY_GAP, CITY_MB, MEMORY_TIMES = 0.01, 0.5, 400, 8
PEER_MEDIAN_MB: Final = 1660.0
type Model = Callable[[Demand, Terms, Patience], Plan]
MODELS: Final[Mapping[str, Model]] = {
    "p_median": lambda town, terms, patience: p_median(town, terms, patience, alternatives=0),
    "coverage": lambda town, terms, patience: coverage(town, terms, RADIUS, patience, alternatives=0),
    "p_center": lambda town, terms, patience: p_center(town, terms, patience, alternatives=0),
}


def measured(model: str, number: int, sites: int) -> Mapping[str, float]:
    """One model on its points: from the matrix to the plan, at most 40 seconds."""
    chance = np.random.default_rng(SEED)
    places = chance.uniform(0, SIDE, (number, 2))
    east, north = places.T
    costs, people = np.hypot(east[:, None] - east, north[:, None] - north), chance.integers(50, 1500, number).astype(float)
    start, worked = time.perf_counter(), time.process_time()
    patience = Patience(lambda: time.perf_counter() - start > LONGEST - 0.5)
    plan = MODELS[model](demand(costs, people), Terms(sites=sites), patience)
    return {
        "seconds": time.perf_counter() - start,
        "processor": time.process_time() - worked,
        "gap": 100 * plan.gap,
        "objective": plan.objective,
        "peak_mb": peak_mb(),
    }


@cache
def _figures(model: str, number: int, sites: int) -> Mapping[str, float]:
    """Measured in a fresh process, whose peak memory is with all imports."""
    command = [sys.executable, "-m", f"{PACKAGE}.bench_atlas_siting", model, str(number), str(sites)]
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own module
    figures: Mapping[str, float] = json.loads(done.stdout)
    return figures


def _named(model: str, number: int, sites: int) -> str:
    return f"siting: {model.replace('_', '-')} {number:,} x {number:,}, {sites} sites, seed {SEED}"


def _standard(model: str, number: int, sites: int, *, seconds: float | None, gap: float) -> list[Measurement]:
    found, what = _figures(model, number, sites), _named(model, number, sites)
    return [
        Measurement(what, found["seconds"], "s", seconds),
        Measurement(f"{what}: processor time", found["processor"], "s"),
        Measurement(f"{what}: proven gap", found["gap"], "%", gap),
    ]


def medians_of_a_town() -> Sequence[Measurement]:
    """Ten medians of 500 points."""
    found, theirs, what = _figures("p_median", TOWN, FEW), peer("pmedian", TOWN), _named("p_median", TOWN, FEW)
    memory = (theirs["peak_mb"] if theirs else PEER_MEDIAN_MB) / MEMORY_TIMES
    return [
        *_standard("p_median", TOWN, FEW, seconds=None, gap=TOWN_GAP),
        Measurement(f"{what}: peak memory of that process", found["peak_mb"], "MB", memory),
        *(beside(what, found["seconds"], theirs["seconds"], aim=MEDIAN_TIMES) if theirs else []),
    ]


def medians_of_a_city() -> Sequence[Measurement]:
    """Ten and fifty medians of 2,000 points, as good as can be proven in 40 seconds."""
    few, many = (_standard("p_median", CITY, sites, seconds=LONGEST, gap=CITY_GAP) for sites in (FEW, MANY))
    peak = _figures("p_median", CITY, FEW)["peak_mb"]
    return [*few, *many, Measurement(f"{_named('p_median', CITY, FEW)}: peak memory of that process", peak, "MB", CITY_MB)]


def covered() -> Sequence[Measurement]:
    """Ten sites that cover as many people as can be within 800 metres."""
    found, theirs, what = _figures("coverage", CITY, FEW), peer("mclp", CITY), _named("coverage", CITY, FEW)
    more = beside(what, found["seconds"], theirs["seconds"], aim=COVERAGE_TIMES) if theirs else []
    return [*_standard("coverage", CITY, FEW, seconds=None, gap=0.0), *more]


def centers() -> Sequence[Measurement]:
    """Ten centers of 200 points; spopt did not solve this in 440 seconds, so it is not asked again."""
    return _standard("p_center", CENTERS, FEW, seconds=CENTER_SECONDS, gap=0.0)


parts = (medians_of_a_town, medians_of_a_city, covered, centers)

if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
