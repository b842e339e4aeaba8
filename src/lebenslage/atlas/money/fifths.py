"""Who gets the money: fifths of the people by need, and how much passes by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.money.account import Account
from lebenslage.atlas.money.concentration import curve
from lebenslage.atlas.money.formula import to_cents


@dataclass(frozen=True, slots=True, eq=False)
class Fifths:
    """Equal parts of the people, from the least to the greatest need. `cents` add up to all the money; `per_head` is in cents."""

    people: Floats
    cents: Ints
    per_head: Floats

    @property
    def ratio(self) -> float:
        """How often the money a head of the neediest part contains that of the least needy one; infinite where that gets none."""
        return float(self.per_head[-1] / self.per_head[0]) if self.per_head[0] else float("inf")


def fifths(account: Account, parts: int = 5) -> Fifths:
    """Parts of exactly equal numbers of people. An area on a border is split, its money with its people.

    Areas of equal need are split alike, so the result does not depend on the order of the file. Raises NeedAllEqual.
    """
    people, money = curve(account)
    shares = np.diff(np.interp(np.arange(parts + 1) / parts, people, money))
    each = np.full(parts, account.people.sum() / parts)
    cents = to_cents(account.total, shares)
    return Fifths(each, cents, cents / each)


@dataclass(frozen=True, slots=True)
class Targeting:
    """Shares from 0 to 1: people in need whose area gets nothing (`undercoverage`), money outside the areas in need (`leakage`)."""

    undercoverage: float
    leakage: float


def targeting(account: Account, needy: Floats, in_need: Flags) -> Targeting:
    """How much misses its aim (Cornia & Stewart 1993, errors E and F).

    Shapes (areas,): `needy` are people in need, `in_need` the areas meant.
    Of areas it tells who lives where money goes, not who gets it. Raises NeedMissing, NoNeed.
    """
    account.check_need(needy)
    without = float(needy[account.cents == 0].sum() / needy.sum())
    return Targeting(without, int(account.cents[~in_need].sum()) / account.total)
