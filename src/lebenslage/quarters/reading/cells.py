"""Cells of a census grid: found by their names or their centres, cut to the town, kept as areas of their own, and summed up to quarters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import shapely
from pyproj import CRS

from lebenslage.atlas.areas.problems import WrongCrs
from lebenslage.atlas.areas.reading.grid import EASTINGS, GRID_CRS, NORTHINGS, SIZE, cells, corner, squares
from lebenslage.atlas.areas.reading.numbers import Place
from lebenslage.atlas.areas.reading.places import moved
from lebenslage.atlas.arrays import Flags, Floats, Ints, Shapes
from lebenslage.atlas.overlay.people import area_of
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.drawing import drawn, packed, unpacked
from lebenslage.quarters.models import Edition, Kind
from lebenslage.quarters.reading.figures import Ready
from lebenslage.quarters.reading.findings import Finding, finding, german
from lebenslage.quarters.reading.guessing import KEYS, Known, columns_of
from lebenslage.quarters.reading.how import FIGURES, As, Column, How
from lebenslage.quarters.reading.matching import Areas
from lebenslage.quarters.reading.numbers import read
from lebenslage.quarters.reading.sheet import Sheet
from lebenslage.quarters.recording import Outlines
from lebenslage.quarters.starting import known_by

LEVEL: Final = "raster"
LEAST_COORDINATE: Final = 1000.0
SMALLEST_CELL: Final = 10.0
CENSUS: Final = re.compile(r"zensus.?2022|census.?2022", re.IGNORECASE)
CENSUS_DAY: Final = date(2022, 5, 15)


@dataclass(frozen=True, slots=True, eq=False)
class FoundCells:
    """The cells of the town: keys, centres in the system of the quarters, their squares, and the rows of the sheet where they stand."""

    keys: list[str]
    shapes: Shapes
    crs: str
    rows: Ints
    size: float

    def given(self, how: How, on: date, source: str) -> Outlines:
        """As they are kept."""
        title = how.title or f"Gitter {german(self.size, 0)} m"
        drawing = drawn(self.shapes) if len(self.keys) <= 20_000 else {}
        return Outlines(title, on, self.keys, self.keys, source, LEVEL, self.crs, packed(self.shapes), drawing, how.licence)


def is_grid(sheet: Sheet) -> bool:
    """Whether the rows of a sheet are cells: a column has their names, or two have the coordinates of their centres."""
    return bool(_names(sheet) or _axes(sheet))


def grid_columns(sheet: Sheet, known: Known, town: Edition | None) -> list[Column]:
    """What the columns of a table of cells are: every number is counted, but for the places and the quarters of the town."""
    places = {_names(sheet), *_axes(sheet)}
    guessed = columns_of(sheet, Areas(town.keys, town.names) if town else Areas([], []), known)
    return [Column(heading=one.heading) if one.heading in places else _of_grid(one) for one in guessed]


def _of_grid(column: Column) -> Column:
    suggested = known_by(column.heading, grid=True)
    kinds = {As.SHARE: As.SHARE, As.FRACTION: As.FRACTION, As.MEAN: As.MEAN}
    if column.kind not in FIGURES or (KEYS.search(column.heading) and not suggested):
        return Column(heading=column.heading)
    kind = As.COUNT if suggested and suggested.kind == Kind.COUNT.value else kinds.get(column.kind, As.COUNT)
    return column.model_copy(update={"kind": kind, "indicator": suggested.key if suggested else column.indicator})


def day_of(name: str) -> date | None:
    """The day of the census, where the name of a file speaks of it."""
    return CENSUS_DAY if CENSUS.search(name) else None


def find_cells(sheet: Sheet, town: Edition | None) -> tuple[FoundCells, list[Finding]]:
    """The cells that lie in the town, or all where its outlines are not known. Raises WrongCrs where none does."""
    x, y, size, crs = _centres(sheet, town)
    shapes = squares(x, y, size)
    inside = _inside(np.column_stack([x, y]), size, crs, town) if town is not None and town.outlines else np.ones(len(x), dtype=bool)
    if not inside.any():
        raise WrongCrs(file=sheet.file, feature=1, crs=crs, x=float(x[0]), y=float(y[0]), suggestion=town.crs if town else GRID_CRS)
    rows = np.flatnonzero(inside)
    kept = FoundCells(_keys(sheet, rows, x, y), shapes[rows], crs, rows, size)
    some = [] if inside.all() else [finding("cells_outside", kept=german(len(rows), 0), all=german(len(x), 0))]
    return kept, some


def cell_columns(sheet: Sheet, how: How, found: FoundCells) -> tuple[list[Ready], list[Finding]]:
    """The figures of the cells. A negative count stands for a hidden one."""
    ready, findings = [], []
    lines = [sheet.lines[row] for row in found.rows.tolist()]
    for column in how.columns:
        if column.kind not in FIGURES:
            continue
        texts = sheet.columns[column.heading]
        said = read([texts[row] for row in found.rows.tolist()], Place(sheet.file, column.heading, lines), decimal=sheet.decimal)
        numbers, marks = _hidden(said.numbers, said.marks)
        if said.problem is not None:
            findings.append(Finding("problem", (("problem", said.problem),), blocking=True))
        ready.append(Ready(column.indicator, column.heading, column.kind, column.on or how.on or date.min, numbers, marks, list(lines)))
    return ready, findings


def summed(cells_: Edition, quarters: Edition, numbers: Sequence[float | None]) -> list[float | None]:
    """Counts of cells summed up to quarters by their centres; a quarter in which no cell has a number stays without one."""
    squares_ = moved(unpacked(bytes(cells_.outlines)), CRS(cells_.crs), CRS(quarters.crs))
    middles = shapely.get_coordinates(shapely.centroid(squares_))
    home = area_of(unpacked(bytes(quarters.outlines)), middles)
    known = np.array([number is not None for number in numbers]) & (home >= 0)
    values = np.array([number or 0.0 for number in numbers])
    total = np.bincount(home[known], values[known], len(quarters.keys))
    counted = np.bincount(home[known], minlength=len(quarters.keys)) > 0
    return [float(one) if there else None for one, there in zip(total.tolist(), counted.tolist(), strict=True)]


def _hidden(numbers: Sequence[float | None], marks: Sequence[Mark]) -> tuple[list[float | None], list[Mark]]:
    negative = [number is not None and number < 0 for number in numbers]
    values = [None if hidden else number for number, hidden in zip(numbers, negative, strict=True)]
    return values, [Mark.SUPPRESSED if hidden else mark for mark, hidden in zip(marks, negative, strict=True)]


def _names(sheet: Sheet) -> str:
    return next((heading for heading, texts in sheet.columns.items() if corner(texts[0].strip()) is not None), "")


def is_points(sheet: Sheet) -> bool:
    """Whether coordinates are those of single places: no common step of a grid."""
    axes = _axes(sheet)
    if not axes or _names(sheet):
        return False
    columns = [[float(text.replace(",", ".")) for text in sheet.columns[axis]] for axis in axes]
    return any(value != int(value) for column in columns for value in column) or _step(*map(np.array, columns)) < SMALLEST_CELL


def _axes(sheet: Sheet) -> Sequence[str]:
    x = next(filter(EASTINGS.fullmatch, sheet.columns), "")
    y = next(filter(NORTHINGS.fullmatch, sheet.columns), "")
    return (x, y) if x and y and _far(sheet.columns[x]) and _far(sheet.columns[y]) else ()


def _far(texts: Sequence[str]) -> bool:
    """Whether numbers are metres on a map."""
    try:
        return min(float(text.replace(",", ".")) for text in texts[:50]) > LEAST_COORDINATE
    except ValueError:
        return False


def _centres(sheet: Sheet, town: Edition | None) -> tuple[Floats, Floats, float, str]:
    names, axes = _names(sheet), _axes(sheet)
    if names and not axes:
        x, y, size = cells([text.strip() for text in sheet.columns[names]], file=sheet.file, lines=sheet.lines)
        return x, y, size, GRID_CRS
    x, y = (np.array([float(text.replace(",", ".")) for text in sheet.columns[axis]]) for axis in axes)
    named = SIZE.search(axes[0])
    size = float(int(named[1]) * (1000 if named[2] else 1)) if named else _step(x, y)
    local = town is not None and bool(town.outlines) and not (names or "mp" in axes[0].lower())
    return x, y, size, town.crs if town is not None and local else GRID_CRS


def _step(x: Floats, y: Floats) -> float:
    steps = np.concatenate([np.diff(np.unique(axis)) for axis in (x, y)]).astype(np.int64)
    return float(np.gcd.reduce(steps)) if steps.size else 100.0


def _inside(middles: Floats, size: float, crs: str, town: Edition) -> Flags:
    """Cells that lie on the ground of the town, or touch it."""
    ground = moved(unpacked(bytes(town.outlines)), CRS(town.crs), CRS(crs))
    west, south, east, north = shapely.total_bounds(ground)
    near = (
        (middles[:, 0] >= west - size) & (middles[:, 0] <= east + size) & (middles[:, 1] >= south - size) & (middles[:, 1] <= north + size)
    )
    whole = shapely.union_all(ground)
    shapely.prepare(whole)
    near[near] = shapely.intersects(whole, squares(middles[near, 0], middles[near, 1], size))
    return near


def _keys(sheet: Sheet, rows: Ints, x: Floats, y: Floats) -> list[str]:
    """The names of the cells; their coordinates where they have none."""
    names = _names(sheet) or next((one for one in sheet.columns if one.lower() in ("cell", "zelle", "id", "gitter_id")), "")
    if names and len(set(sheet.columns[names])) == len(sheet.lines):
        return [sheet.columns[names][row] for row in rows.tolist()]
    return [f"{x[row]:.0f}-{y[row]:.0f}" for row in rows.tolist()]
