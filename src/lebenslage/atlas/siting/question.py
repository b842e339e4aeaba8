"""The question that is solved: choose sites within a number and a budget so that the sum of costs is least."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.siting.arcs import Arcs

HALVINGS = 40
ROUNDING = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """Open at most `count` sites whose `prices` (m,) stay within `budget`; each adds its `opening` (m,) to the sum.

    `whole`: all costs are integers, and so is every sum.
    """

    arcs: Arcs
    opening: Floats
    count: int
    prices: Floats
    budget: float = np.inf
    whole: bool = False

    def total(self, chosen: Ints) -> float:
        """The sum of costs of a choice."""
        return float(self.arcs.served(chosen).sum() + self.opening[chosen].sum())

    def affordable(self, chosen: Ints) -> bool:
        """Whether a choice keeps the number and the budget."""
        return len(chosen) <= self.count and float(self.prices[chosen].sum()) <= self.budget

    def hopeless(self, best: float) -> float:
        """From which bound on nothing better than `best` can come; what lies between is rounding, and is never claimed."""
        slack = ROUNDING * max(1.0, abs(best))
        return best - 1 + max(slack, 1e-6) if self.whole and slack < 0.1 else best - slack

    def proven(self, bound: float, total: float) -> float:
        """What may be claimed: the total itself once nothing better can come; else the bound less what rounding may have added."""
        slack = ROUNDING * max(1.0, abs(total))
        if self.whole and slack < 0.1:
            return total if bound >= self.hopeless(total) else float(np.ceil(bound - slack))
        return min(bound, total) - slack

    def only(self, sites: Ints) -> Question:
        """The same among some sites, numbered anew."""
        return replace(self, arcs=self.arcs.of_sites(sites), opening=self.opening[sites], prices=self.prices[sites])


@dataclass(frozen=True, slots=True, eq=False)
class Picked:
    """The cheapest sites: their `value`, the `share` (m,) of each, and what each would be `worth` (m,) once the budget has its price."""

    value: float
    share: Floats
    worth: Floats


def pick(worth: Floats, question: Question) -> Picked:
    """The least sum of `worth` over at most `count` sites; the budget is kept by shares (the linear relaxation of the knapsack)."""
    share = _lowest(worth, question.count)
    if question.prices @ share <= question.budget:
        return Picked(float(worth @ share), share, worth)
    return _within_budget(worth, question)


def _lowest(worth: Floats, count: int) -> Floats:
    share: Floats = (worth < 0).astype(float)
    if count < share.sum():
        share = np.zeros(len(worth))
        share[np.argpartition(worth, count)[:count]] = 1.0
    return share


def _within_budget(worth: Floats, question: Question) -> Picked:
    """Bisect the price of money; between the last two choices lies the share that spends the budget exactly."""
    prices, budget, count = question.prices, question.budget, question.count
    dear = prices > 0
    ratios: Floats = -worth[dear] / prices[dear]
    low, high = 0.0, float(ratios.max())
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if prices @ _lowest(worth + middle * prices, count) > budget:
            low = middle
        else:
            high = middle
    over, under = _lowest(worth + low * prices, count), _lowest(worth + high * prices, count)
    step = float(prices @ over - prices @ under)
    part = min(max(0.0, budget - float(prices @ under)) / max(step, 1e-300), 1.0)
    priced = worth + high * prices
    return Picked(float(priced @ under) - high * budget, part * over + (1 - part) * under, priced)
