"""Who is whose neighbour, and how much each neighbour counts: one row an area, in compressed rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.patterns.problems import NoNeighbours


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The neighbours of area i are `others[starts[i]:starts[i + 1]]`, by position, ascending; an area is never its own neighbour.

    `weights` say how much each one counts, in the same places. An area without any is an island: it stays in, and is named (`islands`).
    """

    starts: Ints
    others: Ints
    weights: Floats

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def counts(self) -> Ints:
        """How many neighbours each area has."""
        return np.diff(self.starts)

    @property
    def rows(self) -> Ints:
        """For each pair, the area whose neighbour it is."""
        return np.repeat(np.arange(len(self)), self.counts)

    @property
    def islands(self) -> Flags:
        """Areas without a neighbour."""
        alone: Flags = self.counts == 0
        return alone

    def named_islands(self, names: Sequence[str]) -> tuple[str, ...]:
        """The names of the areas without a neighbour."""
        return tuple(name for name, alone in zip(names, self.islands, strict=True) if alone)

    def standardised(self) -> Neighbours:
        """The same neighbours, weights of each area adding up to 1; an island keeps none."""
        sums = np.bincount(self.rows, self.weights, len(self))
        return Neighbours(self.starts, self.others, self.weights / sums[self.rows])

    def lag(self, values: Floats) -> Floats:
        """The weighted sum of the neighbours' values, shape (areas,): their mean where weights are standardised; 0 for an island."""
        return np.bincount(self.rows, self.weights * values[self.others], len(self))

    def within(self, kept: Flags) -> Neighbours:
        """The neighbours among some of the areas, for figures that are not known everywhere."""
        rows, place = self.rows, np.cumsum(kept) - 1
        pairs = kept[rows] & kept[self.others]
        return linked(int(kept.sum()), place[rows[pairs]], place[self.others[pairs]], self.weights[pairs])

    def parts(self) -> Ints:
        """The number of the part in which each area lies: parts of the map that no chain of neighbours joins. Shape (areas,), from 0."""
        label, rows = np.arange(len(self)), self.rows
        while True:
            lower = label.copy()
            np.minimum.at(lower, rows, label[self.others])
            np.minimum.at(lower, self.others, label[rows])
            lower = lower[lower]
            if np.array_equal(lower, label):
                return np.unique(label, return_inverse=True)[1]
            label = lower


def linked(areas: int, of: Ints, other: Ints, weights: Floats | None = None) -> Neighbours:
    """Neighbours from pairs of positions, each pair said once; every neighbour counts 1 where no weights are given."""
    order = np.lexsort((other, of))
    starts = np.searchsorted(of[order], np.arange(areas + 1))
    return Neighbours(starts, other[order], np.ones(len(of)) if weights is None else weights[order])


def check(neighbours: Neighbours) -> None:
    """Raises NoNeighbours where not one area has a neighbour."""
    if not len(neighbours.others):
        raise NoNeighbours(areas=len(neighbours))
