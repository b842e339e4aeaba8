"""How the handbook writes tables and cells in Markdown."""

from collections.abc import Iterable, Iterator, Sequence


def cell(text: str) -> str:
    """A text that may stand in a cell."""
    return " ".join(text.split()).replace("|", "\\|")


def table_rows(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; where there is no row, one word instead."""
    lines = [f"| {' | '.join(map(cell, row))} |" for row in rows]
    if not lines:
        yield "None."
        return
    yield f"| {' | '.join(headers)} |"
    yield f"|{'---|' * len(headers)}"
    yield from lines
