"""A good choice, fast: greedy, then the best exchange of one site until none helps (Resende and Werneck 2004, all exchanges at once)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.siting.arcs import Arcs
from lebenslage.atlas.siting.patience import Patience
from lebenslage.atlas.siting.question import Question

NOBODY = -1
LEAST_GAIN = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class Serving:
    """For each area (n,): the place in the choice that serves it (-1: the default), what it bears, and what it would bear without it."""

    first: Ints
    cost: Floats
    second: Floats


def serving(arcs: Arcs, chosen: Ints) -> Serving:
    """Who is served by which chosen site."""
    first = np.full(len(arcs.default), NOBODY)
    cost, second = arcs.default.copy(), arcs.default.copy()
    for place, site in enumerate(chosen):
        part = arcs.of(int(site))
        rows, costs = arcs.rows[part], arcs.costs[part]
        nearer = costs < cost[rows]
        second[rows] = np.where(nearer, cost[rows], np.minimum(second[rows], costs))
        cost[rows[nearer]] = costs[nearer]
        first[rows[nearer]] = place
    return Serving(first, cost, second)


def gains(arcs: Arcs, cost: Floats) -> Floats:
    """By how much each site (m,) would lower the sum of what areas bear."""
    return arcs.site_sums(np.maximum(cost[arcs.rows] - arcs.costs, 0.0))


def exchanges(arcs: Arcs, chosen: Ints) -> Floats:
    """The sum after each exchange (chosen x sites): the chosen site of the row goes, the site of the column comes."""
    now = serving(arcs, chosen)
    lost = np.bincount(now.first + 1, weights=now.second - now.cost, minlength=len(chosen) + 1)[1:]
    near = np.flatnonzero(arcs.costs < now.second[arcs.rows])
    rows, costs, columns = arcs.rows[near], arcs.costs[near], np.searchsorted(arcs.starts, near, side="right") - 1
    cost = now.cost[rows]
    gained = np.bincount(columns, weights=np.maximum(cost - costs, 0.0), minlength=arcs.sites)
    mine = now.first[rows] >= 0
    cell = now.first[rows[mine]] * arcs.sites + columns[mine]
    kept = np.bincount(cell, weights=now.second[rows[mine]] - np.maximum(cost[mine], costs[mine]), minlength=len(chosen) * arcs.sites)
    return now.cost.sum() + lost[:, None] - gained - kept.reshape(len(chosen), arcs.sites)


def greedy(question: Question, per_euro: bool = False) -> Ints:
    """Open the site that lowers the sum most (or most for its price), one after the other."""
    chosen: list[int] = []
    cost = question.arcs.default
    for _ in range(question.count):
        gain = gains(question.arcs, cost) - question.opening
        gain[question.prices > question.budget - question.prices[chosen].sum()] = -np.inf
        site = int(np.argmax(gain / np.maximum(question.prices, LEAST_GAIN) if per_euro else gain))
        if gain[site] <= 0:
            break
        chosen.append(site)
        cost = np.minimum(cost, question.arcs.served(np.array([site])))
    return np.array(chosen, dtype=np.int64)


def improved(question: Question, chosen: Ints, patience: Patience) -> Ints:
    """Exchange, add or give up one site as long as that lowers the sum and keeps the budget."""
    total = question.total(chosen)
    while not patience.out_of_time():
        choice, expected = _best_move(question, chosen)
        if expected >= total - LEAST_GAIN * abs(total):
            break
        chosen, total = choice, question.total(choice)
    return chosen


def _best_move(question: Question, chosen: Ints) -> tuple[Ints, float]:
    moves = [_best_exchange(question, chosen)] if len(chosen) else []
    if len(chosen) < question.count:
        moves.append(_best_addition(question, chosen))
    moves += [(rest, question.total(rest)) for rest in _fewer(question, chosen)]
    return min(moves, key=lambda move: move[1], default=(chosen, np.inf))


def _best_exchange(question: Question, chosen: Ints) -> tuple[Ints, float]:
    totals = exchange_totals(question, chosen)
    place, site = divmod(int(np.argmin(totals)), question.arcs.sites)
    return np.append(np.delete(chosen, place), site), float(totals[place, site])


def exchange_totals(question: Question, chosen: Ints) -> Floats:
    """The sum after each exchange (chosen x sites), opening costs included; infinite where the budget does not allow it."""
    opening = question.opening[chosen].sum() - question.opening[chosen][:, None] + question.opening
    spent = question.prices[chosen].sum() - question.prices[chosen][:, None] + question.prices
    totals: Floats = exchanges(question.arcs, chosen) + opening
    totals[spent > question.budget] = np.inf
    totals[:, chosen] = np.inf
    return totals


def _best_addition(question: Question, chosen: Ints) -> tuple[Ints, float]:
    gain = gains(question.arcs, question.arcs.served(chosen)) - question.opening
    gain[question.prices > question.budget - question.prices[chosen].sum()] = -np.inf
    return np.append(chosen, np.argmax(gain)), question.total(chosen) - float(gain.max(initial=-np.inf))


def _fewer(question: Question, chosen: Ints) -> list[Ints]:
    """The choice without each site that costs something to open."""
    return [np.delete(chosen, place) for place, site in enumerate(chosen) if question.opening[site] > 0]
