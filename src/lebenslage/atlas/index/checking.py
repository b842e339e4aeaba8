"""What a recipe may not say although each of its fields could: checked once, when it is read."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from lebenslage.atlas.areas.problems import RateWithoutDenominator
from lebenslage.atlas.index.problems import (
    BandsNotCounted,
    BandsOutOfOrder,
    ComponentNeedsZ,
    EmptyGroup,
    NoSuchMember,
    RecipeIdTwice,
    RootOfNegative,
)
from lebenslage.atlas.index.recipe import RATES, Classes, Combination, Recipe, Scale

POSITIVE = frozenset({"minmax", "rank", "exponential"})


def check(recipe: Recipe, file: str) -> None:
    """Refuse what does not fit together.

    Raises RecipeIdTwice, NoSuchMember, RateWithoutDenominator, EmptyGroup, RootOfNegative, ComponentNeedsZ, BandsOutOfOrder,
    BandsNotCounted.
    """
    _check_ids(recipe, file)
    for one in recipe.indicators:
        if one.unit in RATES and one.denominator is None:
            raise RateWithoutDenominator(file=file, column=one.id)
    for group in recipe.groups:
        if not recipe.inside(group.id):
            raise EmptyGroup(file=file, field=f"groups.{group.id}")
    for field, combine, scales in _combinations(recipe):
        _check_combination(file, field, combine, scales)
    for field, classes in _classes(recipe):
        _check_classes(file, field, classes)


def _check_ids(recipe: Recipe, file: str) -> None:
    groups = [group.id for group in recipe.groups]
    for id, times in Counter([*recipe.ids, *groups]).items():
        if times > 1:
            raise RecipeIdTwice(file=file, field="indicators" if id in recipe.ids else "groups", given=id)
    for one in recipe.indicators:
        _one_of(file, f"indicators.{one.id}.group", [one.group] if one.group else [], groups)
    for name, edition in recipe.editions.items():
        _one_of(file, f"editions.{name}.indicators", edition.indicators, recipe.ids)


def _one_of(file: str, field: str, given: Sequence[str], known: Sequence[str]) -> None:
    for one in given:
        if one not in known:
            raise NoSuchMember(file=file, field=field, given=one, known=known)


def _combinations(recipe: Recipe) -> Iterator[tuple[str, Combination, set[Scale]]]:
    """Each combination with the scales of what enters it."""
    scales = {one.id: one.normalise or recipe.normalise for one in recipe.indicators}
    for group in recipe.groups:
        yield f"groups.{group.id}.combine", group.combine, {scales[recipe.ids[n]] for n in recipe.inside(group.id)}
    top = {scales[one.id] for one in recipe.indicators if not one.group} | {group.combine.again for group in recipe.groups}
    yield "combine", recipe.combine, top


def _check_combination(file: str, field: str, combine: Combination, scales: set[Scale]) -> None:
    if combine.how == "geometric" and not scales <= POSITIVE:
        raise RootOfNegative(file=file, field=f"{field}.how")
    if combine.weights == "pca" and scales != {"z"}:
        raise ComponentNeedsZ(file=file, field=f"{field}.weights")


def _classes(recipe: Recipe) -> Iterator[tuple[str, Classes]]:
    if recipe.classes is not None:
        yield "classes", recipe.classes
    if recipe.dynamics is not None:
        yield "dynamics.classes", recipe.dynamics.classes


def _check_classes(file: str, field: str, classes: Classes) -> None:
    if classes.kind == "cuts":
        _check_cuts(file, f"{field}.bands", classes)
    elif classes.number < 2 or len(classes.bands) not in {0, classes.number}:
        raise BandsNotCounted(file=file, field=field, found=len(classes.bands), expected=classes.number)


def _check_cuts(file: str, field: str, classes: Classes) -> None:
    if len(classes.bands) < 2:
        raise BandsNotCounted(file=file, field=field, found=len(classes.bands), expected=2)
    *limited, last = classes.bands
    for band, before in zip(limited, (-math.inf, *(band.limit for band in limited)), strict=False):
        if (band.below is None) == (band.up_to is None) or band.limit <= before:
            raise BandsOutOfOrder(file=file, field=field, band=band.id)
    if not math.isinf(last.limit):
        raise BandsOutOfOrder(file=file, field=field, band=last.id)
