"""A table of figures by area, read as text; its columns become numbers when they are asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from importlib import import_module
from itertools import batched
from pathlib import Path
from typing import Final

from lebenslage.atlas.areas.figures import Indicator
from lebenslage.atlas.areas.problems import DuplicateKey, EmptyKey, EmptyTable, NoSuchColumn, RateWithoutDenominator, TwoColumnsOneName
from lebenslage.atlas.areas.reading.delimited import read_rows, read_text, zipped
from lebenslage.atlas.areas.reading.genesis import GENESIS, is_genesis, read_genesis
from lebenslage.atlas.areas.reading.numbers import OFFICIAL, Convention, Decimal, Place, Qualities, read_numbers, without
from lebenslage.atlas.arrays import Floats

ROWS_AT_ONCE: Final = 50_000
WITH_SHAPES: Final = (".geojson", ".json", ".gpkg", ".shp", ".fgb")
RATES: Final = ("%", "‰", "per cent", "percent", "prozent", "pro ", "per ", "je ", "share", "anteil")


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows by area. `columns` hold the raw text of every row (the key column too), `lines` the line of the file of each row.

    `convention` says what a sign means that stands for a number, `decimal` which sign the file uses (None: each column shows it).
    """

    file: str
    key: str
    keys: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    lines: tuple[int, ...]
    convention: Convention = OFFICIAL
    decimal: Decimal | None = None

    def __len__(self) -> int:
        return len(self.keys)

    def text(self, column: str) -> tuple[str, ...]:
        """The raw text of a column. Raises NoSuchColumn, which names the nearest one."""
        if column not in self.columns:
            raise missing_column(self.file, column, tuple(self.columns))
        return self.columns[column]

    def numbers(self, column: str, *, decimal: Decimal | None = None, unknown: Sequence[str] = ()) -> tuple[Floats, Qualities]:
        """Values and qualities of a column, one each row; `unknown` are codes that mean "no value" in this column.

        Raises NoSuchColumn, UnreadableNumber, UnclearNumber, MixedNumbers.
        """
        place = Place(self.file, column, self.lines)
        return read_numbers(self.text(column), place, decimal=decimal or self.decimal, convention=without(self.convention, unknown))

    def indicator(self, column: str, *, unit: str, on: date, source: str, denominator: str = "", base: str | None = None) -> Indicator:
        """A column as an indicator; `base` is the column with the denominator's counts. Raises RateWithoutDenominator for a bare share."""
        if not denominator and base is None and any(unit.lower().startswith(word) for word in RATES):
            raise RateWithoutDenominator(file=self.file, column=column)
        values, quality = self.numbers(column)
        return Indicator(
            column, values, quality, unit, on, source, denominator or base or "", None if base is None else self.numbers(base)[0]
        )


def read_table(
    file: Path,
    *,
    key: str,
    encoding: str | None = None,
    decimal: Decimal | None = None,
    convention: Convention = OFFICIAL,
    layer: str | None = None,
    unknown: Sequence[str] = (),
) -> Table:
    """Read a CSV table (comma, semicolon, tab; gzipped or zipped too), a GENESIS file, or the attributes of a file with shapes.

    `unknown` are codes such as `-9999` that mean "no value" in every column; for one column alone see `Table.numbers`.
    Raises NoSuchAreaFile, WrongEncoding, EmptyTable, RaggedRow, TwoColumnsOneName, NoSuchColumn, EmptyKey, DuplicateKey.
    """
    if has_shapes(file):
        return keyed(file.name, key, *_attributes(file, layer), decimal=decimal or ".", convention=without(convention, unknown))
    text = read_text(file, encoding)
    if is_genesis(text):
        wide = read_genesis(text, file.name, key)
        signs = GENESIS if convention is OFFICIAL else convention
        return keyed(file.name, key, wide.columns, wide.lines, decimal=decimal or wide.decimal, convention=without(signs, unknown))
    return keyed(file.name, key, *_columns(text, file.name), decimal=decimal, convention=without(convention, unknown))


def read_columns(
    file: Path, encoding: str | None = None, *, only: Callable[[str], bool] | None = None
) -> tuple[Mapping[str, tuple[str, ...]], tuple[int, ...]]:
    """The columns of a file as text (of a large table `only` some of them), and the line (or feature) of each row."""
    return _attributes(file) if has_shapes(file) else _columns(read_text(file, encoding), file.name, only)


def _attributes(file: Path, layer: str | None = None) -> tuple[Mapping[str, tuple[str, ...]], tuple[int, ...]]:
    columns, lines = import_module("lebenslage.atlas.areas.reading.vector").attributes(file, layer)
    return columns, tuple(lines)


def has_shapes(file: Path) -> bool:
    """Whether a file is of a kind that holds shapes; a zipped one by what is in it."""
    suffix = file.suffix.lower()
    return suffix in WITH_SHAPES or (suffix == ".zip" and any(name.lower().endswith(WITH_SHAPES) for name in zipped(file)))


def _columns(text: str, file: str, only: Callable[[str], bool] | None = None) -> tuple[dict[str, tuple[str, ...]], tuple[int, ...]]:
    rows = read_rows(text, file)
    header = next(rows).cells
    wanted = [number for number, cell in enumerate(header) if only is None or only(cell.strip())]
    columns: list[list[str]] = [[] for _ in wanted]
    lines: list[int] = []
    for some in batched(rows, ROWS_AT_ONCE):
        lines += [row.line for row in some]
        cells = list(zip(*(row.cells for row in some), strict=True))
        for column, number in zip(columns, wanted, strict=True):
            column.extend(cells[number] if only is None else map(sys.intern, cells[number]))
    if not lines:
        raise EmptyTable(file=file)
    return _named(file, [(number + 1, header[number]) for number in wanted], columns), tuple(lines)


def keyed(
    file: str,
    key: str,
    columns: Mapping[str, tuple[str, ...]],
    lines: Sequence[int],
    *,
    decimal: Decimal | None = None,
    convention: Convention = OFFICIAL,
) -> Table:
    """A table with its key column found and checked. Raises NoSuchColumn, EmptyKey, DuplicateKey."""
    if key not in columns:
        raise missing_column(file, key, tuple(columns))
    keys = tuple(text.strip() for text in columns[key])
    seen: dict[str, int] = {}
    for one, line in zip(keys, lines, strict=True):
        if not one:
            raise EmptyKey(file=file, line=line, column=key)
        if one in seen:
            raise DuplicateKey(file=file, line=seen[one], other=line, area=one)
        seen[one] = line
    return Table(file, key, keys, columns, tuple(lines), convention, decimal)


def _named(file: str, header: Sequence[tuple[int, str]], columns: Sequence[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The columns by heading; one without a heading gets its number, a repeated one is kept once. Raises TwoColumnsOneName."""
    named: dict[str, tuple[str, ...]] = {}
    first: dict[str, int] = {}
    for (number, cell), column in zip(header, columns, strict=True):
        name, content = cell.strip() or f"#{number}", tuple(column)
        if named.setdefault(name, content) != content:
            raise TwoColumnsOneName(file=file, column=name, first=first[name], second=number)
        first.setdefault(name, number)
    return named


def missing_column(file: str, column: str, known: Sequence[str]) -> NoSuchColumn:
    """The problem of a column that is not there, with the nearest name that is."""
    plain = {name.lower().strip(): name for name in known}
    near = get_close_matches(column.lower().strip(), plain, n=1, cutoff=0.5)
    return NoSuchColumn(file=file, column=column, suggestion=plain[near[0]] if near else known[0], known=list(known[:30]))
