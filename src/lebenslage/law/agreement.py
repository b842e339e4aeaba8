"""Whether the compiled law says what the plain one says, household by household: looked at before any figure of speed is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import Rule
from lebenslage.law.simulation import Prepared, Simulation, household_of


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A conclusion on which the two executions differ."""

    household: int
    rule: Rule
    row: int
    compiled: int
    plain: object


def disagreements(simulation: Simulation, prepared: Prepared, sample: Iterable[int]) -> Iterator[Disagreement]:
    """Every conclusion of some households on which compiled and plain differ; households with a missing answer are passed over."""
    out = simulation.run(prepared)
    starts = {HOUSEHOLD: np.arange(prepared.rows.households + 1), **prepared.rows.starts}
    for h in sample:
        if prepared.open[h]:
            continue
        run = simulation.law.conclude(household_of(prepared, h), *simulation.results)
        for rule in simulation.results:
            start = starts[rule.entity]
            values = out[rule][start[h] : start[h + 1]]
            found = ((row, int(compiled), rule.value(run, row)) for row, compiled in enumerate(values))
            yield from (Disagreement(h, rule, row, compiled, plain) for row, compiled, plain in found if compiled != plain)


def spread(prepared: Prepared, number: int) -> list[int]:
    """About so many households, spread over the whole table."""
    step = max(1, prepared.rows.households // number)
    return list(range(0, prepared.rows.households, step))
