"""A table as it lies in a file: headings and text below them, with the line of each row. Titles above and notes below are set apart."""

from __future__ import annotations

import shutil
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

import openpyxl
import pyogrio
from openpyxl.utils.exceptions import InvalidFileException
from pyogrio.errors import DataSourceError

from lebenslage.atlas.areas.problems import NotAnAreaFile
from lebenslage.atlas.areas.reading.delimited import KNOWN, Row, read_text, rows_of, sniffed
from lebenslage.atlas.areas.reading.genesis import is_genesis, read_genesis
from lebenslage.atlas.areas.reading.vector import attributes
from lebenslage.quarters.reading.kinds import WITH_SHAPES, Form
from lebenslage.quarters.reading.problems import EmptyUpload, TooMuchInside, UnknownKind

MOST_CELLS: Final = 6_000_000
MOST_COLUMNS: Final = 2000
FIRST_AXIS: Final = "1_"
BROKEN: Final = (zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Sheet:
    """`columns` by heading, all of one length; `lines` as a person counts them; `notes` stood above or below the table."""

    file: str
    columns: dict[str, tuple[str, ...]]
    lines: tuple[int, ...]
    notes: tuple[str, ...] = ()
    decimal: str = ""
    name: str = ""
    others: tuple[str, ...] = ()

    @property
    def header(self) -> list[str]:
        """The headings."""
        return list(self.columns)

    def head(self, number: int = 5) -> list[tuple[str, ...]]:
        """The first rows."""
        return list(zip(*(column[:number] for column in self.columns.values()), strict=True))


def read_sheet(path: Path, form: Form, name: str, *, sheet: str = "") -> Sheet:
    """The table of a file; of a workbook the sheet of this name, or the one with the most rows. Raises EmptyUpload, TooMuchInside."""
    if form in WITH_SHAPES:
        return _layer(path, name, sheet)
    return _workbook(path, name, sheet) if form is Form.WORKBOOK else _text(path, name)


def _layer(path: Path, name: str, wanted: str) -> Sheet:
    """The attributes of a layer: the one that is asked for, else the first with areas."""
    try:
        layers = {str(one): str(kind) for one, kind in pyogrio.list_layers(path)}
    except DataSourceError as error:
        raise NotAnAreaFile(file=name, known=KNOWN) from error
    areas = [one for one, kind in layers.items() if "Polygon" in kind] or list(layers)
    chosen = wanted if wanted in areas else next(iter(areas), "")
    columns, lines = attributes(path, chosen or None)
    return Sheet(name, dict(columns), tuple(lines), decimal=".", name=chosen, others=tuple(areas))


def _text(path: Path, name: str) -> Sheet:
    text = read_text(path)
    if is_genesis(text):
        wide = read_genesis(text, name, FIRST_AXIS)
        return Sheet(name, dict(wide.columns), wide.lines, decimal=wide.decimal)
    marked = text[:4].lower() == "sep="
    sign, body = (text[4:5], text.partition("\n")[2]) if marked else (sniffed(text), text)
    rows = [Row(row.line + marked, row.cells) for row in rows_of(body, sign, name)]
    return _table(name, rows)


def _workbook(path: Path, name: str, wanted: str) -> Sheet:
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        found = {sheet.title: _rows(sheet, name) for sheet in book.worksheets}
        book.close()
    except BROKEN as error:
        raise UnknownKind(file=name) from error
    full = [title for title, rows in found.items() if len(rows) > 1]
    if not full:
        raise EmptyUpload(file=name)
    chosen = wanted if wanted in full else max(full, key=lambda title: len(found[title]))
    return replace(_table(name, found[chosen]), decimal=",", name=chosen, others=tuple(full))


def _rows(sheet: Any, name: str) -> list[Row]:
    found, cells = [], 0
    for line, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        cells += len(row)
        if cells > MOST_CELLS:
            raise TooMuchInside(file=name, limit=MOST_CELLS)
        said = [_cell(one) for one in row]
        if any(said):
            found.append(Row(line, said))
    return found


def _cell(cell: Any) -> str:
    """A cell as a German office writes it: decimal comma, a share that Excel shows in per cent as per cent."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return "" if value is None else str(int(value))
    if isinstance(value, (datetime, date)):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, (int, float)):
        shown = value * 100 if "%" in (cell.number_format or "") else value
        return f"{shown:.12g}".replace(".", ",") if abs(shown) < 1e12 else f"{shown:.0f}"
    return str(value).strip()


def _table(name: str, rows: Sequence[Row]) -> Sheet:
    if sum(len(row.cells) for row in rows) > MOST_CELLS:
        raise TooMuchInside(file=name, limit=MOST_CELLS)
    start = _header_at(rows)
    if start is None:
        raise EmptyUpload(file=name)
    header, width = rows[start].cells, _width(rows[start].cells)
    body, below = _without_notes(rows[start + 1 :], width)
    if not body:
        raise EmptyUpload(file=name)
    notes = [_note(row) for row in (*rows[:start], *below)]
    return Sheet(name, _named(header[:width], _columns(body, width)), tuple(row.line for row in body), tuple(notes))


def _without_notes(rows: Sequence[Row], width: int) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows of a table, and the notes below it, the last one first: rows of one cell where the table is wider than two."""
    body = [row for row in rows if _width(row.cells) > 0]
    notes: list[Row] = []
    while body and width > 2 and _filled(body[-1]) == 1:
        notes.append(body.pop())
    return body, notes


def _columns(body: Sequence[Row], width: int) -> Sequence[tuple[str, ...]]:
    cut = [[*row.cells[:width], *[""] * (width - len(row.cells))] for row in body]
    return [tuple(cell.strip() for cell in column) for column in zip(*cut, strict=True)]


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _header_at(rows: Sequence[Row]) -> int | None:
    """The first row that is as wide as most rows are, or nearly; titles above a table are narrower."""
    widths = Counter(map(_filled, rows[:200]))
    if not widths:
        return None
    usual = max(widths, key=lambda width: (widths[width] * (width > 1), width))
    wide = (place for place, row in enumerate(rows[:60]) if _filled(row) >= max(1, 0.6 * usual))
    return next(wide, None)


def _width(cells: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _note(row: Row) -> str:
    return " ".join(cell.strip() for cell in row.cells if cell.strip())


def _named(header: Sequence[str], columns: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Headings told apart; an empty column without a heading is left out."""
    named: dict[str, tuple[str, ...]] = {}
    for place, (heading, column) in enumerate(zip(header, columns, strict=True), 1):
        if heading.strip() or any(column):
            named[_free(" ".join(heading.split()) or f"Spalte {place}", named)] = column
    return named


def _free(heading: str, taken: Iterable[str]) -> str:
    names = _numbered(heading)
    return next(name for name in names if name not in set(taken))


def _numbered(heading: str) -> Iterator[str]:
    yield heading
    number = 2
    while True:
        yield f"{heading} ({number})"
        number += 1


def spilled(path: Path, folder: Path, form: Form) -> Path:
    """The same file under an ending that says what it is, for libraries that look at endings."""
    target = folder / f"datei{form.value}"
    return path if path.suffix == form.value else Path(shutil.copyfile(path, target))
