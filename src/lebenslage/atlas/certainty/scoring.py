"""The index of many draws at once: the same as `index.score`, and over ten times faster where a recipe has one floor.

There, a draw is brought to its scale, weighed and added in one pass over [draws, indicators, areas], areas last as they lie in
memory. Where the figures are not drawn, scales and groups are computed once. Whatever else a recipe asks for is done by `index.score`
itself; tests hold them equal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.index.recipe import Recipe, Scale
from lebenslage.atlas.index.score import score
from lebenslage.atlas.index.standardise import normalise, ranks

ROUNDING: Final = 1e-12
"""A spread below this share of the values is no spread: all are equal."""


@dataclass(frozen=True, slots=True)
class Scoring:
    """How a recipe scores draws, on its own scale or another."""

    recipe: Recipe

    def __call__(self, values: Floats, weights: Floats, scale: Scale) -> Floats:
        """The index [draws, areas] of `values` [draws, indicators, areas], which are used up, with `weights` [draws, members]."""
        if not (self.on_one_floor and scale in PLACED):
            return score(self._on(scale), values.transpose(0, 2, 1), weights=weights).index
        for place, one in enumerate(self.recipe.indicators):
            if one.direction != self.recipe.measures:
                np.negative(values[:, place], out=values[:, place])
        spread = PLACED[scale](values)
        return self._combined(values.transpose(1, 0, 2), weights / spread, weights)

    def of_members(self, members: Floats, weights: Floats) -> Floats:
        """The index [draws, areas] where only weights are drawn: `members` [members, areas] as the method `members` gives them."""
        return self._combined(members[:, None, :], weights, weights)

    def members(self, values: Floats, scale: Scale) -> Floats:
        """What enters the last combination [members, areas], of `values` [areas, indicators] that are not drawn."""
        return np.ascontiguousarray(score(self._on(scale), values).members.T)

    @property
    def adds(self) -> bool:
        """Whether the last combination is a sum or a mean, not a product."""
        return self.recipe.combine.how != "geometric"

    @property
    def on_one_floor(self) -> bool:
        """Whether the index is a sum or mean of indicators that share a scale."""
        plain = not any(one.normalise or one.logarithm for one in self.recipe.indicators)
        return plain and not self.recipe.groups and self.adds

    def _on(self, scale: Scale) -> Recipe:
        return self.recipe.model_copy(update={"normalise": scale})

    def _combined(self, members: Floats, counted: Floats, weights: Floats) -> Floats:
        """Add [members, draws, areas], each counted [draws, members] times, and bring the sum to its last scale."""
        index = counted[:, :1] * members[0]
        for place in range(1, len(members)):
            index += counted[:, place, None] * members[place]
        if self.recipe.combine.how == "mean":
            index /= weights.sum(axis=1, keepdims=True)
        if self.recipe.combine.again == "z":
            return np.asarray(index / _centred(index[:, None, :]))
        return np.asarray(normalise(self.recipe.combine.again, index[..., None], self.recipe.constant)[..., 0])


def _centred(values: Floats) -> Floats:
    """Take the mean out, and return the population standard deviation; areas are the last axis."""
    mean = values.mean(axis=-1, keepdims=True)
    values -= mean
    deviation = np.sqrt(np.einsum("bkn,bkn->bk", values, values) / values.shape[-1])
    return _some(deviation, np.abs(mean[..., 0]))


def _from_least(values: Floats) -> Floats:
    """Take the least out, and return the distance to the greatest."""
    least = values.min(axis=-1, keepdims=True)
    values -= least
    return _some(values.max(axis=-1), np.abs(least[..., 0]))


def _ranked(values: Floats) -> Floats:
    """Put ranks in the place of the values, 1 for the least; return their number."""
    order = np.argsort(values, axis=-1)
    ordered = np.take_along_axis(values, order, axis=-1)
    if (ordered[..., 1:] == ordered[..., :-1]).any():
        values[...] = ranks(values.transpose(0, 2, 1)).transpose(0, 2, 1)
    else:
        np.put_along_axis(values, order, np.arange(1.0, values.shape[-1] + 1)[None, None, :], axis=-1)
    return np.full(values.shape[:2], float(values.shape[-1]))


def _some(spread: Floats, size: Floats) -> Floats:
    """The spread; 1 where there is none but rounding."""
    return np.where(spread > ROUNDING * size, spread, 1.0)


PLACED: Final[Mapping[str, Callable[[Floats], Floats]]] = {"z": _centred, "minmax": _from_least, "rank": _ranked}
