"""Moran's I: whether like lies by like over the whole map."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, sqrt
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.patterns.local import centred
from lebenslage.atlas.patterns.neighbours import Neighbours, check

LEAST_AREAS: Final = 4
AT_ONCE: Final = 256


@dataclass(frozen=True, slots=True, eq=False)
class Moran:
    """Moran's I, and what it would be by chance. `p` is two-sided by the normal distribution, `p_permuted` by shuffling the values.

    I lies near `expected` where values are scattered by chance, above it where like lies by like.
    """

    i: float
    expected: float
    variance: float
    p: float
    p_permuted: float

    @property
    def z(self) -> float:
        """How many standard deviations I lies above what chance gives."""
        return (self.i - self.expected) / sqrt(self.variance)


def moran(values: Floats, neighbours: Neighbours, *, seed: int, permutations: int = 999) -> Moran:
    """Moran's I with its variance under randomisation (Cliff & Ord 1981, Spatial Processes, 1.44), and a permutation test.

    Shape (areas,). Weights are taken as they are; `neighbours.standardised()` is the usual choice. The permuted probability is two-sided
    and counts the observed map as one of the shuffled ones.
    Raises TooFewForPattern (fewer than 4), NoPattern, PatternNeedsValues, NoNeighbours.
    """
    check(neighbours)
    z = centred(values, LEAST_AREAS)
    n, total = len(z), float(neighbours.weights.sum())
    scale = n / (total * float(z @ z))
    i = scale * float(z @ neighbours.lag(z))
    expected, variance = -1 / (n - 1), _variance(z, neighbours)
    p = erfc(abs(i - expected) / sqrt(2 * variance))
    return Moran(i, expected, variance, p, _permuted(z, neighbours, i / scale, np.random.default_rng(seed), permutations))


def _variance(z: Floats, neighbours: Neighbours) -> float:
    n, w = len(z), _matrix(neighbours)
    s0 = float(w.sum())
    s1 = float(((w + w.T).multiply(w + w.T)).sum()) / 2
    s2 = float(((w.sum(axis=1) + w.sum(axis=0)) ** 2).sum())
    kurtosis = float((z**4).mean() / (z**2).mean() ** 2)
    first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
    second = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
    return (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - 1 / (n - 1) ** 2


def _permuted(z: Floats, neighbours: Neighbours, observed: float, rng: np.random.Generator, permutations: int) -> float:
    """The share of shuffled maps at least as far out, twice the smaller tail."""
    w, above, below = _matrix(neighbours), 0, 0
    slack = 1e-12 * float(z @ z)
    for start in range(0, permutations, AT_ONCE):
        shuffled = rng.permuted(np.broadcast_to(z, (min(AT_ONCE, permutations - start), len(z))), axis=1)
        found = np.einsum("ij,ji->i", shuffled, w @ shuffled.T)
        above += int((found >= observed - slack).sum())
        below += int((found <= observed + slack).sum())
    return min(1.0, 2 * (min(above, below) + 1) / (permutations + 1))


def _matrix(neighbours: Neighbours) -> csr_array:
    n = len(neighbours)
    return csr_array((neighbours.weights, neighbours.others, neighbours.starts), shape=(n, n))
