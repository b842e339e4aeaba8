"""Files of the GENESIS databases (Destatis, Regionalstatistik, Landesdatenbank NRW, Zensus 2022), brought to one row an area.

Three kinds: *flat* files (`statistics_code;…;1_variable_attribute_code;…;value;value_unit;…;value_q`, and the older `Statistik_Code;…`),
*cubes* (Datenquader, lines `K;DQ;…` that announce lines `QEI;…`), and *printed* tables (`GENESIS-Tabelle: …`, header lines, a footer
below `__________`). Flat files and cubes have a row a value: the other characteristics and, where there is more than one, the time become
part of the column's name. The letters of quality are e (final), r (revised), p (preliminary), s (estimated): the last two are uncertain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest
from types import MappingProxyType
from typing import Final, NamedTuple

from lebenslage.atlas.areas.problems import DuplicateKey, EmptyTable, NoSuchColumn, RaggedRow
from lebenslage.atlas.areas.reading.delimited import Row, rows_of
from lebenslage.atlas.areas.reading.numbers import NOTHING, OFFICIAL, Convention, Decimal

GENESIS: Final[Convention] = MappingProxyType({**OFFICIAL, "–": NOTHING})
FLAT: Final = ("statistics_code;", "statistik_code;")
PRINTED: Final = ("genesis-tabelle:", "tabelle:")
CUBE: Final = re.compile(r"^K;DQ[;A-Z]", re.MULTILINE)
WITH_COMMA: Final = re.compile(r"[(]?-?[\d ]*\d,\d+[)]?")
PER_FIGURE: Final = 4
"""Cells of a figure in a cube: value, quality, locked, error."""
FOOTER: Final = "____"
VALUE: Final = re.compile(r"\S+__\S*")
CHARACTERISTIC: Final = re.compile(r"(\d+)_(?:variable|Merkmal)_[Cc]ode")

type Columns = dict[str, tuple[str, ...]]


class Fact(NamedTuple):
    """One value of a flat file or a cube: what it is of (code of each characteristic: value and its label), when, and how good."""

    line: int
    codes: Mapping[str, tuple[str, str]]
    time: str
    what: str
    value: str


class Wide(NamedTuple):
    """A table with one row an area, and the decimal sign of the file (GENESIS writes no sign between thousands)."""

    columns: Columns
    lines: tuple[int, ...]
    decimal: Decimal


def is_genesis(text: str) -> bool:
    """Whether a file is one of these, by its first lines."""
    return text[:20].lower().startswith((*FLAT, *PRINTED)) or CUBE.search(text[:4000]) is not None


def read_genesis(text: str, file: str, key: str) -> Wide:
    """One row for each value of `key`.

    The key is the code of a characteristic (`GEMEIN`) or the column of a flat file that holds it; a printed table stays as it is, with
    `#1`, `#2` as names of its first columns. Raises NoSuchColumn, DuplicateKey, EmptyTable.
    """
    rows = list(rows_of(text, ";", file))
    if text[:20].lower().startswith(PRINTED):
        return _printed(rows, file)
    facts = list(_of_cube(rows, file) if CUBE.search(text[:4000]) else _of_flat(rows, file))
    if not facts:
        raise EmptyTable(file=file)
    return _wide(facts, file, key)


def _of_flat(rows: Sequence[Row], file: str) -> Iterator[Fact]:
    header = [cell.strip() for cell in rows[0].cells]
    numbers = [match[1] for cell in header if (match := CHARACTERISTIC.fullmatch(cell))]
    values = ["value"] if "value" in header else [cell for cell in header if VALUE.fullmatch(cell) and not cell.endswith("_q")]
    for row in rows[1:]:
        _refuse_ragged(row, len(header), file)
        cells = dict(zip(header, (cell.strip() for cell in row.cells), strict=False))
        codes = {_either(cells, n, "variable_code", "Merkmal_Code"): _member(cells, n) for n in numbers}
        for value in values:
            what = f"{cells.get('value_variable_label', value)} ({cells.get('value_unit', '')})" if value == "value" else value
            yield Fact(row.line, codes, cells.get("time", cells.get("Zeit", "")), what, _marked(cells[value], cells.get(f"{value}_q", "")))


def _either(cells: Mapping[str, str], number: str, new: str, old: str) -> str:
    return cells.get(f"{number}_{new}", cells.get(f"{number}_{old}", ""))


def _member(cells: Mapping[str, str], number: str) -> tuple[str, str]:
    code = _either(cells, number, "variable_attribute_code", "Auspraegung_Code")
    return code, _either(cells, number, "variable_attribute_label", "Auspraegung_Label")


def _marked(value: str, quality: str) -> str:
    """A preliminary or estimated number in the brackets that official tables print around uncertain values."""
    return f"({value})" if quality.strip().lower() in ("p", "s") and value[:1].isdigit() else value


def _of_cube(rows: Sequence[Row], file: str) -> Iterator[Fact]:
    """`DQA` names the characteristics, `DQI` the figures; a `QEI` line has a code for each, the time, and four cells a figure."""
    axes = [row.cells[1] for row in rows if row.cells[0] == "DQA"]
    figures = [f"{row.cells[1]} ({row.cells[2]})" for row in rows if row.cells[0] == "DQI"]
    for row in rows:
        if row.cells[0] != "QEI":
            continue
        _refuse_ragged(row, 2 + len(axes) + PER_FIGURE * len(figures), file)
        codes = {axis: (code.strip(), code.strip()) for axis, code in zip(axes, row.cells[1:], strict=False)}
        time, *cells = row.cells[1 + len(axes) :]
        for figure, value, quality in zip(figures, cells[::PER_FIGURE], cells[1::PER_FIGURE], strict=True):
            yield Fact(row.line, codes, time, figure, _marked(value.strip(), quality))


def _refuse_ragged(row: Row, expected: int, file: str) -> None:
    if len(row.cells) != expected:
        raise RaggedRow(file=file, line=row.line, found=len(row.cells), expected=expected)


def _wide(facts: Sequence[Fact], file: str, key: str) -> Wide:
    axis = _axis(facts[0], file, key)
    areas = _by_area(facts, axis, file)
    first = [next(iter(found.values())) for found in areas.values()]
    names = dict.fromkeys(name for found in areas.values() for name in found)
    columns = {key: tuple(areas), "label": tuple(fact.codes[axis][1] for fact in first)}
    columns |= {name: tuple(found[name].value if name in found else "" for found in areas.values()) for name in names}
    return Wide(columns, tuple(fact.line for fact in first), _decimal(fact.value for fact in facts))


def _by_area(facts: Sequence[Fact], axis: str, file: str) -> dict[str, dict[str, Fact]]:
    """The facts of each area by their heading. Raises DuplicateKey."""
    times = len({fact.time for fact in facts}) > 1
    areas: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        before = areas.setdefault(fact.codes[axis][0], {}).setdefault(_heading(fact, axis, times=times), fact)
        if before is not fact:
            raise DuplicateKey(file=file, area=fact.codes[axis][0], line=before.line, other=fact.line)
    return areas


def _heading(fact: Fact, axis: str, *, times: bool) -> str:
    others = [label for one, (_, label) in fact.codes.items() if one != axis]
    return " | ".join([fact.what, *others, *([fact.time] if times else [])])


def _axis(fact: Fact, file: str, key: str) -> str:
    """The characteristic that is meant: by its code, or by the column of a flat file that holds it."""
    axes = list(fact.codes)
    number = key.partition("_")[0]
    if key in fact.codes:
        return key
    if number.isdigit() and int(number) <= len(axes):
        return axes[int(number) - 1]
    raise NoSuchColumn(file=file, column=key, suggestion=axes[0] if axes else "–", known=axes)


def _decimal(values: Iterable[str]) -> Decimal:
    return "," if any(map(WITH_COMMA.fullmatch, values)) else "."


def _printed(rows: Sequence[Row], file: str) -> Wide:
    """Titles (first cell only) and header lines (first cell empty) stand above the data, a footer below it."""
    end = next((i for i, row in enumerate(rows) if row.cells[0].startswith(FOOTER)), len(rows))
    heads = [i for i in range(end) if not rows[i].cells[0].strip() and len(rows[i].cells) > 1]
    body = [row for row in rows[heads[-1] + 1 : end] if any(row.cells[1:])] if heads else []
    if not body:
        raise EmptyTable(file=file)
    columns = [tuple(cell.strip() for cell in cells) for cells in zip_longest(*(row.cells for row in body), fillvalue="")]
    headers = _headings([rows[i].cells for i in heads], len(columns))
    named = dict(zip(headers, columns, strict=True))
    return Wide(named, tuple(row.line for row in body), _decimal(chain.from_iterable(columns)))


def _headings(lines: Sequence[Sequence[str]], width: int) -> list[str]:
    """The name of each column, from all header lines; one without a name, or with that of another, gets its number: `#1`."""
    cells = [[cell.strip() for cell in line] + [""] * width for line in lines]
    names: list[str] = []
    for column in range(width):
        parts = dict.fromkeys(line[column] for line in cells if line[column])
        name = " | ".join(parts)
        names.append(f"{name} #{column + 1}".strip() if name in ("", *names) else name)
    return names
