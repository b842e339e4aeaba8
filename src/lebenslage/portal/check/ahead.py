"""Which answers can still change an outcome, and which questions come into sight behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.law.engine import Benefit, LawOn, Missing
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN
from lebenslage.portal.questions import supposed

MOST_ROUNDS: Final = 8


def still_open(law: LawOn, household: Household, right: Benefit = WOHNGELD) -> Sequence[Missing]:
    """The questions that can still change the outcome, and those in sight behind them. No outcome rests on what is supposed here."""
    found: dict[tuple[Fact, int], Missing] = {}
    for _ in range(MOST_ROUNDS):
        new = [missing for missing in dict.fromkeys(_blocking(law, household, right)) if (missing.fact, missing.row) not in found]
        if not new:
            break
        for missing in new:
            found[missing.fact, missing.row] = missing
            household = household.answered(missing.fact, missing.row, supposed(missing.fact))
    return tuple(found.values())


def _blocking(law: LawOn, household: Household, right: Benefit) -> Iterator[Missing]:
    run = law.conclude(household, *right.decisive)
    values = [gate.value(run, 0) for gate in right.gates]
    if any(value is not UNKNOWN and not value for value in values):
        return
    for goal in right.decisive:
        yield from (Missing(fact, row) for fact, row in goal.blockers(run, 0) if isinstance(fact, Fact))
