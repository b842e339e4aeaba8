"""Who stays at the bottom: runs in a class, ways in and out, the odds of staying, and what chance alone would do.

Source of the intervals: Brown, Cai and DasGupta, Interval estimation for a binomial proportion, Statistical Science 16 (2001), Jeffreys.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import betaincinv, gammaln

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.series.editions import NOT_CLASSIFIED


@dataclass(frozen=True, slots=True, eq=False)
class Persistence:
    """Areas in the chosen classes over the editions. Shapes [areas], but `entered` and `left` [editions - 1], `counted` [editions].

    `known` are areas classified in every edition; all else is about them, and False or 0 elsewhere. `longest` and `now` count editions in
    a row, anywhere and up to the last edition; a run that begins with the first edition may be longer than it is known to be.
    """

    known: Flags
    always: Flags
    ever: Flags
    longest: Ints
    now: Ints
    counted: Ints
    entered: Ints
    left: Ints

    @property
    def share_always(self) -> float:
        """Of those in the classes at first, which share is there in every edition; NaN where nobody was."""
        return float(self.always.sum() / self.counted[0]) if self.counted[0] else float("nan")


@dataclass(frozen=True, slots=True, eq=False)
class Transitions:
    """From class (row) to class (column), both in the order of `ids`: how many areas, which share of the row, and its interval.

    `by_chance` is how many areas there would be if the class then said nothing about the class now. Shares of an empty row are NaN.
    """

    ids: tuple[int, ...]
    counts: Ints
    shares: Floats
    low: Floats
    high: Floats
    by_chance: Floats

    @property
    def expected_stay(self) -> tuple[Floats, Floats, Floats]:
        """How many editions an area stays in each class, once there: 1 / (1 - share), with its interval; infinite where nobody left.

        Holds where the odds of leaving do not depend on how long an area has been there (a Markov chain).
        """
        with np.errstate(divide="ignore"):
            share, low, high = (1 / (1 - np.diag(one)) for one in (self.shares, self.low, self.high))
        return share, low, high


@dataclass(frozen=True, slots=True)
class ByChance:
    """How many areas would be in the class both times if it were drawn anew: the mean, where 90 of 100 draws lie, the odds of as many."""

    observed: int
    expected: float
    low: int
    high: int
    probability: float


def persistence(classes: Ints, chosen: Sequence[int]) -> Persistence:
    """Runs of areas in the `chosen` classes (usually the lowest). `classes` [editions, areas], 0 where an area is not classified."""
    known = (classes != NOT_CLASSIFIED).all(axis=0)
    inside = np.isin(classes, chosen) & known
    run, longest = np.zeros(classes.shape[1], np.int64), np.zeros(classes.shape[1], np.int64)
    for edition in inside:
        run = np.where(edition, run + 1, 0)
        longest = np.maximum(longest, run)
    return Persistence(
        known=known,
        always=inside.all(axis=0),
        ever=inside.any(axis=0),
        longest=longest,
        now=run,
        counted=inside.sum(axis=1),
        entered=(~inside[:-1] & inside[1:]).sum(axis=1),
        left=(inside[:-1] & ~inside[1:]).sum(axis=1),
    )


def transitions(before: Ints, after: Ints, ids: Sequence[int], coverage: float = 0.9) -> Transitions:
    """The matrix of transitions of areas classified both times. `before`, `after` [areas]; classes outside of `ids` do not count."""
    counts = np.array([[((before == one) & (after == other)).sum() for other in ids] for one in ids], np.int64)
    rows = np.broadcast_to(counts.sum(axis=1, keepdims=True), counts.shape)
    shares = np.divide(counts, rows, out=np.full(counts.shape, np.nan), where=rows > 0)
    low, high = _jeffreys(counts, rows, coverage)
    by_chance = rows * counts.sum(axis=0) / max(1, int(counts.sum()))
    return Transitions(tuple(ids), counts, shares, low, high, by_chance)


def by_chance(before: Ints, after: Ints, chosen: int) -> ByChance:
    """What chance would do: of the areas classified both times, as many as now are in the class are drawn without regard to then.

    The number that is in it both times then follows the hypergeometric distribution (Fisher's exact test, one-sided).
    """
    known = (before != NOT_CLASSIFIED) & (after != NOT_CLASSIFIED)
    then, now = (before == chosen) & known, (after == chosen) & known
    areas, first, second = int(known.sum()), int(then.sum()), int(now.sum())
    both = np.arange(max(0, first + second - areas), min(first, second) + 1)
    odds = np.exp(_choose(first, both) + _choose(areas - first, second - both) - _choose(areas, np.array(second)))
    up_to, observed = np.cumsum(odds), int((then & now).sum())
    low, high = (int(both[min(len(both) - 1, int(np.searchsorted(up_to, share)))]) for share in (0.05, 0.95))
    return ByChance(observed, first * second / max(1, areas), low, high, float(odds[both >= observed].sum()))


def _choose(number: int, chosen: Ints) -> Floats:
    found: Floats = gammaln(number + 1) - gammaln(chosen + 1) - gammaln(number - chosen + 1)
    return found


def _jeffreys(counts: Ints, rows: Ints, coverage: float) -> tuple[Floats, Floats]:
    """Limits of shares; those of none and of all reach 0 and 1."""
    tail = (1 - coverage) / 2
    low, high = (betaincinv(counts + 0.5, rows - counts + 0.5, level) for level in (tail, 1 - tail))
    low, high = np.where(counts == 0, 0.0, low), np.where(counts == rows, 1.0, high)
    return np.where(rows > 0, low, np.nan), np.where(rows > 0, high, np.nan)
