"""What a figure of few people is worth: empirical Bayes pulls it towards what holds around it, the more the fewer people there are.

Each estimator learns from all areas how much they really differ, and says the rest is chance:

- `marshall`: rates, towards the mean of the town (Marshall 1991, Applied Statistics 40, 283-294, global estimator);
- `marshall_local`: rates, towards the mean of the area and its neighbours (the same, local estimator);
- `poisson_gamma`: observed against expected counts (Clayton & Kaldor 1987, Biometrics 43, 671-681);
- `beta_binomial`: shares, people of people (Kleinman 1973, Journal of the American Statistical Association 68, 46-54).

Marshall's estimate is the mean of the Poisson-gamma posterior whose prior has his mean and variance; the intervals are its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import betaincinv, gammaincinv

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.certainty.problems import BaseMissing, MoreThanAll

ROUNDS: Final = 500
SETTLED: Final = 1e-10
FLAT: Final = 0.5
"""Jeffreys' prior: half an event, where nobody around has any."""
TINY: Final = 1e-9
"""Keeps a distribution proper where nobody, or everybody, is counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Shrunk:
    """Estimates for the areas. `weight` is what the own figure counts: 1 all, 0 nothing; the rest is `reference`.

    The posterior is Beta(a, b) of a share (`of_shares`), else Gamma with shape a and rate b.
    """

    estimate: Floats
    weight: Floats
    reference: Floats
    a: Floats
    b: Floats
    of_shares: bool = False

    def interval(self, coverage: float = 0.9) -> tuple[Floats, Floats]:
        """The limits between which the true value lies with this probability, in the middle of the posterior."""
        tail = (1 - coverage) / 2
        return self._quantile(tail), self._quantile(1 - tail)

    def _quantile(self, level: float) -> Floats:
        found: Floats = betaincinv(self.a, self.b, level) if self.of_shares else gammaincinv(self.a, level) / self.b
        return found


def marshall(events: Floats, base: Floats) -> Shrunk:
    """Rates of events for persons at risk, each pulled towards the rate of all. Shapes (areas,); the unit is that of events / base.

    Where areas differ no more than chance, each estimate is the mean. An area without persons has the mean. Raises BaseMissing.
    """
    _check(events, base)
    mean = events.sum() / base.sum()
    varied = (base * (_rates(events, base) - mean) ** 2).sum() / base.sum() - mean / base.mean()
    return _pulled(events, base, np.full_like(base, mean), np.full_like(base, max(0.0, varied)), np.full_like(base, base.sum()))


def marshall_local(events: Floats, base: Floats, starts: Ints, neighbours: Ints) -> Shrunk:
    """Rates, each pulled towards the rate of the area together with its neighbours: those of area i are neighbours[starts[i]:starts[i+1]].

    Shapes (areas,), (areas,), (areas + 1,), (pairs,); an area is not listed as its own neighbour. Raises BaseMissing.
    """
    _check(events, base)
    areas = np.arange(len(base))
    of = np.concatenate((areas, np.repeat(areas, np.diff(starts))))
    other = np.concatenate((areas, neighbours))
    around = _summed(of, base[other])
    mean = np.divide(_summed(of, events[other]), around, out=np.zeros_like(base), where=around > 0)
    apart = _summed(of, base[other] * (_rates(events, base)[other] - mean[of]) ** 2)
    varied = np.divide(apart - mean * _summed(of, np.ones(len(of))), around, out=np.zeros_like(base), where=around > 0)
    return _pulled(events, base, mean, np.maximum(0, varied), around)


def poisson_gamma(observed: Floats, expected: Floats) -> Shrunk:
    """Observed counts relative to those expected (1 = as expected), pulled to their common mean. Shapes (areas,). Raises BaseMissing.

    Mean and rate of the common gamma distribution are found by the iteration of Clayton & Kaldor, from the areas where any are expected.
    """
    _check(observed, expected)
    some = expected > 0
    mean, rate = _clayton_kaldor(observed[some], expected[some])
    return _gamma(observed, expected, np.full_like(expected, mean), np.full_like(expected, rate))


def _clayton_kaldor(observed: Floats, expected: Floats) -> tuple[float, float]:
    most = float(expected.sum())
    relative = observed / expected
    mean, rate = float(relative.mean()), 0.0
    for _ in range(ROUNDS):
        spread = float(((1 + rate / expected) * (relative - mean) ** 2).sum()) / max(1, len(observed) - 1)
        before, rate = rate, min(most, mean / spread) if spread > 0 else most
        relative = (observed + mean * rate) / (expected + rate)
        mean = float(relative.mean())
        if abs(rate - before) <= SETTLED * rate:
            break
    return mean, rate


def beta_binomial(events: Floats, base: Floats) -> Shrunk:
    """Shares of persons, each pulled towards the share of all. Shapes (areas,). Raises BaseMissing, MoreThanAll.

    The prior weighs like `a + b` persons; by Kleinman's moments, with the numbers of persons as weights.
    """
    _check(events, base)
    if np.any(events > base):
        raise MoreThanAll(row=int(np.argmax(events > base)) + 1)
    some, everybody, mean = base > 0, base.sum(), events.sum() / base.sum()
    rest = 1 - base[some] / everybody
    apart = (base * (_rates(events, base) - mean) ** 2).sum() - mean * (1 - mean) * rest.sum()
    possible = mean * (1 - mean) * ((base[some] * rest).sum() - rest.sum())
    alike = min(1.0, apart / possible) if apart > 0 and possible > 0 else 0.0
    prior = min(everybody, (1 - alike) / alike) if alike else everybody
    a, b = events + mean * prior, base - events + (1 - mean) * prior
    return Shrunk(a / (a + b), base / (base + prior), np.full_like(base, mean), a + TINY, b + TINY, of_shares=True)


def _pulled(events: Floats, base: Floats, mean: Floats, varied: Floats, most: Floats) -> Shrunk:
    """Marshall's estimate, with the gamma prior of the same mean and variance."""
    own = np.divide(varied * base, varied * base + mean, out=np.zeros_like(base), where=varied > 0)
    rate = np.minimum(most, np.divide(mean, varied, out=most.copy(), where=varied > 0))
    found = _gamma(events, base, mean, rate)
    return Shrunk(own * _rates(events, base) + (1 - own) * mean, own, mean, found.a, found.b)


def _gamma(events: Floats, base: Floats, mean: Floats, rate: Floats) -> Shrunk:
    """The posterior; a prior never weighs more than all persons it was learnt from (`rate` is held below by the callers)."""
    shape = np.where(mean > 0, mean * rate, FLAT)
    a, b = events + shape, base + rate
    return Shrunk(np.where(mean > 0, a / b, 0.0), base / b, mean, a, b)


def _rates(events: Floats, base: Floats) -> Floats:
    return np.divide(events, base, out=np.zeros_like(base), where=base > 0)


def _summed(of: Ints, values: Floats) -> Floats:
    return np.bincount(of, values)


def _check(events: Floats, base: Floats) -> None:
    """Counts are known and not negative, and there is somebody."""
    wrong = ~(np.isfinite(events) & np.isfinite(base) & (events >= 0) & (base >= 0)) | ((events > 0) & (base == 0))
    if wrong.any() or not base.sum() > 0:
        raise BaseMissing(row=int(np.argmax(wrong)) + 1)
