"""Rounding to a base: so that sums still add up (controlled), or each cell by chance (unbiased).

Controlled rounding: Cox 1987; Salazar-Gonzalez 2006. Every cell goes to a multiple of the base next to it; in tables of three dimensions
that may be impossible, then a cell goes one multiple farther, as few as possible. With a base of at least the minimum, a rounded table
that adds up is safe: every true value near the rounded one remains possible.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from scipy import sparse

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.disclosure.model import Model
from lebenslage.atlas.disclosure.problems import CannotRound
from lebenslage.atlas.disclosure.relations import sums_of
from lebenslage.atlas.disclosure.tables import Table

FARTHER: Final = 3
MANY: Final = 1e7


def rounded(table: Table, base: int) -> Table:
    """The table rounded to multiples of `base` with all sums kept and as little moved as possible. Nothing may be hidden in it.

    `margin` of the result says how far a value may be from the true one. Raises CannotRound.
    """
    sums = sums_of([table])
    given = np.full(sums.cells, np.nan)
    given[sums.places[0]] = table.values
    for farther in range(FARTHER):
        steps = _steps(sums.matrix, given, base, farther)
        if steps is not None:
            values = base * np.round(steps[sums.places[0]])
            return _published(table, values, (farther + 1) * base - 1)
    raise CannotRound(table=table.name, base=base)


def rounded_by_chance(table: Table, base: int, seed: int) -> Table:
    """Each cell rounded up with the chance of its remainder: right on average, and sums do not add up."""
    low = np.floor(table.values / base)
    up = np.random.default_rng(seed).random(len(low)) < table.values / base - low
    return _published(table, base * (low + up), base - 1)


def _published(table: Table, values: Floats, margin: float) -> Table:
    return replace(table, values=values, margin=float(margin), contributors=None, largest=None)


def _steps(matrix: sparse.csr_array, given: Floats, base: int, farther: int) -> Floats | None:
    """How many times the base each cell becomes: its floor, one up at the price of its remainder, and more up or down at full price."""
    floor = np.floor(np.nan_to_num(given) / base)
    rest = np.nan_to_num(given) - base * floor
    unknown = np.isnan(given)
    one = np.where(unknown, MANY, np.where(rest > 0, 1.0, 0.0))
    more, less = np.where(unknown, 0.0, farther), np.where(unknown, 0.0, np.minimum(farther, floor))
    price = np.concatenate([np.where(unknown, 0.0, base - 2 * rest), np.full(2 * len(given), 2.0 * base)])
    whole = -(matrix @ floor)
    model = Model(
        sparse.csr_array(sparse.hstack([matrix, matrix, -matrix])),
        (np.zeros(3 * len(given)), np.concatenate([one, more, less])),
        (whole, whole),
        whole=True,
    )
    found = model.cheapest(price)
    if found is None:
        return None
    up, far_up, far_down = found.reshape(3, -1)
    steps: Floats = floor + up + far_up - far_down
    return steps
