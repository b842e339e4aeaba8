"""Two figures on one map: nine classes, each with words and a pattern of its own, so that no one has to tell colours apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.overlay.categories import UNKNOWN, Categories
from lebenslage.atlas.overlay.problems import ThreeClassesNeeded

SIDE: Final = 3
CELLS: Final = ("11", "12", "13", "21", "22", "23", "31", "32", "33")
PATTERNS: Final = {
    "11": "plain",
    "12": "dots",
    "13": "dense-dots",
    "21": "lines",
    "22": "lines-dots",
    "23": "lines-dense-dots",
    "31": "dense-lines",
    "32": "dense-lines-dots",
    "33": "dense-lines-dense-dots",
}
"""How a cell is drawn: lines say how much of the first, dots how much of the second. A map that has colours has these as well."""


@dataclass(frozen=True, slots=True, eq=False)
class Bivariate:
    """Two categories of three at once: `cells` (areas,) is "31" where the first is 3 and the second 1, "" where one of them is unknown."""

    first: Categories
    second: Categories
    cells: tuple[str, ...]

    def table(self, weights: Floats | None = None) -> Floats:
        """How many areas (or how much of `weights`, say people) each of the nine cells holds: (3, 3), first by second."""
        known = self.first.known & self.second.known
        at = (self.first.values[known] - 1) * SIDE + self.second.values[known] - 1
        counted = np.bincount(at, None if weights is None else weights[known], SIDE * SIDE)
        return counted.astype(float).reshape(SIDE, SIDE)


def bivariate(first: Categories, second: Categories) -> Bivariate:
    """Lay two figures over each other. Both have three categories (thirds of `by_share`, or cuts of yours). Raises ThreeClassesNeeded."""
    for name, one in (("first", first), ("second", second)):
        if one.worst != SIDE:
            raise ThreeClassesNeeded(figure=name, found=one.worst)
    return Bivariate(first, second, tuple(map(_cell, first.values, second.values)))


def _cell(first: Ints, second: Ints) -> str:
    return "" if UNKNOWN in (first, second) else f"{first}{second}"
