"""It does not matter in which order people are named or questions answered."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together import Law
from lebenslage.benefits.wohngeld.rules.einkommen import summe_der_einnahmen
from lebenslage.law.engine import Result
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import Rule
from lebenslage.law.wires import Of
from tests.law.households import ON, Document, documents


def assessed(household: Household) -> Result:
    """Wohngeld on the day of the tests."""
    return Law.on(ON).assess(household, "wohngeld")["wohngeld"]


def turned(document: Document, seed: int) -> Document:
    """The same household with its sections, people and answers in another order."""
    chance = Random(seed)

    def mixed(section: Document) -> Document:
        return dict(chance.sample(list(section.items()), len(section)))

    people = {name: mixed(answers) for name, answers in mixed(document["personen"]).items()}
    return mixed({**document, "personen": people, "haushalt": mixed(document["haushalt"])})


@pytest.mark.slow
@given(documents(), st.integers(0, 10**6))
@settings(max_examples=60)
def test_permuted_members_change_nothing(document: Document, seed: int) -> None:
    one, other = assessed(VOCABULARY.read(document)), assessed(VOCABULARY.read(turned(document, seed)))

    assert (one.status, one.amount, one.refused_by) == (other.status, other.amount, other.refused_by)


@given(documents(most=6), st.integers(0, 10**6))
@settings(max_examples=30)
def test_each_keeps_her_own_figures(document: Document, seed: int) -> None:
    def incomes(of_document: Document) -> dict[str, object]:
        result = assessed(VOCABULARY.read(of_document))
        names = result.run.household.names[PERSON]
        return {name: result.value(summe_der_einnahmen, row) for row, name in enumerate(names)}

    assert incomes(document) == incomes(turned(document, seed))


@given(documents(most=4))
@settings(max_examples=30)
def test_the_same_household_assessed_twice_has_the_same_trail(document: Document) -> None:
    household = VOCABULARY.read(document)
    one, other = assessed(household), assessed(household)

    assert [step[:3] for step in one.trail] == [step[:3] for step in other.trail]


@given(documents(most=4))
@settings(max_examples=30)
def test_every_step_is_taken_once_and_after_the_steps_it_reads(document: Document) -> None:
    taken: list[tuple[Rule, int]] = []
    result = assessed(VOCABULARY.read(document))
    for rule, row, *_ in result.trail:
        always = [wire for wire in result.run.version(rule).inputs if isinstance(wire, Of) and wire.when is None]
        read = [(wire.source, row if wire.same_row else 0) for wire in always if isinstance(wire.source, Rule)]
        assert [one for one in read if one not in taken] == []
        taken.append((rule, row))

    assert len(taken) == len(set(taken))
    assert (result.refused_by or result.benefit.amount, 0) in taken
