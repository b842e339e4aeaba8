"""The rights that follow from a notice say the same of a city as of each household: compiled equals plain."""

from collections.abc import Mapping
from datetime import date
from random import Random

import pytest

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.facts.personen import Verhaeltnis, verhaeltnis
from lebenslage.benefits.together import Law
from lebenslage.law.facts import NOBODY, Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity, Value
from lebenslage.law.simulation import Simulation, household_of
from tests.law.populations import tables

pytestmark = pytest.mark.slow

RIGHTS = ("bildung_und_teilhabe", "sozialpass", "sozialticket", "rundfunkbeitrag", "zuzahlung", "kita_beitrag")
MANY = 300
FIRST, LAST = date(1940, 1, 1).toordinal(), date(2028, 1, 1).toordinal()
AROUND = (date(2025, 9, 1).toordinal(), date(2027, 3, 1).toordinal())


def city(on: date, facts: frozenset[Fact]) -> list[Household]:
    """Households of one to five persons, every answer drawn, by the day's seed."""
    draw = Random(on.toordinal())
    return [household(draw, draw.randint(1, 5), facts) for _ in range(MANY)]


def household(draw: Random, size: int, facts: frozenset[Fact]) -> Household:
    """One household with an answer to every question."""
    rows = {HOUSEHOLD: ["haushalt"], PERSON: [f"P{n}" for n in range(size)]}
    names: Mapping[Entity, list[str]] = {entity: rows.get(entity, []) for entity in VOCABULARY.facts}
    ordered = sorted(facts, key=lambda fact: fact.id)
    given = {fact: [answer(draw, fact, row) for row in range(len(names[fact.entity]))] for fact in ordered}
    given[verhaeltnis] = [int(Verhaeltnis.ANTRAGSTELLEND) if row == 0 else draw.choice([1, 2, 3, 3, 3, 5, 7]) for row in range(size)]
    return Household(names, given)


def answer(draw: Random, fact: Fact, row: int) -> Value:
    """Any answer that the fact can have; days mostly near the month."""
    kind = fact.unit.kind if fact.unit else ""
    if fact.asked.words and draw.random() < 0.2:
        return draw.choice(list(fact.asked.words.values()))
    if fact.several:
        return sum(member for member in fact.members.values() if draw.random() < 0.3)
    if fact.choices:
        return draw.choice(list(fact.members.values()))
    if kind == "day":
        return draw.randint(FIRST, LAST) if fact.id == "geburtsdatum" else draw.randint(*AROUND)
    if kind == "person":
        return draw.choice([NOBODY, 0]) if row else NOBODY
    return draw.randint(max(fact.bounds.least, 0), min(fact.bounds.greatest, 40_000 if kind == "money" else 200))


@pytest.mark.parametrize("on", [date(2024, 2, 1), date(2025, 8, 1), date(2026, 5, 1), date(2026, 9, 1)])
def test_compiled_and_plain_say_the_same(on: date) -> None:
    law = Law.on(on)
    simulation = Simulation(law, only=RIGHTS)
    households = tables(city(on, frozenset(simulation.kernel.facts)))
    prepared = simulation.prepare(households)
    found = simulation.simulate(households).to_pydict()
    plain = [law.assess(household_of(prepared, h), *RIGHTS) for h in range(MANY)]

    assert not prepared.open.any()
    for right in RIGHTS:
        statuses = [result[right].status.value for result in plain]
        assert found[f"{right}_status"] == statuses
        assert found[f"{right}_cent"] == [result[right].amount or 0 for result in plain]
        assert len(set(statuses)) == 2, right
