"""The puzzle of secondary suppression: which further cells to hide so that nothing hidden can be computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy import sparse

from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.disclosure.attack import Attack, Told
from lebenslage.atlas.disclosure.knowledge import Knowledge, knowledge
from lebenslage.atlas.disclosure.model import WHOLE, Model, zeros
from lebenslage.atlas.disclosure.problems import FiguresContradict
from lebenslage.atlas.disclosure.relations import Sums, sums_of
from lebenslage.atlas.disclosure.rules import Demand, Rule, demand, sensitive
from lebenslage.atlas.disclosure.tables import Table


@dataclass(eq=False)
class Puzzle:
    """`values` agree with everything. Hidden, a cell lies between `low` and `high`; `shown` is what is known where nothing is hidden.

    `free` cells may be shown or hidden, at a `cost`; `small` ones must be hidden. All others stand published, or were never.
    """

    matrix: sparse.csr_array
    values: Floats
    shown: Knowledge
    veiled: Knowledge
    free: Flags
    small: Flags
    cost: Floats
    demand: Demand

    def known(self, hidden: Flags) -> Knowledge:
        """What a reader knows where these cells are hidden."""
        low = np.where(hidden, self.veiled.low, self.shown.low)
        high = np.where(hidden, self.veiled.high, self.shown.high)
        return replace(self.shown, low=low, high=high)

    @cached_property
    def attack(self) -> Attack:
        """One attack for all patterns: what it saw once need not be found again."""
        return Attack(self.matrix, self.known(self.free), self.values if self._true else None)

    @cached_property
    def flow(self) -> Model:
        """Ups and downs of all cells at once, that keep every sum."""
        both = sparse.csr_array(sparse.hstack([self.matrix, -self.matrix]))
        nothing = np.zeros(both.shape[1])
        return Model(both, (nothing, nothing), zeros(both.shape[0]))

    @cached_property
    def least(self) -> Floats:
        """The least value of each cell were everything hidden that may be."""
        return np.where(self.free, self.veiled.low, self.shown.low)

    @cached_property
    def most(self) -> Floats:
        """The greatest value of each cell were everything hidden that may be."""
        return np.where(self.free, self.veiled.high, self.shown.high)

    def told(self, hidden: Flags) -> Iterator[Told]:
        """The cells that can still be computed."""
        self.attack.within(self.known(hidden))
        return self.attack.told(self.demand)

    def safe(self, hidden: Flags) -> bool:
        """Whether nothing can be computed."""
        return next(self.told(hidden), None) is None

    def price(self, hidden: Flags) -> float:
        """What is lost with the cells that are hidden beside the small ones."""
        return float(self.cost[hidden & self.free & ~self.small].sum())

    @property
    def _true(self) -> bool:
        """Whether the values may serve as a witness: whole numbers, where numbers are whole."""
        return not self.shown.whole or bool(np.all(self.values == np.round(self.values)))


def puzzle_of(table: Table, rule: Rule, earlier: Sequence[Table] = ()) -> tuple[Puzzle, Sums]:
    """The puzzle of a table about to be published after others of its subject. Raises the problems of `knowledge` and `sums_of`."""
    tables = (*earlier, table)
    sums = sums_of(tables)
    places = sums.places[-1]
    hidden = table.hiding(np.ones(len(table.keys), np.bool_))
    shown, veiled = knowledge(sums, tables, rule), knowledge(sums, (*earlier, hidden), rule)
    veiled = replace(veiled, cap=shown.cap, high=np.where(veiled.high >= veiled.cap, shown.cap, veiled.high))
    free, small, cost = np.zeros(sums.cells, np.bool_), np.zeros(sums.cells, np.bool_), np.zeros(sums.cells)
    free[places] = ~shown.open[places] & veiled.open[places] & ~(rule.zeros_shown & (table.values == 0))
    small[places] = sensitive(table, rule)
    cost[places] = np.nan_to_num(table.values if table.weights is None else table.weights) + 1.0
    values = _completed(sums.matrix, shown, table)
    return Puzzle(sums.matrix, values, shown, veiled, free, small & free, cost, demand(sums, tables, rule)), sums


def _completed(matrix: sparse.csr_array, known: Knowledge, table: Table) -> Floats:
    """Values that agree with everything, for the cells that nobody gave."""
    if not np.any(known.open):
        return known.low
    limits, nothing = (known.low, known.high), np.zeros(len(known.low))
    found = Model(matrix, limits, zeros(matrix.shape[0])).cheapest(nothing)
    if known.whole and found is not None and np.any(np.abs(found - np.round(found)) > WHOLE):
        found = Model(matrix, limits, zeros(matrix.shape[0]), whole=True).cheapest(nothing)
    if found is None:
        raise FiguresContradict(tables=table.name, given="")
    return np.round(found) if known.whole else found
