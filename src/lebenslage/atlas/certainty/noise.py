"""Chance in the figures themselves: what the true value may be, given how few people were counted.

A `Noise` turns standard normal draws into draws of the true value: its quantile function, written as a polynomial of the normal deviate and
fitted once to exact quantiles (Cornish and Fisher 1937 write quantiles so). It misses them by a hundredth of the standard deviation where
nobody is counted, and by less than a thousandth from a few cases on. One kind of draw thus serves shares, counts and given standard errors,
and costs a few additions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import betaincinv, gammaincinv, ndtr

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.certainty.problems import BaseMissing, MoreThanAll, NegativeError
from lebenslage.atlas.certainty.small_numbers import FLAT, Shrunk

REACH, NODES, DEGREE = 4.2, 24, 7
DEVIATES: Final = REACH * np.cos(np.pi * (np.arange(NODES) + 0.5) / NODES)
"""Where the quantile functions are asked (Chebyshev's points)."""
NEGLIGIBLE: Final = 1e-3
"""A power that adds less than this share of the standard deviation at three deviations is left out."""
ANY: Final = np.array([[-np.inf, np.inf]])


@dataclass(frozen=True, slots=True, eq=False)
class Noise:
    """The draws of one or more indicators: coefficients [powers, indicators, areas] of the deviate, and possible values [indicators, 2]."""

    coefficients: Floats
    limits: Floats

    def values(self, deviates: Floats) -> Floats:
        """Draws of the true values, from standard normal deviates of the shape [draws, indicators, areas]."""
        *lower, highest = self.coefficients
        found = np.broadcast_to(highest, deviates.shape).copy()
        for coefficient in reversed(lower):
            found *= deviates
            found += coefficient
        if np.isfinite(self.limits).any():
            np.clip(found, *self.limits.T[:, :, None], out=found)
        return found


def of_shares(events: Floats, base: Floats, per: float = 100.0) -> Noise:
    """Binomial chance: the posterior of a share with Jeffreys' prior, times `per` (100: percent). Shapes (areas,).

    `events` may be broken numbers (share times base). An area without persons is drawn from what knows nothing, 0 to all.
    Raises BaseMissing, MoreThanAll.
    """
    _counted(events, base)
    if np.any(events > base):
        raise MoreThanAll(row=int(np.argmax(events > base)) + 1)
    return _fitted(_beta(events + FLAT, base - events + FLAT, per), per)


def of_counts(events: Floats, base: Floats, per: float = 1.0) -> Noise:
    """Poisson chance: the posterior of a rate of events for `base` persons, times `per`. Shapes (areas,). Raises BaseMissing."""
    _counted(events, base)
    if not base.all():
        raise BaseMissing(row=int(np.argmin(base)) + 1)
    return _fitted(_gamma(events + FLAT, base, per), np.inf)


def of_errors(values: Floats, standard_errors: Floats) -> Noise:
    """Normal chance with standard errors that the source gives; 0 where a value is exact. Shapes (areas,). Raises NegativeError."""
    wrong = ~(standard_errors >= 0)
    if wrong.any():
        raise NegativeError(row=int(np.argmax(wrong)) + 1)
    return Noise(np.stack((values, standard_errors))[:, None, :], ANY)


def of_posterior(shrunk: Shrunk, per: float = 1.0) -> Noise:
    """Chance that has learnt from all areas: the posterior of empirical Bayes. An area of few people is drawn near what holds around it."""
    quantiles = (_beta if shrunk.of_shares else _gamma)(shrunk.a, shrunk.b, per)
    return _fitted(quantiles, per if shrunk.of_shares else np.inf)


def exact(values: Floats) -> Noise:
    """No chance: a full count of everybody."""
    return Noise(values[None, None, :], ANY)


def together(noises: Sequence[Noise]) -> Noise:
    """The noise of several indicators, in this order."""
    powers = max(len(noise.coefficients) for noise in noises)
    padded = [np.pad(noise.coefficients, ((0, powers - len(noise.coefficients)), (0, 0), (0, 0))) for noise in noises]
    return Noise(np.concatenate(padded, axis=1), np.concatenate([noise.limits for noise in noises]))


def _beta(a: Floats, b: Floats, per: float) -> Callable[[Floats], Floats]:
    return lambda level: per * betaincinv(a, b, level)


def _gamma(a: Floats, b: Floats, per: float) -> Callable[[Floats], Floats]:
    return lambda level: per * gammaincinv(a, level) / b


def _fitted(quantiles: Callable[[Floats], Floats], greatest: float) -> Noise:
    """The polynomial of least degree that is close enough for every area."""
    wanted = quantiles(ndtr(DEVIATES)[:, None])
    scale = np.maximum(wanted.std(axis=0), np.finfo(float).tiny)
    weights = np.exp(-np.square(DEVIATES) / 16)[:, None]
    for degree in range(1, DEGREE + 1, 2):
        powers = np.vander(DEVIATES, degree + 1, increasing=True)
        found = np.einsum("pn,na->pa", np.linalg.pinv(powers * weights), wanted * weights)  # threads of a matrix library cost more here
        if np.abs((np.einsum("np,pa->na", powers, found) - wanted) * weights / scale).max() < NEGLIGIBLE:
            break
    return Noise(found[:, None, :], np.array([[0.0, greatest]]))


def _counted(events: Floats, base: Floats) -> None:
    wrong = ~(np.isfinite(events) & np.isfinite(base) & (events >= 0) & (base >= 0))
    if wrong.any():
        raise BaseMissing(row=int(np.argmax(wrong)) + 1)
