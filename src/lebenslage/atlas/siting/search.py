"""Branch and bound over the Lagrangian bound: the best choice, or the best so far with a proof how good it is at least."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.siting.ascent import Bound, ascend
from lebenslage.atlas.siting.interchange import greedy, improved, serving
from lebenslage.atlas.siting.patience import Patience
from lebenslage.atlas.siting.question import Question

ROOT_ROUNDS, NODE_ROUNDS = 1200, 80
ROOT_STEP, NODE_STEP = 1.0, 0.3
NEAR = 4
CANDIDATES, KICKS, KICKED = 6, 5, (0.5, 0.2, 0.1)
NONE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The best choice (site numbers, ascending), its total, and a bound that no choice can beat."""

    chosen: Ints
    total: float
    bound: float


@dataclass(frozen=True, slots=True, order=True)
class _Node:
    bound: float
    number: int
    opened: Ints = field(compare=False)
    free: Ints = field(compare=False)
    prices: Floats = field(compare=False)


class _Search:
    """The open nodes, the best choice, and what is asked."""

    def __init__(self, question: Question, patience: Patience, start: Ints, seed: int) -> None:
        self.question, self.patience, self.seed = question, patience, seed
        self.best, self.total = start, question.total(start)
        self.numbers = itertools.count()
        self.open: list[_Node] = []
        self.at = 0.0

    def bound(self) -> float:
        """The least of what is still open; what was given up as hopeless is within rounding of the best."""
        return self.question.proven(min(self.at, self.open[0].bound if self.open else np.inf), self.total)

    def offer(self, chosen: Ints) -> None:
        """Keep a choice if it is the best so far."""
        total = self.question.total(chosen)
        if total < self.total and self.question.affordable(chosen):
            self.best, self.total = chosen, total
            self.patience.progress(self.total, self.bound())

    def polish(self, candidates: Ints, picked: Ints) -> None:
        """Look for better choices among the sites that the bound likes: exchange until none helps, kick out some at random, again."""
        few, chance = self.question.only(candidates), np.random.default_rng(self.seed)
        self.improve(few, candidates, np.flatnonzero(np.isin(candidates, picked)))
        for share in KICKED * KICKS:
            if self.at >= self.question.hopeless(self.total):
                return
            known = np.flatnonzero(np.isin(candidates, self.best))
            kept = chance.permutation(known)[: len(known) - max(1, round(share * len(known)))]
            fresh = chance.permutation(np.setdiff1d(np.arange(len(candidates)), kept))[: len(self.best) - len(kept)]
            self.improve(few, candidates, np.concatenate((kept, fresh)))

    def improve(self, few: Question, candidates: Ints, start: Ints) -> None:
        """Exchange among some candidates from a choice on, and keep what is best."""
        if few.affordable(start):
            self.offer(candidates[improved(few, start, self.patience)])

    def asked(self, node: _Node) -> Question:
        """The question of a node: some sites are open, some closed, the rest is free."""
        default = self.question.arcs.served(node.opened)
        rest = replace(
            self.question.only(node.free),
            count=self.question.count - len(node.opened),
            budget=self.question.budget - float(self.question.prices[node.opened].sum()),
        )
        return replace(rest, arcs=rest.arcs.below(default))

    def push(self, opened: Ints, free: Ints, bound: Bound) -> None:
        """Keep a node for later, unless it is hopeless."""
        if bound.value < self.question.hopeless(self.total):
            heapq.heappush(self.open, _Node(bound.value, next(self.numbers), opened, free, bound.prices))

    def run(self, prices: Floats) -> Found:
        """Take the most hopeful node first, until none is left or time is over."""
        everything = np.arange(self.question.arcs.sites)
        self.expand(_Node(0.0, next(self.numbers), NONE, everything, prices), ROOT_ROUNDS, ROOT_STEP)
        while self.open and self.open[0].bound < self.question.hopeless(self.total):
            self.patience.progress(self.total, self.bound())
            if self.patience.out_of_time():
                break
            node = heapq.heappop(self.open)
            self.at = node.bound
            self.expand(node, NODE_ROUNDS, NODE_STEP)
        return Found(np.sort(self.best), self.total, self.bound())

    def expand(self, node: _Node, rounds: int, step: float) -> None:
        """Raise the bound of a node, settle the sites that it decides, and branch on one that it does not."""
        asked = self.asked(node)
        paid = float(self.question.opening[node.opened].sum())
        if asked.count <= 1 or len(node.free) == 0:
            self.leaf(node, asked)
        else:
            near = np.minimum(asked.arcs.default, self.near())
            nearby = replace(asked, arcs=asked.arcs.below(near))
            found = ascend(nearby, node.prices, self.total - paid, rounds, self.patience.out_of_time, step)
            bound = replace(found, value=found.value + paid)
            self.at = max(node.bound, bound.value)
            picked = np.concatenate((node.opened, node.free[np.flatnonzero(bound.picked.share >= 1)]))
            self.offer(picked)
            if len(node.opened) == 0 and bound.value < self.question.hopeless(self.total):
                self.polish(node.free[np.argsort(bound.picked.worth)[: CANDIDATES * asked.count]], picked)
            self.branch(node, asked, bound)
        self.at = np.inf

    def near(self) -> Floats:
        """How far an area looks: to the few nearest of the best choice. Prices that stay below prove as well, with fewer arcs."""
        if len(self.best) == 0:
            return self.question.arcs.default
        few = min(NEAR, len(self.best)) - 1
        costs = np.stack([self.question.arcs.served(self.best[[place]]) for place in range(len(self.best))])
        nearest: Floats = np.partition(costs, few, axis=0)[few]
        return nearest

    def leaf(self, node: _Node, asked: Question) -> None:
        """One site more, or none: the best is found by looking at all."""
        self.offer(node.opened)
        if asked.count == 1 and len(node.free):
            worth = asked.opening - asked.arcs.site_sums(asked.arcs.default[asked.arcs.rows] - asked.arcs.costs)
            worth[asked.prices > asked.budget] = np.inf
            self.offer(np.append(node.opened, node.free[np.argmin(worth)]))

    def branch(self, node: _Node, asked: Question, bound: Bound) -> None:
        """Close what no better choice opens, open what no better choice closes; the least decided site goes both ways."""
        out, must = settled(bound, asked.count, self.question.hopeless(self.total))
        opened = np.concatenate((node.opened, node.free[must]))
        left = self.question.budget - float(self.question.prices[opened].sum())
        open_to_choice = ~out & ~must & (asked.prices <= left)
        free = node.free[open_to_choice]
        known = replace(bound, value=max(bound.value, node.bound))
        if must.any() or len(free) == 0:
            self.push(opened, free, known)
            return
        place = int(np.argmin(np.abs(bound.often[open_to_choice] - 0.5)))
        rest = np.delete(free, place)
        self.push(np.append(opened, free[place]), rest, known)
        self.push(opened, rest, known)


def settled(bound: Bound, count: int, hopeless: float) -> tuple[Flags, Flags]:
    """Sites that no better choice opens, and sites that every better choice opens (reduced costs)."""
    worth = bound.picked.worth
    ordered = np.sort(np.append(np.minimum(worth, 0.0), np.zeros(count + 1)))
    dearest, next_best = ordered[count - 1], ordered[count]
    taken = worth <= dearest if dearest < 0 else worth < 0
    out = ~taken & (bound.value + worth - dearest >= hopeless)
    must = taken & (bound.value + next_best - worth >= hopeless)
    return out, must


def search(question: Question, patience: Patience, starts: Sequence[Ints] = (), seed: int = 0) -> Found:
    """The choice with the least sum of costs. `starts` are choices that are known to be good."""
    known = [*starts, greedy(question)]
    if np.isfinite(question.budget):
        known.append(greedy(question, per_euro=True))
    start = improved(question, min(known, key=question.total), patience)
    now = serving(question.arcs, start)
    return _Search(question, patience, start, seed).run((now.cost + now.second) / 2)
