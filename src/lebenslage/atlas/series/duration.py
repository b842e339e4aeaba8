"""How long people receive: the median from counts by class of duration, and the survival curve where single spells are known.

Sources: Kaplan and Meier, Nonparametric estimation from incomplete observations, Journal of the American Statistical Association 53 (1958);
intervals on the log-log scale with Greenwood's variance, as in Kalbfleisch and Prentice (1980); the median's after Brookmeyer and Crowley
(1982).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.series.problems import DurationsOutOfOrder, SpellImpossible


@dataclass(frozen=True, slots=True, eq=False)
class Median:
    """A median for each area, NaN where unknown. Where `at_least`, it lies in the open class, and the value is where that begins."""

    value: Floats
    at_least: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Survival:
    """The share that still receives after each of `times`, with its interval; `at_risk` were watched then, `ended` stopped then.

    A limit of the `median` is NaN where the curve does not come down to a half.
    """

    times: Floats
    at_risk: Floats
    ended: Floats
    share: Floats
    low: Floats
    high: Floats

    @property
    def median(self) -> tuple[float, float, float]:
        """The time after which half have stopped, and its interval."""
        value, low, high = (self._first(one) for one in (self.share, self.low, self.high))
        return value, low, high

    def _first(self, curve: Floats) -> float:
        below = np.flatnonzero(curve <= 0.5)
        return float(self.times[below[0]]) if len(below) else float("nan")


def median_duration(begins: Sequence[float], counts: Floats) -> Median:
    """The median of durations of which only classes are known. `begins` [classes] are their lower limits, rising; the last class is open.

    `counts` [areas, classes] are the people in each; within a class they are taken to lie evenly. NaN in a row, or nobody, is unknown.
    People still receive on the day of the count: this is the time so far, not the time that it will take. Raises DurationsOutOfOrder.
    """
    limits = np.asarray(begins, np.float64)
    if (np.diff(limits) <= 0).any() or (counts < 0).any():
        raise DurationsOutOfOrder(row=int(np.argmax((counts < 0).any(axis=1))) + 1)
    up_to = np.cumsum(counts, axis=1)
    half = up_to[:, -1:] / 2
    place = np.argmax(up_to >= half, axis=1)
    rows = np.arange(len(counts))
    before = up_to[rows, place] - counts[rows, place]
    known = half[:, 0] > 0
    open_class = place == len(limits) - 1
    width = np.append(np.diff(limits), 0.0)[place]
    part = np.divide(half[:, 0] - before, counts[rows, place], out=np.zeros(len(counts)), where=known)
    return Median(np.where(known, limits[place] + width * part, np.nan), known & open_class)


def kaplan_meier(durations: Floats, ended: Flags, *, watched_from: Floats | None = None, coverage: float = 0.9) -> Survival:
    """The survival curve of spells. `ended` says whether a spell stopped at its duration, or was still going on when last seen.

    `watched_from` is how old each spell was when it came into sight (0 without it): spells found on a day of counting are long ones, and
    count only from that age. Shapes (spells,). Raises SpellImpossible.
    """
    start = np.zeros_like(durations) if watched_from is None else watched_from
    wrong = ~(durations > start)
    if wrong.any():
        raise SpellImpossible(row=int(np.argmax(wrong)) + 1)
    times, counts = np.unique(durations[ended], return_counts=True)
    stopped = counts.astype(np.float64)
    at_risk = (np.searchsorted(np.sort(start), times) - np.searchsorted(np.sort(durations), times)).astype(np.float64)
    share = np.cumprod(1 - stopped / at_risk)
    low, high = _log_log(share, stopped, at_risk, coverage)
    return Survival(times, at_risk, stopped, share, low, high)


def _log_log(share: Floats, ended: Floats, at_risk: Floats, coverage: float) -> tuple[Floats, Floats]:
    """The interval of the curve; unknown once everybody has stopped."""
    alive = share > 0
    inside = np.where(alive, share, 0.5)
    rest = np.where(at_risk > ended, at_risk - ended, 1)
    variance = np.cumsum(ended / (at_risk * rest))
    reach = ndtri((1 + coverage) / 2) * np.sqrt(variance) / np.abs(np.log(inside))
    low, high = (inside ** np.exp(sign * reach) for sign in (1, -1))
    return np.where(alive, low, np.nan), np.where(alive, high, np.nan)
