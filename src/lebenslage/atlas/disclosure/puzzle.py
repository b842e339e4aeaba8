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
from lebenslage.atlas.disclosure.moves import Moves, Stuck, both_ways
from lebenslage.atlas.disclosure.narrowing import Narrowing
from lebenslage.atlas.disclosure.problems import FiguresContradict
from lebenslage.atlas.disclosure.relations import Sums, sums_of
from lebenslage.atlas.disclosure.rules import EXACT, Demand, Rule, demand, sensitive
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

    def followed(self, hidden: Flags) -> Knowledge:
        """The same, and what follows of it at once."""
        known = self.known(hidden)
        low, high = self.narrowing.limits(known.low, known.high)
        return replace(known, low=low, high=high)

    @cached_property
    def narrowing(self) -> Narrowing:
        """The sums, to be followed."""
        return Narrowing(self.matrix, whole=self.shown.whole)

    @cached_property
    def attack(self) -> Attack:
        """One attack for all patterns, for its models serve again."""
        return Attack(self.matrix, self.known(self.free))

    @cached_property
    def flow(self) -> Model:
        """Ups and downs of all cells at once, that keep every sum."""
        return Model(both_ways(self.matrix), zeros(2 * len(self.values)), zeros(self.matrix.shape[0]))

    @cached_property
    def moves(self) -> Moves:
        """What was found so far of how cells can move."""
        return Moves(self.matrix, self.values, self.demand, whole=self.shown.whole)

    @cached_property
    def least(self) -> Floats:
        """The least value of each cell were everything hidden that may be."""
        return np.where(self.free, self.veiled.low, self.shown.low)

    @cached_property
    def most(self) -> Floats:
        """The greatest value of each cell were everything hidden that may be."""
        return np.where(self.free, self.veiled.high, self.shown.high)

    def told(self, hidden: Flags) -> Iterator[Stuck]:
        """The cells that can still be computed: those that stand there, and those that do not move as far as they must."""
        known, demand = self.followed(hidden), self.demand
        for cell in np.flatnonzero(~known.open & demand.unmet(known.low, known.high)):
            yield Stuck(int(cell), float(known.low[cell]), float(known.low[cell]), sure=True)
        asked = known.open & demand.close(self.values, self.values) & (known.low < demand.free_from - EXACT)
        for stuck in self.moves.stuck(known.low, known.high, np.flatnonzero(asked)):
            if not stuck.sure:
                told = self.certified(hidden, stuck.cell)
                if not demand.close(np.array(told.least), np.array(told.most), stuck.cell):
                    self.moves.trust(stuck.cell, known.open)
                stuck = Stuck(stuck.cell, told.least, told.most, sure=True)  # noqa: PLW2901 - the same cell, known exactly
            if demand.unmet(np.array(stuck.least), np.array(stuck.most), stuck.cell):
                yield stuck

    def certified(self, hidden: Flags, cell: int) -> Told:
        """The exact bounds of a cell, with the prices that prove them."""
        self.attack.within(self.known(hidden))
        return self.attack.both(cell)

    def safe(self, hidden: Flags) -> bool:
        """Whether nothing can be computed."""
        return next(self.told(hidden), None) is None

    def price(self, hidden: Flags) -> float:
        """What is lost with the cells that are hidden beside the small ones."""
        return float(self.cost[hidden & self.free & ~self.small].sum())


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
