"""Which doubt matters most: the variance of an area's rank, split by its sources.

`alone` is what would vanish if one source were known (first-order index), `at_all` what is left if all others are known (total index,
joint effects included). Estimators of Jansen (1999, Computer Physics Communications 117, 35-43), on draws in which one source is exchanged
(Saltelli and others 2010, Computer Physics Communications 181, 259-270). They are estimates: near 0 they can be a little below it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.certainty.draws import Model, Source, Streams
from lebenslage.atlas.certainty.monte_carlo import BLOCK, blocks


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """Shares of the variance of ranks by source; `variance` [areas] is the variance. `alone` and `at_all` are over all areas together.

    `by_area` [areas] has the share `at_all` of each area, 0 where a rank never changes.
    """

    alone: Mapping[Source, float]
    at_all: Mapping[Source, float]
    by_area: Mapping[Source, Floats]
    variance: Floats

    @property
    def greatest(self) -> Source | None:
        """The source that matters most; None where nothing is drawn."""
        return max(self.at_all, key=self.at_all.__getitem__, default=None)


def what_matters(model: Model, *, seed: int, draws: int = 2_000, block: int = BLOCK) -> Attribution:
    """Split the doubt of a model by source. Computes (2 + sources) x draws indices. Same seed, same result, whatever the block."""
    first, second = Streams(model, seed, copy=1), Streams(model, seed, copy=2)
    areas = len(model.values)
    left = {source: np.zeros(areas) for source in model.sources}
    joint = {source: np.zeros(areas) for source in model.sources}
    sums, squares = np.zeros(areas), np.zeros(areas)
    for size in blocks(draws, model.values.size, block):
        one, other = first.block(size), second.block(size)
        ranks, other_ranks = _ranks(model.index(one)), _ranks(model.index(other))
        sums += ranks.sum(axis=0) + other_ranks.sum(axis=0)
        squares += np.square(ranks).sum(axis=0) + np.square(other_ranks).sum(axis=0)
        for source in model.sources:
            mixed = _ranks(model.index(one.but(source, other)))
            left[source] += np.square(other_ranks - mixed).sum(axis=0)
            joint[source] += np.square(ranks - mixed).sum(axis=0)
    variance = squares / (2 * draws) - np.square(sums / (2 * draws))
    total = variance.sum() or 1.0
    return Attribution(
        {source: float(1 - some.sum() / (2 * draws) / total) for source, some in left.items()},
        {source: float(some.sum() / (2 * draws) / total) for source, some in joint.items()},
        {source: np.divide(some / (2 * draws), variance, out=np.zeros(areas), where=variance > 0) for source, some in joint.items()},
        variance,
    )


def _ranks(index: Floats) -> Floats:
    """Ranks of each draw, from 0. They are whole numbers, so that sums of them are exact in any order."""
    order = np.argsort(index, axis=1)
    ranks = np.empty_like(index)
    np.put_along_axis(ranks, order, np.arange(float(index.shape[1]))[None, :], axis=1)
    return ranks
