"""What each area would get by a formula that is said beforehand, and how far the money is from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.money.account import Account
from lebenslage.atlas.money.problems import MinimumTooHigh, NoNeed


class Basis(Enum):
    """What the money follows: a count of people in need, or a rate of need times the people it is a rate of."""

    NEED = "need"
    NEED_TIMES_PEOPLE = "need_times_people"


@dataclass(frozen=True, slots=True)
class Formula:
    """Money in proportion to the basis; every area gets the minimum, which the others bear."""

    basis: Basis = Basis.NEED_TIMES_PEOPLE
    minimum: int = 0

    def allotted(self, account: Account) -> Ints:
        """What each area would get of the same money, in cents, adding up to it exactly. Shape (areas,). Raises MinimumTooHigh, NoNeed."""
        weight = account.need * account.people if self.basis is Basis.NEED_TIMES_PEOPLE else account.need
        if not weight.any():
            raise NoNeed(areas=len(weight))
        areas = len(weight)
        if self.minimum * areas > account.total:
            raise MinimumTooHigh(minimum=self.minimum, total=account.total, areas=areas)
        raised: Flags = np.zeros(areas, bool)
        while True:
            found = np.full(areas, self.minimum, np.int64)
            found[~raised] = to_cents(account.total - self.minimum * int(raised.sum()), weight[~raised])
            short = ~raised & (found < self.minimum)
            if not short.any():
                return found
            raised |= short

    def over(self, account: Account) -> Ints:
        """Cents above (+) or below (-) the formula; they add up to 0. Shape (areas,). Raises as `allotted`."""
        return account.cents - self.allotted(account)


def to_cents(total: int, weights: Floats) -> Ints:
    """Split an amount in proportion to weights into whole cents that add up to it: the largest remainders get the last cents."""
    if not weights.any():
        weights = np.ones_like(weights)
    exact = total * (weights / weights.sum())
    found = np.floor(exact).astype(np.int64)
    order = np.argsort(found - exact, kind="stable")
    left = total - int(found.sum())
    found[order[: max(left, 0)]] += 1
    found[order[::-1][: max(-left, 0)]] -= 1
    return found
