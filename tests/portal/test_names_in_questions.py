"""Questions about a person: to her face as "you", about others by their name, and never about "this person" as if nobody knew her."""

import pytest

from lebenslage.benefits.facts import FACTS, VOCABULARY, einkommen, personen
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import sentences
from lebenslage.portal.check.asking import Asked, ask
from lebenslage.portal.check.interview import Interview, Notes
from lebenslage.residents.answers import FIRST, Answers, Place

SECOND = "2"
TWO = Answers({entity: [FIRST, SECOND] if entity is PERSON else [FIRST] for entity in VOCABULARY.facts}, names={SECOND: "Noor"})
OF_A_PERSON = [fact for fact in FACTS if fact.entity is PERSON]


def about(key: str, fact: Fact, language: str) -> Asked:
    """The question about a fact of one of two people."""
    say = sentences(language)
    return ask(Place(fact, key).name, Interview(TWO, Notes(), say), say)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_has_a_name_is_called_by_it(language: str) -> None:
    this = sentences(language)("check", "this_person", "one")
    asked = [about(SECOND, fact, language) for fact in OF_A_PERSON]

    assert [one.name for one in asked if this in one.field.label] == []
    assert [one.name for one in asked if one.whose != "Noor" and "Noor" not in one.field.label] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact", [personen.geburtsdatum, einkommen.unterhalt, einkommen.gewerkschaftsbeitrag])
def test_who_answers_is_spoken_to(fact: Fact, language: str) -> None:
    asked = about(FIRST, fact, language)

    assert asked.whose == ""
    assert {"Sie", "you", "u"} & set(asked.field.label.replace("?", "").split())
