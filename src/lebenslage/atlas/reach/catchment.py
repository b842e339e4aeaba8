"""Floating catchments: how much supply a person has when everybody near shares it.

Two steps (2SFCA: Luo and Wang 2003, Environment and Planning B 30: 865-884): each site divides its supply by the people who reach it, each
point adds up what its sites have. Enhanced (E2SFCA: Luo and Qi 2009, Health & Place 15: 1100-1107): the farther, the less it counts.
Three steps (3SFCA: Wan, Zou and Sternberg 2012, IJGIS 26: 1073-1089): who has several sites near burdens each of them less.
Times and weights come from `times.costs`; the unit of the result is supply per unit of demand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from scipy.sparse import csr_array

from lebenslage.atlas.arrays import Floats

type Decay = Callable[[Floats], Floats]


def gaussian(width: float) -> Decay:
    """Weights exp(-t² / 2 width²): 1 at the door, 0.61 at `width`, in the unit of the times."""
    return lambda times: np.exp(-(times**2) / (2 * width**2))


def steps(bounds: Sequence[float], weights: Sequence[float]) -> Decay:
    """Weights by zones: times up to the first bound (inclusive) count the first weight, and so on; beyond the last they count 0."""
    zones = np.append(np.asarray(weights, dtype=np.float64), 0.0)
    return lambda times: zones[np.searchsorted(np.asarray(bounds), times, side="left")]


def two_step(times: csr_array, demand: Floats, supply: Floats, *, within: float = np.inf, decay: Decay | None = None) -> Floats:
    """Supply per demand at each point (p,), from times (points x sites), demand (p,) and supply (s,); 0 where no site is near.

    Only times up to `within` (inclusive) count. With a `decay` this is E2SFCA. A site that nobody reaches gives nothing to anybody.
    """
    weights = _weights(times, within, decay)
    return _shared(weights, weights, demand, supply)


def three_step(times: csr_array, demand: Floats, supply: Floats, *, decay: Decay, within: float = np.inf) -> Floats:
    """The same with selection: a point's demand goes to its sites in proportion to their weights."""
    weights = _weights(times, within, decay)
    totals = np.asarray(weights.sum(axis=1))
    chosen = _scaled(weights, np.divide(1.0, totals, out=np.zeros(len(totals)), where=totals > 0))
    both = weights.copy()
    both.data = weights.data * chosen.data
    return _shared(both, both, demand, supply)


def _weights(times: csr_array, within: float, decay: Decay | None) -> csr_array:
    weights = times.copy()
    weights.data = np.where(times.data <= within, 1.0 if decay is None else decay(times.data), 0.0)
    return weights


def _scaled(matrix: csr_array, rows: Floats) -> csr_array:
    scaled = matrix.copy()
    scaled.data = matrix.data * np.repeat(rows, np.diff(matrix.indptr))
    return scaled


def _shared(pull: csr_array, gain: csr_array, demand: Floats, supply: Floats) -> Floats:
    burden = pull.T @ demand
    ratio = np.divide(supply, burden, out=np.zeros(len(supply)), where=burden > 0)
    access: Floats = gain @ ratio
    return access
