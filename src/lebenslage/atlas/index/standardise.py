"""Bring indicators to one scale. Arrays are [..., areas, indicators]; each column of areas is treated alone, so draws may come first.

No value may be missing here: `score` takes out or fills such areas before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.index.recipe import EXPONENTIAL_CONSTANT

AREAS: Final = -2
FLAT: Final = 1e-12  # of the mean: less deviation is rounding


def z(values: Floats) -> Floats:
    """Distance from the unweighted mean in POPULATION standard deviations (divided by n), as in the MSS. All equal gives 0.

    Fastest where the areas lie together in memory, as in a view of [draws, indicators, areas] with swapped axes.
    """
    mean = values.mean(AREAS, keepdims=True)
    away = values - mean
    deviation = np.sqrt(np.einsum("...ai,...ai->...i", away, away) / values.shape[AREAS])[..., None, :]
    flat = deviation <= FLAT * np.abs(mean)
    away /= np.where(flat, 1.0, deviation)
    return np.where(flat, 0.0, away) if flat.any() else away


def minmax(values: Floats) -> Floats:
    """From 0 (the least) to 1 (the greatest). All equal gives 0."""
    least = values.min(AREAS, keepdims=True)
    span = values.max(AREAS, keepdims=True) - least
    return (values - least) / np.where(span == 0, 1.0, span)


def ranks(values: Floats) -> Floats:
    """1 for the least value to n for the greatest; equal values share the average of their ranks."""
    order = np.argsort(values, AREAS)
    sorted_values = np.take_along_axis(values, order, AREAS)
    n = values.shape[AREAS]
    place = np.arange(n)[:, None]
    steps = sorted_values[..., 1:, :] != sorted_values[..., :-1, :]
    edge = np.ones_like(steps[..., :1, :])
    first = np.maximum.accumulate(np.where(np.concatenate((edge, steps), AREAS), place, 0), AREAS)
    ends = np.where(np.concatenate((steps, edge), AREAS), place, n)
    last = np.flip(np.minimum.accumulate(np.flip(ends, AREAS), AREAS), AREAS)
    found = np.empty_like(values)
    np.put_along_axis(found, order, (first + last) / 2 + 1, AREAS)
    return found


def rank(values: Floats) -> Floats:
    """The rank as a share, above 0 to 1: R = rank / n, where the greatest value has rank n. The IMD's R = (N + 1 - r) / N."""
    return np.asarray(ranks(values) / values.shape[AREAS])


def exponential(values: Floats, constant: float = EXPONENTIAL_CONSTANT) -> Floats:
    """The IMD's X = -c ln(1 - R (1 - exp(-100/c))), from above 0 to 100: only the most deprived tenth lies above 50 when c = 23.

    Source: The English Indices of Deprivation, technical report (2019), appendix on the exponential transformation.
    """
    return np.asarray(-constant * np.log(1 - rank(values) * (1 - np.exp(-100 / constant))))


def normalise(scale: str, values: Floats, constant: float = EXPONENTIAL_CONSTANT) -> Floats:
    """Bring to the scale of this name: none, z, minmax, rank or exponential. KeyError for another."""
    return _scales(constant)[scale](values)


def _scales(constant: float) -> Mapping[str, Callable[[Floats], Floats]]:
    return {"none": np.asarray, "z": z, "minmax": minmax, "rank": rank, "exponential": partial(exponential, constant=constant)}
