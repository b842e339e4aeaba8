"""A recipe used on areas: who takes part, the index, its rank and class, how it changed, and both together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.areas.figures import Quality
from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.index.classes import classify, rank_from_greatest, shares
from lebenslage.atlas.index.gather import Inputs
from lebenslage.atlas.index.problems import AllEqual, NoLogarithm, TooFewAreas, ValueMissing
from lebenslage.atlas.index.recipe import Classes, Recipe
from lebenslage.atlas.index.score import Scores, score

LEAST_AREAS: Final = 3
TENTHS: Final = 10
TAKES_PART, TOO_SMALL, UNCOUNTED, MISSING, SUPPRESSED = "", "population", "uncounted", "missing", "suppressed"


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Where areas stand: `rank` 1 for the greatest index, `decile` = ceil(10 rank / N), `classes` the band's id.

    Only those rows of `scores` exist that `used` [areas] marks; `rank`, `decile` and `classes` have all areas, 0 where it is not used.
    """

    used: Flags
    scores: Scores
    rank: Ints
    decile: Ints
    classes: Ints

    def spread(self, values: Floats) -> Floats:
        """Values of the used areas [used, ...] for all areas, NaN elsewhere."""
        full = np.full((len(self.used), *values.shape[1:]), np.nan)
        full[self.used] = values
        return full


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """What a recipe makes of its inputs.

    `reasons` says for each area why it does not take part: "" if it does, "population" (too few), "uncounted" (nobody says how many),
    "missing" or "suppressed" (a value), or "exclude.N" for the recipe's N-th exclusion. `filled` marks values [areas, indicators] for
    which a mean stands in.
    """

    recipe: Recipe
    inputs: Inputs
    values: Floats
    reasons: tuple[str, ...]
    filled: Flags
    status: Standing
    dynamics: Standing | None

    @property
    def combined(self) -> tuple[str, ...]:
        """Class now and sign of the change, such as "2+/-"; empty where one of them is missing."""
        if self.dynamics is None or self.recipe.dynamics is None:
            return ("",) * len(self.reasons)
        signs = {band.id: band.sign for band in self.recipe.dynamics.classes.bands}
        pairs = zip(self.status.classes.tolist(), self.dynamics.classes.tolist(), strict=True)
        return tuple(f"{now}{signs.get(change, f'/{change}')}" if now and change else "" for now, change in pairs)


def run(recipe: Recipe, inputs: Inputs) -> Result:
    """Use a recipe on its inputs. Raises TooFewAreas, AllEqual, NoLogarithm, ValueMissing."""
    values, filled = _completed(recipe, inputs)
    reasons = _reasons(recipe, inputs, values)
    used = np.array([reason == TAKES_PART for reason in reasons], bool)
    _check(recipe, inputs, values, used)
    status = _standing(recipe, recipe.classes, values, used)
    return Result(recipe, inputs, values, reasons, filled, status, _moved(recipe, inputs, used))


def _completed(recipe: Recipe, inputs: Inputs) -> tuple[Floats, Flags]:
    """The values, means in the place of missing ones where the recipe wants that; never of suppressed ones."""
    missing = np.isnan(inputs.values)
    if recipe.missing == "refuse" and missing.any():
        row, column = np.argwhere(missing)[0]
        file, name = inputs.places[column]
        raise ValueMissing(file=file, column=name, area=inputs.keys[row])
    if recipe.missing != "average" or not missing.any():
        return inputs.values, np.zeros_like(missing)
    filled = missing & ~missing.all(axis=1, keepdims=True) & ~missing.all(axis=0)
    if inputs.quality is not None:
        filled &= inputs.quality != Quality.SUPPRESSED
    means = np.where(missing, 0.0, inputs.values).sum(axis=0) / np.maximum((~missing).sum(axis=0), 1)
    return np.where(filled, means, inputs.values), filled


def _reasons(recipe: Recipe, inputs: Inputs, values: Floats) -> tuple[str, ...]:
    """The first reason counts: too few people, the publisher's own, a missing value."""
    reasons = np.full(len(inputs.keys), TAKES_PART, dtype=object)
    reasons[np.isnan(values).any(axis=1)] = MISSING
    if inputs.quality is not None:
        reasons[(np.isnan(values) & (inputs.quality == Quality.SUPPRESSED)).any(axis=1)] = SUPPRESSED
    for row, number in enumerate(inputs.excluded):
        if number >= 0:
            reasons[row] = f"exclude.{number}"
    if recipe.population is not None and inputs.population is not None:
        reasons[inputs.population < recipe.population.minimum] = TOO_SMALL
        reasons[np.isnan(inputs.population)] = UNCOUNTED
    return tuple(reasons)


def _check(recipe: Recipe, inputs: Inputs, values: Floats, used: Flags) -> None:
    number = int(used.sum())
    if number < LEAST_AREAS:
        raise TooFewAreas(number=number, least=LEAST_AREAS, left_out=len(used) - number)
    for one, (file, name), column in zip(recipe.indicators, inputs.places, values[used].T, strict=True):
        if column.min() == column.max():
            raise AllEqual(file=file, column=name, given=f"{column[0]:g}")
        if one.logarithm and column.min() <= 0:
            area = np.asarray(inputs.keys)[used][int(column.argmin())]
            raise NoLogarithm(file=file, column=name, area=area, given=f"{column.min():g}")


def _moved(recipe: Recipe, inputs: Inputs, used: Flags) -> Standing | None:
    """The standing of the changes; areas without one are left out of it. Logarithms are not taken of changes."""
    if recipe.dynamics is None or inputs.change is None:
        return None
    known = used & ~np.isnan(inputs.change).any(axis=1)
    plain = tuple(one.model_copy(update={"logarithm": False}) for one in recipe.indicators)
    changes = recipe.model_copy(update={"indicators": plain})
    _check(changes, inputs, inputs.change, known)
    return _standing(changes, recipe.dynamics.classes, inputs.change, known)


def _standing(recipe: Recipe, classes: Classes | None, values: Floats, used: Flags) -> Standing:
    scores = score(recipe, values[used])
    rank = rank_from_greatest(scores.index)
    found = np.zeros(len(rank), np.int64) if classes is None else classify(classes, scores.index)
    return Standing(used, scores, *(_among(used, ints) for ints in (rank, shares(rank, TENTHS), found)))


def _among(used: Flags, ints: Ints) -> Ints:
    full = np.zeros(len(used), np.int64)
    full[used] = ints
    return full
