"""Set cover: which sites reach all? Reduced by dominance, then solved as an integer program (Toregas et al. 1971)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.siting.demand import NONE
from lebenslage.atlas.siting.patience import Patience
from lebenslage.atlas.siting.problems import BudgetTooSmall, MoreSitesNeeded, NothingFoundInTime, NotWithThese
from lebenslage.atlas.siting.program import INFINITE, Program
from lebenslage.atlas.siting.setting import Setting

COMPARED_AT_MOST = 30_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """Sites that reach all, None where none were found; no cover costs less than `bound`; `impossible` where that is proven."""

    sites: Ints | None
    bound: float
    impossible: bool = False


def least_cover(
    reaches: Flags,
    cost: Floats,
    patience: Patience,
    *,
    count: float = np.inf,
    prices: Floats | None = None,
    budget: float = np.inf,
    enough: float | None = None,
) -> Cover:
    """The cheapest sites by `cost` (m,) that reach every row of `reaches` (areas x sites), at most `count`, of `prices` within `budget`.

    `enough`: the first cover that costs no more will do.
    """
    paid = np.zeros(len(cost)) if prices is None or not np.isfinite(budget) else prices
    if len(reaches) == 0:
        return Cover(NONE, 0.0)
    if not reaches.any(axis=1).all():
        return Cover(None, np.inf, impossible=True)
    columns = np.flatnonzero(reaches.any(axis=0) & (paid <= budget))
    rows, kept = _undominated(reaches[:, columns], cost[columns], paid[columns])
    columns = columns[kept]
    small = reaches[np.ix_(rows, columns)]
    if not small.any(axis=1).all():
        return Cover(None, np.inf, impossible=True)
    quick = _greedy(small, cost[columns])
    if enough is not None and _fits(quick, cost[columns], count, paid[columns], budget, enough):
        return Cover(columns[quick], 0.0)
    answer = _program(small, cost[columns], count, paid[columns], budget).solve(patience, enough)
    sites = None if answer.values is None else columns[answer.values > 0.5]
    return Cover(sites, answer.bound, answer.impossible)


def _program(reaches: Flags, cost: Floats, count: float, prices: Floats, budget: float) -> Program:
    names = np.arange(len(cost))
    program = Program(cost, np.ones(len(cost)), np.ones(len(cost), dtype=bool))
    places, sites = np.nonzero(reaches)
    program.add(places, sites, 1.0, np.ones(len(reaches)), INFINITE)
    if count < len(cost):
        program.add(0, names, 1.0, -INFINITE, count)
    if prices.any():
        program.add(0, names, prices / max(budget, 1e-300), -INFINITE, 1.0)
    return program


def _fits(sites: Ints, cost: Floats, count: float, prices: Floats, budget: float, enough: float) -> bool:
    return len(sites) <= count and float(prices[sites].sum()) <= budget and float(cost[sites].sum()) <= enough


def _greedy(reaches: Flags, cost: Floats) -> Ints:
    """Whoever reaches most that is not reached yet, for its cost."""
    left, chosen = np.ones(len(reaches), dtype=bool), []
    while left.any():
        chosen.append(int(np.argmax(reaches[left].sum(axis=0) / np.maximum(cost, 1e-12))))
        left &= ~reaches[:, chosen[-1]]
    return np.array(chosen, dtype=np.int64)


def _undominated(reaches: Flags, cost: Floats, prices: Floats) -> tuple[Ints, Ints]:
    """Rows and columns that matter. An area is reached with another that fewer reach; a dearer site that reaches less is not needed."""
    rows, columns = np.arange(len(reaches)), np.arange(reaches.shape[1])
    size = -1
    while size != reaches.size <= COMPARED_AT_MOST:
        size = reaches.size
        keep = ~_contains_another(reaches)
        rows, reaches = rows[keep], reaches[keep]
        keep = ~_worse_than_another(reaches, cost[columns], prices[columns])
        columns, reaches = columns[keep], reaches[:, keep]
    return rows, columns


def _contains_another(sets: Flags) -> Flags:
    """Whether a row contains another row; of equal ones the first stays."""
    number = sets.astype(np.float32)
    sizes = number.sum(axis=1)
    inside = (number @ number.T) == sizes[:, None]
    larger = (sizes[None, :] > sizes[:, None]) | ((sizes[None, :] == sizes[:, None]) & _later(len(sets)))
    contained: Flags = (inside & larger).any(axis=0)
    return contained


def _worse_than_another(reaches: Flags, cost: Floats, prices: Floats) -> Flags:
    """Whether a column lies within another that costs no more; of equal ones the first stays."""
    number = reaches.astype(np.float32)
    sizes = number.sum(axis=0)
    inside = (number.T @ number) == sizes[:, None]
    cheaper = (cost[None, :] <= cost[:, None]) & (prices[None, :] <= prices[:, None])
    equal = (sizes[None, :] == sizes[:, None]) & (cost[None, :] == cost[:, None]) & (prices[None, :] == prices[:, None])
    better = cheaper & ~(equal & ~_later(len(cost)).T)
    np.fill_diagonal(better, val=False)
    worse: Flags = (inside & better).any(axis=1)
    return worse


def _later(count: int) -> Flags:
    """Whether the column comes after the row."""
    order = np.arange(count)
    later: Flags = order[None, :] > order[:, None]
    return later


def reach_matrix(setting: Setting, areas: Flags, limit: float | Floats = np.inf) -> Flags:
    """Which of the free sites (columns) reach which of these areas (rows), within a limit, of each area if it has its own."""
    ways = setting.ways.of_sites(setting.free)
    near = np.flatnonzero(ways.costs <= np.broadcast_to(limit, len(areas))[ways.rows])
    reaches = np.zeros((len(areas), ways.sites), dtype=bool)
    reaches[ways.rows[near], ways.columns()[near]] = True
    return reaches[areas]


def reaching_all(setting: Setting, areas: Flags, patience: Patience) -> Ints:
    """Free sites, within number and budget, that reach these areas. Raises NothingFoundInTime and what `explain` raises."""
    reaches, prices = reach_matrix(setting, areas), setting.prices[setting.free]
    each = np.ones(len(prices))
    found = least_cover(reaches, each, patience, count=setting.count, prices=prices, budget=setting.budget, enough=setting.count)
    if found.sites is not None:
        return found.sites
    if found.impossible:
        explain(setting, reaches, prices, patience)
    raise NothingFoundInTime


def explain(setting: Setting, reaches: Flags, prices: Floats, patience: Patience) -> None:
    """Say what is too little. Raises MoreSitesNeeded, BudgetTooSmall, NotWithThese."""
    must = len(np.setdiff1d(setting.terms.must, setting.terms.existing))
    fewest = least_cover(reaches, np.ones(len(prices)), patience)
    if fewest.bound > setting.count:
        raise MoreSitesNeeded(asked=setting.terms.sites, needed=int(fewest.bound) + must)
    cheapest = least_cover(reaches, prices, patience)
    if cheapest.bound > setting.budget:
        spent = float(setting.prices[setting.terms.must].sum())
        raise BudgetTooSmall(budget=f"{setting.terms.budget:g}", needed=f"{cheapest.bound + spent:g}")
    raise NotWithThese(asked=setting.terms.sites, budget=f"{setting.terms.budget:g}")
