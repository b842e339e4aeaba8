"""The right side of the case: what the law says of the facts as they are now, line by line, and what stands in the way of an outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from lebenslage.cases.queries import Assessed, CaseFile
from lebenslage.desk.saying import Pair, day, words
from lebenslage.law.engine import Missing, Result, Status
from lebenslage.law.explain import Line, amount_told, explain, headline
from lebenslage.law.nodes import PERSON, UNKNOWN
from lebenslage.law.parameters import Parameter, Table
from lebenslage.residents.reading import Trouble


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence with a link to where it can be settled."""

    sentence: str
    address: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of low confidence, and who stands for it."""

    id: str
    label: str
    value: str
    source: str
    confirmed: str
    address: str


@dataclass(frozen=True, slots=True)
class Calculation:
    """Everything the law has to say. `status` is empty where the facts cannot be read."""

    status: str = ""
    month: str = ""
    headline: str = ""
    why: str = ""
    amount: str = ""
    period: Sequence[Pair] = ()
    troubles: Sequence[Note] = ()
    missing: Sequence[Note] = ()
    to_check: Sequence[Figure] = ()
    assumed: Sequence[Pair] = ()
    hints: Sequence[str] = ()
    lines: Sequence[Line] = ()


def calculation(file: CaseFile) -> Calculation:
    """Put the assessment of a case into words."""
    found = file.assessed
    if found.result is None:
        return Calculation(troubles=[_trouble(file, one) for one in found.troubles])
    return _told(file, found, found.result)


def _told(file: CaseFile, found: Assessed, result: Result) -> Calculation:
    say = words()
    granted = result.status is Status.YES
    month = f"{say('months', str(found.day.month))} {found.day.year}" if found.day else ""
    return Calculation(
        status=result.status.value,
        month=say("desk", "law", "month", month=month),
        headline=say("desk", "law", "outcomes", result.status.value),
        why=headline(result, say) if result.status is Status.NO else "",
        amount=amount_told(result, say) if granted else "",
        period=list(_period(result)) if granted else (),
        missing=[Note(_at(found, one), asking(file.case.id, found.place(one))) for one in result.missing],
        to_check=[_figure(file, figure, table) for figure, table in result.to_check],
        assumed=[_assumed(found, one) for one in result.assumed],
        hints=[say("rules", hint.id, "hint") for hint in result.hints],
        lines=explain(result, say),
    )


def asking(case: UUID, place: str) -> str:
    """The page that asks for the fact at a place."""
    return f"{reverse('desk:ask', args=[case])}?{urlencode({'was': 'angabe', 'angabe': place})}"


def _period(result: Result) -> Iterator[Pair]:
    say = words()
    for rule in result.benefit.period:
        value = result.value(rule)
        if value is not UNKNOWN:
            yield Pair(say.label(rule), say.value(value, rule.unit))


def _at(found: Assessed, missing: Missing) -> str:
    """The label of a fact, with the person it is about."""
    say = words()
    label = say.label(missing.fact)
    if missing.fact.entity is not PERSON or found.household is None:
        return label
    return say("at", person=found.household.names[PERSON][missing.row], sentence=label)


def _assumed(found: Assessed, missing: Missing) -> Pair:
    say, fact = words(), missing.fact
    word = next((word for word, value in fact.asked.words.items() if value == fact.asked.assumed), "")
    return Pair(_at(found, missing), say("words", word) if word else say.value(fact.asked.assumed or 0, fact.unit, fact.choices))


def _figure(file: CaseFile, figure: Parameter, table: Table) -> Figure:
    """A figure with its value, its source, and who has checked it."""
    say, done = words(), next((one for one in file.confirmed if one.figure == figure.id), None)
    confirmed = say("desk", "law", "confirmed", name=done.by.name, day=day(done.at)) if done is not None else ""
    value = say.value(table.value, figure.unit) if isinstance(table.value, int) else say("table")
    return Figure(figure.id, say("figures", figure.id), value, table.source, confirmed, reverse("desk:confirm", args=[file.case.id]))


def _trouble(file: CaseFile, trouble: Trouble) -> Note:
    """A problem, and the line of the case where it can be put right."""
    anchors: Mapping[str, str] = {line.place: line.place for line in file.facts}
    return Note(
        words().problem(trouble.problem), f"{reverse('desk:case', args=[file.case.id])}#{anchors.get(trouble.field, 'teil-person')}"
    )
