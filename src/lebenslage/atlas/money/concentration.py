"""The concentration index: does the money go where the need is?

From -1 to 1. Inhabitants stand in a row from the least to the greatest need of their area. 0: everybody gets the same. Above 0 the money
leans to the areas in need, below 0 away from them. Ranked the other way round, the index only changes its sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.money.account import Account

BOOTSTRAPS: Final = 1999


@dataclass(frozen=True, slots=True)
class Concentration:
    """The index with the interval in which it lies at this coverage, the areas taken as a sample of areas like them."""

    index: float
    standard_error: float
    low: float
    high: float
    coverage: float


def concentration(account: Account, *, coverage: float = 0.95) -> Concentration:
    """The index C = 2/mu * sum f y R - 1 with its standard error by the delta method. Raises NeedAllEqual.

    f is an area's share of the people, y its money a head, R the mid-rank of its people. It is the slope of the convenient regression
    of Kakwani, Wagstaff & van Doorslaer 1997 (Journal of Econometrics 77, 87-103; eq. 3, 13, 14). The error is theirs for areas of equal
    size; else each area weighs with the square of its share, as a draw of areas asks for.
    """
    f, y, rank, around = _ranked(account)
    index = float(2 * (f * y * rank).sum() - 1)
    influence = y * (2 * rank - 1 - index) + 2 - around - (1 + index)
    error = float(np.sqrt((f * f * influence * influence).sum()))
    reach = NormalDist().inv_cdf((1 + coverage) / 2) * error
    return Concentration(index, error, max(-1.0, index - reach), min(1.0, index + reach), coverage)


def bootstrapped(account: Account, *, seed: int, coverage: float = 0.95, draws: int = BOOTSTRAPS) -> Concentration:
    """The index with the middle of what redrawn areas give (percentiles). For few areas more honest than the delta method."""
    order = np.argsort(account.need, kind="stable")
    starts = np.unique(account.need[order], return_index=True)[1]
    times = np.random.default_rng(seed).multinomial(len(order), np.full(len(order), 1 / len(order)), draws)
    people = np.add.reduceat(times * account.people[order], starts, axis=1)
    cents = np.add.reduceat(times * account.cents[order], starts, axis=1)
    good = cents.sum(axis=1) > 0
    f, share = (part[good] / part[good].sum(axis=1, keepdims=True) for part in (people, cents))
    found = 2 * (share * (np.cumsum(f, axis=1) - f / 2)).sum(axis=1) - 1
    low, high = np.quantile(found, ((1 - coverage) / 2, (1 + coverage) / 2))
    return Concentration(concentration(account).index, float(found.std()), float(low), float(high), coverage)


def curve(account: Account) -> tuple[Floats, Floats]:
    """The curve: shares of the people, from the least need on, and of the money. Shapes (levels + 1,). Raises NeedAllEqual."""
    _, of = account.levels()
    people, cents = np.bincount(of, account.people), np.bincount(of, account.cents)
    return _rising(people), _rising(cents)


def _ranked(account: Account) -> tuple[Floats, Floats, Floats, Floats]:
    """Share of the people, relative money a head, mid-rank, and the curve below and above, added; an area each."""
    _, of = account.levels()
    people, money = curve(account)
    f = account.people / account.people.sum()
    y = np.divide(account.cents / account.total, f, out=np.zeros_like(f), where=f > 0)
    return f, y, ((people[1:] + people[:-1]) / 2)[of], (money[1:] + money[:-1])[of]


def _rising(parts: Floats) -> Floats:
    return np.concatenate(([0.0], np.cumsum(parts) / parts.sum()))
