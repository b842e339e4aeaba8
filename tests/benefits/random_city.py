"""Random households with an answer to every question, for properties of the rights that follow from a notice."""

from collections.abc import Iterable, Mapping
from datetime import date
from random import Random

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.facts.personen import Verhaeltnis, verhaeltnis
from lebenslage.law.facts import NOBODY, Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity, Value

RIGHTS = ("bildung_und_teilhabe", "sozialpass", "sozialticket", "rundfunkbeitrag", "zuzahlung", "kita_beitrag")
FIRST, LAST = date(1940, 1, 1).toordinal(), date(2028, 1, 1).toordinal()
AROUND = (date(2025, 9, 1).toordinal(), date(2027, 3, 1).toordinal())


def city(on: date, facts: Iterable[Fact], many: int) -> list[Household]:
    """Households of one to five persons, every answer drawn, by the day's seed."""
    facts = tuple(facts)
    draw = Random(on.toordinal())
    return [household(draw, draw.randint(1, 5), facts) for _ in range(many)]


def household(draw: Random, size: int, facts: Iterable[Fact]) -> Household:
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
