"""Counts that are not known exactly: between which numbers they lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import betaincinv

from lebenslage.atlas.areas import Quality
from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.takeup.problems import NotACountOfHouseholds, SimulationsDiffer, SuppressedWithoutLimit, SynthesisErrorMissing


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """The least and the greatest possible count of each area, shapes (areas,); NaN where nothing is known."""

    low: Floats
    high: Floats


def recipients(
    keys: Sequence[str], counts: Floats, quality: npt.NDArray[np.int8], *, rounded_to: int = 1, suppressed_below: int = 0
) -> Bounds:
    """Households that receive a benefit, as printed: a rounded count is off by less than the base, a suppressed one below its limit.

    The base covers rounding to the nearest and rounding by chance alike. Raises NotACountOfHouseholds, SuppressedWithoutLimit.
    """
    hidden, off = quality == Quality.SUPPRESSED, rounded_to - 1
    _check_counts(keys, counts)
    if hidden.any() and suppressed_below < 1:
        raise SuppressedWithoutLimit(area=keys[int(hidden.argmax())])
    low = np.where(hidden, 0.0, np.maximum(0.0, counts - off))
    return Bounds(low, np.where(hidden, float(suppressed_below - 1), counts + off))


@dataclass(frozen=True, slots=True, eq=False)
class Simulated:
    """One simulation: synthetic households of each area, those with a right, and those of which that cannot be told. Shapes (areas,)."""

    households: Ints
    eligible: Ints
    open: Ints

    def check(self, keys: Sequence[str]) -> None:
        """Raises SimulationsDiffer where the numbers contradict each other."""
        wrong = (self.eligible + self.open > self.households) | (self.eligible < 0) | (self.open < 0)
        if wrong.any():
            raise SimulationsDiffer(area=keys[int(wrong.argmax())])

    def shares(self, coverage: float) -> Bounds:
        """The share with a right, with the chance of the draw (Clopper & Pearson 1934, never too narrow); 0 to 1 where nobody is drawn.

        Households of which the right cannot be told have none at the lower bound, and one at the upper.
        """
        tail, n = (1 - coverage) / 2, self.households.astype(float)
        least, most = self.eligible.astype(float), (self.eligible + self.open).astype(float)
        low = np.where(least > 0, betaincinv(np.maximum(least, 1), n - least + 1, tail), 0.0)
        high = np.where(most < n, betaincinv(most + 1, np.maximum(n - most, 1), 1 - tail), 1.0)
        return Bounds(low, high)


def eligible(
    keys: Sequence[str], simulations: Sequence[Simulated], households: Floats | None = None, *, error: float = 0.0, coverage: float = 0.95
) -> Bounds:
    """Households with a right: the widest of all simulations, each with the chance of its draw, and a stated relative error on top.

    `households` are those that really live there, shape (areas,); without them the synthetic ones are taken for them. `error` 0.1 says
    that the count may be a tenth too high or too low because the synthesis knows people only in part. One simulation needs one.
    Raises SynthesisErrorMissing, SimulationsDiffer, NotACountOfHouseholds.
    """
    if not error > 0 and len(simulations) < 2:
        raise SynthesisErrorMissing
    for one in simulations:
        one.check(keys)
    if households is not None:
        _check_counts(keys, households)
    parts = [one.shares(coverage) for one in simulations]
    sizes = [one.households if households is None else households for one in simulations]
    low = np.array([part.low * size for part, size in zip(parts, sizes, strict=True)]).min(axis=0)
    high = np.array([part.high * size for part, size in zip(parts, sizes, strict=True)]).max(axis=0)
    return Bounds(low * max(0.0, 1 - error), high * (1 + error))


def _check_counts(keys: Sequence[str], counts: Floats) -> None:
    wrong: Flags = ~np.isnan(counts) & ((counts < 0) | (counts != np.floor(counts)))
    if wrong.any():
        first = int(wrong.argmax())
        raise NotACountOfHouseholds(area=keys[first], given=f"{counts[first]:g}")
