"""What the answer for a terminal and the answer for a program share."""

from lebenslage.law.engine import Missing, Result
from lebenslage.law.texts import Texts


def person_of(result: Result, missing: Missing) -> str:
    """Whom a fact is about: a person or a payment; empty for a fact of the household."""
    entity = missing.fact.entity
    return "" if entity.single else result.run.household.names[entity][missing.row]


def assumed_value(missing: Missing, words: Texts) -> str:
    """The assumed answer in words."""
    fact = missing.fact
    value = fact.asked.assumed or 0
    for word, meant in fact.asked.words.items():
        if meant == value:
            return words("words", word)
    return words.value(value, fact.unit, fact.choices)


def about(person: str, sentence: str, words: Texts) -> str:
    """A sentence with the person it is about in front."""
    return words("at", person=person, sentence=sentence) if person else sentence
