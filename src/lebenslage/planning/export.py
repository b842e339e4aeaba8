"""The table as CSV: one line a value, semicolons and a byte order mark for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Final

from lebenslage.planning.page import INDICATORS, Page
from lebenslage.quarters.queries import Line

MEDIA_TYPE: Final = "text/csv; charset=utf-8"
MARK: Final = "\ufeff"
FORMULA: Final = ("=", "+", "-", "@", "\t")


def as_csv(page: Page) -> str:
    """Every value of the month; a hidden one is empty and says so in the last column."""
    file = StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(page.say.strings["planning"]["csv"]["header"])
    for line in [*page.table.lines, page.table.town]:
        writer.writerows(_rows(line, page))
    return MARK + file.getvalue()


def _rows(line: Line, page: Page) -> Iterator[list[str]]:
    key, name = (line.area.key, line.area.name) if line.area else ("", page.say("planning", "town"))
    for indicator in INDICATORS:
        cell = line.cell(indicator, page.month)
        number = "" if cell.value is None else str(cell.value)
        yield [f"{page.month:%Y-%m}", _text(key), _text(name), indicator, number, page.say("planning", "csv", cell.quality)]


def _text(given: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{given}" if given.startswith(FORMULA) else given
