"""The cells of the European census grid, by name or by centre.

Names as in the INSPIRE grid: `CRS3035RES1000mN2684000E4334000` (Zensus 2022) or `1kmN2684E4334` (Zensus 2011). They say the size of the
cell, and northing and easting of its lower left corner in EPSG:3035, in metres or in cells of the size.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import shapely

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.atlas.areas.figures import Quality
from lebenslage.atlas.areas.problems import UnknownCell
from lebenslage.atlas.areas.reading.numbers import OFFICIAL, Convention, Qualities
from lebenslage.atlas.areas.reading.tables import Table, keyed, missing_column, read_columns, read_table
from lebenslage.atlas.arrays import Floats, Shapes

GRID_CRS: Final = "EPSG:3035"
LONG: Final = re.compile(r"CRS3035RES(\d+)mN(\d+)E(\d+)")
SHORT: Final = re.compile(r"(\d+)(k?)mN(\d+)E(\d+)")
EASTINGS: Final = re.compile(r"x|x_mp.*|.*_x", re.IGNORECASE)
NORTHINGS: Final = re.compile(r"y|y_mp.*|.*_y", re.IGNORECASE)
SIZE: Final = re.compile(r"_(\d+)(k?)m$")
CENTRES: Final = re.compile(rf"{EASTINGS.pattern}|{NORTHINGS.pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Cells of one size: centres `x`, `y` in metres of `crs`, and what is counted in them (NaN: missing or suppressed)."""

    x: Floats
    y: Floats
    size: float
    counts: Floats
    quality: Qualities
    crs: str = GRID_CRS


def corner(name: str) -> tuple[int, int, int] | None:
    """Easting and northing of the lower left corner and the size of a cell, in metres; None if the name is none of a cell."""
    if long := LONG.fullmatch(name):
        return int(long[3]), int(long[2]), int(long[1])
    if short := SHORT.fullmatch(name):
        size = int(short[1]) * (1000 if short[2] else 1)
        scale = 1000 if short[2] else size
        return int(short[4]) * scale, int(short[3]) * scale, size
    return None


def cells(keys: Sequence[str], *, file: str = "", lines: Sequence[int] | None = None) -> tuple[Floats, Floats, float]:
    """Centres (x, y) of the cells of these names, and their common size. Raises UnknownCell."""
    found = np.empty((len(keys), 3))
    for row, key in enumerate(keys):
        place = corner(key)
        if place is None or (row and place[2] != found[0, 2]):
            raise UnknownCell(file=file, line=lines[row] if lines else row + 1, given=key[:40])
        found[row] = place
    size = float(found[0, 2]) if len(keys) else 0.0
    return found[:, 0] + size / 2, found[:, 1] + size / 2, size


def squares(x: Floats, y: Floats, size: float) -> Shapes:
    """The cells as polygons."""
    shapes: Shapes = shapely.box(x - size / 2, y - size / 2, x + size / 2, y + size / 2)
    return shapes


def read_grid_areas(file: Path, *, key: str) -> AreaSet:
    """A table with a column of cell names as a set of areas, in EPSG:3035. Raises UnknownCell, and what `read_table` raises."""
    table = read_table(file, key=key)
    shapes = squares(*cells(table.keys, file=file.name, lines=table.lines))
    return AreaSet(file.stem, "", table.keys, table.keys, shapes, GRID_CRS)


def read_grid(file: Path, *, count: str, convention: Convention = OFFICIAL) -> Grid:
    """What is counted in each cell: a table with centres of cells in columns such as `x_mp_1km`, `y_mp_1km`, or else with their names.

    No cell has less than nobody: the negative numbers that some files hold (-1, -9) stand for a suppressed count. Raises NoSuchColumn,
    UnknownCell and what `read_table` raises.
    """
    columns, lines = read_columns(file, only=lambda name: name == count or bool(CENTRES.fullmatch(name)))
    named = sum(map(bool, map(CENTRES.fullmatch, columns))) < 2
    table = _by_name(file, convention) if named else Table(file.name, "", (), columns, lines, convention)
    counts, quality = table.numbers(count)
    quality[counts < 0], counts[counts < 0] = Quality.SUPPRESSED, np.nan
    x, y, size = cells(table.keys, file=file.name, lines=table.lines) if named else _centres(table)
    return Grid(x, y, size, counts, quality)


def _by_name(file: Path, convention: Convention) -> Table:
    """The table of a grid, keyed by the first column that holds names of cells."""
    columns, lines = read_columns(file)
    for column, texts in columns.items():
        if corner(texts[0].strip()) is not None:
            return keyed(file.name, column, columns, lines, convention=convention)
    raise missing_column(file.name, "x_mp", tuple(columns))


def _centres(table: Table) -> tuple[Floats, Floats, float]:
    """The centres from their columns; the size of a cell is in the name of the column, or else what all distances are multiples of."""
    columns = [next(filter(pattern.fullmatch, table.columns)) for pattern in (EASTINGS, NORTHINGS)]
    x, y = (table.numbers(column)[0] for column in columns)
    named = SIZE.search(columns[0])
    steps = np.concatenate([np.diff(np.unique(axis)) for axis in (x, y)]).astype(np.int64)
    size = int(named[1]) * (1000 if named[2] else 1) if named else int(np.gcd.reduce(steps))
    if not size:
        raise UnknownCell(file=table.file, line=table.lines[0], given=f"{x[0]:.10g}, {y[0]:.10g}")
    return x, y, float(size)
