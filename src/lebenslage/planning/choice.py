"""What the address of the page asks for: a month and an order. Anything else in it is no harm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

COLUMNS: Final = ("quartier", "einwohner", "antraege", "bewilligungen")
BY_NAME: Final = "quartier"


@dataclass(frozen=True, slots=True)
class Choice:
    """A month such as `2026-10`, and the column by which the table is sorted."""

    month: str = ""
    column: str = BY_NAME
    downwards: bool = False

    def month_among(self, published: Sequence[date]) -> date | None:
        """The published month that was asked for; the latest where none was, None where it is not there."""
        if not self.month:
            return next(iter(published), None)
        return next((month for month in published if f"{month:%Y-%m}" == self.month), None)

    def sorted_by(self, column: str, month: date) -> str:
        """The query of an address that sorts by a column: figures from the greatest first, again turns round."""
        down = not self.downwards if column == self.column else column != BY_NAME
        return urlencode({"monat": f"{month:%Y-%m}", "sortierung": f"-{column}" if down else column})

    @property
    def sorting(self) -> str:
        """The order as it stands in the address."""
        return f"-{self.column}" if self.downwards else self.column


def chosen(given: Mapping[str, str]) -> Choice:
    """Read the address; an order that does not exist is the usual one."""
    sorting = given.get("sortierung", "")
    column = sorting.removeprefix("-")
    month = given.get("monat", "")
    return Choice(month, column, sorting.startswith("-")) if column in COLUMNS else Choice(month)
