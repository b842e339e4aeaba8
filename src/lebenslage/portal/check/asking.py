"""One question on a page: how it is drawn, and what its answer is once somebody sends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict

from lebenslage.benefits.facts import personen
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts
from lebenslage.pages.fields import NO, YES, Field, Option, Sketch, draw
from lebenslage.portal.check.interview import Interview
from lebenslage.portal.check.order import NAME_OF_NEXT, PAYMENTS, PEOPLE, place_of
from lebenslage.portal.forms import MUNICIPALITIES_LIST
from lebenslage.portal.questions import RARE
from lebenslage.residents.answers import GEMEINDE, HEAD, Place, cleaned, name_field


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent for a question, and what is wrong with it; nothing where the page is only opened."""

    typed: Sequence[str] | None = None
    error: str = ""
    name_of_next: str = ""
    error_of_next: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands on its page: the field, and whose question it is."""

    name: str
    field: Field
    whose: str = ""

    @property
    def is_list(self) -> bool:
        """Whether the page asks for one more row: it lists the rows so far."""
        return self.name in (PEOPLE, PAYMENTS)

    @property
    def can_be_put_off(self) -> bool:
        """Whether somebody may not know the answer."""
        return not self.is_list and not self.name.endswith("-name")


def is_question(name: str, interview: Interview) -> bool:
    """Whether there is such a question in this household."""
    names = {name_field(key) for key in interview.answers.rows[PERSON]}
    return name in {GEMEINDE, PEOPLE, PAYMENTS, *names} or place_of(name, interview.answers) is not None


def ask(name: str, interview: Interview, say: Texts, sent: Sent = Sent()) -> Asked:
    """Draw a question with what was answered before, or with what was typed just now and what is wrong with it."""
    place = place_of(name, interview.answers)
    if place is not None:
        return _of_fact(place, interview, say, sent)
    if name in (PEOPLE, PAYMENTS):
        return Asked(name, _one_more(name, interview, say, sent))
    known = interview.answers.gemeinde if name == GEMEINDE else interview.answers.names.get(name.split("-")[1], "")
    value = (sent.typed[0] if sent.typed else "") if sent.typed is not None else known
    return Asked(name, _town(value, say, sent.error) if name == GEMEINDE else _name(name, value, say, sent.error))


def typed_in(data: QueryDict, name: str) -> Sequence[str]:
    """What was sent for a question."""
    return cleaned(data.getlist(name))


def _of_fact(place: Place, interview: Interview, say: Texts, sent: Sent) -> Asked:
    answers = interview.answers
    people = zip(answers.rows[PERSON], interview.names, strict=True)
    head = place.key == answers.rows[PERSON][0]
    sketch = Sketch(
        name=place.name,
        given=answers.given.get(place, ()) if sent.typed is None else sent.typed,
        error=sent.error,
        left_out=frozenset({HEAD}) if place.fact is personen.verhaeltnis and not head else frozenset(),
        rare=RARE.get(place.fact, frozenset()),
        people=[(key, name) for key, name in people if key != place.key],
    )
    field = replace(draw(place.fact, sketch, say), where=where_it_stands(place.fact, say))
    if place.fact.entity != PERSON:
        return Asked(place.name, field)
    whose = interview.names[list(answers.rows[PERSON]).index(place.key)]
    return Asked(place.name, *_addressed(field, place, whose, say, head=head))


def _addressed(field: Field, place: Place, whose: str, say: Texts, *, head: bool) -> tuple[Field, str]:
    """The question as one asks it to the face, or with the name in it; where there is no such wording the name stands before it."""
    way = "you" if head else "named"
    if say.has("check", way, place.fact.id):
        return replace(field, label=say("check", way, place.fact.id, name=whose)), ""
    named = field.label if head else _with_name(field.label, whose, say)
    return replace(field, label=named), whose if named == field.label else ""


def _with_name(question: str, whose: str, say: Texts) -> str:
    """A question about "this person" with the name instead."""
    of_name = say("check", "this_person", "of_name", name=whose)
    return question.replace(say("check", "this_person", "of_one"), of_name).replace(say("check", "this_person", "one"), whose)


def where_it_stands(fact: Fact, say: Texts) -> str:
    """On which paper the answer stands, and where on it; nothing where it stands on none."""
    paths = (("where", fact.id), ("where", fact.asked.evidence))
    return next((say("check", *path) for path in paths if path[1] and say.has("check", *path)), "")


def _one_more(name: str, interview: Interview, say: Texts, sent: Sent) -> Field:
    rows = len(interview.answers.rows[PERSON]) - 1 if name == PEOPLE else _payments(interview)
    complete = {PEOPLE: interview.notes.people, PAYMENTS: interview.notes.payments}[name]
    inner = [_name(NAME_OF_NEXT, sent.name_of_next, say, sent.error_of_next)] if name == PEOPLE else []
    return Field(
        name=name,
        control="one",
        label=say("check", name, "more" if rows else "first"),
        hint=say("check", name, "hint"),
        help=[say("check", "why_of", name)],
        error=sent.error,
        options=[
            Option(f"{name}-{YES}", YES, say("pages", "yes"), checked=YES in (sent.typed or ()), then=inner),
            Option(f"{name}-{NO}", NO, say("pages", "no"), checked=complete and not sent.typed),
        ],
    )


def _payments(interview: Interview) -> int:
    return sum(len(keys) for entity, keys in interview.answers.rows.items() if not entity.single and entity != PERSON)


def _town(value: str, say: Texts, error: str) -> Field:
    town: Mapping[str, str] = {part: say("portal", "town", part) for part in ("question", "hint", "example")}
    return Field(
        GEMEINDE,
        "text",
        town["question"],
        value,
        hint=town["hint"],
        example=town["example"],
        help=[say("check", "why_of", GEMEINDE)],
        error=error,
        suggestions=MUNICIPALITIES_LIST,
    )


def _name(name: str, value: str, say: Texts, error: str) -> Field:
    why = [say("check", "why_of", NAME_OF_NEXT)]
    return Field(name, "text", say("portal", "name", "question"), value, hint=say("portal", "name", "hint"), help=why, error=error)
