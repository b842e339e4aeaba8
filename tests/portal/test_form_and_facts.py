"""The form holds what a household file holds: every fact can be written into it and is read back as it was."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.benefits.facts import FACTS, VOCABULARY
from lebenslage.law.facts import LAST_DAY, Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.portal.questions import OF_WOHNGELD, SECTIONS, opened_by, parent
from lebenslage.residents.reading import HAPPENED, read, written

ON = date(2026, 11, 1)


def values(fact: Fact) -> Sequence[int]:
    """Some values of a fact: its words, its limits, and one between."""
    words = list(fact.asked.words.values())
    if fact.unit is not None and fact.unit.kind == "person":
        return [*words, 0, 1]
    if fact.choices is not None and not fact.several:
        return [int(one) for one in fact.choices]
    least, greatest = fact.bounds.least, min(fact.bounds.greatest, ON.toordinal() if fact in HAPPENED else LAST_DAY)
    return [*words, least, greatest, (least + greatest) // 2]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_every_fact_goes_into_the_form_and_comes_back(fact: Fact) -> None:
    for value in values(fact):
        names = {entity: ["Ada", "Bo"] if entity == PERSON else [entity.name] for entity in VOCABULARY.facts}
        household = Household(names, {fact: [value] * len(names[fact.entity])})

        answers = written(household, "2026-11")

        assert read(answers, names[PERSON], ON).household.given == household.given


@given(st.data())
def test_a_household_comes_back_whole(data: st.DataObject) -> None:
    plain = [fact for fact in FACTS if fact.asked.when is None]
    names = {entity: [entity.name] for entity in VOCABULARY.facts}
    given_values = {fact: [data.draw(st.sampled_from(values(fact)))] for fact in plain if fact.unit is None or fact.unit.kind != "person"}

    answers = written(Household(names, given_values), "2026-11")

    assert read(answers, names[PERSON], ON).household.given == given_values


def test_every_fact_of_wohngeld_has_one_place_in_the_form() -> None:
    placed = [fact for section in SECTIONS for fact in section.facts if fact in OF_WOHNGELD]

    assert sorted(fact.id for fact in placed) == sorted(fact.id for fact in OF_WOHNGELD)
    assert all(section.entity == fact.entity for section in SECTIONS for fact in section.facts)


def test_a_question_stands_below_the_one_that_opens_it() -> None:
    for fact in FACTS:
        above = parent(fact)
        assert above is None or fact in opened_by(above, FACTS)
        assert above is None or FACTS.index(above) < FACTS.index(fact) or above.entity == HOUSEHOLD
