"""The attack: what somebody can compute of every hidden cell who knows all that was published and the rule.

Exact bounds by linear programming; where a bound is not reached in whole numbers, by integer programming. Only sums with a hidden cell
matter, and what does not hang together is attacked apart. Every solution found is a witness for all its cells, so that most need none
of their own (Fischetti & Salazar-Gonzalez 2001; Hundepool et al. 2012, ch. 4.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.disclosure.knowledge import Knowledge
from lebenslage.atlas.disclosure.model import Extreme, Limits, Model
from lebenslage.atlas.disclosure.rules import Demand
from lebenslage.atlas.progress import Progress, silently, telling

NEVER: Final = 1e18


class Impossible(ValueError):
    """No values agree with what was published."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A cell that can be bounded too closely: where it lies, and the price of each sum in computing its least and greatest value."""

    cell: int
    least: float
    most: float
    prices: tuple[Floats, Floats]


@dataclass(eq=False)
class Part:
    """Hidden cells that hang together, and the sums they are in."""

    matrix: sparse.csr_array
    cells: Ints
    rows: Ints
    sums: Floats
    limits: Limits
    models: dict[bool, tuple[Model, Limits]]

    def extreme(self, cell: int, sign: int, *, whole: bool) -> tuple[Extreme, Extreme]:
        """How far a cell can go as any number, and as a whole one. Raises Impossible."""
        found = self._model(whole=False).extreme(cell, sign)
        exact = found if found is None or found.whole or not whole else self._model(whole=True).extreme(cell, sign)
        if found is None or exact is None:
            raise Impossible
        return found, exact

    def _model(self, *, whole: bool) -> Model:
        model, limits = self.models.get(whole) or (Model(self.matrix, self.limits, (self.sums, self.sums), whole=whole), self.limits)
        if limits is not self.limits:
            model.within(self.limits)
        self.models[whole] = model, self.limits
        return model


class Attack:
    """An attack on one system of sums. Its models serve again when more is shown (`within`)."""

    def __init__(self, matrix: sparse.csr_array, known: Knowledge) -> None:
        """Cut the system into parts."""
        self.matrix = matrix
        self.parts = list(_parts(matrix, known))
        self.part_of = {int(cell): (part, place) for part in self.parts for place, cell in enumerate(part.cells)}
        self.within(known)

    def within(self, known: Knowledge) -> None:
        """Attack what is known now; nothing may be open that was not at first."""
        self.known = known
        for part in self.parts:
            part.limits = known.low[part.cells], known.high[part.cells]
        self.seen_low, self.seen_high = np.full(len(known.low), NEVER), np.full(len(known.low), -NEVER)

    def bounds(self, cell: int) -> tuple[float, float]:
        """The least and the greatest value a cell can have; infinite where nothing limits it. Raises Impossible."""
        found = self.both(cell)
        return found.least, self.known.limited(found.most)

    def both(self, cell: int) -> Told:
        """Both bounds with their prices. Raises Impossible."""
        (least, down), (most, up) = self._reach(cell, -1), self._reach(cell, 1)
        return Told(cell, least, most, (down, up))

    def told(self, demand: Demand, progress: Progress = silently) -> Iterator[Told]:
        """The cells that can be bounded closer than the demand allows. Raises Impossible."""
        is_open = self.known.open
        for shut in np.flatnonzero(~is_open & demand.unmet(self.known.low, self.known.high)):
            yield self.both(int(shut))
        for cell in telling(np.flatnonzero(is_open).tolist(), progress):
            if demand.close(self.seen_low[cell], self.seen_high[cell], cell):
                found = self.both(cell)
                if demand.unmet(np.array(found.least), np.array(found.most), cell):
                    yield found

    def _reach(self, cell: int, sign: int) -> tuple[float, Floats]:
        if cell not in self.part_of:
            return float(self.known.low[cell]), np.zeros(self.matrix.shape[0])
        part, place = self.part_of[cell]
        found, exact = part.extreme(place, sign, whole=self.known.whole)
        values = np.round(exact.values) if self.known.whole else exact.values
        self.seen_low[part.cells] = np.minimum(self.seen_low[part.cells], values)
        self.seen_high[part.cells] = np.maximum(self.seen_high[part.cells], values)
        prices = np.zeros(self.matrix.shape[0])
        prices[part.rows] = found.prices
        return float(values[place]), prices


def _parts(matrix: sparse.csr_array, known: Knowledge) -> Iterator[Part]:
    cells = np.flatnonzero(known.open)
    if not len(cells):
        return
    columns = matrix[:, cells]
    rows = np.flatnonzero(np.diff(columns.indptr))
    columns, sums = columns[rows], -(matrix @ np.where(known.open, 0.0, known.low))[rows]
    count, of = csgraph.connected_components(sparse.block_array([[None, columns], [columns.T, None]]), directed=False)
    of_row, of_cell = of[: len(rows)], of[len(rows) :]
    for number in range(count):
        mine, lines = np.flatnonzero(of_cell == number), np.flatnonzero(of_row == number)
        if len(mine):
            limits = known.low[cells[mine]], known.high[cells[mine]]
            yield Part(columns[lines][:, mine].tocsr(), cells[mine], rows[lines], sums[lines], limits, {})
