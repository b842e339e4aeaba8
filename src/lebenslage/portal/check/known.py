"""What is known so far, as one reads it: each answer with its label, in words, whose it is, and where it can be changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lebenslage.law.nodes import PERSON, UNKNOWN
from lebenslage.law.texts import Texts
from lebenslage.pages.fields import how_it_was_read
from lebenslage.portal.check.changes import could_change
from lebenslage.portal.check.interview import Interview
from lebenslage.portal.check.order import PAYMENTS, PEOPLE, place_of
from lebenslage.residents.answers import GEMEINDE, Place


@dataclass(frozen=True, slots=True)
class Line:
    """One answer. `changes`: what it could change, where it is still open."""

    name: str
    label: str
    value: str
    open: bool = False
    changes: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """The answers about the household, or about one person or payment. The heading is empty for the household."""

    heading: str
    lines: Sequence[Line]


def lines(interview: Interview, say: Texts, wanted: Callable[[str], bool] = lambda name: True) -> Sequence[Lines]:
    """Every answer and every question that was put off, person by person."""
    names = [name for name in interview.answered() if wanted(name) and name not in (PEOPLE, PAYMENTS)]
    ordered = sorted(names, key=lambda name: (_row(name, interview), interview.rank(name)))
    return [
        Lines(heading, [line(name, interview, say) for name in group])
        for heading, group in groupby(ordered, key=lambda name: _heading(name, interview, say))
    ]


def line(name: str, interview: Interview, say: Texts) -> Line:
    """One answer in words."""
    place = place_of(name, interview.answers)
    if name in (PEOPLE, PAYMENTS):
        return _open(name, say("check", name, "first"), interview, say)
    if place is None:
        town = interview.answers.gemeinde
        return Line(name, say("check", "labels", "town"), town) if town else _open(name, say("check", "labels", "town"), interview, say)
    if not interview.answers.given.get(place):
        return _open(name, say.label(place.fact), interview, say)
    return Line(name, say.label(place.fact), in_words(place, interview, say))


def named_line(name: str, interview: Interview, say: Texts) -> Line:
    """One answer in words, with whose it is where several people live together."""
    place, one = place_of(name, interview.answers), line(name, interview, say)
    keys = list(interview.answers.rows[PERSON])
    if place is None or place.fact.entity != PERSON or len(keys) < 2:
        return one
    return replace(one, label=f"{one.label}: {interview.names[keys.index(place.key)]}")


def _open(name: str, label: str, interview: Interview, say: Texts) -> Line:
    return Line(name, label, say("check", "not_known"), open=True, changes=could_change(name, interview, say))


def in_words(place: Place, interview: Interview, say: Texts) -> str:
    """An answer as one says it; as it was typed where it cannot be read."""
    typed = interview.answers.given.get(place, ())
    if not typed:
        return say("check", "not_known")
    word = next((word for word in place.fact.asked.words if word in typed), "")
    if word:
        return say("words", word)
    row = list(interview.answers.rows[place.fact.entity]).index(place.key)
    value = interview.reading.household.get(place.fact, row) if interview.reading else UNKNOWN
    if value is UNKNOWN:
        return ", ".join(typed)
    text = say.value(value, place.fact.unit, place.fact.choices, interview.names)
    return text[:1].upper() + text[1:]


def understood(name: str | None, interview: Interview, say: Texts) -> Line | None:
    """How an answer was read, where it was written in a way that might be read otherwise; else nothing."""
    place = place_of(name, interview.answers) if name else None
    typed = interview.answers.given.get(place, ()) if place else ()
    if name is None or place is None or not typed or not how_it_was_read(place.fact, typed[0], say):
        return None
    return line(name, interview, say)


def _row(name: str, interview: Interview) -> tuple[int, int]:
    place = place_of(name, interview.answers)
    if place is None or place.fact.entity.single:
        return (0, 0)
    return (1 if place.fact.entity == PERSON else 2, list(interview.answers.rows[place.fact.entity]).index(place.key))


def _heading(name: str, interview: Interview, say: Texts) -> str:
    kind, row = _row(name, interview)
    if kind == 0:
        return say("check", "household")
    return interview.names[row] if kind == 1 else say("portal", "payment", number=row + 1)


def town_is(name: str) -> bool:
    """Whether this is the question for the town."""
    return name == GEMEINDE
