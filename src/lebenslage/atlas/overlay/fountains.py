"""Drinking fountains: where vulnerable people live in the heat without one near by. This is the demand that `siting` then serves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.overlay.people import OUTSIDE, People


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """Who waits for a fountain: `metres` (points,) to the next one, `people` (points,) exposed vulnerable people without one.

    `by_area` (areas,) and `total` add them up; `share` is their part of all exposed vulnerable people, 0 to 1, NaN where there are none.
    """

    metres: Floats
    people: Floats
    by_area: Floats
    total: float
    share: float


def fountain_demand(people: People, exposed: Floats, fountains: Floats, *, within: float) -> Demand:
    """Exposed vulnerable people without a fountain within `within` metres, as the crow flies.

    `people` are the vulnerable people; `exposed` (areas,) is the share that heat reaches (NaN counts nobody: say so beside the result);
    `fountains` are the points (m, 2) of those in use, in the same metres.
    """
    metres = _metres(people.points, fountains)
    share = np.where(people.area == OUTSIDE, 0.0, np.nan_to_num(exposed)[people.area])
    hot = people.number * share
    waiting = np.where(metres > within, hot, 0.0)
    inside = people.area != OUTSIDE
    by_area = np.bincount(people.area[inside], waiting[inside], people.areas)
    return Demand(metres, waiting, by_area, float(waiting.sum()), float(waiting.sum() / hot.sum()) if hot.sum() else np.nan)


def _metres(points: Floats, fountains: Floats) -> Floats:
    """Metres to the next fountain, infinite where there is none."""
    if not len(fountains):
        return np.full(len(points), np.inf)
    return np.asarray(cKDTree(fountains).query(points)[0])
