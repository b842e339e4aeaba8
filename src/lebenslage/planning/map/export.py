"""The table as CSV: one line an area, semicolons and a byte order mark for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO

from lebenslage.planning.export import MARK
from lebenslage.planning.map.bench import Bench
from lebenslage.planning.map.rows import Row
from lebenslage.planning.map.wording import ROOM

FORMULA = ("=", "+", "-", "@", "\t")


def as_csv(bench: Bench) -> str:
    """Every area with its figure, from where to where it may lie, and its class; what is hidden or missing is empty and says so."""
    file = StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(bench.say.strings[ROOM]["csv"]["header"])
    writer.writerows(_line(row, bench) for row in bench.table.all)
    return MARK + file.getvalue()


def _line(row: Row, bench: Bench) -> list[str]:
    low, high = bench.doubt.intervals[row.place] or (None, None)
    numbers = [_number(number) for number in (row.number, low, high)]
    doubt = bench.say(ROOM, "unsure") if row.unsure else ""
    return [bench.column.on.isoformat(), _text(row.key), _text(row.name), bench.column.indicator.key, *numbers, row.word, doubt]


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:.6g}".replace(".", ",")


def _text(given: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{given}" if given.startswith(FORMULA) else given
