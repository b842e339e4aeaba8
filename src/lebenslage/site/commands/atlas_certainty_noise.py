"""The chance in the figures of an index: from the number of people behind a share, or the standard error that a source gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.areas.reading import Table
from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.certainty import Noise, beta_binomial, marshall, noise
from lebenslage.atlas.certainty.problems import BaseOfWhat, PeopleMissing, ShareTooGreat
from lebenslage.atlas.index import Recipe, Result, gather
from lebenslage.atlas.index.problems import NoSuchIndicator
from lebenslage.atlas.index.tables import first_column

PERCENT = "percent"
PER = {PERCENT: 100.0, "per_1000": 1000.0, "per_10000": 10_000.0}


@dataclass(frozen=True, slots=True, eq=False)
class Chance:
    """The noise of the areas that take part, None where no figure has any; `drawn` says which indicators have some."""

    noise: Noise | None
    drawn: tuple[bool, ...]


def chance_in(result: Result, tables: Sequence[Table], *, bases: Mapping[str, str], errors: Mapping[str, str], learnt: bool) -> Chance:
    """The chance in each indicator of a result. `bases` and `errors` name columns by indicator; a recipe may name bases too.

    `learnt` draws each area near what holds for all, as far as few people say little (empirical Bayes).
    Raises NoSuchIndicator, BaseOfWhat, PeopleMissing, ShareTooGreat, and what reading a column raises.
    """
    recipe, used = result.recipe, result.status.used
    for id in (*bases, *errors):
        if id not in recipe.ids:
            raise NoSuchIndicator(recipe=recipe.id, given=id, known=recipe.ids)
    people = _columns(result, tables, {**_of_recipe(recipe, tables), **bases})
    spread = _columns(result, tables, errors)
    made = []
    for place, one in enumerate(recipe.indicators):
        values = result.values[used, place]
        if one.id in spread:
            made.append(noise.of_errors(values, spread[one.id]))
        elif one.id in people:
            made.append(_of_people(result, place, people[one.id], learnt=learnt))
        else:
            made.append(noise.exact(values))
    drawn = tuple(one.id in people or one.id in spread for one in recipe.indicators)
    return Chance(noise.together(made) if any(drawn) else None, drawn)


def _of_recipe(recipe: Recipe, tables: Sequence[Table]) -> dict[str, str]:
    found = {one.id: first_column(tables, one.base) for one in recipe.indicators}
    return {id: where[1] for id, where in found.items() if where is not None}


def _columns(result: Result, tables: Sequence[Table], columns: Mapping[str, str]) -> dict[str, Floats]:
    """The numbers of these columns by indicator, for the areas that take part; each is known and at least 0."""
    if not columns:
        return {}
    bare = {"exclude": (), "population": None, "dynamics": None}
    ids = tuple(id for id in result.recipe.ids if id in columns)
    found = gather(result.recipe.of(ids).model_copy(update=bare), tables, chosen={id: columns[id] for id in ids})
    values = found.values[result.status.used]
    for column, place in zip(values.T, found.places, strict=True):
        _ensure(result, ~(column >= 0), PeopleMissing, place)
    return dict(zip(ids, values.T, strict=True))


def _of_people(result: Result, place: int, people: Floats, *, learnt: bool) -> Noise:
    one = result.recipe.indicators[place]
    if one.unit not in PER:
        raise BaseOfWhat(recipe=result.recipe.id, indicator=one.id, unit=one.unit, known=list(PER))
    values, per = result.values[result.status.used, place], PER[one.unit]
    is_share = one.unit == PERCENT
    _ensure(result, (values < 0) | ((values > per) & is_share), ShareTooGreat, result.inputs.places[place])
    _ensure(result, people == 0, PeopleMissing, result.inputs.places[place])
    events = values / per * people
    if learnt:
        return noise.of_posterior((beta_binomial if is_share else marshall)(events, people), per)
    return (noise.of_shares if is_share else noise.of_counts)(events, people, per)


def _ensure(result: Result, wrong: Flags, problem: type[PeopleMissing | ShareTooGreat], place: tuple[str, str]) -> None:
    """Raises the problem with file, column and the first area that has it."""
    if wrong.any():
        area = np.asarray(result.inputs.keys)[result.status.used][int(np.argmax(wrong))]
        raise problem(file=place[0], column=place[1], area=area)
