"""Measures of weighted values: what one area gets from its cells, or from the people in it.

A measure takes values (n,) and weights (n,), both without NaN, the weights with a sum above 0, and gives one number.
"""

from collections.abc import Callable

import numpy as np

from lebenslage.atlas.arrays import Floats

type Measure = Callable[[Floats, Floats], float]


def mean(values: Floats, weights: Floats) -> float:
    """The weighted mean, in the unit of the values."""
    return float((values * weights).sum() / weights.sum())


def quantile(share: float) -> Measure:
    """The least value up to which at least `share` (0 to 1) of the weight lies: a value that occurs, nothing interpolated."""

    def measured(values: Floats, weights: Floats) -> float:
        order = np.argsort(values)
        heaped = np.cumsum(weights[order])
        at = np.searchsorted(heaped, share * heaped[-1] * (1 - 1e-12))
        return float(values[order[min(at, len(order) - 1)]])

    return measured


def share_above(limit: float) -> Measure:
    """The share of the weight, 0 to 1, whose value is greater than `limit`. A value equal to the limit is not above it."""

    def measured(values: Floats, weights: Floats) -> float:
        return float(weights[values > limit].sum() / weights.sum())

    return measured


def measured(values: Floats, weights: Floats, measures: tuple[Measure, ...]) -> Floats:
    """Each measure of what is known and has weight; NaN (one a measure) where nothing is."""
    known = ~np.isnan(values) & (weights > 0)
    if not known.any():
        return np.full(len(measures), np.nan)
    return np.array([measure(values[known], weights[known]) for measure in measures])
