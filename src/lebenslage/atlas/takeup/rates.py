"""Take-up: of those with a right, how many use it. Always between two numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.takeup.bounds import Bounds
from lebenslage.atlas.takeup.problems import NotPublishable


class Finding(Enum):
    """What an area's numbers allow to say. `UP_TO_ALL`: more than all would be possible by the numbers, so the upper bound is 1.

    `SIMULATION_TOO_LOW`: even at the bounds there are more recipients than people with a right; the simulation is wrong there.
    """

    TOLD = "told"
    UP_TO_ALL = "up_to_all"
    SIMULATION_TOO_LOW = "simulation_too_low"
    NOBODY_ELIGIBLE = "nobody_eligible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, eq=False)
class TakeUp:
    """Shares from `low` to `high` for the areas `keys`; NaN where nothing can be told, and `findings` say why. There is no point estimate.

    `fitted` are the areas whose synthetic households were fitted to local counts; the others are a model.
    """

    keys: tuple[str, ...]
    low: Floats
    high: Floats
    findings: tuple[Finding, ...]
    fitted: Flags

    @property
    def publishable(self) -> bool:
        """Whether every area rests on local counts."""
        return bool(self.fitted.all())

    @property
    def told(self) -> Flags:
        """Where there is an interval."""
        return ~np.isnan(self.low)

    def ranks(self) -> tuple[Ints, Ints]:
        """The best and the worst rank each area can have, 1 the lowest take-up: only areas whose intervals do not overlap are in order.

        Shapes (areas,). An area without an interval can have any rank, and leaves every rank open to the others.
        """
        surely_lower = self.high[None, :] < self.low[:, None]
        surely_higher = self.low[None, :] > self.high[:, None]
        return 1 + surely_lower.sum(axis=1), len(self.keys) - surely_higher.sum(axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class Publishable:
    """Take-up that may be published: it cannot be made of a model. What publishes takes this type. Raises NotPublishable."""

    found: TakeUp

    def __post_init__(self) -> None:
        if not self.found.publishable:
            bare = [key for key, fitted in zip(self.found.keys, self.found.fitted, strict=True) if not fitted]
            raise NotPublishable(areas=[*bare[:10], *["…"] * (len(bare) > 10)], number=len(bare))


def take_up(keys: tuple[str, ...], recipients: Bounds, eligible: Bounds, fitted: Flags) -> TakeUp:
    """The conservative combination: fewest recipients over most with a right, to most recipients over fewest. Shapes (areas,).

    Bounds that hold each make an interval that holds, whatever the errors have in common.
    """
    low = _ratio(recipients.low, eligible.high)
    high = _ratio(recipients.high, eligible.low)
    findings = tuple(_finding(*row) for row in zip(recipients.high, eligible.high, low, high, strict=True))
    told = np.array([finding in (Finding.TOLD, Finding.UP_TO_ALL) for finding in findings], bool)
    return TakeUp(keys, np.where(told, low, np.nan), np.where(told, np.minimum(high, 1.0), np.nan), findings, fitted)


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.where(np.isnan(part + whole), np.nan, np.where(part > 0, np.inf, 0.0)), where=whole > 0)


def _finding(received: float, eligible: float, low: float, high: float) -> Finding:
    if np.isnan(received) or np.isnan(eligible):
        return Finding.UNKNOWN
    if low > 1:
        return Finding.SIMULATION_TOO_LOW
    if not eligible:
        return Finding.NOBODY_ELIGIBLE
    return Finding.UP_TO_ALL if high > 1 else Finding.TOLD
