"""How good can any choice be? A bound by Lagrangian relaxation: every area pays a price, and sites live on these prices.

Whatever the prices (n,), the sum is a bound; a deflected subgradient makes it better (Held, Wolfe and Crowder 1974; Camerini, Fratta
and Maffioli 1975; for the p-median Christofides and Beasley 1982).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.siting.question import Picked, Question, pick

MEMORY = 0.8
PATIENCE = 20
SMALLEST_STEP = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """A proven bound, the prices (n,) that prove it, the worth (m,) of each site at these prices, and how often it was chosen (m,)."""

    value: float
    prices: Floats
    picked: Picked
    often: Floats


def ascend(question: Question, prices: Floats, best: float, rounds: int, out_of_time: Callable[[], bool], step: float = 1.0) -> Bound:
    """Raise the bound from some prices on, until it says that nothing beats `best`, or no longer rises."""
    arcs = question.arcs
    prices = np.minimum(prices, arcs.default)
    direction, stale = np.zeros(len(prices)), 0
    top = _bound_at(question, prices, np.zeros(arcs.sites))
    now, goal = top, question.hopeless(best)
    for turn in range(rounds):
        if top.value >= goal or step < SMALLEST_STEP or (turn % 8 == 0 and out_of_time()):
            break
        direction = _subgradient(question, now) + MEMORY * direction
        length = float(direction @ direction)
        if length == 0:
            break
        prices = np.minimum(now.prices + step * (1.02 * best - now.value) / length * direction, arcs.default)
        now = _bound_at(question, prices, now.often)
        stale += 1
        if now.value > top.value:
            stale = 0 if now.value > top.value + 1e-5 * abs(top.value) else stale
            top = now
        if stale >= PATIENCE:
            step, stale, now, direction = step / 2, 0, top, np.zeros(len(prices))
    return Bound(top.value, top.prices, top.picked, now.often)


def _bound_at(question: Question, prices: Floats, often: Floats) -> Bound:
    arcs = question.arcs
    surplus = prices[arcs.rows]
    surplus -= arcs.costs
    np.maximum(surplus, 0.0, out=surplus)
    picked = pick(question.opening - arcs.site_sums(surplus), question)
    return Bound(float(prices.sum()) + picked.value, prices, picked, 0.9 * often + 0.1 * picked.share)


def _subgradient(question: Question, at: Bound) -> Floats:
    """For each area: 1 less the chosen sites that want to serve it."""
    chosen = np.flatnonzero(at.picked.share)
    few = question.arcs.of_sites(chosen)
    share = np.repeat(at.picked.share[chosen], np.diff(few.starts)) * (at.prices[few.rows] > few.costs)
    slope: Floats = 1.0 - np.bincount(few.rows, weights=share, minlength=len(at.prices))
    slope[(slope > 0) & (at.prices >= question.arcs.default)] = 0.0
    return slope
