"""The same planning work by the libraries of others. Runs in their environment, never in ours; it knows nothing of ours.

python bench_atlas_peer_jobs.py JOB N

JOB is pmedian, mclp, pcenter, lisa, tobler or access. Prints its figures as JSON: seconds, peak memory and what was found.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

STARTED = time.perf_counter()
SIDE, FACILITIES, RADIUS, LIMIT = 10_000, 10, 800, 500
type Found = Mapping[str, Any]


def load(*names: str) -> list[Any]:
    """The libraries of one job alone, so that its peak memory and its cold start are its own."""
    return [importlib.import_module(name) for name in names]


def points(chance: np.random.Generator, number: int) -> Any:
    """Points in a square of ten kilometres."""
    return chance.uniform(0, SIDE, (number, 2))


def siting(number: int, make: Callable[[Any, Any, Any], Any]) -> Found:
    """A model of spopt, solved by HiGHS on two threads."""
    pulp, locate, distance = load("pulp", "spopt.locate", "scipy.spatial.distance")
    chance = np.random.default_rng(7)
    places = points(chance, number)
    costs, weights = distance.cdist(places, places), chance.integers(50, 1500, number).astype(float)
    start = time.perf_counter()
    model = make(locate, costs, weights)
    try:
        model = model.solve(pulp.HiGHS(msg=False, timeLimit=LIMIT, threads=2))
        objective = pulp.value(model.problem.objective)
    except (RuntimeError, pulp.PulpError) as refused:
        return {"seconds": time.perf_counter() - start, "objective": None, "status": repr(refused)}
    return {"seconds": time.perf_counter() - start, "objective": objective, "status": pulp.LpStatus[model.problem.status]}


def pmedian(number: int) -> Found:
    """Ten medians."""
    return siting(number, lambda locate, costs, weights: locate.PMedian.from_cost_matrix(costs, weights, p_facilities=FACILITIES))


def mclp(number: int) -> Found:
    """Ten sites that cover as many people as can be within 800 metres."""
    return siting(
        number,
        lambda locate, costs, weights: locate.MCLP.from_cost_matrix(costs, weights, service_radius=RADIUS, p_facilities=FACILITIES),
    )


def pcenter(number: int) -> Found:
    """Ten sites with the shortest longest way."""
    return siting(number, lambda locate, costs, _weights: locate.PCenter.from_cost_matrix(costs, p_facilities=FACILITIES))


def lisa(number: int) -> Found:
    """Local Moran with six neighbours and 999 permutations; cold is with imports and what esda compiles."""
    esda, libpysal = load("esda", "libpysal")
    chance = np.random.default_rng(7)
    places = points(chance, number)
    values = chance.normal(size=number) + places[:, 0] / 5000
    weights = libpysal.weights.KNN.from_array(places, k=6)
    weights.transform = "r"
    found = esda.Moran_Local(values, weights, permutations=999, seed=1, n_jobs=1)
    cold = time.perf_counter() - STARTED
    start = time.perf_counter()
    esda.Moran_Local(values, weights, permutations=999, seed=1, n_jobs=1)
    return {"cold": cold, "seconds": time.perf_counter() - start, "significant": int((found.p_sim < 0.05).sum())}


def tobler(number: int) -> Found:
    """From as many cells around points to a third as many, by area."""
    geopandas, shapely, area_weighted = load("geopandas", "shapely", "tobler.area_weighted")
    chance, square = np.random.default_rng(7), shapely.box(0, 0, SIDE, SIDE)

    def cells(count: int) -> Any:
        drawn = shapely.voronoi_polygons(shapely.multipoints(points(chance, count)), extend_to=square)
        return geopandas.GeoDataFrame(geometry=shapely.intersection(shapely.get_parts(drawn), square), crs=25832)

    source, target = cells(number), cells(number // 3)
    source["people"], source["rate"] = chance.integers(0, 3000, len(source)), chance.uniform(0, 0.4, len(source))
    start = time.perf_counter()
    moved = area_weighted.area_interpolate(source, target, extensive_variables=["people"], intensive_variables=["rate"])
    return {"seconds": time.perf_counter() - start, "people": float(moved["people"].sum())}


def access(number: int) -> Found:
    """Two-step floating catchment with a fifth as many places of supply, within 2 kilometres."""
    pandas, library, distance = load("pandas", "access", "scipy.spatial.distance")
    chance = np.random.default_rng(7)
    people, sites = points(chance, number), points(chance, number // 5)
    costs = distance.cdist(people, sites)
    origin, dest = np.nonzero(costs < 3000)
    cost = pandas.DataFrame({"origin": origin, "dest": dest, "cost": costs[origin, dest]})
    demand = pandas.DataFrame({"id": range(number), "people": chance.integers(100, 2000, number)}).set_index("id")
    supply = pandas.DataFrame({"id": range(number // 5), "places": 1.0}).set_index("id")
    start = time.perf_counter()
    model = library.Access(
        demand_df=demand, demand_index=True, demand_value="people", supply_df=supply, supply_index=True, supply_value="places",
        cost_df=cost, cost_origin="origin", cost_dest="dest", cost_name="cost",
    )  # fmt: skip
    found = model.two_stage_fca(name="reach", max_cost=2000)
    return {"seconds": time.perf_counter() - start, "sum": float(found.to_numpy().sum())}


JOBS: Mapping[str, Callable[[int], Found]] = {job.__name__: job for job in (pmedian, mclp, pcenter, lisa, tobler, access)}


def peak_mb() -> float:
    """The most memory of this process in MB, as `measuring.peak_mb` counts it; nothing of ours is imported here. Linux."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) * 1024 / 1e6


def main(job: str, number: int) -> None:
    """Do the job and print what it took."""
    found = JOBS[job](number)
    peak = peak_mb()
    sys.stdout.write(json.dumps({**found, "peak_mb": peak}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
