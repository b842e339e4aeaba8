"""Classes of values: natural breaks, quantiles, equal steps. Equal values always share a class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.patterns.problems import NoPattern, PatternNeedsValues, TooManyClasses

type Within = Callable[[Ints, Ints], Floats]


@dataclass(frozen=True, slots=True, eq=False)
class Classes:
    """Values sorted into classes: `upper` are their limits, ascending and inclusive; `of` the class of each value, from 0.

    `goodness` is the share of the variance that lies between classes: 1 where each holds one value only.
    """

    upper: Floats
    of: Ints
    goodness: float

    def __len__(self) -> int:
        return len(self.upper)


def natural_breaks(values: Floats, k: int) -> Classes:
    """The k classes with the least squared distance to their means (Fisher 1958, Jenks 1977): the true optimum. Shape (n,).

    Dynamic programming over the different values. Since the best last class begins no earlier for a later end, each layer is searched
    by halves: k * n * log n steps. Raises PatternNeedsValues, NoPattern, TooManyClasses (more classes than different values).
    """
    distinct, counts = _distinct(values, k)
    mass, moment, square = (np.concatenate(([0.0], np.cumsum(counts * power))) for power in _powers(distinct))

    def within(first: Ints, end: Ints) -> Floats:
        apart: Floats = square[end] - square[first] - (moment[end] - moment[first]) ** 2 / (mass[end] - mass[first])
        return apart

    ends = np.arange(1, len(distinct) + 1)
    cost = np.concatenate(([np.inf], within(np.zeros_like(ends), ends)))
    firsts: list[Ints] = []
    for layer in range(1, k):
        cost, first = _layer(cost, layer, within)
        firsts.append(first)
    cuts = [len(distinct)]
    for first in reversed(firsts):
        cuts.append(int(first[cuts[-1]]))
    return _classes(values, distinct[np.array(cuts[::-1]) - 1])


def quantiles(values: Floats, k: int) -> Classes:
    """Classes with as many values each as equal values allow: the limits are the quantiles 1/k, 2/k, ... (type 7). Shape (n,).

    Where equal values fill more than a class, there are fewer than k. Raises PatternNeedsValues, NoPattern, TooManyClasses.
    """
    distinct, _ = _distinct(values, k)
    limits = np.quantile(values, np.arange(1, k + 1) / k)
    return _classes(values, distinct[np.unique(np.searchsorted(distinct, limits, side="right") - 1)])


def equal_steps(values: Floats, k: int) -> Classes:
    """Classes of the same width from the least to the greatest value; a class may be empty. Shape (n,). Raises as `quantiles`."""
    distinct, _ = _distinct(values, k)
    steps = np.linspace(distinct[0], distinct[-1], k + 1)[1:]
    steps[-1] = distinct[-1]
    return _classes(values, steps)


def _powers(distinct: Floats) -> tuple[Floats, Floats, Floats]:
    middle = distinct - distinct.mean()
    return np.ones_like(middle), middle, middle * middle


def _distinct(values: Floats, k: int) -> tuple[Floats, Ints]:
    unknown = ~np.isfinite(values)
    if unknown.any():
        raise PatternNeedsValues(number=int(unknown.sum()), first=int(unknown.argmax()) + 1)
    distinct, counts = np.unique(values, return_counts=True)
    if len(distinct) < 2:
        raise NoPattern(what=f"{values[0]:g}" if len(values) else "–")
    if len(distinct) < k:
        raise TooManyClasses(asked=k, possible=len(distinct))
    return distinct, counts


def _classes(values: Floats, upper: Floats) -> Classes:
    of = np.searchsorted(upper, values)
    sums, counts = np.bincount(of, values), np.bincount(of)
    means = sums / np.maximum(counts, 1)
    total = float(((values - values.mean()) ** 2).sum())
    return Classes(upper, of, 1 - float(((values - means[of]) ** 2).sum()) / total)


def _layer(cost: Floats, layer: int, within: Within) -> tuple[Floats, Ints]:
    """From the best cost of the first e values in `layer` classes, by e, to that in one class more; and where the last class begins."""
    last = len(cost) - 1
    best, first = np.full(last + 1, np.inf), np.full(last + 1, layer)
    step = 1 << (last - layer).bit_length()
    while step:
        ends = np.arange(layer + step, last + 1, 2 * step)
        after = ends + step
        high = np.minimum(np.where(after <= last, first[np.minimum(after, last)], last), ends - 1)
        low = first[ends - step]
        best[ends], first[ends] = _least(cost, ends, low, high, within)
        step //= 2
    return best, first


def _least(cost: Floats, ends: Ints, low: Ints, high: Ints, within: Within) -> tuple[Floats, Ints]:
    """For each end the least cost over the beginnings from low to high, and the first beginning that has it."""
    if not ends.size:
        return np.empty(0), np.empty(0, np.int64)
    lengths = high - low + 1
    starts = np.cumsum(lengths) - lengths
    of = np.repeat(np.arange(len(ends)), lengths)
    begin = np.arange(int(lengths.sum())) - starts[of] + low[of]
    total = cost[begin] + within(begin, ends[of])
    least = np.minimum.reduceat(total, starts)
    hits = np.flatnonzero(total == least[of])
    return least, begin[hits[np.unique(of[hits], return_index=True)[1]]]
