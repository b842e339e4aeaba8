"""How sure is this class: ten thousand draws on the areas of a big city, in a process of its own."""

import json
import subprocess
import sys
import time
from functools import cache
from typing import Final

import click
import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.certainty import Doubt, Model, how_sure, noise, what_matters
from lebenslage.atlas.index import find_recipe
from lebenslage.site.commands.measuring import Measurement, peak_mb

AREAS, DRAWS, SEED = 536, 10_000, 7
AIM_S, AIM_MB = 2.0, 200
DOUBT: Final = Doubt(concentration=100, scales=("z", "minmax", "rank"), removal=True)
SIZE: Final = f"{AREAS} areas, 3 indicators, seed {SEED}"


def town() -> tuple[Floats, Floats]:
    """An invented town with shares like Berlin's: people from 300 to 15,000, and those counted by three indicators that go together."""
    chance = np.random.default_rng(SEED)
    people = chance.integers(300, 15_000, AREAS).astype(float)
    depth = chance.normal(size=(AREAS, 1)) * 0.6 + chance.normal(size=(AREAS, 3)) * 0.25 - [2.7, 2.0, 1.2]
    return people, chance.binomial(people[:, None].astype(int), 1 / (1 + np.exp(-depth))).astype(float)


def trial() -> dict[str, float]:
    """All figures of one process: from people and counts to the odds of classes."""
    people, counted = town()
    recipe = find_recipe("mss", "2019-2021")
    start, worked = time.perf_counter(), time.process_time()
    drawn = noise.together([noise.of_shares(column, people) for column in counted.T])
    model = Model(recipe, 100 * counted / people[:, None], drawn, DOUBT)
    found = how_sure(model, seed=SEED, draws=DRAWS)
    figures = {"seconds": time.perf_counter() - start, "processor": time.process_time() - worked, "sure": 100 * found.share_sure}
    figures["peak_mb"] = peak_mb()
    start = time.perf_counter()
    what_matters(model, seed=SEED, draws=2_000)
    return {**figures, "sources": time.perf_counter() - start}


@cache
def _figures() -> dict[str, float]:
    found: dict[str, float] = json.loads(subprocess.run([sys.executable, "-m", __name__], check=True, capture_output=True).stdout)  # noqa: S603
    return found


def drawing() -> list[Measurement]:
    """From shares and bases to the odds of each class and the intervals of ranks; chance, weights, scale and removal are drawn."""
    what = f"{DRAWS:,} Monte Carlo draws, {SIZE}"
    return [
        Measurement(what, _figures()["seconds"], "s", AIM_S),
        Measurement(f"{what}: processor time", _figures()["processor"], "s"),
        Measurement(f"{what}: peak memory of the process", _figures()["peak_mb"], "MB", AIM_MB),
        Measurement(f"{what}: areas whose class is certain", _figures()["sure"], "%"),
    ]


def sources() -> Measurement:
    """The variance of ranks split by four sources: six times 2,000 draws."""
    return Measurement(f"which source of doubt matters, 12,000 draws, {SIZE}", _figures()["sources"], "s")


parts = (drawing, sources)

if __name__ == "__main__":
    click.echo(json.dumps(trial()))
