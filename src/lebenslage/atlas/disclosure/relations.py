"""Which cells add up to which: every table of one subject as one system of sums.

Tables that share dimensions share their margins, so the cells are those of the common tables (`signatures`); pieces that were never
published but follow by subtraction (one map less another) are cells too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Final

import numpy as np
from scipy import sparse

from lebenslage.atlas.arrays import Ints
from lebenslage.atlas.disclosure.dimensions import merged
from lebenslage.atlas.disclosure.pieces import Pieces, pieces_of
from lebenslage.atlas.disclosure.problems import TooManyCells
from lebenslage.atlas.disclosure.tables import Table

MOST_CELLS: Final = 500_000

type Signature = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """`matrix` (sums, cells): each row is a whole less its parts and is zero. `places[t]` are the cells of table t, in its order."""

    matrix: sparse.csr_array
    places: tuple[Ints, ...]
    pieces: tuple[Pieces, ...]
    codes: Ints

    @property
    def cells(self) -> int:
        """How many cells there are, those included that nobody published."""
        return int(self.matrix.shape[1])

    def label(self, cell: int) -> str:
        """The cell in words: its codes, without dimensions it is not divided by."""
        named = [piece.names[code] for piece, code in zip(self.pieces, self.codes[cell], strict=True) if code != piece.whole]
        return " / ".join(named) or " / ".join(piece.names[piece.whole] for piece in self.pieces)


def sums_of(tables: Sequence[Table]) -> Sums:
    """The system of all tables of one subject. Raises CodeChanged, HierarchyInCircle, TooManyCells."""
    names = list(dict.fromkeys(dimension.name for table in tables for dimension in table.dimensions))
    pieces = tuple(_pieces(name, tables) for name in names)
    shapes = signatures([frozenset(dimension.name for dimension in table.dimensions) for table in tables])
    _refuse_too_many(shapes, {name: len(piece.sets) for name, piece in zip(names, pieces, strict=True)})
    strides = _strides(pieces)
    grids = [_grid(shape, names, pieces, strides) for shape in shapes]
    known = np.unique(np.concatenate([grid.ravel() for grid in grids]))
    rows = [row for grid in grids for row in _rows(np.searchsorted(known, grid), pieces)]
    places = tuple(np.searchsorted(known, _numbers(table, names, pieces, strides)) for table in tables)
    return Sums(_matrix(rows, len(known)), places, pieces, _codes(known, strides))


def _refuse_too_many(shapes: Sequence[Signature], sizes: Mapping[str, int]) -> None:
    cells = sum(prod(sizes[name] for name in shape) for shape in shapes)
    if cells > MOST_CELLS:
        raise TooManyCells(cells=cells, most=MOST_CELLS)


def signatures(shapes: Sequence[Signature]) -> list[Signature]:
    """The largest sets of dimensions; all in one where they meet in a circle, for then the margins alone say too little.

    Margins that agree belong to one common table exactly where the sets can be taken away one by one (Graham 1979, Yu & Ozsoyoglu 1979).
    """
    largest = [one for one in dict.fromkeys(shapes) if not any(one < other for other in shapes)]
    left = [set(one) for one in largest]
    while True:
        lonely = [name for one in left for name in one if sum(name in other for other in left) == 1]
        reduced = [one - set(lonely) for one in left]
        kept = [one for place, one in enumerate(reduced) if not _inside(one, place, reduced)]
        if len(kept) <= 1:
            return largest
        if kept == left:
            return [frozenset().union(*largest)]
        left = kept


def _inside(one: set[str], place: int, others: Sequence[set[str]]) -> bool:
    return any(one < other or (one == other and place > number) for number, other in enumerate(others) if number != place)


def _pieces(name: str, tables: Sequence[Table]) -> Pieces:
    mine = [(table, place, d) for table in tables for place, d in enumerate(table.dimensions) if d.name == name]
    atoms = merged([dimension for _, _, dimension in mine]).atoms()
    used = dict.fromkeys(key[place] for table, place, _ in mine for key in table.keys)
    return pieces_of({code: atoms[code] for code in used}, frozenset().union(*atoms.values()), atoms)


def _strides(pieces: Sequence[Pieces]) -> Ints:
    return np.cumprod([1, *(len(piece.sets) for piece in pieces)]).astype(np.int64)


def _grid(shape: Signature, names: Sequence[str], pieces: Sequence[Pieces], strides: Ints) -> Ints:
    """The numbers of all cells of one table, an axis a dimension; an axis of length 1 where the table is not divided."""
    grid = np.zeros((1,) * len(names), np.int64)
    for axis, (name, piece) in enumerate(zip(names, pieces, strict=True)):
        codes = np.arange(len(piece.sets)) if name in shape else np.array([piece.whole])
        grid = grid + (codes * strides[axis]).reshape([-1 if one == axis else 1 for one in range(len(names))])
    return grid


def _rows(grid: Ints, pieces: Sequence[Pieces]) -> Iterator[tuple[Ints, Ints]]:
    """For each way a code is divided: the wholes, and (parts, wholes) what they are divided into."""
    for axis, piece in enumerate(pieces):
        if grid.shape[axis] > 1:
            for whole, parts in piece.divisions:
                yield grid.take(whole, axis).ravel(), np.stack([grid.take(part, axis).ravel() for part in parts])


def _matrix(rows: Sequence[tuple[Ints, Ints]], cells: int) -> sparse.csr_array:
    line, column, sign, height = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [np.zeros(0)], 0
    for wholes, parts in rows:
        numbers = np.arange(height, height + len(wholes))
        line += [numbers, np.tile(numbers, len(parts))]
        column += [wholes, parts.ravel()]
        sign += [np.ones(len(wholes)), -np.ones(parts.size)]
        height += len(wholes)
    made = (np.concatenate(sign), (np.concatenate(line), np.concatenate(column)))
    return sparse.csr_array(made, shape=(height, cells))


def _numbers(table: Table, names: Sequence[str], pieces: Sequence[Pieces], strides: Ints) -> Ints:
    place = {dimension.name: number for number, dimension in enumerate(table.dimensions)}
    found = np.zeros(len(table.keys), np.int64)
    for axis, (name, piece) in enumerate(zip(names, pieces, strict=True)):
        codes = [piece.of_code[key[place[name]]] for key in table.keys] if name in place else piece.whole
        found = found + np.asarray(codes, np.int64) * strides[axis]
    return found


def _codes(known: Ints, strides: Ints) -> Ints:
    return np.stack([known % strides[axis + 1] // strides[axis] for axis in range(len(strides) - 1)], axis=1)
