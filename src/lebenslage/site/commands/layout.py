"""Plain text for a terminal: a heading, a table, a list."""

import itertools
import re
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

NARROW, WIDE = 60, 120
GAP: Final = 2
NUMBER_OF_LAW: Final = re.compile(r"(§§?|Abs\.|Nr\.|S\.|Art\.) (?=\d)")


def width() -> int:
    """The columns to write in: those of the terminal, within reason."""
    return min(max(shutil.get_terminal_size((100, 24)).columns, NARROW), WIDE)


def heading(text: str) -> list[str]:
    """A line with a rule below it, after an empty line."""
    lines = textwrap.wrap(text, width())
    return ["", *lines, "─" * max(map(len, lines))]


def points(lines: Iterable[str]) -> list[str]:
    """A list with dashes, wrapped; a paragraph stays with its number."""
    return [textwrap.fill(unbroken(line), width(), initial_indent="- ", subsequent_indent="  ") for line in lines]


def unbroken(text: str) -> str:
    """The same text, whose lines do not break between a paragraph sign and its number."""
    return NUMBER_OF_LAW.sub("\\1\u00a0", text)


def table(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    right: frozenset[int] = frozenset(),
    gives: Mapping[int, int] | None = None,
    below: Sequence[str] = (),
) -> list[str]:
    """Rows under their headers, each with its line of `below`, if any. Columns in `right` stand at the right.

    The columns of `gives` break their text, in this order, as far as the width needs it, down to the width that is named there.
    """
    sizes = [max(len(cells[i]) for cells in (headers, *rows)) for i in range(len(headers))]
    over = sum(sizes) + GAP * (len(sizes) - 1) - width()
    for column, least in (gives or {}).items():
        less = max(0, min(over, sizes[column] - least))
        sizes[column], over = sizes[column] - less, over - less
    lines = [*_row(headers, sizes, right), "  ".join("─" * size for size in sizes)]
    for cells, under in itertools.zip_longest(rows, below, fillvalue=""):
        lines += [*_row(cells, sizes, right), *([f"  {under}"] if under else [])]
    return lines


def _row(cells: Sequence[str], sizes: Sequence[int], right: frozenset[int]) -> Iterator[str]:
    broken = [textwrap.wrap(cell, size) if len(cell) > size else [cell] for cell, size in zip(cells, sizes, strict=True)]
    for parts in itertools.zip_longest(*broken, fillvalue=""):
        aligned = (part.rjust(size) if i in right else part.ljust(size) for i, (part, size) in enumerate(zip(parts, sizes, strict=True)))
        yield "  ".join(aligned).rstrip()
