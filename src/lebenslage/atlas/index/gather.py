"""What a recipe needs, taken from tables: one row an area of the first table, one column an indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.areas.figures import Figures, Quality
from lebenslage.atlas.areas.reading.tables import Table
from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.index.problems import NoColumnFor, NoDynamics, NoSuchIndicator, NothingInCommon
from lebenslage.atlas.index.recipe import Exclusion, Ingredient, Recipe
from lebenslage.atlas.index.tables import first_column

NOT_EXCLUDED: Final = -1
PEOPLE: Final = "population"  # the name under which the column of inhabitants can be chosen


@dataclass(frozen=True, slots=True, eq=False)
class Inputs:
    """`values` and `change` [areas, indicators] in the order of the recipe, NaN where missing; `population` [areas] or None.

    `excluded` holds for each area the number of the recipe's exclusion that it meets, or -1. `places` says for each indicator the file
    and the column it came from, for the sentence of a mistake. `quality` [areas, indicators] holds `areas.Quality`: a suppressed value is
    no missing one, and an uncertain one is used and marked.
    """

    keys: tuple[str, ...]
    names: tuple[str, ...]
    values: Floats
    places: tuple[tuple[str, str], ...]
    quality: Ints | None = None
    change: Floats | None = None
    population: Floats | None = None
    excluded: tuple[int, ...] = ()


def gather(recipe: Recipe, tables: Sequence[Table], *, chosen: Mapping[str, str] | None = None, earlier: Sequence[Table] = ()) -> Inputs:
    """The inputs of a recipe. `chosen` names the column of an indicator where it is not one that the recipe knows.

    With `earlier` tables the change is value now - value then; without, it is taken from columns with a published change, if every
    indicator has one. Raises NoColumnFor, NoSuchIndicator, NothingInCommon, NoDynamics, UnreadableNumber and its kin.
    """
    chosen = chosen or {}
    for id in chosen:
        if id not in {*recipe.ids, PEOPLE}:
            raise NoSuchIndicator(recipe=recipe.id, given=id, known=[*recipe.ids, PEOPLE])
    keys = tables[0].keys
    found = [_found(one, tables, chosen) for one in recipe.indicators]
    columns = [_numbers(table, column, keys) for table, column in found]
    values = np.stack([numbers for numbers, _ in columns], axis=1)
    named = first_column(tables, recipe.name)
    return Inputs(
        keys=keys,
        names=_texts(*named, keys) if named else keys,
        values=values,
        places=tuple((table.file, column) for table, column in found),
        quality=np.stack([quality for _, quality in columns], axis=1),
        change=_change(recipe, tables, keys, values, chosen, earlier),
        population=_population(recipe, tables, keys, chosen),
        excluded=_excluded(recipe.exclude, tables, keys),
    )


def from_figures(recipe: Recipe, figures: Figures, *, names: tuple[str, ...] = (), population: Floats | None = None) -> Inputs:
    """The inputs of a recipe from figures whose indicators carry the recipe's ids. Raises NoColumnFor."""
    for id in recipe.ids:
        if id not in figures.indicators:
            raise NoColumnFor(file="-", indicator=id, columns=[id], known=list(figures.indicators))
    if recipe.population is not None and population is None:
        raise NoColumnFor(file="-", indicator=PEOPLE, columns=list(recipe.population.columns), known=list(figures.indicators))
    found = [figures[id] for id in recipe.ids]
    return Inputs(
        keys=figures.keys,
        names=names or figures.keys,
        values=np.stack([one.values for one in found], axis=1),
        places=tuple((one.source, one.id) for one in found),
        quality=np.stack([one.quality for one in found], axis=1).astype(np.int64),
        population=population,
    )


def _found(one: Ingredient, tables: Sequence[Table], chosen: Mapping[str, str]) -> tuple[Table, str]:
    return _column(one.id, tables, (chosen[one.id],) if one.id in chosen else (*one.columns, one.id))


def _column(id: str, tables: Sequence[Table], names: Sequence[str]) -> tuple[Table, str]:
    found = first_column(tables, names)
    if found is None:
        known = [column for table in tables for column in table.columns]
        raise NoColumnFor(file=tables[0].file, indicator=id, columns=list(names), known=known[:30])
    return found


def _change(
    recipe: Recipe, tables: Sequence[Table], keys: tuple[str, ...], values: Floats, chosen: Mapping[str, str], earlier: Sequence[Table]
) -> Floats | None:
    if recipe.dynamics is None:
        if earlier:
            raise NoDynamics(recipe=recipe.id)
        return None
    if earlier:
        return values - np.stack([_numbers(*_found(one, earlier, chosen), keys)[0] for one in recipe.indicators], axis=1)
    found = [first_column(tables, one.change) for one in recipe.indicators]
    given = [one for one in found if one is not None]
    return np.stack([_numbers(*one, keys)[0] for one in given], axis=1) if len(given) == len(found) else None


def _population(recipe: Recipe, tables: Sequence[Table], keys: tuple[str, ...], chosen: Mapping[str, str]) -> Floats | None:
    if recipe.population is None:
        return None
    return _numbers(*_column(PEOPLE, tables, (chosen[PEOPLE],) if PEOPLE in chosen else recipe.population.columns), keys)[0]


def _excluded(exclusions: Sequence[Exclusion], tables: Sequence[Table], keys: tuple[str, ...]) -> tuple[int, ...]:
    meets = [NOT_EXCLUDED] * len(keys)
    for number, exclusion in reversed(list(enumerate(exclusions))):
        found = first_column(tables, exclusion.columns)
        for row, text in enumerate(_texts(*found, keys) if found else ()):
            if text and text not in exclusion.keep:
                meets[row] = number
    return tuple(meets)


def _numbers(table: Table, column: str, keys: tuple[str, ...]) -> tuple[Floats, Ints]:
    """Values and qualities of a column in the order of the keys; missing where the table lacks one."""
    values, quality = table.numbers(column)
    if table.keys == keys:
        return values, quality.astype(np.int64)
    rows = _rows(table, keys)
    return np.where(rows < 0, np.nan, values[rows]), np.where(rows < 0, Quality.MISSING, quality[rows]).astype(np.int64)


def _texts(table: Table, column: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    texts = table.text(column)
    return tuple(texts[row].strip() if row >= 0 else "" for row in _rows(table, keys))


def _rows(table: Table, keys: tuple[str, ...]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The row of each key in a table, -1 where there is none. Raises NothingInCommon."""
    if table.keys == keys:
        return np.arange(len(keys))
    places = {key: row for row, key in enumerate(table.keys)}
    rows = np.array([places.get(key, -1) for key in keys], np.int64)
    if (rows < 0).all():
        raise NothingInCommon(file=table.file, area=table.keys[0], other_area=keys[0])
    return rows
