"""Classes of values in plain Python, so that the workbench needs no analysis packages: quantiles, natural breaks, limits of one's own."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from typing import Final

MOST_STEPS: Final = 300
"""Of more different values, neighbours count as one for natural breaks: the cost of the exact optimum grows with their square."""


THIRDS: Final = ((1,), (0, 2), (0, 1, 2))
"""What classes are called where one, two or three are left: low, middle and high."""


@dataclass(frozen=True, slots=True)
class Classes:
    """`upper` are the limits, ascending, each belonging to the class below it; the last is the greatest value."""

    least: float
    upper: Sequence[float]

    def __len__(self) -> int:
        return len(self.upper)

    def of(self, number: float) -> int:
        """The class of a value, from 0; what lies beyond the greatest belongs to the last."""
        return min(bisect_left(self.upper, number), len(self.upper) - 1)

    def bounds(self, number: int) -> tuple[float, float]:
        """From where to where a class goes."""
        return (self.upper[number - 1] if number else self.least), self.upper[number]


def classed(values: Sequence[float], method: str, number: int, limits: Sequence[float] = ()) -> Classes:
    """Sort values into classes by `quantile`, `natuerlich` or `grenzen`; there are fewer where values are equal. Needs a value."""
    ordered = sorted(values)
    if method == "grenzen" and limits:
        return Classes(ordered[0], [*limits, max(ordered[-1], limits[-1])])
    return Classes(ordered[0], (natural_breaks if method == "natuerlich" else quantiles)(ordered, number))


def thirds(numbers: Sequence[float | None]) -> Sequence[int | None]:
    """For each value whether it lies low (0), in the middle (1) or high (2); where equal values leave two parts, there is no middle."""
    known = [number for number in numbers if number is not None]
    if not known:
        return [None] * len(numbers)
    classes = classed(known, "quantile", len(THIRDS))
    return [None if number is None else THIRDS[len(classes) - 1][classes.of(number)] for number in numbers]


def quantiles(ordered: Sequence[float], number: int) -> Sequence[float]:
    """Limits with as many values in each class as equal values allow."""
    places = [len(ordered) * step // number - 1 for step in range(1, number + 1)]
    return sorted({ordered[max(0, place)] for place in places})


def natural_breaks(ordered: Sequence[float], number: int) -> Sequence[float]:
    """Limits with the least squared distance of values to the means of their classes (Fisher 1958, Jenks 1977)."""
    steps = _steps(ordered)
    within = _within(steps)
    ends = range(1, len(steps) + 1)
    cost = [inf, *(within(0, end) for end in ends)]
    firsts: list[list[int]] = []
    for layer in range(1, min(number, len(steps))):
        best = [min(((cost[begin] + within(begin, end), begin) for begin in range(layer, end)), default=(inf, layer)) for end in ends]
        firsts.append([0, *(begin for _, begin in best)])
        cost = [inf, *(found for found, _ in best)]
    cuts = [len(steps)]
    for first in reversed(firsts):
        cuts.append(first[cuts[-1]])
    return [steps[cut - 1][0] for cut in reversed(cuts)]


def _steps(ordered: Sequence[float]) -> Sequence[tuple[float, float, int]]:
    """The different values as (greatest, sum, how many), neighbours together where there are too many."""
    different = sorted(Counter(ordered).items())
    size = -(-len(different) // MOST_STEPS)
    parts = [different[start : start + size] for start in range(0, len(different), size)]
    return [(part[-1][0], sum(value * times for value, times in part), sum(times for _, times in part)) for part in parts]


def _within(steps: Sequence[tuple[float, float, int]]) -> Callable[[int, int], float]:
    """The squared distance to their mean of the steps from one place to before another."""
    mass = list(accumulate((times for _, _, times in steps), initial=0))
    moment = list(accumulate((total for _, total, _ in steps), initial=0.0))
    square = list(accumulate((total * total / times for _, total, times in steps), initial=0.0))

    def apart(begin: int, end: int) -> float:
        return square[end] - square[begin] - (moment[end] - moment[begin]) ** 2 / (mass[end] - mass[begin])

    return apart
