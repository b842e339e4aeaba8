"""What is compared: the money of each area, its need, its inhabitants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.money.problems import NeedAllEqual, NeedMissing, NegativeSpending, NoNeed, NoSpending, SpendingWithoutPeople


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """Spending in cents, need as a rate or score that grows with need, and inhabitants, one each area; shapes (areas,).

    For persons instead of areas let `people` be ones. `names` stand in the sentences of what is wrong.
    Raises NegativeSpending, NoSpending, NeedMissing, NoNeed, SpendingWithoutPeople.
    """

    cents: Ints
    need: Floats
    people: Floats
    names: Sequence[str] = ()

    def __post_init__(self) -> None:
        back = self.cents < 0
        if back.any():
            raise NegativeSpending(area=self.name_of(back), cents=int(self.cents[back.argmax()]))
        if not self.cents.any():
            raise NoSpending(areas=len(self.cents))
        self.check_need(self.need)
        empty = ~np.isfinite(self.people) | (self.people < 0) | ((self.people == 0) & (self.cents > 0))
        if empty.any():
            raise SpendingWithoutPeople(area=self.name_of(empty))

    def check_need(self, need: Floats) -> None:
        """Raises NeedMissing where a need is unknown or negative, NoNeed where all are zero."""
        wrong = ~np.isfinite(need) | (need < 0)
        if wrong.any():
            raise NeedMissing(area=self.name_of(wrong))
        if not need.any():
            raise NoNeed(areas=len(need))

    def name_of(self, wrong: Flags) -> str:
        """The first area of some: its name, or its position from 1."""
        first = int(wrong.argmax())
        return self.names[first] if self.names else str(first + 1)

    @property
    def total(self) -> int:
        """All the money, in cents."""
        return int(self.cents.sum())

    def levels(self) -> tuple[Floats, Ints]:
        """The different needs, ascending, and the level of each area; areas of equal need are one level. Raises NeedAllEqual."""
        levels, of = np.unique(self.need, return_inverse=True)
        if len(levels) < 2:
            raise NeedAllEqual(areas=len(self.need))
        return levels, of
