"""Somebody who reads everything that was released and computes. Shares no code with what it attacks: its own sums, its own solver (scipy).

She knows that people are whole, that a share is rounded to a decimal, who is part of whom, and how the maps overlap.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

MOST = 100_000.0
DRAWN = 500.0


@dataclass
class Attacker:
    """Variables by name, what is known of each, and linear constraints (coefficients, least, most)."""

    at: dict[Any, int] = field(default_factory=dict)
    limits: dict[int, tuple[float, float]] = field(default_factory=lambda: defaultdict(lambda: (0.0, MOST)))
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def of(self, *name: Any) -> int:
        """The variable of this name."""
        return self.at.setdefault(name, len(self.at))

    def sum(self, whole: int, parts: list[int], *, known: bool = True) -> None:
        """A whole and its parts."""
        if known:
            self.rows.append(({whole: 1.0, **dict.fromkeys(parts, -1.0)}, 0.0, 0.0))

    def read(self, rows: list[dict[str, Any]], bases: dict[str, str]) -> None:
        """Read released columns: indicator, edition, keys, on, numbers, bases, town. `bases`: which count a share is of."""
        for one in rows:
            places = [*one["keys"], "town"]
            for place, number in zip(places, [*one["numbers"], one["town"]], strict=True):
                me = self.of(one["indicator"], one["edition"], one["on"], place)
                if one["indicator"] not in bases and number is not None:
                    self.limits[me] = (number, number)
            self.sum(
                self.of(one["indicator"], one["edition"], one["on"], "town"),
                [self.of(one["indicator"], one["edition"], one["on"], key) for key in one["keys"]],
            )
        for one in rows:
            if one["indicator"] in bases:
                self._share(one, bases[one["indicator"]])

    def _share(self, one: dict[str, Any], base: str) -> None:
        for place, share, people in zip([*one["keys"], "town"], [*one["numbers"], one["town"]], [*one["bases"], None], strict=True):
            part, whole = (self.of(name, one["edition"], one["on"], place) for name in (one["indicator"], base))
            rest = self.of(f"not {one['indicator']}", one["edition"], one["on"], place)
            if people is not None:
                self.limits[whole] = (people, people)
            self.sum(whole, [part, rest])
            if share is not None:
                self.rows.append(({part: 100.0, whole: -(share - 0.05)}, -1e-6, MOST * 100))
                self.rows.append(({part: 100.0, whole: -(share + 0.05)}, -MOST * 100, 1e-6))

    def overlay(self, indicator: str, on: str, maps: dict[str, tuple[list[str], Any]]) -> None:
        """Cut two maps into pieces; each area is the sum of its pieces."""
        (first, (keys, shapes)), (second, (others, cut)) = maps.items()
        inside: dict[tuple[str, str], list[int]] = defaultdict(list)
        for key, shape in zip(keys, shapes, strict=True):
            for other, piece in zip(others, cut, strict=True):
                if shapely.area(shapely.intersection(shape, piece)) > DRAWN:
                    inside[first, key].append(self.of(indicator, on, key, other))
                    inside[second, other].append(self.of(indicator, on, key, other))
        for (edition, key), parts in inside.items():
            self.sum(self.of(indicator, edition, on, key), parts)

    def pinned(self, minimum: int = 5) -> list[tuple[Any, float, float]]:
        """The numbers of people that may be small and for which fewer values are left than the minimum says."""
        names = {number: name for name, number in self.at.items()}
        bounds = [self.limits[number] for number in range(len(self.at))]
        return [
            (names[n], low, high)
            for n in range(len(bounds))
            for low, high in [self._range(n, bounds)]
            if low < minimum and high - low < minimum - 1
        ]

    def _range(self, number: int, bounds: list[tuple[float, float]]) -> tuple[float, float]:
        low, high = bounds[number]
        if low == high:
            return low, high
        return self._solved(number, 1.0), self._solved(number, -1.0)

    def _solved(self, number: int, sign: float) -> float:
        cost = np.zeros(len(self.at))
        cost[number] = sign
        lows, highs = zip(*(self.limits[n] for n in range(len(self.at))), strict=True)
        found = milp(cost, constraints=self._constraints(), bounds=Bounds(lows, highs), integrality=np.ones(len(self.at)))
        assert found.success, found.message
        return float(round(found.x[number]))

    def _constraints(self) -> LinearConstraint:
        if not hasattr(self, "_made"):
            entries = [(line, n, value) for line, (row, _, _) in enumerate(self.rows) for n, value in row.items()]
            lines, numbers, values = zip(*entries, strict=True)
            matrix = csr_array((values, (lines, numbers)), shape=(len(self.rows), len(self.at)))
            self._made = LinearConstraint(matrix, [row[1] for row in self.rows], [row[2] for row in self.rows])
        return self._made
