"""Hot spots: around which areas high values gather, and around which low ones, by Getis-Ord Gi*."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from scipy.special import ndtr

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.patterns.chance import adjusted
from lebenslage.atlas.patterns.local import getis_ord
from lebenslage.atlas.patterns.neighbours import Neighbours, check


class Spot(IntEnum):
    """What gathers around an area, its own value included."""

    ALONE = 0
    HIGH = 1
    LOW = 2


@dataclass(frozen=True, slots=True, eq=False)
class HotSpots:
    """Gi* of each area as a standard normal value, what gathers there, and its two-sided probability. Shapes (areas,); NaN is an island."""

    z: Floats
    places: Ints
    p: Floats

    def found(self, share: float = 0.05, *, dependent: bool = True) -> Flags:
        """Areas that remain when at most this share of all that remain may be false alarms (see `chance.adjusted`)."""
        kept: Flags = adjusted(self.p, dependent=dependent) <= share
        return kept


def hot_spots(values: Floats, neighbours: Neighbours) -> HotSpots:
    """Getis-Ord Gi* (Ord & Getis 1995, eq. 14) with probabilities of the normal distribution. Shape (areas,).

    Of an island, and of an area that has all others as neighbours, nothing can be told.
    Raises TooFewForPattern (fewer than 4), NoPattern, PatternNeedsValues, NoNeighbours.
    """
    check(neighbours)
    untold = neighbours.islands | (neighbours.counts + 1 >= len(neighbours.counts))
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.where(untold, np.nan, getis_ord(values, neighbours))
    places = np.select([untold, z > 0], [Spot.ALONE, Spot.HIGH], Spot.LOW)
    return HotSpots(z, places, 2 * ndtr(-np.abs(z)))
