"""Figures carried to other boundaries, and cells summed up: said as estimated wherever a part of an area was taken to be like the whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import numpy as np
from django.db import transaction

from lebenslage.atlas.areas.changes import estimated
from lebenslage.atlas.areas.figures import Quality
from lebenslage.atlas.areas.interpolate import Passage, by_ground, by_people
from lebenslage.atlas.areas.reading.grid import Grid
from lebenslage.atlas.areas.reading.places import middles_of
from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.journal.actions import Actor
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.quarters import catalogue, recording
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Batch, Edition, Kind
from lebenslage.quarters.reading.areas import area_set
from lebenslage.quarters.reading.cells import LEVEL, summed
from lebenslage.quarters.reading.findings import finding, listed

PEOPLE: Final = "people"
LOST: Final = 0.02
"""The share of a total that may lie outside of the new areas: boundaries of two years never meet exactly."""
LETTERS: Final = {
    Mark.GIVEN: Quality.GIVEN,
    Mark.MISSING: Quality.MISSING,
    Mark.SUPPRESSED: Quality.SUPPRESSED,
    Mark.UNCERTAIN: Quality.UNCERTAIN,
}
MARKS: Final = {quality: mark for mark, quality in LETTERS.items()}


@transaction.atomic
def carry_over(source: Edition, target: Edition, *, by: Actor, name: str, at: datetime) -> Batch:
    """Carry every figure that counts from one edition to another: by where people live if a grid is known, else by ground.

    Raises NoShapes, NotCovered, OverlappingAreas.
    """
    passage = _passage(source, target)
    parts = estimated(passage)
    columns = [_carried(one, passage, parts) for one in catalogue.columns(source.authority, source)]
    say = sentences(DEFAULT)
    found = [finding("carried", number=int(parts.sum()), areas=listed(np.array(target.names, object)[parts].tolist())).said(say)]
    title = say("findings", "carried_title", source=source.title, target=target.title)
    given = recording.Import(title, source.source, at, "carried", licence=source.licence, found=found)
    return recording.keep_figures(target.authority, target, columns, given, by=by, name=name)


@transaction.atomic
def sum_cells(grid: Edition, target: Edition, *, by: Actor, name: str, at: datetime) -> Batch:
    """Sum the counts of cells up to quarters; a cell counts where its middle lies, so that the sums are estimates."""
    counted = [one for one in catalogue.columns(grid.authority, grid) if one.indicator.kind == Kind.COUNT]
    columns = [_summed(one, grid, target) for one in counted]
    say = sentences(DEFAULT)
    given = recording.Import(
        say("findings", "summed_title", source=grid.title, target=target.title),
        grid.source,
        at,
        "carried",
        licence=grid.licence,
        found=[finding("summed").said(say)],
    )
    return recording.keep_figures(target.authority, target, columns, given, by=by, name=name)


def _passage(source: Edition, target: Edition) -> Passage:
    old, new = area_set(source), area_set(target)
    grid = _grid(source)
    return by_people(old, new, grid, spread=True) if grid is not None else by_ground(old, new, spread=True)


def _grid(source: Edition) -> Grid | None:
    """Where people live, by the cells of the town."""
    cells = catalogue.edition(source.authority, level=LEVEL)
    people = catalogue.columns(source.authority, cells, [PEOPLE]) if cells is not None else []
    if cells is None or not people:
        return None
    areas = area_set(cells)
    assert areas.shapes is not None
    middles = middles_of(areas.shapes)
    counts = _floats(people[-1].numbers)
    size = float(np.sqrt(areas.shapes[0].area))
    return Grid(middles[:, 0], middles[:, 1], size, counts, np.zeros(len(counts), dtype=np.int8), areas.crs)


def _carried(column: Column, passage: Passage, parts: Flags) -> recording.NewColumn:
    values = _floats(column.numbers)
    bases = _floats(column.bases) if column.bases is not None else None
    if column.indicator.kind == Kind.COUNT:
        arrived = passage.extensive(values, tolerance=LOST)
    else:
        arrived = passage.over_ground(values) if bases is None else passage.intensive(values, bases)
    quality = passage.qualities(np.array([LETTERS[mark] for mark in column.marks], dtype=np.int8), arrived)
    known = ~np.isnan(arrived)
    marks = [MARKS[Quality(one)] for one in np.where(known & parts, Quality.UNCERTAIN, quality).tolist()]
    carried = None if bases is None else _numbers(passage.extensive(bases, tolerance=LOST))
    return recording.NewColumn(column.indicator, column.on, _numbers(arrived), marks, carried)


def _summed(column: Column, grid: Edition, target: Edition) -> recording.NewColumn:
    numbers = summed(grid, target, column.numbers)
    marks = [Mark.MISSING if number is None else Mark.UNCERTAIN for number in numbers]
    return recording.NewColumn(column.indicator, column.on, numbers, marks)


def _floats(numbers: Sequence[float | None]) -> Floats:
    return np.array([np.nan if number is None else number for number in numbers], dtype=np.float64)


def _numbers(values: Floats) -> list[float | None]:
    return [None if np.isnan(one) else round(float(one), 4) for one in values.tolist()]
