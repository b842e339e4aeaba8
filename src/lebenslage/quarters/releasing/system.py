"""Everything published of one day as one system of sums, and the puzzle of what to hide in it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from scipy import sparse

from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.disclosure.knowledge import Knowledge
from lebenslage.atlas.disclosure.model import WHOLE, Model, zeros
from lebenslage.atlas.disclosure.puzzle import Puzzle
from lebenslage.atlas.disclosure.rules import Demand
from lebenslage.quarters.releasing.maps import Pieces
from lebenslage.quarters.releasing.problems import FiguresDisagree
from lebenslage.quarters.releasing.quantities import ANYTHING, Quantities, Quantity, Range

TOWN: Final = ""
PIECE: Final = ""
UNHEARD: Final = 1e6
DEAR: Final = 1e5

type Place = tuple[str, str]
type Cell = tuple[str, Place]


@dataclass(slots=True)
class Sheet:
    """The quantities of one edition, its areas' keys, and how many live in each: that decides what is hidden beside a small count."""

    edition: str
    keys: Sequence[str]
    quantities: Quantities
    residents: Sequence[float]


@dataclass(slots=True)
class System:
    """Cells, a quantity at a place each, and rows of wholes and parts; a place is an area or a town of an edition, or a piece."""

    pieces: Pieces
    minimum: int
    at: dict[Cell, int] = field(default_factory=dict)
    known: list[Range] = field(default_factory=list)
    true: list[float | None] = field(default_factory=list)
    fresh: list[bool] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    rows: list[tuple[int, list[int]]] = field(default_factory=list)

    def add(self, sheet: Sheet) -> None:
        """Take in the quantities of one edition."""
        for quantity in sheet.quantities.all.values():
            self._cells(sheet, quantity)
        places = [(sheet.edition, key) for key in (*sheet.keys, TOWN)] + [(PIECE, piece) for piece in self._pieces_of(sheet)]
        for whole, parts in sheet.quantities.sums:
            for place in places:
                self._row((whole, place), [(part, place) for part in parts])

    def _pieces_of(self, sheet: Sheet) -> Sequence[str]:
        return sorted({piece for key in sheet.keys for piece in self.pieces.get((sheet.edition, key), ())})

    def _cells(self, sheet: Sheet, quantity: Quantity) -> None:
        given = zip(sheet.keys, quantity.known, quantity.true, quantity.fresh, sheet.residents, strict=True)
        for key, known, true, fresh, residents in given:
            self._cell((quantity.name, (sheet.edition, key)), known, true if fresh else None, cost=1.0 + residents)
        self._cell((quantity.name, (sheet.edition, TOWN)), quantity.town, quantity.town_true, cost=DEAR + sum(sheet.residents))
        areas: list[Cell] = [(quantity.name, (sheet.edition, key)) for key in sheet.keys]
        self._row((quantity.name, (sheet.edition, TOWN)), areas)
        for area in areas:
            if area[1] in self.pieces:
                self._row(area, [self._piece(quantity.name, piece) for piece in sorted(self.pieces[area[1]])])

    def _piece(self, name: str, piece: str) -> Cell:
        cell = (name, (PIECE, piece))
        if cell not in self.at:
            self._cell(cell, ANYTHING, None, cost=1.0)
        return cell

    def _cell(self, cell: Cell, known: Range, true: float | None, *, cost: float) -> None:
        self.at[cell] = len(self.known)
        self.known.append(known)
        self.true.append(true)
        self.fresh.append(true is not None)
        self.cost.append(cost)

    def _row(self, whole: Cell, parts: Sequence[Cell]) -> None:
        self.rows.append((self.at[whole], [self.at[part] for part in parts]))

    def matrix(self) -> sparse.csr_array:
        """Each row a whole less its parts."""
        entries = [(line, cell, sign) for line, row in enumerate(self.rows) for cell, sign in _signed(row)]
        lines, cells, signs = zip(*entries, strict=True)
        return sparse.csr_array((np.array(signs), (np.array(lines), np.array(cells))), shape=(len(self.rows), len(self.known)))

    def demand(self) -> Demand:
        """As many values must stay possible as the minimum says, of every number of people that may be below it."""
        none = np.zeros(len(self.known))
        return Demand(none + np.inf, none - np.inf, none + self.minimum - 1, none, self.minimum, zero_free=False)

    def knowledge(self, hidden: Flags) -> Knowledge:
        """What a reader knows where these are hidden."""
        fresh = np.array(self.fresh)
        low, high = (np.array(some, np.float64) for some in zip(*self.known, strict=True))
        true = np.array([math.nan if one is None else one for one in self.true])
        shown = fresh & ~hidden
        low, high = np.where(shown, true, low), np.where(shown, true, high)
        cap = 4.0 * float(max(np.nansum(true), low.sum())) + UNHEARD
        return Knowledge(low, np.minimum(high, cap), cap, whole=True)

    def puzzle(self) -> Puzzle:
        """What may be hidden, and what must be. Raises FiguresDisagree."""
        matrix, fresh = self.matrix(), np.array(self.fresh)
        shown, veiled = self.knowledge(np.zeros_like(fresh)), self.knowledge(fresh)
        values = self._completed(matrix, shown)
        small = fresh & (values < self.minimum)
        small[list(self._beside_few(values))] = True
        return Puzzle(matrix, values, shown, veiled, fresh, small & fresh, np.array(self.cost), self.demand())

    def _beside_few(self, values: Floats) -> Iterator[int]:
        """Parts that would tell how few are left over."""
        for _, parts in self.rows:
            hidden_rest = [cell for cell in parts[1:] if not self.fresh[cell] and self.known[cell] == ANYTHING]
            if len(parts) == 2 and hidden_rest and values[hidden_rest[0]] < self.minimum:
                yield parts[0]

    def _completed(self, matrix: sparse.csr_array, shown: Knowledge) -> Floats:
        nothing, limits, rows = np.zeros(len(self.known)), (shown.low, shown.high), zeros(matrix.shape[0])
        found = Model(matrix, limits, rows).cheapest(nothing)
        if found is not None and np.any(np.abs(found - np.round(found)) > WHOLE):
            found = Model(matrix, limits, rows, whole=True).cheapest(nothing)
        if found is None:
            raise FiguresDisagree()
        return np.round(found)

    def named(self, cell: int) -> tuple[str, str]:
        """The quantity of a cell, and the key of its area or the name of its piece; empty for the town."""
        name, (_, key) = next(one for one, number in self.at.items() if number == cell)
        return name, key


def _signed(row: tuple[int, list[int]]) -> Iterator[tuple[int, float]]:
    whole, parts = row
    yield whole, 1.0
    yield from ((part, -1.0) for part in parts)


def system_of(sheets: Sequence[Sheet], pieces: Pieces, minimum: int) -> System:
    """The system of one day."""
    system = System(pieces, minimum)
    for sheet in sheets:
        system.add(sheet)
    return system


def shown_by(system: System, sheet: Sheet, quantity: str, hidden: Flags) -> Mapping[str, bool]:
    """Of each area of a quantity, and the town (empty key), whether it may be shown."""
    places = {key: system.at[quantity, (sheet.edition, key)] for key in (*sheet.keys, TOWN)}
    return {key: system.fresh[cell] and not hidden[cell] for key, cell in places.items()}
