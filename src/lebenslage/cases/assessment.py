"""What the law says of a case: its facts, read and assessed on the first day of the month of application."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lebenslage.benefits.together.law import Law
from lebenslage.cases.facts import APPLIED, applied_on, current_facts, typed_facts
from lebenslage.cases.models import Case
from lebenslage.kernel.errors import Problem
from lebenslage.law.engine import Missing, Result, Status
from lebenslage.law.household import Household
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.pages.frame import sentences
from lebenslage.residents.answers import FIRST, Answers, Place, from_places
from lebenslage.residents.places import particular
from lebenslage.residents.reading import Trouble, read


@dataclass(frozen=True, slots=True)
class Assessed:
    """The outcome of the facts as they are. There is none where something cannot be read: half a household is another household."""

    day: date | None
    answers: Answers
    household: Household | None
    troubles: Sequence[Trouble]
    result: Result | None

    @property
    def decided(self) -> bool:
        """Whether the law says yes or no."""
        return self.result is not None and self.result.status is not Status.UNKNOWN

    @property
    def missing(self) -> Sequence[str]:
        """The places of the facts that would decide."""
        return [self.place(one) for one in self.result.missing] if self.result is not None else ()

    def place(self, missing: Missing) -> str:
        """Where a fact of a row stands."""
        entity = missing.fact.entity
        return Place(missing.fact, FIRST if entity == HOUSEHOLD else self.answers.rows[entity][missing.row]).name


def assess(case: Case) -> Assessed:
    """Assess a case as it is now."""
    return assessed(typed_facts(current_facts(case)), case.version.service)


def assessed(typed: Mapping[str, Sequence[str]], service: str) -> Assessed:
    """Assess typed facts."""
    answers = from_places(typed)
    try:
        day = applied_on(typed).replace(day=1)
        law = Law.on(day).holding(service)
    except Problem as problem:
        return Assessed(None, answers, None, [Trouble(APPLIED, problem)], None)
    reading = read(answers, names_of_people(answers, typed), day)
    result = None if reading.troubles else law.assess(reading.household, service)[service]
    return Assessed(day, answers, reading.household, reading.troubles, result)


def applied_day(case: Case) -> str:
    """The day of the application as it is written on letters: 02.11.2026."""
    return f"{applied_on(typed_facts(current_facts(case))):%d.%m.%Y}"


def names_of_people(answers: Answers, typed: Mapping[str, Sequence[str]], language: str = "de") -> Sequence[str]:
    """How each person is called: the applicant by first and family name, others by the name that was typed or by number; no two alike."""
    say = sentences(language)
    applicant = full_name(typed)
    names = [
        (applicant if key == FIRST else "") or answers.names.get(key) or say("cases", "person", number=number)
        for number, key in enumerate(answers.rows[PERSON], start=1)
    ]
    often = Counter(names)
    return [name if often[name] == 1 else f"{name} ({number})" for number, name in enumerate(names, start=1)]


def full_name(typed: Mapping[str, Sequence[str]]) -> str:
    """First and family name of the applicant."""
    return " ".join(text for id in ("vorname", "nachname") for text in typed.get(particular(id), ())[:1])
