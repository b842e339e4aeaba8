"""When a figure says too much of few people, and how much must stay open around it.

Minimum count, dominance (n, k), p-percent: Hundepool et al., Statistical Disclosure Control (2012), ch. 4; protection levels as in
tau-ARGUS. The minimum count is that of docs/decisions/0008: as many values must stay possible as the minimum says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.disclosure.problems import NoContributors
from lebenslage.atlas.disclosure.relations import Sums
from lebenslage.atlas.disclosure.tables import Table

EXACT: Final = 1e-6
EVERYWHERE: Final = slice(None)

type At = int | slice


@dataclass(frozen=True, slots=True)
class Rule:
    """What may not be told.

    `minimum`: fewer people, or contributors, than this are few. `zeros_shown`: an empty cell says nothing of anybody; without it, 0 is
    hidden like 1, for "nobody granted" speaks of all who applied. `dominance` (n, k): the n largest hold more than k percent.
    `percent`: the second largest could reckon the largest to within so many percent. `spread`: the share of a sum that must stay open
    on both sides where there are too few contributors.
    """

    minimum: int = 5
    zeros_shown: bool = False
    dominance: tuple[int, float] | None = None
    percent: float | None = None
    spread: float = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """What must stay open, for each cell of a system of sums; a demand of 0 asks for nothing.

    Of the values that stay possible, the greatest must be at least `above`, the least at most `below`, and they must lie `width` apart,
    and at least the `share` of the greatest (upper, lower, sliding protection). A cell of which nothing is known but that it is at least
    `free_from` is free: it is not about few people. With `zero_free`, neither is one that is certainly empty.
    """

    below: Floats
    above: Floats
    width: Floats
    share: Floats
    free_from: float
    zero_free: bool

    def unmet(self, least: Floats, most: Floats, at: At = EVERYWHERE) -> Flags:
        """Where too little stays open between these bounds, in all cells or `at` some."""
        return self.close(least, most, at) & ~(least >= self.free_from - EXACT) & ~(self.zero_free & (most <= EXACT))

    def close(self, least: Floats, most: Floats, at: At = EVERYWHERE) -> Flags:
        """Where the bounds are too close, were the cell about few people. Wider bounds are never closer."""
        apart = np.maximum(self.width[at], self.share[at] * most)
        return (most - least < apart - EXACT) | (most < self.above[at] - EXACT) | (least > self.below[at] + EXACT)


def sensitive(table: Table, rule: Rule) -> Flags:
    """The cells that may not be shown for what they are. Raises NoContributors."""
    if table.sums:
        return _to_stay_open(table, rule) > 0
    return (table.values < rule.minimum) & ((table.values > 0) | (not rule.zeros_shown))


def demand(sums: Sums, tables: Sequence[Table], rule: Rule) -> Demand:
    """What must stay open in a system: of counts as many values as the minimum says; of sums what each table's contributors need.

    Of a sum that an earlier table hides, its contributors are no longer known: the `spread` must stay open. Raises NoContributors.
    """
    none = np.zeros(sums.cells)
    below, above, share = none + np.inf, none - np.inf, none.copy()
    if not any(table.sums for table in tables):
        return Demand(below, above, none + rule.minimum - 1, none, rule.minimum, rule.zeros_shown)
    for table, places in zip(tables, sums.places, strict=True):
        if table.contributors is None:
            share[places[table.hidden]] = rule.spread
    for table, places in zip(tables, sums.places, strict=True):
        if table.contributors is not None:
            needed = _to_stay_open(table, rule)
            share[places] = 0
            above[places] = np.where(needed > 0, table.values + needed, -np.inf)
            below[places] = np.where(needed > 0, np.maximum(table.values - needed, 0), np.inf)
    return Demand(below, above, none, share, np.inf, rule.zeros_shown)


def _to_stay_open(table: Table, rule: Rule) -> Floats:
    """How much must stay open above and below a sum; 0 where it may be shown."""
    if table.contributors is None:
        raise NoContributors(table=table.name, needed=0)
    few = (table.contributors < rule.minimum) & ((table.contributors > 0) | (not rule.zeros_shown))
    needed = np.where(few, np.maximum(rule.spread * table.values, 1.0), 0.0)
    if rule.dominance is not None:
        n, k = rule.dominance
        needed = np.maximum(needed, 100 / k * _top(table, n).sum(axis=1) - table.values)
    if rule.percent is not None:
        first, second = _top(table, 2).T
        needed = np.maximum(needed, rule.percent / 100 * first - (table.values - first - second))
    return np.where(np.isnan(needed), 0.0, needed)


def _top(table: Table, n: int) -> Floats:
    if table.largest is None or table.largest.shape[1] < n:
        raise NoContributors(table=table.name, needed=n)
    return table.largest[:, :n]
