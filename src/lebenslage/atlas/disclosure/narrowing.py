"""What follows at once from sums in which little is open: no program is solved, and most cells are settled.

Each sum says how far each of its cells can go when the others go as far as they can. That is repeated while it settles cells. The bounds
are true but not always the closest: sums that meet in a circle tell more, and that the attack finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from scipy import sparse

from lebenslage.atlas.arrays import Floats, Ints

NEARLY: Final = 1e-6
ROUNDS: Final = 12
PATIENCE: Final = 3

type Limits = tuple[Floats, Floats]


class Narrowing:
    """The sums of one system, ready to be asked again and again."""

    def __init__(self, matrix: sparse.csr_array, *, whole: bool) -> None:
        """`matrix` @ values is zero; `whole`: values are whole numbers."""
        columns = matrix.tocsc()
        self.plus, self.minus, self.whole = matrix.maximum(0), matrix.minimum(0), whole
        self.rows: Ints = columns.indices
        self.factor: Floats = columns.data
        self.some = np.flatnonzero(np.diff(columns.indptr))
        self.starts = columns.indptr[:-1][self.some]
        self.column = np.repeat(np.arange(matrix.shape[1]), np.diff(columns.indptr))

    def limits(self, low: Floats, high: Floats) -> Limits:
        """The limits as the sums narrow them; the same ones where they contradict each other."""
        found = low, high
        for now in self._narrower(low, high):
            if np.any(now[0] > now[1] + NEARLY):
                return low, high
            found = now
        return found

    def _narrower(self, low: Floats, high: Floats) -> Iterator[Limits]:
        is_open = [np.count_nonzero(high > low)]
        for _ in range(ROUNDS):
            before = low, high
            low, high = self._once(low, high)
            yield low, high
            is_open.append(np.count_nonzero(high > low))
            same = np.array_equal(low, before[0]) and np.array_equal(high, before[1])
            if same or is_open[-PATIENCE:].count(is_open[-1]) == PATIENCE:
                return

    def _once(self, low: Floats, high: Floats) -> Limits:
        least = (self.plus @ low + self.minus @ high)[self.rows] / self.factor
        most = (self.plus @ high + self.minus @ low)[self.rows] / self.factor
        up = self.factor > 0
        highest = np.where(up, low[self.column] - least, low[self.column] - most)
        lowest = np.where(up, high[self.column] - most, high[self.column] - least)
        low, high = low.copy(), high.copy()
        high[self.some] = np.minimum(high[self.some], self._rounded(np.minimum.reduceat(highest, self.starts), np.floor, NEARLY))
        low[self.some] = np.maximum(low[self.some], self._rounded(np.maximum.reduceat(lowest, self.starts), np.ceil, -NEARLY))
        return low, high

    def _rounded(self, bounds: Floats, towards: np.ufunc, nearly: float) -> Floats:
        return np.asarray(towards(bounds + nearly)) if self.whole else bounds
