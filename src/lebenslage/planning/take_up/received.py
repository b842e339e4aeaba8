"""Households that receive Wohngeld, as far as published figures tell: between two numbers for each quarter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from lebenslage.atlas.takeup import Bounds
from lebenslage.authorities.models import Authority
from lebenslage.planning.take_up.names import GRANTS, RECIPIENTS
from lebenslage.quarters.catalogue import columns
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Edition, Quality
from lebenslage.quarters.queries import Cell, Table, months_of, table

A_YEAR: Final = 12
UNKNOWN: Final = (np.nan, np.nan)
type Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Received:
    """The bounds in the order of the edition's keys, and what they are: recipients as somebody counted, or the grants of so many months."""

    bounds: Bounds
    source: str
    months: int = 0
    said_by: str = ""


def received(authority: Authority, ours: Edition) -> Received | None:
    """Recipients as the town counted them, or else the grants of a year; None where there is neither."""
    counted = columns(authority, ours, [RECIPIENTS])
    if counted:
        latest = max(counted, key=lambda one: one.on)
        bounds = _bounds([_counted(*pair) for pair in zip(latest.numbers, latest.marks, strict=True)])
        return Received(bounds, "counted", said_by=latest.source)
    months = months_of(authority, [GRANTS])[:A_YEAR]
    if not months:
        return None
    stands = table(authority, [GRANTS], months)
    return Received(_bounds([_granted(stands, key, whole_year=len(months) == A_YEAR) for key in ours.keys]), "grants", len(months))


def _bounds(ranges: Sequence[Range]) -> Bounds:
    return Bounds(np.array([low for low, _ in ranges]), np.array([high for _, high in ranges]))


def _counted(number: float | None, mark: Mark) -> Range:
    if mark is Mark.MISSING:
        return UNKNOWN
    return (0.0, np.inf) if number is None else (number, number)


def _granted(stands: Table, key: str, *, whole_year: bool) -> Range:
    """Every grant is one household. A hidden count is at most what the town has beside the counts that are shown."""
    cells = _by_month(stands, key)
    if not cells or any(cell.quality == Quality.MISSING for cell in cells.values()):
        return UNKNOWN
    least = float(sum(cell.value or 0 for cell in cells.values()))
    return least, sum(_most_in(stands, month, cell) for month, cell in cells.items()) if whole_year else np.inf


def _by_month(stands: Table, key: str) -> Mapping[date, Cell]:
    """The grants of a quarter; nothing where it has no line."""
    line = next((one for one in stands.lines if one.area and one.area.key == key), None)
    return {} if line is None else {one.month: line.cell(GRANTS, one.month) for one in stands.publications}


def _most_in(stands: Table, month: date, cell: Cell) -> float:
    return _most(cell, [one.cell(GRANTS, month) for one in stands.lines], stands.town.cell(GRANTS, month))


def _most(cell: Cell, all_areas: Sequence[Cell], town: Cell) -> float:
    if cell.value is not None:
        return float(cell.value)
    return np.inf if town.value is None else float(town.value - sum(one.value or 0 for one in all_areas))
