"""How the handbook writes tables and cells in Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from lebenslage.kernel.units import Unit

WORDS: Final[Mapping[str, str]] = {
    "flag": "yes or no",
    "count": "a number",
    "day": "a day",
    "months": "months",
    "percent": "%",
    "person": "a person",
    "factor": "a factor",
    "area": "square metres",
}


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


def unit_in_words(unit: Unit | None) -> str:
    """What a value counts, as a reader says it: amounts are shown in euros whatever the law computes in."""
    if unit is None:
        return "a number"
    if unit.kind == "money":
        return f"euros a {unit.per}" if unit.per else "euros"
    return WORDS.get(unit.kind, unit.name)
