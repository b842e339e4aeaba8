"""What is decided before every question is answered stays so, whatever the answers are."""

from collections.abc import Iterable
from datetime import date
from random import Random

import pytest

from lebenslage.benefits.together import Law
from lebenslage.law.engine import Status
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.in_force import reachable
from lebenslage.law.nodes import UNKNOWN
from tests.benefits.random_city import RIGHTS, city

ON = date(2026, 5, 1)
LAW = Law.on(ON)
MANY = 150


def facts_behind(right: str) -> list[Fact]:
    """The facts that can decide a right."""
    return [source for source in reachable(LAW.benefits[right].decisive) if isinstance(source, Fact)]


def thinned(household: Household, facts: Iterable[Fact], draw: Random) -> Household:
    """The household with some answers missing; never one for which the ordinary case would step in."""
    given = dict(household.given)
    for fact in facts:
        if fact in given and fact.asked.assumed is None:
            given[fact] = [UNKNOWN if draw.random() < 0.2 else value for value in given[fact]]
    return Household(household.names, given)


@pytest.mark.slow
@pytest.mark.parametrize("right", RIGHTS)
def test_what_is_decided_early_stays_decided(right: str) -> None:
    facts = sorted(facts_behind(right), key=lambda fact: fact.id)
    draw = Random(right)
    decided = 0
    for household in city(ON, facts, MANY):
        early = LAW.assess(thinned(household, facts, draw), right)[right]
        full = LAW.assess(household, right)[right]
        assert full.status is not Status.UNKNOWN
        if early.status is not Status.UNKNOWN:
            decided += 1
            assert (early.status, early.amount) == (full.status, full.amount)

    assert decided >= 10, "the property was hardly tried"
