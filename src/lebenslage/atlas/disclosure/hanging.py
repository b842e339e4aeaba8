"""Hidden cells that hang together: a system of sums cut into the parts that can be looked at apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.disclosure.knowledge import Knowledge
from lebenslage.atlas.disclosure.model import Extreme, Limits, Model


class Impossible(ValueError):
    """No values agree with what was published."""


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

    def ways(self, base: Floats, far: Floats) -> Iterator[Floats]:
        """Other values that agree with all sums, each at most so `far` from the base: halves of the cells go up, the others down.

        Any two cells go different ways in one of them.
        """
        around = np.maximum(self.limits[0], base - far), np.minimum(self.limits[1], base + far)
        model = Model(self.matrix, around, (self.sums, self.sums))
        for bit in range(len(self.cells).bit_length()):
            cost = np.where(np.arange(len(self.cells)) >> bit & 1, 1.0, -1.0)
            yield from (found for sign in (1.0, -1.0) if (found := model.cheapest(sign * cost)) is not None)

    def _model(self, *, whole: bool) -> Model:
        model, limits = self.models.get(whole) or (Model(self.matrix, self.limits, (self.sums, self.sums), whole=whole), self.limits)
        if limits is not self.limits:
            model.within(self.limits)
        self.models[whole] = model, self.limits
        return model


def parts_of(matrix: sparse.csr_array, known: Knowledge) -> Iterator[Part]:
    """The open cells in the parts that hang together."""
    cells = np.flatnonzero(known.open)
    if not len(cells):
        return
    columns = matrix[:, cells]
    rows = np.flatnonzero(np.diff(columns.indptr))
    columns, sums = columns[rows], -(matrix @ np.where(known.open, 0.0, known.low))[rows]
    _, of = csgraph.connected_components(sparse.block_array([[None, columns], [columns.T, None]]), directed=False)
    lines_of = _gathered(of[: len(rows)], int(of.max()) + 1)
    for lines, mine in zip(lines_of, _gathered(of[len(rows) :], len(lines_of)), strict=True):
        if len(mine):
            limits = known.low[cells[mine]], known.high[cells[mine]]
            yield Part(_cut(columns, lines, mine), cells[mine], rows[lines], sums[lines], limits, {})


def _gathered(labels: Ints, count: int) -> list[Ints]:
    """The places of each label."""
    order = np.argsort(labels, kind="stable")
    return np.split(order, np.cumsum(np.bincount(labels, minlength=count))[:-1])


def _cut(columns: sparse.csr_array, lines: Ints, mine: Ints) -> sparse.csr_array:
    """The sums of a part: all cells in them are its own."""
    sums = columns[lines]
    return sparse.csr_array((sums.data, np.searchsorted(mine, sums.indices), sums.indptr), shape=(len(lines), len(mine)))
