"""The attack: what somebody can compute of every hidden cell who knows all that was published and the rule.

Exact bounds by linear programming; where a bound is not reached in whole numbers, by integer programming. What follows at once is
followed first (`narrowing`), and what does not hang together is attacked apart. Every solution found is a witness for all its cells, so
that most need none of their own (Fischetti & Salazar-Gonzalez 2001; Hundepool et al. 2012, ch. 4.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from scipy import sparse

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.disclosure.hanging import Impossible, Part, parts_of
from lebenslage.atlas.disclosure.knowledge import ADDED, Knowledge
from lebenslage.atlas.disclosure.model import WHOLE
from lebenslage.atlas.disclosure.narrowing import Narrowing
from lebenslage.atlas.disclosure.rules import EXACT, Demand
from lebenslage.atlas.progress import Progress, silently, telling

NEVER: Final = 1e18
MANY: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A cell that can be bounded too closely: where it lies, and the price of each sum in computing its least and greatest value."""

    cell: int
    least: float
    most: float
    prices: tuple[Floats, Floats]


class Attack:
    """An attack on one system of sums. Its models serve again when more is shown (`within`)."""

    def __init__(self, matrix: sparse.csr_array, known: Knowledge) -> None:
        """`matrix` @ values is zero."""
        self.matrix, self.first, self.known = matrix, known, known

    @cached_property
    def parts(self) -> Sequence[Part]:
        """What hangs together."""
        return list(parts_of(self.matrix, self.first))

    @cached_property
    def part_of(self) -> Mapping[int, tuple[Part, int]]:
        """The part of each open cell, and its place there."""
        return {int(cell): (part, place) for part in self.parts for place, cell in enumerate(part.cells)}

    def within(self, known: Knowledge) -> None:
        """Attack what is known now; nothing may be open that was not at first."""
        self.known = known
        for part in self.parts:
            part.limits = known.low[part.cells], known.high[part.cells]

    def bounds(self, cell: int) -> tuple[float, float]:
        """The least and the greatest value a cell can have; infinite where nothing limits it. Raises Impossible."""
        found = self.both(cell)
        return found.least, self.known.limited(found.most)

    def both(self, cell: int) -> Told:
        """Both bounds with their prices. Raises Impossible."""
        (least, down), (most, up) = self._reach(cell, -1), self._reach(cell, 1)
        return Told(cell, least, most, (down, up))

    def told(self, demand: Demand, progress: Progress = silently) -> Iterator[Told]:
        """The cells that can be bounded closer than the demand allows. Raises Impossible."""
        low, high = Narrowing(self.matrix, whole=self.known.whole).limits(self.known.low, self.known.high)
        _contradicted(self.matrix, low, high)
        followed = replace(self.known, low=low, high=high)
        for cell in np.flatnonzero(~followed.open & demand.unmet(low, high)):
            yield self.both(int(cell))
        for part in telling(list(parts_of(self.matrix, followed)), progress):
            yield from (self.both(int(cell)) for cell in _Reach(part, demand, whole=self.known.whole).too_close())

    def _reach(self, cell: int, sign: int) -> tuple[float, Floats]:
        if cell not in self.part_of:
            return float(self.known.low[cell]), np.zeros(self.matrix.shape[0])
        part, place = self.part_of[cell]
        found, exact = part.extreme(place, sign, whole=self.known.whole)
        prices = np.zeros(self.matrix.shape[0])
        prices[part.rows] = found.prices
        return float(_values(exact.values, whole=self.known.whole)[place]), prices


class _Reach:
    """How far the cells of a part were seen to reach, by any solution."""

    def __init__(self, part: Part, demand: Demand, *, whole: bool) -> None:
        self.part, self.demand, self.whole = part, demand, whole
        self.low, self.high = np.full(len(part.cells), NEVER), np.full(len(part.cells), -NEVER)
        self.base = self._extreme(0, -1)

    def too_close(self) -> Iterator[int]:
        """The cells that cannot reach as far as they must. Raises Impossible."""
        asked = self.part.limits[0] < self.demand.free_from - EXACT
        if np.count_nonzero(asked) > MANY:
            self._look_around()
        for place in np.flatnonzero(asked).tolist():
            cell = int(self.part.cells[place])
            if self.demand.close(self.low[place], self.high[place], cell):
                least, most = self._extreme(place, -1)[place], self._extreme(place, 1)[place]
                if self.demand.unmet(np.array(least), np.array(most), cell):
                    yield cell

    def _look_around(self) -> None:
        """See many cells at once reach as far as they must, from one solution."""
        for found in self.part.ways(self.base, np.maximum(self.demand.width[self.part.cells], 1.0)):
            if not self.whole or np.all(np.abs(found - np.round(found)) < WHOLE):
                self._see(_values(found, whole=self.whole))

    def _extreme(self, place: int, sign: int) -> Floats:
        _, exact = self.part.extreme(place, sign, whole=self.whole)
        return self._see(_values(exact.values, whole=self.whole))

    def _see(self, values: Floats) -> Floats:
        self.low, self.high = np.minimum(self.low, values), np.maximum(self.high, values)
        return values


def _values(found: Floats, *, whole: bool) -> Floats:
    return np.round(found) if whole else found


def _contradicted(matrix: sparse.csr_array, low: Floats, high: Floats) -> None:
    """Raises Impossible where a sum cannot hold."""
    plus, minus = matrix.maximum(0), matrix.minimum(0)
    if np.any(plus @ low + minus @ high > ADDED) or np.any(plus @ high + minus @ low < -ADDED):
        raise Impossible
