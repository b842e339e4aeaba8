"""From values to an index, the way a recipe says: the pure part, over [areas, indicators] or [draws, areas, indicators].

Every area has every value here. Which areas take part, classes and ranks are decided by `run`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.index.recipe import Combination, Recipe
from lebenslage.atlas.index.standardise import normalise
from lebenslage.atlas.index.weigh import Component, first_component


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """What became of the values. `scaled` [..., areas, indicators]: each on its scale, high where the index is high.

    `members` [..., areas, members]: groups and indicators that stand alone, as they enter the index, in the order of `ids`.
    `weights` belong to the members, `inner` to the indicators (1 for one that stands alone). `sums` [..., areas] is their combination,
    `index` the same on its last scale. High means more of what the recipe measures.
    """

    ids: tuple[str, ...]
    scaled: Floats
    members: Floats
    weights: Floats
    inner: Floats
    sums: Floats
    index: Floats


def score(recipe: Recipe, values: Floats, *, weights: Floats | None = None) -> Scores:
    """Compute the index of `values` [..., areas, indicators], in the order of `recipe.ids`, in the indicators' units; none missing.

    `weights` [..., members] replaces the weights of the last combination (a draw each, where there are draws). Pure and without checks:
    an indicator that is equal everywhere counts 0. A geometric mean needs values of at least 0.
    """
    scaled = scale(recipe, values)
    inner = np.ones(len(recipe.indicators))
    columns: dict[str, Floats] = {one.id: scaled[..., [n]] for n, one in enumerate(recipe.indicators) if not one.group}
    for group in recipe.groups:
        here = recipe.inside(group.id)
        inner[here] = chosen_weights(group.combine, [recipe.indicators[n].weight for n in here], scaled[..., here])
        columns[group.id] = _combined(recipe, group.combine, scaled[..., here], inner[here])[1][..., None]
    ids = member_ids(recipe)
    members = np.concatenate([columns[id] for id in ids], axis=-1)
    used = chosen_weights(recipe.combine, given_weights(recipe), members) if weights is None else weights
    sums, index = _combined(recipe, recipe.combine, members, used)
    return Scores(ids, scaled, members, used, inner, sums, index)


def scale(recipe: Recipe, values: Floats) -> Floats:
    """The values, each on its scale and turned so that high means more of what the recipe measures."""
    turned = np.where(_turned(recipe), -values, values) if not any(one.logarithm for one in recipe.indicators) else _logged(recipe, values)
    scales = [one.normalise or recipe.normalise for one in recipe.indicators]
    if len(set(scales)) == 1:
        return normalise(scales[0], turned, recipe.constant)
    return np.concatenate([normalise(name, turned[..., [n]], recipe.constant) for n, name in enumerate(scales)], axis=-1)


def member_ids(recipe: Recipe) -> tuple[str, ...]:
    """What enters the last combination: indicators that stand alone and groups, in the order in which the recipe names their indicators."""
    return tuple(dict.fromkeys(one.group or one.id for one in recipe.indicators))


def given_weights(recipe: Recipe) -> Sequence[float]:
    """The weights that the recipe gives to its members, in the order of `member_ids`."""
    by_id = {one.id: one.weight for one in recipe.indicators} | {one.id: one.weight for one in recipe.groups}
    return [by_id[id] for id in member_ids(recipe)]


def chosen_weights(combine: Combination, given: Sequence[float], values: Floats) -> Floats:
    """The weights of a combination: equal, as given, or those of the first principal component of these values (of all draws together)."""
    if combine.weights == "equal":
        return np.ones(len(given))
    if combine.weights == "given":
        return np.asarray(given, float)
    return first_component(values.reshape(-1, values.shape[-1])).weights


def components(recipe: Recipe, scores: Scores) -> dict[str, tuple[tuple[str, ...], Component]]:
    """Where a recipe takes its weights from the data: for the index ("") or a group, the members' ids and the component."""
    found = {}
    for group in recipe.groups:
        if group.combine.weights == "pca":
            here = recipe.inside(group.id)
            found[group.id] = (tuple(recipe.ids[n] for n in here), first_component(scores.scaled[:, here]))
    if recipe.combine.weights == "pca":
        found[""] = (scores.ids, first_component(scores.members))
    return found


def _turned(recipe: Recipe) -> list[bool]:
    return [one.direction != recipe.measures for one in recipe.indicators]


def _logged(recipe: Recipe, values: Floats) -> Floats:
    logged = [one.logarithm for one in recipe.indicators]
    on_log = np.where(logged, np.log(np.where(logged, values, 1.0)), values)
    return np.where(_turned(recipe), -on_log, on_log)


def _combined(recipe: Recipe, combine: Combination, values: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """The combination over the last axis, and the same on its last scale."""
    sums = COMBINED[combine.how](values, weights[..., None, :])
    return sums, normalise(combine.again, sums[..., None], recipe.constant)[..., 0]


def _sum(values: Floats, weights: Floats) -> Floats:
    return np.asarray(np.einsum("...i,...i->...", values, weights))


def _mean(values: Floats, weights: Floats) -> Floats:
    return np.asarray(_sum(values, weights) / weights.sum(-1))


def _geometric(values: Floats, weights: Floats) -> Floats:
    with np.errstate(divide="ignore"):  # the logarithm of 0 is minus infinity, and the mean is 0
        return np.exp(_mean(np.log(values), weights))


COMBINED: Final[Mapping[str, Callable[[Floats, Floats], Floats]]] = {"sum": _sum, "mean": _mean, "geometric": _geometric}
