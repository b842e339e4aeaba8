"""Plain text for a terminal: a heading, a table, a list."""

import itertools
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

NARROW, WIDE = 60, 120


def width() -> int:
    """The columns to write in: those of the terminal, within reason."""
    return min(max(shutil.get_terminal_size((100, 24)).columns, NARROW), WIDE)


def heading(text: str) -> list[str]:
    """A line with a rule below it, after an empty line."""
    return ["", text, "─" * len(text)]


def points(lines: Iterable[str]) -> list[str]:
    """A list with dashes, wrapped."""
    return [textwrap.fill(line, width(), initial_indent="- ", subsequent_indent="  ") for line in lines]


def table(
    headers: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset(), widest: Mapping[int, int] | None = None
) -> list[str]:
    """Rows under their headers. Columns in `right` stand at the right; a column in `widest` breaks its text at that width."""
    sizes = [max(len(cells[i]) for cells in (headers, *rows)) for i in range(len(headers))]
    for column, most in (widest or {}).items():
        sizes[column] = min(sizes[column], most)
    rule = "  ".join("─" * size for size in sizes)
    return [*_row(headers, sizes, right), rule, *(line for cells in rows for line in _row(cells, sizes, right))]


def _row(cells: Sequence[str], sizes: Sequence[int], right: frozenset[int]) -> Iterator[str]:
    broken = [textwrap.wrap(cell, size) if len(cell) > size else [cell] for cell, size in zip(cells, sizes, strict=True)]
    for parts in itertools.zip_longest(*broken, fillvalue=""):
        aligned = (part.rjust(size) if i in right else part.ljust(size) for i, (part, size) in enumerate(zip(parts, sizes, strict=True)))
        yield "  ".join(aligned).rstrip()
