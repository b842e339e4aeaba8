"""What brings an area to its place: how much each indicator moves the index away from where the mean of all areas would put it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.index.recipe import Combination, Recipe
from lebenslage.atlas.index.score import COMBINED, Scores

LINEAR: Final = frozenset({"none", "z", "minmax"})


@dataclass(frozen=True, slots=True, eq=False)
class Contributions:
    """`amounts` [areas, parts] with the ids of the parts: indicators, or a whole domain where its last scale is not linear.

    An amount is the index as it is, less the index with this part at the mean of all areas; with sums they add up to the distance of the
    index from its mean. They are in units of the index where its last scale is linear, else in units of the sum before it.
    """

    ids: tuple[str, ...]
    amounts: Floats


def contributions(recipe: Recipe, scores: Scores) -> Contributions:
    """The contribution of each part to each area's index. The scores are those of [areas, indicators]."""
    factor = _factor(recipe.combine, scores.sums, scores.index)
    ids: list[str] = []
    amounts: list[Floats] = []
    for number, id in enumerate(scores.ids):
        whole = factor * _without(recipe.combine, scores, number)
        inside = _inside(recipe, scores, id) if recipe.combine.how != "geometric" else {}
        total = sum(inside.values(), np.zeros_like(whole))
        slope = _slope(whole, total)
        for one, part in (inside or {id: whole}).items():
            ids.append(one)
            amounts.append(slope * part if inside else part)
    return Contributions(tuple(ids), np.stack(amounts, axis=1))


def largest(found: Contributions, row: int, number: int = 3) -> list[tuple[str, float]]:
    """The parts that move an area's index most, up or down, with their amounts."""
    order = np.argsort(-np.abs(found.amounts[row]), kind="stable")[:number]
    return [(found.ids[n], float(found.amounts[row, n])) for n in order]


def _without(combine: Combination, scores: Scores, number: int) -> Floats:
    """The sum, less the sum in which one member is at its mean."""
    level = scores.members.copy()
    level[:, number] = level[:, number].mean()
    return scores.sums - COMBINED[combine.how](level, scores.weights[None, :])


def _factor(combine: Combination, sums: Floats, index: Floats) -> float:
    """From units of the sum to those of the index."""
    return float(np.ptp(index) / np.ptp(sums)) if combine.again in LINEAR and np.ptp(sums) else 1.0


def _inside(recipe: Recipe, scores: Scores, id: str) -> dict[str, Floats]:
    """The parts of a domain: its indicators' distances from their means, weighted; nothing where they do not simply add up."""
    group = next((group for group in recipe.groups if group.id == id), None)
    if group is None or group.combine.again not in LINEAR or group.combine.how == "geometric":
        return {}
    return {recipe.ids[n]: scores.inner[n] * (scores.scaled[:, n] - scores.scaled[:, n].mean()) for n in recipe.inside(id)}


def _slope(whole: Floats, total: Floats) -> float:
    """What one unit of the parts of a domain is in the index."""
    at = int(np.argmax(np.abs(total)))
    return float(whole[at] / total[at]) if total[at] else 1.0
