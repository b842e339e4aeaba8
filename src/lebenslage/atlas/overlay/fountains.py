"""Drinking fountains: where vulnerable people live in the heat without one near by. This is the demand that `siting` then serves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.overlay.people import OUTSIDE, People


@dataclass(frozen=True, slots=True, eq=False)
class FountainDemand:
    """Who waits for a fountain: `exposed` (points,) vulnerable people in the heat, `waiting` (points,) those without one near.

    `by_area` (areas,) adds up who waits.
    """

    exposed: Floats
    waiting: Floats
    by_area: Floats

    @property
    def share(self) -> float:
        """The part of all exposed people who wait, 0 to 1; NaN where nobody is exposed."""
        return float(self.waiting.sum() / self.exposed.sum()) if self.exposed.any() else np.nan


def fountain_demand(people: People, exposed: Floats, away: Floats, *, within: float) -> FountainDemand:
    """Exposed vulnerable people whose next fountain is farther than `within`.

    `people` are the vulnerable people; `exposed` (areas,) is the share that heat reaches (NaN counts nobody: say so beside the result).
    `away` (points,) is the way to the next fountain in the unit of `within`: metres of `layers.metres_to_nearest`, or minutes of `reach`.
    """
    inside = people.area != OUTSIDE
    hot = np.where(inside, people.number * np.nan_to_num(exposed)[people.area], 0.0)
    waiting = np.where(away > within, hot, 0.0)
    return FountainDemand(hot, waiting, np.bincount(people.area[inside], waiting[inside], people.areas))
