"""From an index to ranks and classes."""

from __future__ import annotations

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.index.recipe import Classes
from lebenslage.atlas.patterns.classes import natural_breaks

DECIMALS = 10  # differences beyond are rounding, not difference


def rank_from_greatest(index: Floats) -> Ints:
    """1 for the greatest index; equal ones share the smallest of their ranks. `index` [areas], none missing."""
    downward = -np.round(index, DECIMALS)
    return np.searchsorted(np.sort(downward), downward).astype(np.int64) + 1


def shares(rank: Ints, number: int) -> Ints:
    """Classes of equal size by rank: ceil(number * rank / N), as the IMD makes its deciles."""
    return -(-number * rank // len(rank))


def classify(classes: Classes, index: Floats) -> Ints:
    """The class of each area, as the ids of its bands (1 to `number` where they have no names).

    `index` [areas], none missing. Natural breaks raise TooManyClasses where there are fewer different values than classes.
    """
    if classes.kind == "cuts":
        return by_cuts(classes, index)
    if classes.kind == "natural":
        place = natural_breaks(index, classes.number).of + 1
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
