"""Small moves that show a cell to be safe: from the true values a little up or down, in a few hidden cells, so that every sum holds.

A move is good as long as all cells it passes through are hidden. So when one more cell is shown, only the few cells whose move passed
through it need another: this is what makes large tables quick.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import sparse

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.disclosure.model import WHOLE, Model, zeros
from lebenslage.atlas.disclosure.rules import EXACT, Demand

FAR: Final = 1e4
MANY: Final = 8
HELPED: Final = 0.8
KEPT: Final = 6


@dataclass(frozen=True, slots=True, eq=False)
class Stuck:
    """A cell that does not move as far as it must: how far down and up it does; `sure`: in whole numbers too."""

    cell: int
    least: float
    most: float
    sure: bool


class Moves:
    """What is known of how far each cell can move from its value. `through[cell]` are moves of it: the cells that each needs hidden."""

    def __init__(self, matrix: sparse.csr_array, values: Floats, demand: Demand, *, whole: bool) -> None:
        """`values` keep every sum; the matrix is cut along its columns again and again."""
        self.matrix, self.values, self.demand, self.whole = matrix.tocsc(), values, demand, whole
        self.cells = np.zeros(0, np.int64)
        self.place = np.full(len(values), -1)
        self.through: dict[int, list[Ints]] = {}
        self.often = np.ones(len(values))

    def stuck(self, low: Floats, high: Floats, wanted: Ints) -> Iterator[Stuck]:
        """The wanted cells that cannot move enough within these limits; those that were stuck most often come first."""
        self.low, self.high = low, high
        still = high > low + EXACT
        self._look_at(still)
        self.fine = {cell for cell in wanted.tolist() if any(still[way].all() for way in self.through.get(cell, ()))}
        self._many_at_once(np.array([cell for cell in wanted.tolist() if cell not in self.fine], np.int64))
        for cell in wanted[np.argsort(-self.often[wanted], kind="stable")]:
            if cell not in self.fine and (found := self._tried(int(cell))) is not None:
                self.often[cell] += 1
                yield found

    def _look_at(self, still: Flags) -> None:
        """A model of the cells that can move at all; the old one serves as long as it has them."""
        if len(self.cells) and np.all(self.place[still] >= 0):
            return
        self.cells, self.place = np.flatnonzero(still), np.full(len(still), -1)
        self.place[self.cells] = np.arange(len(self.cells))
        columns = self.matrix[:, self.cells].tocsr()
        columns = columns[np.diff(columns.indptr) > 0]
        self.model = Model(both_ways(columns), zeros(2 * len(self.cells)), zeros(columns.shape[0]))
        self.cost = np.ones(2 * len(self.cells))

    def _many_at_once(self, wanted: Ints) -> None:
        """Halves of the cells go up, the others down, and back: what moves far enough needs no move of its own.

        Any two cells go different ways once. What is left tries again by itself, as long as that helps.
        """
        left = wanted
        while len(left) > MANY:
            for bit in range(len(left).bit_length()):
                upward = (np.arange(len(left)) >> bit & 1).astype(np.bool_)
                self._see(self._pushed(left, upward), self._pushed(left, ~upward))
            before, left = len(left), np.array([cell for cell in left.tolist() if cell not in self.fine], np.int64)
            if len(left) > HELPED * before:
                return

    def _pushed(self, cells: Ints, upward: Flags) -> Floats:
        """One move that brings many cells as far as they must, as many as can."""
        count, here, aim = len(self.cells), self.place[cells], self.demand.width[self.cells]
        most = np.minimum(np.stack([self.high - self.values, self.values - self.low])[:, self.cells], np.maximum(aim, 1.0))
        cost = self.cost.copy()
        cost[np.where(upward, here, count + here)] = -FAR
        self.model.within((np.zeros(2 * count), np.maximum(most.ravel(), 0.0)))
        return self._found(cost)

    def trust(self, cell: int, hidden: Flags) -> None:
        """Note that a cell is safe as long as all of these are hidden."""
        self._keep(cell, np.flatnonzero(hidden))

    def _tried(self, cell: int) -> Stuck | None:
        here, demand = self.values[cell], self.demand
        up = self._moved(cell, 1, max(demand.above[cell] - here, demand.width[cell]))
        lacking = max(here - demand.below[cell], demand.width[cell] - up[cell], 0.0)
        down = self._moved(cell, -1, lacking) if lacking > EXACT else np.zeros_like(up)
        least, most = np.array(here + down[cell]), np.array(here + up[cell])
        whole = self._in_whole(up, down)
        if whole and not demand.share[cell] and not demand.close(least, most, cell):
            self._keep(cell, self._see(up, down))
            return None
        return Stuck(cell, float(least), float(most), whole)

    def _in_whole(self, up: Floats, down: Floats) -> bool:
        return not self.whole or bool(np.all(np.abs(up - np.round(up)) < WHOLE) and np.all(np.abs(down - np.round(down)) < WHOLE))

    def _see(self, up: Floats, down: Floats) -> Ints:
        """Note the cells that these moves bring far enough; returns all that they pass through."""
        way = np.flatnonzero((np.abs(up) > EXACT) | (np.abs(down) > EXACT))
        if not self._in_whole(up, down):
            return way
        apart = np.maximum(up, down)[way] - np.minimum(np.minimum(up, down), 0)[way]
        plain = np.isinf(self.demand.above[way]) & np.isinf(self.demand.below[way]) & (self.demand.share[way] == 0)
        for other in way[plain & (apart >= self.demand.width[way] - EXACT)]:
            self._keep(int(other), way)
        return way

    def _keep(self, cell: int, way: Ints) -> None:
        self.fine.add(cell)
        self.through[cell] = [*self.through.get(cell, ()), way][-KEPT:]

    def _moved(self, cell: int, sign: int, aim: float) -> Floats:
        """The shortest move that brings the cell as far as it can go, at most to the aim."""
        count, here = len(self.cells), self.place[cell]
        least, most = np.zeros(2 * count), np.stack([self.high - self.values, self.values - self.low])[:, self.cells]
        mine, other = (0, 1) if sign > 0 else (1, 0)
        most[mine, here], most[other, here] = min(most[mine, here], aim), 0.0
        self.cost[mine * count + here] = -FAR
        self.model.within((least, np.maximum(most.ravel(), 0.0)))
        moved = self._found(self.cost)
        self.cost[mine * count + here] = 1.0
        return moved

    def _found(self, cost: Floats) -> Floats:
        """What moves in the cheapest answer."""
        found, moved = self.model.cheapest(cost), np.zeros(len(self.values))
        if found is not None:
            moved[self.cells] = found[: len(self.cells)] - found[len(self.cells) :]
        return moved


def both_ways(matrix: sparse.csr_array) -> sparse.csr_array:
    """The sums of ups (first half of the columns) less downs."""
    return sparse.csr_array(sparse.hstack([matrix, -matrix]))
