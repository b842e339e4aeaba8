"""Local Moran (LISA) and Getis-Ord: which areas lie among their like, and which stand out.

Every area is compared with maps on which its own value stays and its neighbours' values are drawn from all other areas. The draws are made
once and serve every area: from one area to the next only the few draws that name one of the two change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.patterns.chance import adjusted
from lebenslage.atlas.patterns.neighbours import Neighbours, check
from lebenslage.atlas.patterns.problems import NoPattern, PatternNeedsValues, TooFewForPattern

LEAST_AREAS: Final = 4
SLACK: Final = 1e-12
AT_ONCE: Final = 8192
"""So many draws stay in the processor's near memory."""

type Progress = Callable[[int, int], None]


class Place(IntEnum):
    """Where an area lies: the first word is its own value, the second that of its neighbours. 1 to 4 are numbered as in esda."""

    ALONE = 0
    HIGH_AMONG_HIGH = 1
    LOW_AMONG_HIGH = 2
    LOW_AMONG_LOW = 3
    HIGH_AMONG_LOW = 4


@dataclass(frozen=True, slots=True, eq=False)
class Local:
    """Local Moran's I of each area with its place. Shapes (areas,); NaN is an island, of which nothing can be told.

    `p` is two-sided; `p_one_sided` the smaller tail alone, half as large, as GeoDa and esda (its default, "directed") print it.
    `expected` is the mean over the maps that keep the own value (Sokal, Oden & Thomson 1998, A7).
    """

    i: Floats
    expected: Floats
    places: Ints
    p: Floats
    p_one_sided: Floats

    def found(self, share: float = 0.05, *, dependent: bool = True) -> Flags:
        """Areas that remain when at most this share of all that remain may be false alarms (see `chance.adjusted`)."""
        kept: Flags = adjusted(self.p, dependent=dependent) <= share
        return kept


def lisa(values: Floats, neighbours: Neighbours, *, seed: int, permutations: int = 999, progress: Progress | None = None) -> Local:
    """Local Moran's I (Anselin 1995, Geographical Analysis 27, 93-115) with conditional permutations. Shape (areas,).

    Weights are taken as they are; pass `neighbours.standardised()`. With 3,000 areas 999 permutations are too coarse for a strict
    control of false alarms; 99,999 take about a second, and then the seed still decides on areas close to the limit.
    `progress` is told how many permutations are done, and of how many.
    Raises TooFewForPattern (fewer than 4), NoPattern, PatternNeedsValues, NoNeighbours.
    """
    check(neighbours)
    z = centred(values, LEAST_AREAS)
    z /= np.sqrt((z * z).mean())
    lag, islands, n = neighbours.lag(z), neighbours.islands, len(z)
    sums = np.bincount(neighbours.rows, neighbours.weights, n)
    places = np.select([islands, (z > 0) & (lag > 0), lag > 0, z <= 0], [0, 1, 2, 3], 4)
    most, rng, tails = int(neighbours.counts.max()), np.random.default_rng(seed), np.zeros((2, n), np.int64)
    for done in range(0, permutations, AT_ONCE):
        _count(tails, z, lag, neighbours, _drawn(z, most, min(AT_ONCE, permutations - done), rng))
        if progress is not None:
            progress(min(done + AT_ONCE, permutations), permutations)
    one_sided = (tails.min(axis=0) + 1) / (permutations + 1)
    one_sided[islands] = np.nan
    # Divided by the sum of squares over n - 1, as esda does; the sum of squares is n.
    i, expected = z * lag * (n - 1) / n, -z * z * sums / (n - 1)
    return Local(_but(islands, i), _but(islands, expected), places, np.minimum(1, 2 * one_sided), one_sided)


def getis_ord(values: Floats, neighbours: Neighbours) -> Floats:
    """Getis-Ord Gi*, as a standard normal value: high where high values gather, the own one included; low where low ones do.

    Shape (areas,). Ord & Getis 1995 (Geographical Analysis 27, 286-306), eq. 14, each area and each of its neighbours counting 1.
    Raises TooFewForPattern, NoPattern, PatternNeedsValues.
    """
    z = centred(values, LEAST_AREAS)
    counts = neighbours.counts + 1.0
    total = z + np.bincount(neighbours.rows, z[neighbours.others], len(z))
    n, spread = len(z), float(np.sqrt((z * z).mean()))
    found: Floats = total / (spread * np.sqrt(counts * (n - counts) / (n - 1)))
    return found


def centred(values: Floats, least: int) -> Floats:
    """The values less their mean. Raises TooFewForPattern, PatternNeedsValues, NoPattern."""
    unknown = ~np.isfinite(values)
    if unknown.any():
        raise PatternNeedsValues(number=int(unknown.sum()), first=int(unknown.argmax()) + 1)
    if len(values) < least:
        raise TooFewForPattern(number=len(values), least=least)
    if values.min() == values.max():
        raise NoPattern(what=f"{values[0]:g}")
    found: Floats = values - values.mean()
    return found


def _but(islands: Flags, values: Floats) -> Floats:
    return np.where(islands, np.nan, values)


def _count(tails: Ints, z: Floats, lag: Floats, neighbours: Neighbours, draws: Iterator[Floats]) -> None:
    """Add for each area how many of the drawn neighbourhoods have at least, and at most, the sum of its own. Shape (2, areas)."""
    starts, weights = neighbours.starts.tolist(), neighbours.weights
    slack = SLACK * float(np.abs(weights).max()) * float(np.abs(z).max())
    for area, drawn in enumerate(draws):
        first, end = starts[area], starts[area + 1]
        # Not `@`: its threads cost more than they bring, and wait for each other where others work too.
        sums = np.einsum("k,kp->p", weights[first:end], drawn[: end - first])
        tails[0, area] += np.count_nonzero(sums >= lag[area] - slack)
        tails[1, area] += np.count_nonzero(sums <= lag[area] + slack)


def _drawn(z: Floats, most: int, permutations: int, rng: np.random.Generator) -> Iterator[Floats]:
    """For each area, values of others drawn without replacement, shape (most, permutations): one array, which changes from step to step.

    A draw names one of n - 1 others: the first ones before the area, the rest after it. When the area moves on by one, the draws that
    name its old right neighbour name the area it left.
    """
    numbers = sample(len(z) - 1, most, permutations, rng)
    values = z[numbers + 1]
    flat = values.reshape(-1)
    order = np.argsort(numbers, axis=None, kind="stable")
    starts = np.searchsorted(numbers.reshape(-1)[order], np.arange(len(z)))
    yield values
    for area in range(1, len(z)):
        flat[order[starts[area - 1] : starts[area]]] = z[area - 1]
        yield values


def sample(numbers: int, size: int, times: int, rng: np.random.Generator) -> Ints:
    """So many times some of the numbers 0..n-1, each at most once in a column, in random order. Shape (size, times)."""
    if size * size > numbers:
        return np.stack([rng.permutation(numbers)[:size] for _ in range(times)], axis=1)
    drawn = rng.integers(0, numbers, (size, times))
    again = np.arange(times)
    while again.size:
        drawn[:, again] = rng.integers(0, numbers, (size, again.size))
        ordered = np.sort(drawn[:, again], axis=0)
        again = again[(ordered[1:] == ordered[:-1]).any(axis=0)]
    return drawn
