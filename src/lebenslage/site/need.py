"""Simulating who has a right to Wohngeld, quarter by quarter: made-up households of the town through the law in force, in the background.

Where the catalogue counts households by size (`haushalte_1` to `haushalte_5`), they are fitted to it; elsewhere only the number of people
is known, the households are those of the model, and what rests on them says so. Needs the analysis packages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.takeup import Simulated, eligible
from lebenslage.authorities.models import Authority
from lebenslage.bridge.need import Simulated as Found
from lebenslage.law.simulation_files import simulate_file
from lebenslage.quarters.catalogue import columns
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Edition
from lebenslage.site.commands.population_marginals import VARIABLES, Area, fitted, prior
from lebenslage.site.commands.population_model import QUARTER, chunks, table
from lebenslage.site.commands.simulate_areas import by_area
from lebenslage.site.commands.simulate_jobs import Order, simulation_of

RIGHT: Final = "wohngeld"
SIZES: Final = tuple(f"haushalte_{size.strip('+')}" for size in VARIABLES["groesse"])
PEOPLE: Final = "population"
IN_A_HOUSEHOLD: Final = 2.0
SEEDS: Final = (1, 2)
ERROR: Final = 0.1
MOST_PERSONS: Final = 200_000

type Known = Mapping[str, Mapping[str, float]]


def simulated(authority: Authority, edition: Edition, on: date, *, most_persons: int = MOST_PERSONS) -> Found:
    """Between which numbers the households with a right lie, in every quarter of which at least the people are known."""
    areas = areas_of(edition, _known(authority, edition), authority.mietenstufe)
    keys = [area.name.partition("/")[2] for area in areas]
    households = np.array([round(area.households) for area in areas], float)
    runs = [_run(areas, keys, on, seed, most_persons) for seed in SEEDS] if areas else []
    least, most = _bounds(keys, runs, households) if runs else ({}, {})
    local = [key for key, area in zip(keys, areas, strict=True) if area.local]
    return Found(edition, on, [least.get(key) for key in edition.keys], [most.get(key) for key in edition.keys], local, SEEDS)


def _bounds(keys: Sequence[str], runs: Sequence[Simulated], households: Floats) -> tuple[Mapping[str, float], Mapping[str, float]]:
    found = eligible(keys, runs, households, error=ERROR)
    return dict(zip(keys, found.low.tolist(), strict=True)), dict(zip(keys, found.high.tolist(), strict=True))


def areas_of(edition: Edition, known: Known, level: int | None) -> Sequence[Area]:
    """The households of each quarter: fitted to their sizes, or those of the model for so many people."""
    found = [_area(key, known, level) for key in edition.keys]
    return [area for area in found if area is not None]


def _area(key: str, known: Known, level: int | None) -> Area | None:
    counts = [known.get(size, {}).get(key) for size in SIZES]
    levels = {} if level is None else {"mietenstufe": np.eye(len(VARIABLES["mietenstufe"]))[level - 1]}
    if all(count is not None for count in counts) and sum(count or 0 for count in counts) > 0:
        sizes = np.array(counts, float)
        return fitted(f"/{key}", {"groesse": sizes, **{name: one * sizes.sum() for name, one in levels.items()}})[0]
    people = known.get(PEOPLE, {}).get(key)
    if not people:
        return None
    cells = prior() * (levels["mietenstufe"] if levels else 1.0)
    return Area(f"/{key}", cells / cells.sum() * people / IN_A_HOUSEHOLD, local=False)


def _known(authority: Authority, edition: Edition) -> Known:
    """The latest figures that are given, by indicator and key."""
    latest = {one.indicator.key: one for one in sorted(columns(authority, edition, [*SIZES, PEOPLE]), key=lambda one: one.on)}
    return {
        name: {
            key: number
            for key, number, mark in zip(edition.keys, one.numbers, one.marks, strict=True)
            if mark is Mark.GIVEN and number is not None
        }
        for name, one in latest.items()
    }


def _run(areas: Sequence[Area], keys: Sequence[str], on: date, seed: int, most_persons: int) -> Simulated:
    """One draw of the households, sent through the law."""
    persons = int(min(most_persons, sum(area.households for area in areas) * IN_A_HOUSEHOLD)) or 1
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "people.parquet", Path(folder) / "rights.parquet"
        pq.write_table(_population(areas, persons, seed, on), source)
        simulate_file(simulation_of(Order(on, only=(RIGHT,), carried=(QUARTER,))), source, target)
        sums = {one.area: one for one in by_area([target], QUARTER, [RIGHT])}
    counted = [
        (0, 0, 0) if key not in sums else (sums[key].households, sums[key].rights[RIGHT].households, sums[key].rights[RIGHT].open)
        for key in keys
    ]
    everybody, with_right, undecided = (np.array(one) for one in zip(*counted, strict=True))
    return Simulated(everybody, with_right, undecided)


def _population(areas: Sequence[Area], persons: int, seed: int, on: date) -> pa.Table:
    parts, households = [], 0
    for number, homes in enumerate(chunks(areas, persons, seed)):
        parts.append(table(homes, areas, households, np.random.default_rng([seed, number, 1]), on.toordinal()))
        households += len(homes.size)
    return pa.concat_tables(parts)
