"""One question on a page: how it is drawn, and what its answer is once somebody sends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.http import QueryDict

from lebenslage.benefits.facts import personen
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts
from lebenslage.pages.fields import NO, YES, Field, Option, Sketch, draw
from lebenslage.portal.check.interview import Interview
from lebenslage.portal.check.order import PAYMENTS, PEOPLE, place_of
from lebenslage.portal.forms import MUNICIPALITIES_LIST
from lebenslage.portal.questions import RARE
from lebenslage.residents.answers import GEMEINDE, HEAD, LONGEST_ANSWER, Place, name_field

NAME_OF_NEXT: Final = "name"


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


def ask(name: str, interview: Interview, say: Texts, typed: Sequence[str] | None = None, error: str = "") -> Asked:
    """Draw a question with what was answered before, or with what was typed just now and what is wrong with it."""
    place = place_of(name, interview.answers)
    if place is not None:
        return _of_fact(place, interview, say, typed, error)
    if name in (PEOPLE, PAYMENTS):
        return Asked(name, _one_more(name, interview, say, error))
    known = interview.answers.gemeinde if name == GEMEINDE else interview.answers.names.get(name.split("-")[1], "")
    value = (typed[0] if typed else "") if typed is not None else known
    return Asked(name, _town(value, say, error) if name == GEMEINDE else _name(name, value, say, error))


def typed_in(data: QueryDict, name: str) -> Sequence[str]:
    """What was sent for a question."""
    return [text for one in data.getlist(name)[:LONGEST_ANSWER] if (text := one.strip()[:LONGEST_ANSWER])]


def _of_fact(place: Place, interview: Interview, say: Texts, typed: Sequence[str] | None, error: str) -> Asked:
    answers = interview.answers
    people = zip(answers.rows[PERSON], interview.names, strict=True)
    head = place.key == answers.rows[PERSON][0]
    sketch = Sketch(
        name=place.name,
        given=answers.given.get(place, ()) if typed is None else typed,
        error=error,
        left_out=frozenset({HEAD}) if place.fact is personen.verhaeltnis and not head else frozenset(),
        rare=RARE.get(place.fact, frozenset()),
        people=[(key, name) for key, name in people if key != place.key],
    )
    field = draw(place.fact, sketch, say)
    if place.fact.entity != PERSON:
        return Asked(place.name, field)
    whose = interview.names[list(answers.rows[PERSON]).index(place.key)]
    return Asked(place.name, *_addressed(field, place, whose, say, head=head))


def _addressed(field: Field, place: Place, whose: str, say: Texts, *, head: bool) -> tuple[Field, str]:
    """The question as one asks it to the face, or with the name in it; where there is no such wording the name stands before it."""
    way = "you" if head else "named"
    if say.has("check", way, place.fact.id):
        return replace(field, label=say("check", way, place.fact.id, name=whose)), ""
    return field, whose


def _one_more(name: str, interview: Interview, say: Texts, error: str) -> Field:
    rows = len(interview.answers.rows[PERSON]) - 1 if name == PEOPLE else _payments(interview)
    way = "more" if rows else "first"
    field = Field(name=name, control="one", label=say("check", name, way), hint=say("check", name, "hint"), error=error)
    given = {PEOPLE: interview.notes.people, PAYMENTS: interview.notes.payments}[name]
    inner = [Field(NAME_OF_NEXT, "text", say("portal", "name", "question"), hint=say("portal", "name", "hint"))] if name == PEOPLE else []
    return replace(
        field,
        options=[
            Option(f"{name}-{YES}", YES, say("pages", "yes"), checked=False, then=inner),
            Option(f"{name}-{NO}", NO, say("pages", "no"), checked=given),
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
        error=error,
        suggestions=MUNICIPALITIES_LIST,
    )


def _name(name: str, value: str, say: Texts, error: str) -> Field:
    return Field(name, "text", say("portal", "name", "question"), value, hint=say("portal", "name", "hint"), error=error)
