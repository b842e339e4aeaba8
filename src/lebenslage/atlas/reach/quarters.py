"""How many people of each quarter reach a site in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats


@dataclass(frozen=True, slots=True)
class QuarterReach:
    """A quarter: its people, how many of them reach a site in time, and their share (NaN where nobody lives)."""

    key: str
    people: float
    reached: float

    @property
    def share(self) -> float:
        """The share of people who reach a site."""
        return self.reached / self.people if self.people else float("nan")


def reach_by_quarter(quarters: Sequence[str], people: Floats, seconds: Floats, within: float) -> tuple[QuarterReach, ...]:
    """People (p,) at points of these quarters (p,), with their seconds to the nearest site (infinite: none), summed by quarter."""
    keys, of = np.unique(np.asarray(quarters), return_inverse=True)
    totals = np.bincount(of, weights=people, minlength=len(keys))
    reached = np.bincount(of, weights=np.where(seconds <= within, people, 0.0), minlength=len(keys))
    return tuple(QuarterReach(str(key), float(all_), float(some)) for key, all_, some in zip(keys, totals, reached, strict=True))
