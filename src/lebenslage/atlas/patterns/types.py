"""Types of areas: areas that are alike in several figures, and what makes each type stand out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import cdist

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.patterns.local import centred
from lebenslage.atlas.patterns.problems import NoPattern, TooFewForPattern, TooManyClasses

ROUNDS: Final = 300
AT_ONCE: Final = 1024
OUTSTANDING: Final = 0.5
"""From half a standard deviation above or below the mean of all areas, an indicator describes a type."""


@dataclass(frozen=True, slots=True, eq=False)
class Typology:
    """Areas sorted into types, the largest type first. `of` is each area's type, from 0; `centres` the means of the standardised figures.

    `silhouette` from -1 to 1 says how much nearer an area is to its own type than to the next; `separation` is Calinski-Harabasz.
    """

    of: Ints
    centres: Floats
    silhouette: float
    separation: float

    def __len__(self) -> int:
        return len(self.centres)

    def outstanding(self, indicators: Sequence[str]) -> tuple[tuple[tuple[str, float], ...], ...]:
        """For each type the indicators in which it stands out, with the distance in standard deviations, the farthest first."""
        order = np.argsort(-np.abs(self.centres), axis=1, kind="stable")
        return tuple(
            tuple((indicators[at], float(centre[at])) for at in places if abs(centre[at]) >= OUTSTANDING)
            for centre, places in zip(self.centres, order, strict=True)
        )


def standardised(figures: Floats) -> Floats:
    """Each column less its mean, over its standard deviation (population). Shape (areas, indicators). Raises as `centred`."""
    found = np.column_stack([centred(column, 2) for column in figures.T])
    return found / np.sqrt((found * found).mean(axis=0))


def typology(figures: Floats, k: int, *, seed: int, starts: int = 50) -> Typology:
    """Types by k-means on standardised figures, the best of many starts (k-means++, Arthur & Vassilvitskii 2007).

    Shape (areas, indicators). Raises NoPattern (an indicator is all equal), PatternNeedsValues, TooFewForPattern, TooManyClasses.
    """
    z, rng = _ready(figures, k), np.random.default_rng(seed)
    best = min((_settled(z, _seeds(z, k, rng)) for _ in range(starts)), key=lambda found: found[0])
    return _described(z, best[1])


def ward(figures: Floats, k: int) -> Typology:
    """Types by joining again and again the two groups that lose least (Ward 1963). As `typology`, without chance.

    It holds the distances of all pairs: 0.4 GB for 10,000 areas.
    """
    z = _ready(figures, k)
    return _described(z, fcluster(linkage(z, "ward"), k, "maxclust") - 1)


def choose(figures: Floats, most: int, *, seed: int, starts: int = 50) -> tuple[Typology, ...]:
    """Typologies of 2 to `most` types, the one with the best silhouette first (Rousseeuw 1987). Raises as `typology`."""
    found = [typology(figures, k, seed=seed, starts=starts) for k in range(2, most + 1)]
    return tuple(sorted(found, key=lambda one: -one.silhouette))


def _ready(figures: Floats, k: int) -> Floats:
    if len(figures) < 3:
        raise TooFewForPattern(number=len(figures), least=3)
    different = len(np.unique(figures, axis=0))
    if different < 2:
        raise NoPattern(what=f"{figures[0, 0]:g}")
    if not 2 <= k <= different:
        raise TooManyClasses(asked=k, possible=different)
    return standardised(figures)


def _seeds(z: Floats, k: int, rng: np.random.Generator) -> Floats:
    """Centres far apart: each next one is drawn with odds that grow with the squared distance to those before."""
    chosen = [int(rng.integers(len(z)))]
    away = _squared(z, z[chosen[-1:]])[:, 0]
    while len(chosen) < k:
        chosen.append(int(rng.choice(len(z), p=away / away.sum())))
        away = np.minimum(away, _squared(z, z[chosen[-1:]])[:, 0])
    return z[chosen]


def _settled(z: Floats, centres: Floats) -> tuple[float, Ints]:
    """Lloyd's rounds until nobody changes type; a type that loses all takes the area farthest from its own centre."""
    of = np.full(len(z), -1)
    for _ in range(ROUNDS):
        away = _squared(z, centres)
        nearest = away.argmin(axis=1)
        for empty in np.setdiff1d(np.arange(len(centres)), nearest):
            nearest[away[np.arange(len(z)), nearest].argmax()] = empty
        if np.array_equal(nearest, of):
            break
        of, centres = nearest, _means(z, nearest)
    return float(((z - centres[of]) ** 2).sum()), of


def _squared(z: Floats, centres: Floats) -> Floats:
    found: Floats = cdist(z, centres, "sqeuclidean")
    return found


def _means(z: Floats, of: Ints) -> Floats:
    counts = np.bincount(of)
    return np.column_stack([np.bincount(of, column) / counts for column in z.T])


def _described(z: Floats, of: Ints) -> Typology:
    order = np.argsort(-np.bincount(of), kind="stable")
    of = np.argsort(order)[of]
    centres, n, k = _means(z, of), len(z), len(order)
    inside = float(((z - centres[of]) ** 2).sum())
    between = float((z * z).sum()) - inside
    separation = np.inf if k == n or not inside else between / (k - 1) / (inside / (n - k))
    return Typology(of, centres, _silhouette(z, of), float(separation))


def _silhouette(z: Floats, of: Ints) -> float:
    """The mean silhouette; an area alone in its type counts 0."""
    counts, at, types = np.bincount(of), np.arange(len(z)), np.eye(int(of.max()) + 1)[of]
    # Some areas at a time: all distances between 33,755 of them would not fit into memory.
    sums = np.vstack([cdist(z[first : first + AT_ONCE], z) @ types for first in range(0, len(z), AT_ONCE)])
    own = sums[at, of] / np.maximum(counts[of] - 1, 1)
    means = sums / counts
    means[at, of] = np.inf
    other = means.min(axis=1)
    widest = np.maximum(own, other)
    return float(np.divide(other - own, widest, out=np.zeros_like(own), where=(counts[of] > 1) & (widest > 0)).mean())
