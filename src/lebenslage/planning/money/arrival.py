"""Does the money arrive where it is needed? Computed by the atlas from measures and the catalogue. Needs the analysis packages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from lebenslage.atlas.arrays import Flags
from lebenslage.atlas.money import Account, Concentration, Fifths, Formula, Targeting, bootstrapped, concentration, fifths, targeting
from lebenslage.planning.money.need import Need
from lebenslage.quarters.measures.spending import Spending

SEED: Final = 27
CLEAR: Final = 0.05
FAR: Final = 0.25
FEWEST: Final = 5

type Answer = Literal["with_need", "away", "unclear"]
type Place = Literal["far_below", "below", "near", "above", "far_above", "unknown"]


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter with its need, its money, and what the formula would give; None where it is unknown."""

    key: str
    name: str
    need: float | None
    people: float | None
    cents: int
    fair: int | None = None

    @property
    def per_head(self) -> float | None:
        """Cents a head."""
        return self.cents / self.people if self.people else None

    @property
    def over(self) -> int | None:
        """Cents above the formula, or below it."""
        return None if self.fair is None else self.cents - self.fair

    @property
    def place(self) -> Place:
        """How far from the formula it is."""
        if self.over is None:
            return "unknown"
        off = self.over / self.fair if self.fair else (1.0 if self.over else 0.0)
        if abs(off) <= CLEAR:
            return "near"
        return ("far_above" if off > FAR else "above") if off > 0 else ("far_below" if off < -FAR else "below")


@dataclass(frozen=True, slots=True)
class Arrival:
    """The answer for a year: `index` with its interval beside `fair_index`, what it would be if money followed need exactly."""

    need: Need
    quarters: Sequence[Quarter]
    index: Concentration
    fair_index: float | None
    fifths: Fifths
    targeting: Targeting | None
    people_in_need_areas: float
    left_out: Sequence[str]

    @property
    def answer(self) -> Answer:
        """Yes, no, or not to be told."""
        if self.index.low > 0:
            return "with_need"
        return "away" if self.index.high < 0 else "unclear"


def arrival(spending: Spending, need: Need) -> Arrival | None:
    """Compare; None where fewer than five quarters have need, people and money to compare, or all need the same. No money is 0 here."""
    edition = need.column.edition
    used = [place for place in range(len(edition.keys)) if _usable(need.need[place], need.people[place])]
    account = _account(spending, need, used)
    if account is None:
        return None
    fair = Formula().allotted(account) if need.formula_fits else None
    meant = _above_the_town(account)
    return Arrival(
        need,
        _quarters(need, spending, {} if fair is None else dict(zip(used, fair.tolist(), strict=True))),
        bootstrapped(account, seed=SEED),
        None if fair is None else concentration(Account(fair, account.need, account.people)).index,
        fifths(account),
        targeting(account, account.need * account.people, meant) if need.formula_fits else None,
        float(account.people[meant].sum() / account.people.sum()),
        [edition.names[place] for place in sorted({*range(len(edition.keys))} - {*used})],
    )


def _account(spending: Spending, need: Need, used: Sequence[int]) -> Account | None:
    """The quarters that can be compared, with what each gets; None where there is too little to compare."""
    edition, chosen = need.column.edition, list(used)
    cents = np.array([spending.by_area.get(edition.keys[place], 0) for place in chosen], np.int64)
    values, people = (np.array([given[place] for place in chosen], np.float64) for given in (need.need, need.people))
    if len(chosen) < FEWEST or not cents.any() or len(set(values)) < 2:
        return None
    return Account(cents, values, people, [edition.names[place] for place in chosen])


def _usable(need: float | None, people: float | None) -> bool:
    return need is not None and bool(people)


def _above_the_town(account: Account) -> Flags:
    """The quarters with more need than the town on average."""
    average = (account.need * account.people).sum() / account.people.sum()
    above: Flags = account.need > average
    return above


def _quarters(need: Need, spending: Spending, fair: dict[int, int]) -> Sequence[Quarter]:
    edition = need.column.edition
    return [
        Quarter(key, name, need.column.numbers[place], need.people[place], spending.by_area.get(key, 0), fair.get(place))
        for place, (key, name) in enumerate(zip(edition.keys, edition.names, strict=True))
    ]
