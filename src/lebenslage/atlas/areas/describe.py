"""What a table holds, column by column, before anybody computes with it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from lebenslage.atlas.areas.figures import Quality
from lebenslage.atlas.areas.problems import UnreadableNumber
from lebenslage.atlas.areas.reading.numbers import is_number
from lebenslage.atlas.areas.reading.tables import Table
from lebenslage.kernel.errors import Problem

MOSTLY = 0.5


class Column(NamedTuple):
    """A column of figures: how many cells have each quality, the least and the greatest value; or the problem that its numbers have."""

    name: str
    given: int = 0
    missing: int = 0
    suppressed: int = 0
    uncertain: int = 0
    least: float = float("nan")
    greatest: float = float("nan")
    problem: Problem | None = None


def described(table: Table) -> list[Column]:
    """The columns of a table that hold figures; one that holds mostly words is no figure and is left out, like the key."""
    found = [_described(table, name) for name in table.columns if name != table.key]
    return [column for column in found if column is not None]


def _described(table: Table, name: str) -> Column | None:
    try:
        values, quality = table.numbers(name)
    except UnreadableNumber as problem:
        cells = [text for text in table.text(name) if text.strip() not in table.convention]
        return Column(name, problem=problem) if sum(map(is_number, cells)) > MOSTLY * len(cells) else None
    except Problem as problem:
        return Column(name, problem=problem)
    known = values[~np.isnan(values)]
    least, greatest = (float(known.min()), float(known.max())) if known.size else (float("nan"), float("nan"))
    given, missing, suppressed, uncertain = (int((quality == kind).sum()) for kind in Quality)
    return Column(name, given, missing, suppressed, uncertain, least, greatest)
