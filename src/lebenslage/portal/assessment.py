"""The one thing this page asks of the law: what is due to this household in this month, and what is still to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lebenslage.benefits.facts import personen
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.kernel.errors import Problem
from lebenslage.law.engine import Missing, Result, Status
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts
from lebenslage.portal import questions
from lebenslage.portal.months import read_month
from lebenslage.residents.answers import HEAD, MONTH, Answers
from lebenslage.residents.reading import Trouble, read


@dataclass(frozen=True, slots=True)
class Assessment:
    """The outcome, the questions that can still change it, and what could not be read."""

    result: Result | None
    ahead: Sequence[Missing]
    troubles: Sequence[Trouble]


def assess(answers: Answers, say: Texts) -> Assessment:
    """Assess what a resident typed. Where something could not be read there is no outcome: half a household is another household."""
    try:
        on = read_month(answers.month)
        law = Law.on(on).holding(WOHNGELD.id)
    except Problem as problem:
        return Assessment(None, (), [Trouble(MONTH, problem)])
    reading = read(answers, names_of_people(answers, say), on)
    if reading.troubles:
        return Assessment(None, (), reading.troubles)
    result = law.assess(reading.household, WOHNGELD.id)[WOHNGELD.id]
    open_questions = questions.ahead(law, WOHNGELD.id, reading.household) if result.status is Status.UNKNOWN else ()
    return Assessment(result, open_questions, ())


def names_of_people(answers: Answers, say: Texts) -> Sequence[str]:
    """How each person is called on the page: by the name that was typed, as 'you', or by number."""
    return [answers.names.get(key) or _unnamed(answers, key, number, say) for number, key in enumerate(answers.rows[PERSON], start=1)]


def _unnamed(answers: Answers, key: str, number: int, say: Texts) -> str:
    return say("portal", "you") if HEAD in answers.at(personen.verhaeltnis, key) else say("portal", "person", number=number)
