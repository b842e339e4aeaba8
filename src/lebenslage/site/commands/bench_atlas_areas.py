"""Areal interpolation of made-up quarters, beside `tobler`; and the census grid of a Land, made up too, for its municipalities."""

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas.interpolate import by_ground
from lebenslage.atlas.arrays import Floats, Shapes
from lebenslage.site.commands.bench_atlas_peers import beside, peer
from lebenslage.site.commands.measuring import Measurement, best_of, peak_mb
from lebenslage.site.commands.problems import BenchmarkDisagrees
from lebenslage.site.commands.program import PACKAGE

STARTED = time.perf_counter()
SIDE, SEED, QUARTERS, CRS = 10_000, 7, 3_000, "EPSG:25832"


def cells(chance: np.random.Generator, count: int) -> Shapes:
    """As many quarters as asked, around random points; they fill a square of ten kilometres."""
    square = shapely.box(0, 0, SIDE, SIDE)
    drawn = shapely.voronoi_polygons(shapely.multipoints(chance.uniform(0, SIDE, (count, 2))), extend_to=square)
    found: Shapes = shapely.intersection(shapely.get_parts(drawn), square)
    return found


def town(count: int) -> tuple[AreaSet, AreaSet, Floats, Floats]:
    """Quarters, districts, people and a rate: the same as in the peer's job."""
    chance = np.random.default_rng(SEED)
    sets = [
        AreaSet("quarters", "", tuple(map(str, range(len(shapes)))), (), shapes, CRS)
        for shapes in (cells(chance, count), cells(chance, count // 3))
    ]
    return sets[0], sets[1], chance.integers(0, 3000, count).astype(float), chance.uniform(0, 0.4, count)


def moved(given: tuple[AreaSet, AreaSet, Floats, Floats]) -> Floats:
    """A count and a rate on their way."""
    source, target, people, rate = given
    passage = by_ground(source, target)
    passage.over_ground(rate)
    return passage.extensive(people)


def alone() -> Mapping[str, float]:
    """The same in a process of its own, whose start and memory count."""
    given = town(QUARTERS)
    made = time.perf_counter()
    moved(given)
    return {
        "first": time.perf_counter() - made,
        "cold": time.perf_counter() - STARTED,
        "peak_mb": peak_mb(),
    }


def interpolation() -> Sequence[Measurement]:
    """3,000 quarters to 1,000 districts: warm, cold, memory, and the peer."""
    given = town(QUARTERS)
    people, seconds = moved(given), best_of(7, lambda: moved(given))
    what = f"areas: {QUARTERS:,} quarters to {len(given[1]):,} districts, a count and a rate, seed {SEED}"
    command = [sys.executable, "-m", f"{PACKAGE}.bench_atlas_areas"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)  # noqa: S603 - our own module
    ours = [
        Measurement(what, seconds, "s"),
        Measurement("areas: share of the total that got lost", abs(people.sum() / given[2].sum() - 1), "", 1e-6),
        Measurement("areas: the first time, in a fresh process", found["first"], "s"),
        Measurement("areas: peak memory of that process", found["peak_mb"], "MB"),
    ]
    theirs = peer("tobler", QUARTERS)
    if theirs and not np.isclose(theirs["people"], people.sum(), rtol=1e-8):
        raise BenchmarkDisagrees(what=what)
    if not theirs:
        return ours
    memory = [
        Measurement("areas: the peer's peak memory", theirs["peak_mb"], "MB"),
        Measurement("areas: the peer's memory, times ours", theirs["peak_mb"] / found["peak_mb"], "x", 2, at_least=True),
    ]
    return [*ours, *beside(what, seconds, theirs["seconds"], aim=3), *memory]


def grid() -> Sequence[Measurement]:
    """A Land's census grid of one kilometre, moved to 400 municipalities."""
    x, y = (axis.ravel().astype(float) for axis in np.meshgrid(np.arange(200) * 1000, np.arange(170) * 1000))
    source = AreaSet("cells", "", tuple(map(str, range(len(x)))), (), shapely.box(x, y, x + 1000, y + 1000), CRS)
    frame = shapely.box(0, 0, 200_000, 170_000)
    chance = np.random.default_rng(SEED)
    drawn = shapely.voronoi_polygons(shapely.multipoints(chance.uniform(0, 1, (400, 2)) * (200_000, 170_000)), extend_to=frame)
    target = AreaSet("places", "", tuple(map(str, range(400))), (), shapely.intersection(shapely.get_parts(drawn), frame), CRS)
    people = chance.integers(0, 2000, len(x)).astype(float)
    what = f"areas: a grid of {len(x):,} cells to 400 municipalities, seed {SEED}"
    return [Measurement(what, best_of(5, lambda: by_ground(source, target).extensive(people)), "s")]


parts = (interpolation, grid)

if __name__ == "__main__":
    sys.stdout.write(json.dumps(alone()))
