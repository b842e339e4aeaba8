"""The most burdened first: the best for class 0, then among the best for it the best for class 1, and so on, each with proof.

A later class is solved together with the earlier ones, which weigh so much that they do not give way: if the earlier ones have kept their
best in the solution, it is the best of all choices that keep it, and the bound less the weighed part is a bound for the later class.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.siting.plan import Stage
from lebenslage.atlas.siting.question import Question
from lebenslage.atlas.siting.search import Found

type Solve = Callable[[Question, tuple[Ints, ...]], Found]

FIRST_WEIGHT, HEAVIER, TRIES = 4.0, 32.0, 5
KEPT = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Ordered:
    """The choice after the last class, and what each class bears (a total to be made small) with its bound."""

    chosen: Ints
    stages: tuple[Stage, ...]


def in_order(ask: Callable[[Floats], Question], weights: Floats, classes: Ints, solve: Solve) -> Ordered:
    """Solve class by class; `ask` makes the question for some weights, `solve` may begin with a choice."""
    ranks = np.unique(classes)
    mine = weights * (classes == ranks[0])
    found = solve(ask(mine), ())
    stages = [Stage(int(ranks[0]), found.total, found.bound)]
    for rank in ranks[1:]:
        extra = weights * (classes == rank)
        found, mine, bound = _next(ask, extra, mine, found, solve)
        stages.append(Stage(int(rank), ask(extra).total(found.chosen), bound))
    return Ordered(found.chosen, tuple(stages))


def _next(ask: Callable[[Floats], Question], extra: Floats, earlier: Floats, found: Found, solve: Solve) -> tuple[Found, Floats, float]:
    """The next class's best choice, the weights of all so far, and the bound of the next class."""
    before, after = ask(earlier), ask(extra)
    heavy = np.ceil(FIRST_WEIGHT * max(1.0, after.total(found.chosen) / max(found.total, 1e-12)))
    for _ in range(TRIES):
        question = ask(extra + heavy * earlier)
        together = solve(question, (found.chosen,))
        kept = before.total(together.chosen) <= found.total * (1 + KEPT)
        if kept:
            break
        heavy *= HEAVIER
    chosen = together.chosen if kept else found.chosen
    bound = max(0.0, min(together.bound - heavy * found.total, after.total(chosen)))
    return Found(chosen, question.total(chosen), together.bound), extra + heavy * earlier, bound
