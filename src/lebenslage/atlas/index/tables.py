"""Tables for an index: read, limited to the rows that are asked for, and keyed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from pathlib import Path

from lebenslage.atlas.areas.reading.numbers import LOCAL, MISSING
from lebenslage.atlas.areas.reading.tables import Table, keyed, missing_column, read_columns
from lebenslage.atlas.index.problems import NoRowLeft
from lebenslage.atlas.index.recipe import Recipe

type Columns = Mapping[str, tuple[str, ...]]


def read_tables(files: Sequence[Path], recipe: Recipe, *, where: Mapping[str, str], key: str = "") -> tuple[Table, ...]:
    """The tables of these files, keyed by the column `key` or the first that the recipe names.

    `where` keeps the rows with these values (a year of a long table); a file without the column keeps all. Raises NoSuchColumn,
    NoRowLeft, DuplicateKey and what reading a table raises.
    """
    return tuple(_read(file, recipe, where, (key,) if key else recipe.key) for file in files)


def _read(file: Path, recipe: Recipe, where: Mapping[str, str], keys: Sequence[str]) -> Table:
    columns, lines = read_columns(file)
    for column, value in where.items():
        columns, lines = _kept(file.name, columns, lines, column, value)
    key = next((one for one in keys if one in columns), "")
    if not key:
        raise missing_column(file.name, keys[0], tuple(columns))
    return keyed(file.name, key, columns, lines, convention={**LOCAL, **dict.fromkeys(recipe.unknown, MISSING)})


def _kept(file: str, columns: Columns, lines: tuple[int, ...], column: str, value: str) -> tuple[Columns, tuple[int, ...]]:
    if column not in columns:
        return columns, lines
    keep = [cell.strip() == value for cell in columns[column]]
    if not any(keep):
        raise NoRowLeft(file=file, given=f"{column}={value}")
    return {name: tuple(compress(cells, keep)) for name, cells in columns.items()}, tuple(compress(lines, keep))


def first_column(tables: Sequence[Table], names: Sequence[str]) -> tuple[Table, str] | None:
    """The first table with one of these columns, and which; None where no table has any."""
    return next(((table, name) for table in tables for name in names if name in table.columns), None)
