"""Text tables as they come: comma, semicolon or tab, UTF-8 or the Windows code page, plain or gzipped."""

from __future__ import annotations

import csv
import gzip
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from lebenslage.atlas.areas.problems import EmptyTable, NoSuchAreaFile, NotAnAreaFile, RaggedRow, UnclosedQuote, WrongEncoding

DELIMITERS: Final = ";\t,|"
BYTE_ORDER: Final = (b"\xff\xfe", b"\xfe\xff")
QUOTE: Final = '"'
GZIP: Final = b"\x1f\x8b"
KNOWN: Final = ("CSV", "GeoJSON", "GeoPackage", "Shapefile")


class Row(NamedTuple):
    """A row and the line of the file where it begins."""

    line: int
    cells: list[str]


def read_text(file: Path, encoding: str | None = None) -> str:
    """The text of a file, unpacked. UTF-8 (with or without a mark), else the Windows code page. Raises NoSuchAreaFile, WrongEncoding."""
    raw = _bytes(file)
    tried = [encoding] if encoding else ["utf-16"] if raw.startswith(BYTE_ORDER) else ["utf-8-sig", "cp1252"]
    for one in tried:
        try:
            return raw.decode(one)
        except (UnicodeDecodeError, LookupError):
            continue
    raise WrongEncoding(file=file.name, encoding=tried[-1])


def _bytes(file: Path) -> bytes:
    try:
        raw = file.read_bytes()
        if zipfile.is_zipfile(file):
            return zipfile.Path(file, zipped(file)[0]).read_bytes()
        return gzip.decompress(raw) if raw.startswith(GZIP) else raw
    except (FileNotFoundError, IsADirectoryError) as error:
        raise NoSuchAreaFile(file=file.name) from error
    except (OSError, EOFError, zipfile.BadZipFile, IndexError) as error:
        raise NotAnAreaFile(file=file.name, known=KNOWN) from error


def zipped(file: Path) -> list[str]:
    """The names of the files in an archive, tables first; none if it is no archive."""
    if not zipfile.is_zipfile(file):
        return []
    with zipfile.ZipFile(file) as archive:
        return sorted(archive.namelist(), key=lambda name: not name.lower().endswith((".csv", ".txt")))


def sniffed(text: str) -> str:
    """The delimiter: the one that cuts the first lines into the same number of cells, the most cells winning."""
    head = [line for line in text[:20000].splitlines()[:12] if line.strip()]
    head = head[:-1] or head
    return max(DELIMITERS, key=lambda sign: _cells_alike(head, sign))


def _cells_alike(lines: Sequence[str], sign: str) -> tuple[int, int]:
    counts = Counter(len(cells) for cells in csv.reader(lines, delimiter=sign))
    number, times = max(counts.items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0))
    return (times if number > 1 else 0, number)


def rows_of(text: str, delimiter: str, file: str = "") -> Iterator[Row]:
    """The rows that hold something, each with the line where it begins. Raises UnclosedQuote."""
    reader = csv.reader(_lines(text), delimiter=delimiter)
    start, line = 1, 1
    try:
        for cells in reader:
            start, line = line, reader.line_num + 1
            if any(cells):
                yield Row(start, cells)
    except csv.Error as error:
        raise UnclosedQuote(file=file, line=line) from error
    if line > start + 1 and text.count(QUOTE) % 2:  # the last row runs on to the end of the file
        raise UnclosedQuote(file=file, line=start)


def _lines(text: str) -> Iterator[str]:
    """One line after the other, so that a file of millions of lines is not copied."""
    if "\n" not in text:
        text = text.replace("\r", "\n")
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start : end + 1]
        start = end + 1
    yield text[start:]


def read_rows(text: str, file: str) -> Iterator[Row]:
    """The header and the rows below it, all of one length. Raises EmptyTable, RaggedRow, UnclosedQuote."""
    named = text[:4].lower() == "sep="
    first, _, rest = text.partition("\n") if named else ("", "", text)
    rows = rows_of(rest, first[4:5] if named else sniffed(text), file)
    header = next(rows, None)
    if header is None:
        raise EmptyTable(file=file)
    yield header
    for row in rows:
        if len(row.cells) != len(header.cells):
            _refuse_ragged(file, header, row)
        yield Row(row.line + 1, row.cells) if named else row


def _refuse_ragged(file: str, header: Row, row: Row) -> None:
    """Empty cells at the end of a row are forgiven: spreadsheets leave them."""
    while len(row.cells) > len(header.cells) and not row.cells[-1].strip():
        row.cells.pop()
    if len(row.cells) != len(header.cells):
        raise RaggedRow(file=file, line=row.line, found=len(row.cells), expected=len(header.cells))
