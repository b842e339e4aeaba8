"""A synthetic population as a Parquet file: written chunk by chunk beside its place, and moved there when complete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from lebenslage.law.marks import ABOUT, ORIGIN_NOTE
from lebenslage.site.commands.population_marginals import Area, Fit, fitted, prior, read_marginals
from lebenslage.site.commands.population_model import FITTED, MODEL, chunks, table

type Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Population:
    """What was written, and how well it meets the local counts; without them it is a model through and through."""

    persons: int
    households: int
    origin: str
    fits: Sequence[Fit]


def write_population(
    target: Path, persons: int, seed: int, on: date, marginals: Path | None, progress: Progress | None = None
) -> Population:
    """Write a population of so many persons. The same seed gives the same bytes. Raises what reading and fitting the counts raises."""
    areas, fits = _areas(marginals)
    origin = FITTED if fits else MODEL
    fresh = target.with_name(f".{target.name}.part")
    writer: pq.ParquetWriter | None = None
    done = households = 0
    try:
        for number, homes in enumerate(chunks(areas, persons, seed)):
            rows = table(homes, areas, households, np.random.default_rng([seed, number, 1]), on.toordinal())
            if writer is None:
                note = {ORIGIN_NOTE: origin, ABOUT: f"lebenslage population --persons {persons} --seed {seed} --on {on}"}
                writer = pq.ParquetWriter(fresh, rows.schema.with_metadata(note), compression="zstd")
            writer.write_table(rows.replace_schema_metadata(writer.schema.metadata))
            done, households = done + rows.num_rows, households + len(homes.size)
            if progress:
                progress(done, persons)
        if writer is not None:
            writer.close()
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return Population(done, households, origin, fits)


def _areas(marginals: Path | None) -> tuple[Sequence[Area], Sequence[Fit]]:
    if marginals is None:
        return (Area(MODEL, prior(), local=False),), ()
    found = [fitted(area, counts) for area, counts in read_marginals(marginals).items()]
    return [area for area, _ in found], [fit for _, fit in found]
