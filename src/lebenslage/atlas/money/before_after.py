"""Before and after, beside areas without the measure: what changed because of it, and whether that can be told at all.

Each area counts once: the mean after it less the mean before it. The effect is how much more this changed where the measure was (difference
in differences; Bertrand, Duflo & Mullainathan 2004, Quarterly Journal of Economics 119, 249-275, section IV.C: periods are collapsed).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from math import comb, inf, sqrt
from typing import Final

import numpy as np
from scipy.special import stdtrit

from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.money.problems import FigureMissing, NothingToCompare

ALL_WAYS: Final = 20_000
DRAWS: Final = 9_999
HALVINGS: Final = 60
type Test = Callable[[float], float]


class Verdict(Enum):
    """What can be said. `TOO_FEW`: even the clearest result could come by chance with so few areas."""

    TOO_FEW = "too_few"
    NOTHING_SEEN = "nothing_seen"
    ROSE = "rose"
    FELL = "fell"


@dataclass(frozen=True, slots=True)
class Trend:
    """How much more the areas with the measure rose from period to period before it, and how often chance gives as much."""

    difference: float
    p: float


@dataclass(frozen=True, slots=True)
class Effect:
    """The effect, in the unit of the figures; `low` and `high` bound all effects that the areas do not contradict (may be infinite).

    `p` is how often areas drawn by lot differ as much. `robust` is the interval by Welch's t, for comparison: too narrow with few areas.
    `trend` is None where there were fewer than two periods before; a trend that chance explains is no proof that there was none.
    """

    effect: float
    low: float
    high: float
    p: float
    robust: tuple[float, float]
    trend: Trend | None
    verdict: Verdict


def before_after(figures: Floats, treated: Flags, first_after: int, *, seed: int, level: float = 0.05, names: Sequence[str] = ()) -> Effect:
    """Shapes (areas, periods), (areas,); periods from `first_after` on, counted from 0, lie after the start of the measure.

    The interval turns the randomisation test round (Rosenbaum 2002, Observational Studies, ch. 2): an effect is in it unless, once taken
    away, fewer than `level` of all ways to pick so many areas differ as much. All ways are tried up to 20,000, else 9,999 drawn by lot.
    `names` of the areas stand in the sentence of what is missing. Raises NothingToCompare, FigureMissing.
    """
    _check(figures, treated, first_after, names)
    change = figures[:, first_after:].mean(axis=1) - figures[:, :first_after].mean(axis=1)
    ways = _ways(treated, seed)
    effect, trend = _apart(change, treated), _trend(figures[:, :first_after], treated, ways)
    robust = _welch(change[treated], change[~treated], level)
    by_lot, shared = _gaps(change, ways), _gaps(treated.astype(float), ways)

    def p(supposed: float) -> float:
        slack = 1e-9 * (abs(effect - supposed) + float(np.abs(change).max()))
        return float((np.abs(by_lot - supposed * shared) >= abs(effect - supposed) - slack).mean())

    if float((np.abs(shared) > 1 - 1e-9).mean()) > level:
        return Effect(effect, -inf, inf, p(0.0), robust, trend, Verdict.TOO_FEW)
    width = max(abs(by_lot).max(), abs(effect)) or 1.0
    low, high = (_edge(p, effect, sign * width, level) for sign in (-1, 1))
    verdict = Verdict.NOTHING_SEEN if low <= 0 <= high else Verdict.ROSE if effect > 0 else Verdict.FELL
    return Effect(effect, low, high, p(0.0), robust, trend, verdict)


def _check(figures: Floats, treated: Flags, first_after: int, names: Sequence[str]) -> None:
    with_it, after = int(treated.sum()), figures.shape[1] - first_after
    if not (with_it and with_it < len(treated) and first_after > 0 and after > 0):
        raise NothingToCompare(treated=with_it, others=len(treated) - with_it, before=first_after, after=after)
    missing = np.argwhere(~np.isfinite(figures))
    if len(missing):
        area, period = missing[0].tolist()
        raise FigureMissing(area=names[area] if names else str(area + 1), period=period + 1)


def _ways(treated: Flags, seed: int) -> Floats:
    """Ways to pick as many areas, a row each with 1 where picked; the true one among them."""
    areas, number = len(treated), int(treated.sum())
    if comb(areas, number) <= ALL_WAYS:
        picked = np.array(list(combinations(range(areas), number)))
        ways = np.zeros((len(picked), areas))
        np.put_along_axis(ways, picked, 1.0, axis=1)
        return ways
    drawn = np.random.default_rng(seed).permuted(np.broadcast_to(treated.astype(float), (DRAWS, areas)), axis=1)
    return np.vstack((treated.astype(float), drawn))


def _gaps(values: Floats, ways: Floats) -> Floats:
    """For each way, the mean of the picked areas less that of the others."""
    number = ways[0].sum()
    sums = ways @ values
    found: Floats = sums / number - (values.sum() - sums) / (len(values) - number)
    return found


def _apart(values: Floats, treated: Flags) -> float:
    return float(values[treated].mean() - values[~treated].mean())


def _trend(before: Floats, treated: Flags, ways: Floats) -> Trend | None:
    periods = before.shape[1]
    if periods < 2:
        return None
    time = np.arange(periods) - (periods - 1) / 2
    slope = before @ time / (time @ time)
    observed = _apart(slope, treated)
    slack = 1e-9 * float(np.abs(slope).max())
    return Trend(observed, float((np.abs(_gaps(slope, ways)) >= abs(observed) - slack).mean()))


def _welch(one: Floats, other: Floats, level: float) -> tuple[float, float]:
    """The interval by Welch's t; without a limit where a group has one area only."""
    middle = float(one.mean() - other.mean())
    if min(len(one), len(other)) < 2:
        return -inf, inf
    parts = [float(group.var(ddof=1)) / len(group) for group in (one, other)]
    variance = sum(parts)
    if not variance:
        return middle, middle
    degrees = variance**2 / sum(part**2 / (len(group) - 1) for part, group in zip(parts, (one, other), strict=True))
    reach = float(stdtrit(degrees, 1 - level / 2)) * sqrt(variance)
    return middle - reach, middle + reach


def _edge(p: Test, effect: float, step: float, level: float) -> float:
    """The last effect in this direction that is not contradicted."""
    inside, outside = effect, effect + step
    while p(outside) > level:
        inside, outside = outside, effect + 2 * (outside - effect)
    for _ in range(HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if p(middle) > level else (inside, middle)
    return outside
