"""A result to take away: on paper without a name, or as a file that an advice service opens on our page. Nothing is kept for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.journal.clock import now
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts
from lebenslage.papers.result import all_rights_content, result_content, result_pdf
from lebenslage.portal.check.interview import Interview
from lebenslage.portal.months import in_words, read_month, this_month
from lebenslage.portal.questions import applied_today
from lebenslage.residents.answers import GEMEINDE, Answers, Place
from lebenslage.residents.reading import written


def result_paper(interview: Interview, language: str) -> bytes | None:
    """The result as PDF, as if the application were made today; None where the answers cannot be read yet."""
    reading = interview.reading
    if reading is None or reading.troubles:
        return None
    month, household = read_month(interview.answers.month or this_month()), applied_today(reading.household)
    rights = [right.id for right in interview.others()] if interview.for_all_rights else []
    if rights and interview.applied is not None:
        return result_pdf(all_rights_content(interview.applied, on=month, at=now(), language=language, rights=[WOHNGELD.id, *rights]))
    return result_pdf(result_content(household, on=month, at=now(), language=language))


def household_file(interview: Interview, say: Texts) -> str | None:
    """The answers as a household file; None where they cannot be read yet."""
    reading, month = interview.reading, interview.answers.month or this_month()
    if reading is None or reading.troubles:
        return None
    household = reading.household
    answers = written(household, month, interview.answers.gemeinde)
    head = say("help", "share", "head", month=in_words(month, say))
    return f"# {head}\n{yaml.safe_dump(_document(answers, household), allow_unicode=True, sort_keys=False)}"


def _document(answers: Answers, household: Household) -> Mapping[str, object]:
    document: dict[str, object] = {}
    for entity, facts in VOCABULARY.facts.items():
        rows = [
            {fact.id: _said(Place(fact, key), answers, household) for fact in facts.values() if Place(fact, key) in answers.given}
            for key in answers.rows[entity]
        ]
        if entity.single:
            document[entity.plural] = ({GEMEINDE: answers.gemeinde} if answers.gemeinde else {}) | rows[0]
        elif rows:
            document[entity.plural] = dict(zip(household.names[entity], rows, strict=True))
    return document


def _said(place: Place, answers: Answers, household: Household) -> str | Sequence[str]:
    typed = answers.given[place]
    if place.fact.unit and place.fact.unit.kind == "person" and typed[0].isdigit():
        return household.names[PERSON][int(typed[0]) - 1]
    return list(typed) if place.fact.several else typed[0]
