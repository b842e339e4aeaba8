"""What the answer for a terminal and the answer for a program share."""

from collections.abc import Sequence
from typing import Final

from lebenslage.benefits.together.order import REASONS
from lebenslage.benefits.together.ways import Reason
from lebenslage.kernel.units import CentPerMonth, unit_of
from lebenslage.law.deciding import Deciding, deciding
from lebenslage.law.engine import LawOn, Missing, Result
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts

MONTHLY: Final = unit_of(CentPerMonth)


def person_of(result: Result, missing: Missing) -> str:
    """Whom a fact is about: a person or a payment; empty for a fact of the household."""
    entity = missing.fact.entity
    return "" if entity.single else result.within.household.names[entity][missing.row]


def about(person: str, sentence: str, words: Texts) -> str:
    """A sentence with the person it is about in front."""
    return words("at", person=person, sentence=sentence) if person else sentence


def deciding_told(law: LawOn, result: Result, words: Texts) -> Sequence[str]:
    """The answers of which one alone would open the condition that refuses."""
    return [_instead(one, result.within.household, words) for one in deciding(law, result)]


def _instead(one: Deciding, household: Household, words: Texts) -> str:
    names = household.names[PERSON]
    now, then = (words.value(value, one.fact.unit, one.fact.choices, names) for value in (one.given, one.instead))
    if one.fact.unit is not None and one.fact.unit.kind == "money":
        then = words("cli", "more" if one.instead > one.given else "less")
    sentence = words("cli", "instead", fact=words.label(one.fact), now=now, then=then)
    return about("" if one.fact.entity.single else str(household.names[one.fact.entity][one.row]), sentence, words)


def reason_cites(reason: Reason) -> str:
    """The paragraph of a reason; empty where it rests on none."""
    return str(REASONS.get(reason.id, ""))
