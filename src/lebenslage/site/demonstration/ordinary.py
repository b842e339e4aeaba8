"""The ordinary answer to each question the law still asks, so that an invented person answers everything that can change her outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from lebenslage.benefits.facts import personen
from lebenslage.benefits.facts.einkommen import vermoegen
from lebenslage.benefits.facts.leistungen import leistung
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.law.facts import Fact
from lebenslage.pages.fields import NO, NONE_OF_THEM, YES
from lebenslage.residents.answers import Answers, Place
from lebenslage.residents.reading import read

MOST_QUESTIONS: Final = 200
SAID: Final[Mapping[Fact, str]] = {
    personen.lebensmittelpunkt: YES,
    personen.kindergeld: YES,
    personen.aufenthalt: "deutsch",
    leistung: "keine",
    vermoegen: "1800",
}


def completed(answers: Answers, names: Sequence[str], on: date) -> Mapping[str, Sequence[str]]:
    """The answers at the places that the law would still ask for. Raises what is wrong with the answers given so far."""
    law, added = Law.on(on.replace(day=1)), dict[str, Sequence[str]]()
    for _ in range(MOST_QUESTIONS):
        reading = read(answers, names, on)
        if reading.troubles:
            raise reading.troubles[0].problem
        missing = law.next_question(reading.household, (WOHNGELD.id,))
        if missing is None:
            break
        place = Place(missing.fact, answers.rows[missing.fact.entity][missing.row])
        added[place.name] = [_ordinary(missing.fact)]
        answers = Answers(answers.rows, {**answers.given, place: added[place.name]}, answers.names, answers.gemeinde, answers.month)
    return added


def _ordinary(fact: Fact) -> str:
    if fact in SAID:
        return SAID[fact]
    if fact.several:
        return NONE_OF_THEM
    if fact.choices is not None:
        return next(iter(fact.members))
    if fact.unit is not None and fact.unit.kind == "flag":
        return NO
    return next(iter(fact.asked.words), "0")
