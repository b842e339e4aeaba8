"""The cell-key method: noise that is the same wherever the same people are counted.

Every record has a key; the key of a cell is the sum of the keys of the people in it, and decides its noise. So one cell has one value in
all tables of all years, and asking again does not average the noise away. Fraser & Wooton 2005 (ABS); Thompson, Broadfoot & Elazar 2013;
the distributions are those of greatest entropy with given variance: Giessing 2016 (sdcTable/ptable, Eurostat's recommendation).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from scipy import optimize

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.disclosure.tables import Table

KEYS: Final = 2**32
ALMOST: Final = 1e-6


@dataclass(frozen=True, eq=False)
class Noise:
    """What is laid on counts: never more than `most`, of this `variance`, never below zero, right on average.

    No count from 1 to `nothing_below` - 1 is ever shown (0: all may be). A count of 0 stays 0: nobody is invented. Where the variance
    cannot be had (a count of 1 can only lose one), the nearest that can is taken.
    """

    most: int
    variance: float
    nothing_below: int = 0

    @cached_property
    def table(self) -> Floats:
        """The chances (counts, noise): row n for a count of n, the last row for all above; column k for a noise of k - `most`."""
        return np.stack([self._row(count) for count in range(self.most + self.nothing_below + 1)])

    def _row(self, count: int) -> Floats:
        steps = np.arange(-self.most, self.most + 1)
        shown = count + steps
        allowed = (shown == 0) | ((shown > 0) & (shown >= self.nothing_below))
        chances = np.zeros(len(steps))
        chances[allowed] = [1.0] if count == 0 and allowed.sum() == 1 else _flattest(steps[allowed].astype(float), self.variance, count)
        return chances

    def of(self, counts: Ints, keys: Ints) -> Ints:
        """The noise of cells with these counts and cell keys (0 to 2**32 - 1)."""
        rows = np.minimum(counts, len(self.table) - 1)
        sure = np.cumsum(self.table, axis=1)[rows]
        sure[:, -1] = 1.0
        drawn = (keys.astype(np.float64) + 0.5) / KEYS
        noise: Ints = np.argmax(sure > drawn[:, None], axis=1).astype(np.int64) - self.most
        return noise


def record_keys(ids: Sequence[str], seed: int) -> Ints:
    """The key of each record, from its id and a secret seed: it never changes, however the file is sorted."""
    digests = (hashlib.blake2b(id.encode(), digest_size=4, key=str(seed).encode()).digest() for id in ids)
    return np.array([int.from_bytes(digest) for digest in digests], np.int64)


def cell_keys(keys: Ints, cells: Ints, count: int) -> Ints:
    """The key of each of `count` cells: the sum of the keys of the records in it. `cells` says which cell each record is in."""
    total = np.zeros(count, np.int64)
    np.add.at(total, cells, keys)
    return total % KEYS


def perturbed(table: Table, keys: Ints, noise: Noise) -> Table:
    """The table with noise by its cell keys; its `margin` is what the reader knows of the noise."""
    counts = np.round(table.values).astype(np.int64)
    values = (counts + noise.of(counts, keys)).astype(np.float64)
    return replace(table, values=values, margin=float(noise.most), contributors=None, largest=None)


def averaged(values: Floats) -> tuple[Floats, Floats]:
    """The averaging attack on publications (times, cells) of the same cells: the mean of each, and its standard error.

    Fresh noise gives itself away with the root of the number of publications; noise by cell key has no spread and tells nothing more.
    """
    return values.mean(axis=0), values.std(axis=0, ddof=1) / np.sqrt(len(values))


def _flattest(steps: Floats, variance: float, count: int) -> Floats:
    """The distribution of greatest entropy on these steps with mean 0 and this variance: exp(a v + b v^2), a and b by Newton's method."""
    if count == 0:
        return np.where(steps == 0, 1.0, 0.0)
    least, most = _reachable(steps)
    if variance <= least + ALMOST or most - least < ALMOST:
        return _on(steps, _around_zero(steps))
    wanted = min(variance, most - ALMOST * most)
    features = np.stack([steps, steps**2 - wanted])
    scale = np.abs(features).max(axis=1, keepdims=True)
    found = optimize.minimize(_log_sum, np.zeros(2), args=(features / scale,), jac=True, method="BFGS", options={"gtol": 1e-12})
    weights = np.exp((found.x @ (features / scale)) - (found.x @ (features / scale)).max())
    chances: Floats = weights / weights.sum()
    return chances


def _log_sum(prices: Floats, features: Floats) -> tuple[float, Floats]:
    said = prices @ features
    weights = np.exp(said - said.max())
    return float(said.max() + np.log(weights.sum())), features @ (weights / weights.sum())


def _reachable(steps: Floats) -> tuple[float, float]:
    """The least and the greatest variance with mean 0: between the nearest steps, and between the farthest."""
    below, above = _around_zero(steps)
    return -below * above, -steps.min() * steps.max()


def _around_zero(steps: Floats) -> tuple[float, float]:
    return float(steps[steps <= 0].max()), float(steps[steps >= 0].min())


def _on(steps: Floats, two: tuple[float, float]) -> Floats:
    """Mean 0 on two steps."""
    below, above = two
    share = 1.0 if above == below else -below / (above - below)
    return np.where(steps == above, share, np.where(steps == below, 1 - share, 0.0))
