"""Figures as planners read them, and as a spreadsheet takes them without taking a text for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

from django.http import HttpResponse

from lebenslage.atlas.numerals import number as numeral
from lebenslage.planning.export import FORMULA, MARK, MEDIA_TYPE

GERMAN: Final = "de"


def number(value: float, decimals: int = 0) -> str:
    """A number in German: 1.675 or 26,5."""
    return numeral(value, decimals, GERMAN)


def shown(value: float | None, mark: str, words: dict[str, str], decimals: int = 0) -> str:
    """A figure of a table, or why there is none."""
    if value is None:
        return words[mark]
    plain = number(value, decimals)
    return f"{plain} {words['u']}" if mark == "u" else plain


def plain(value: float | None) -> str:
    """A figure for a spreadsheet: decimal comma, no thousands; empty where there is none."""
    return "" if value is None else f"{value:.10g}".replace(".", ",")


def csv_answer(rows: Iterable[Sequence[str]], name: str) -> HttpResponse:
    """A file with semicolons that Excel opens as a table."""
    file = StringIO()
    csv.writer(file, delimiter=";").writerows([_text(cell) for cell in row] for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(MARK + file.getvalue(), content_type=MEDIA_TYPE, headers=headers)


def _text(given: str) -> str:
    """A text that no spreadsheet takes for a formula; a negative number stays one."""
    risky = given.startswith((*FORMULA, "\r", "\n")) and not given.lstrip("-").replace(",", "").isdigit()
    return f"'{given}" if risky else given
