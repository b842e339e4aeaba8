"""How a file is understood: guessed, corrected by a planner, kept with the import so that the next file of its form needs no question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict

LICENCES: Final = ("dl-de/by-2-0", "dl-de/zero-2-0", "cc-by/4.0", "cc-zero", "intern")
DAYS: Final = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_.](?P<m>\d\d)[-_.](?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?!\d)"),
)


class As(StrEnum):
    """What a column is. `PART` is a count of people of which a share is computed; `FRACTION` a share between 0 and 1."""

    IGNORE = "ignore"
    KEY = "key"
    NAME = "name"
    DAY = "day"
    WHAT = "what"
    COUNT = "count"
    SHARE = "share"
    FRACTION = "fraction"
    PART = "part"
    MEAN = "mean"


FIGURES: Final = (As.COUNT, As.SHARE, As.FRACTION, As.PART, As.MEAN)
type What = Literal["figures", "outlines", "cells", "raster"]


class Column(BaseModel):
    """A column of the file: what it is, which indicator it holds, and its own day where the heading names one."""

    model_config = ConfigDict(extra="ignore")

    heading: str
    kind: As = As.IGNORE
    indicator: str = ""
    on: date | None = None


class How(BaseModel):
    """How a file is understood as a whole. `without` names repairs that are switched off; `key` and `name` are columns of outlines."""

    model_config = ConfigDict(extra="ignore")

    what: What
    columns: list[Column] = []
    on: date | None = None
    source: str = ""
    licence: str = LICENCES[0]
    without: list[str] = []
    sheet: str = ""
    key: str = ""
    name: str = ""
    title: str = ""
    measure: Literal["mean", "max"] = "mean"
    indicator: str = ""

    @property
    def header(self) -> list[str]:
        """The headings, by which a file of the same form is known."""
        return [one.heading for one in self.columns]

    def only(self, kind: As) -> str:
        """The heading of the column of this kind, or nothing."""
        return next((one.heading for one in self.columns if one.kind is kind), "")

    def stored(self) -> dict[str, Any]:
        """As `Batch.how` keeps it."""
        return self.model_dump(mode="json")


def day_in(text: str) -> date | None:
    """The day that a heading or the name of a file speaks of: `figures_2024.csv` of 31 December 2024."""
    for pattern in DAYS:
        found = pattern.search(text)
        if found:
            parts = found.groupdict()
            try:
                return date(int(parts["y"]), int(parts.get("m") or 12), int(parts.get("d") or 31))
            except ValueError:
                continue
    return None


def first_day(texts: Iterable[str]) -> date | None:
    """The first day that any of these texts speaks of."""
    return next((day for text in texts if (day := day_in(text))), None)
