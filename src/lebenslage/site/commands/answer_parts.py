"""What the answer for a terminal and the answer for a program share."""

import re
from typing import Final

from lebenslage.benefits.together.order import REASONS
from lebenslage.benefits.together.ways import Reason
from lebenslage.kernel.units import CentPerMonth, unit_of
from lebenslage.law.engine import Missing, Result
from lebenslage.law.texts import Texts

MONTHLY: Final = unit_of(CentPerMonth)
SENTENCE_ENDS: Final = re.compile(r"(?<=[a-zäöüß”“)])\.\s+(?=[A-ZÄÖÜ])")


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


def first_sentence(text: str, name: str) -> str:
    """The sentence that says what decided, without the name of the right in front."""
    return SENTENCE_ENDS.split(text.strip(), maxsplit=1)[0].removeprefix(f"{name}: ").rstrip(".") + "."


def reason_told(reason: Reason, words: Texts) -> str:
    """Why a way is best, in a sentence with its amounts."""
    return words("together", "reasons", reason.id, **{name: words.value(cents, MONTHLY) for name, cents in reason.amounts.items()})


def reason_cites(reason: Reason) -> str:
    """The paragraph of a reason; empty where it rests on none."""
    return str(REASONS.get(reason.id, ""))
