"""What is wrong, in words: short at its field, with the person in front in the summary at the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.kernel.errors import DateWithoutTable, Problem
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts
from lebenslage.portal.assessment import names_of_people
from lebenslage.residents.answers import Answers
from lebenslage.residents.reading import Trouble

LONGEST: Final = 400


@dataclass(frozen=True, slots=True)
class Told:
    """A problem in words, and the field at which it can be put right."""

    field: str
    short: str
    sentence: str


def told_at_fields(troubles: Sequence[Trouble], answers: Answers, say: Texts) -> Sequence[Told]:
    """Each problem at its field. The same field is named once."""
    people = dict(zip((f"{PERSON.name}-{key}" for key in answers.rows[PERSON]), names_of_people(answers, say), strict=True))
    several = len(people) > 1
    first: dict[str, Told] = {}
    for trouble in troubles:
        row = "-".join(trouble.field.split("-")[:2])
        first.setdefault(trouble.field, told(trouble.problem, trouble.field, say, people.get(row, "") if several else ""))
    return list(first.values())


def told(problem: Problem, field: str, say: Texts, person: str = "") -> Told:
    """A problem as a resident reads it: the labels of facts without their ids, and no endless quotation."""
    sentence = _no_table(problem, say) if isinstance(problem, DateWithoutTable) else say.problem(problem)
    for fact in problem.details.values():
        sentence = sentence.replace(f" ({fact.id})", "") if isinstance(fact, Fact) else sentence
    short = sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST]} …"
    named = say("at", person=person, sentence=short) if person and "fact" in problem.details else short
    return Told(field, short, named)


def _no_table(problem: DateWithoutTable, say: Texts) -> str:
    return say("portal", "no_table", first=_day(problem, "first", say), last=_day(problem, "last", say))


def _day(problem: Problem, which: str, say: Texts) -> str:
    day = problem.details[which]
    return say.day(day.toordinal())  # type: ignore[attr-defined]
