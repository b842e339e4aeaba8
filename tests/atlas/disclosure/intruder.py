"""An attacker of our own making, who shares no line with the room: sums written out by hand, bounds by scipy.

He knows every tree, every shown number, that nothing is below zero, and that people are whole.
"""

from itertools import product

import numpy as np
from scipy import optimize, sparse

type Tree = dict[str, str]
type Cells = dict[tuple[str, ...], float]


def sums(trees: list[Tree]) -> list[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    """Every whole with its parts, in every direction, cells named with the dimensions in front."""
    codes = [sorted({*parents, *parents.values()}) for parents in trees]
    found = []
    for axis, parents in enumerate(trees):
        for whole in sorted(set(parents.values())):
            children = [child for child, parent in parents.items() if parent == whole]
            rows = product(*(one for place, one in enumerate(codes) if place != axis))
            found += [((*row[:axis], whole, *row[axis:]), [(*row[:axis], child, *row[axis:]) for child in children]) for row in rows]
    return found


class Intruder:
    """One who has read the tables (`trees` of each, and its cells with NaN where hidden)."""

    def __init__(self, read: list[tuple[list[Tree], Cells]]) -> None:
        """Put together all that must add up. Tables meet where they are not divided by what the other is divided by."""
        self.names: dict[frozenset[str], int] = {}
        self.shown: dict[int, float] = {}
        rows: list[dict[int, float]] = []
        for trees, cells in read:
            roots = {next(iter(set(parents.values()) - set(parents))) for parents in trees}
            for key, value in cells.items():
                if not np.isnan(value):
                    self.shown[self._number(key, roots)] = value
            for whole, parts in sums(trees):
                row = dict.fromkeys((self._number(part, roots) for part in parts), -1.0)
                rows.append(row | {self._number(whole, roots): 1.0})
        self.matrix = sparse.lil_array((len(rows), len(self.names)))
        for line, row in enumerate(rows):
            for column, sign in row.items():
                self.matrix[line, column] = sign
        self.matrix = self.matrix.tocsr()

    def number(self, key: tuple[str, ...], trees: list[Tree]) -> int:
        """How he calls a cell."""
        return self._number(key, {next(iter(set(parents.values()) - set(parents))) for parents in trees})

    def _number(self, key: tuple[str, ...], roots: set[str]) -> int:
        return self.names.setdefault(frozenset(key) - roots, len(self.names))

    def ranges(self, *, whole: bool) -> dict[int, tuple[float, float]]:
        """What every cell that is not shown can be: all least and greatest values in one program of independent copies."""
        hidden = [number for number in range(len(self.names)) if number not in self.shown]
        if not hidden:
            return {}
        fixed = np.zeros(len(self.names))
        fixed[list(self.shown)] = list(self.shown.values())
        rows = self.matrix[:, hidden]
        used = np.flatnonzero(abs(rows).sum(axis=1))
        rows, right = rows[used], -(self.matrix @ fixed)[used]
        return self._copies(hidden, rows, right, whole=whole)

    def _copies(self, hidden: list[int], rows: sparse.csr_array, right: np.ndarray, *, whole: bool) -> dict[int, tuple[float, float]]:
        count, top = len(hidden), 10_000.0
        solve = optimize.milp if whole else optimize.linprog
        found: dict[int, tuple[float, float]] = {}
        for first in range(0, count, 20):
            some = range(first, min(first + 20, count))
            copies = sparse.block_diag([rows] * (2 * len(some)), format="csr")
            cost = np.zeros(2 * len(some) * count)
            for place, cell in enumerate(some):
                cost[2 * place * count + cell], cost[(2 * place + 1) * count + cell] = 1.0, -1.0
            known = np.tile(right, 2 * len(some))
            if whole:
                limits = {
                    "constraints": optimize.LinearConstraint(copies, known, known),
                    "bounds": optimize.Bounds(0, top),
                    "integrality": 1,
                }
            else:
                limits = {"A_eq": copies, "b_eq": known, "bounds": (0, top), "method": "highs"}
            answer = solve(cost, **limits)
            assert answer.status == 0, answer.message
            for place, cell in enumerate(some):
                least, most = answer.x[2 * place * count + cell], answer.x[(2 * place + 1) * count + cell]
                found[hidden[cell]] = (float(least), float(most))
        return found
