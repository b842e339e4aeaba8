"""The IMD on as many areas as England has, on made-up ranks: from a table in memory to score, rank and decile; and the whole command."""

import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import numpy as np

from lebenslage.atlas.areas.reading.tables import Table, keyed
from lebenslage.atlas.index import find_recipe, gather, run
from lebenslage.site.commands.measuring import Measurement, best_of
from lebenslage.site.commands.program import PACKAGE
from lebenslage.site.commands.table_output import write

AREAS, SEED, AIM_S = 33_755, 7, 0.3


@cache
def ranks() -> Table:
    """Seven columns of ranks that go together as those of a country do, as text: the way a file is read."""
    recipe, chance = find_recipe("imd"), np.random.default_rng(SEED)
    wealth = chance.normal(size=AREAS)
    columns = {"lsoa21_code": tuple(f"E{n:08d}" for n in range(AREAS))}
    for one in recipe.indicators:
        places = np.argsort(np.argsort(wealth + chance.normal(size=AREAS))) + 1
        columns[one.columns[0]] = tuple(map(str, places.tolist()))
    return keyed("made-up.csv", "lsoa21_code", columns, range(2, AREAS + 2))


def in_memory() -> Measurement:
    """Numbers from text, scales, sums, ranks, deciles."""
    recipe, table = find_recipe("imd"), ranks()
    seconds = best_of(5, lambda: run(recipe, gather(recipe, (table,))))
    return Measurement(f"IMD, {AREAS:,} areas (seed {SEED}), from a table in memory", seconds, "s", AIM_S)


def whole_command() -> Measurement:
    """`lebenslage index imd` in a process of its own: start, read a CSV file, compute, write Parquet."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "ranks.csv", Path(folder) / "index.parquet"
        write(source, ranks().columns)
        command = [sys.executable, "-m", PACKAGE, "index", "imd", str(source), str(target)]
        seconds = best_of(3, lambda: subprocess.run(command, check=True, capture_output=True))  # noqa: S603 - our own module
    return Measurement("the whole command on such a file, Parquet out", seconds, "s")


parts = (in_memory, whole_command)
