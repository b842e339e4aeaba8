"""From an index to ranks and classes."""

from __future__ import annotations

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.index.recipe import Classes

DECIMALS = 10  # differences beyond are rounding, not difference


def rank_from_greatest(index: Floats) -> Ints:
    """1 for the greatest index; equal ones share the smallest of their ranks. `index` [areas], none missing."""
    downward = -np.round(index, DECIMALS)
    return np.searchsorted(np.sort(downward), downward).astype(np.int64) + 1


def shares(rank: Ints, number: int) -> Ints:
    """Classes of equal size by rank: ceil(number * rank / N), as the IMD makes its deciles."""
    return -(-number * rank // len(rank))


def classify(classes: Classes, index: Floats) -> Ints:
    """The class of each area, as the ids of its bands (1 to `number` where they have no names). `index` [areas], none missing."""
    if classes.kind == "cuts":
        return by_cuts(classes, index)
    if classes.kind == "natural":
        place = np.searchsorted(natural_breaks(index, classes.number), index) + 1
    else:
        place = shares(rank_from_greatest(index if classes.counted_from == "greatest" else -index), classes.number)
    ids = [band.id for band in classes.bands] or list(range(1, classes.number + 1))
    return np.asarray(ids, np.int64)[place - 1]


def by_cuts(classes: Classes, index: Floats) -> Ints:
    """The id of the first band that a value fits."""
    found = np.full(index.shape, classes.bands[-1].id, np.int64)
    for band in reversed(classes.bands[:-1]):
        below = index < band.limit if band.up_to is None else index <= band.limit
        found[below] = band.id
    return found


def natural_breaks(values: Floats, number: int) -> Floats:
    """The greatest value of each class but the last, so that the squared distances within classes are least (Fisher 1958, Jenks).

    Exact, by dynamic programming over the sorted values: number * n^2 steps. Fewer breaks where there are fewer different values.
    """
    ordered = np.sort(values)
    n = len(ordered)
    sums = np.concatenate(([0.0], np.cumsum(ordered)))
    squares = np.concatenate(([0.0], np.cumsum(np.square(ordered))))
    starts = np.arange(n)
    cost = np.array([_spread(sums, squares, 0, end) for end in range(1, n + 1)])
    first = np.zeros((number, n), np.int64)
    for k in range(1, number):
        before = np.concatenate(([0.0], cost[:-1]))
        cost = np.empty(n)
        for end in range(n):
            totals = before[: end + 1] + _spread(sums, squares, starts[: end + 1], end + 1)
            first[k, end] = int(np.argmin(totals))
            cost[end] = totals[first[k, end]]
    return _traced(ordered, first)


def _spread(sums: Floats, squares: Floats, start: Ints | int, end: int) -> Floats:
    """The squared distances from their mean of the sorted values from start to before end."""
    total = sums[end] - sums[start]
    return np.asarray(squares[end] - squares[start] - total * total / (end - start))


def _traced(ordered: Floats, first: Ints) -> Floats:
    breaks, end = [], len(ordered) - 1
    for k in range(len(first) - 1, 0, -1):
        start = int(first[k, end])
        if start == 0:
            break
        breaks.append(ordered[start - 1])
        end = start - 1
    return np.asarray(breaks[::-1])
