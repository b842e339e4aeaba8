"""Other covers: one site goes, and another reaches all that it alone reached."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints


def near_covers(reaches: Flags, chosen: Ints, prices: Floats, budget: float, wanted: int) -> Iterator[Ints]:
    """Up to `wanted` other choices of as many sites that reach every row of `reaches`, within the budget; the chosen ones must."""
    known, queue = {frozenset(chosen.tolist())}, [chosen]
    while queue and len(known) <= wanted and wanted:
        for choice in _exchanged(reaches, queue.pop(0), prices, budget):
            key = frozenset(choice.tolist())
            if key not in known and len(known) <= wanted:
                known.add(key)
                queue.append(choice)
                yield choice


def _exchanged(reaches: Flags, chosen: Ints, prices: Floats, budget: float) -> Iterator[Ints]:
    times = reaches[:, chosen].sum(axis=1)
    if (times == 0).any():
        return
    for place, site in enumerate(chosen):
        alone = (times == 1) & reaches[:, site]
        fits = reaches[alone].all(axis=0) & (prices <= budget - prices[chosen].sum() + prices[site])
        fits[chosen] = False
        for other in np.flatnonzero(fits):
            yield np.sort(np.append(np.delete(chosen, place), other))
