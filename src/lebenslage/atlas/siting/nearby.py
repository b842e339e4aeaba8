"""Other choices that are nearly as good: found by exchanging one site, then another, and each measured for itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lebenslage.atlas.arrays import Ints
from lebenslage.atlas.siting.interchange import exchange_totals
from lebenslage.atlas.siting.question import Question


def near_choices(question: Question, chosen: Ints, limit: float, wanted: int) -> list[tuple[Ints, float]]:
    """Up to `wanted` other choices with a total of at most `limit`, the best first, each with its total."""
    known = {frozenset(chosen.tolist()): chosen}
    found: dict[frozenset[int], tuple[Ints, float]] = {}
    queue = [chosen] if wanted else []
    while queue and len(found) < wanted:
        for choice in _exchanged(question, queue.pop(0), limit, wanted + len(known)):
            key, total = frozenset(choice.tolist()), question.total(choice)
            if key not in known and total <= limit and question.affordable(choice):
                known[key] = choice
                found[key] = (choice, total)
                queue.append(choice)
    return sorted(found.values(), key=lambda pair: pair[1])[:wanted]


def _exchanged(question: Question, chosen: Ints, limit: float, most: int) -> Iterator[Ints]:
    if len(chosen) == 0:
        return
    totals = exchange_totals(question, chosen)
    order = np.argsort(totals, axis=None, kind="stable")[:most]
    for place, site in zip(*np.unravel_index(order, totals.shape), strict=True):
        if totals[place, site] <= limit * (1 + 1e-9):
            yield np.sort(np.append(np.delete(chosen, place), site))
