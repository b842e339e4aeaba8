"""Days, times and states in words: the small change of every page of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils import timezone

from lebenslage.cases.queries import FactLine
from lebenslage.cases.states import State
from lebenslage.kernel.errors import Problem
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.residents.places import ON_A_ROW, PARTICULARS
from lebenslage.services.definition import BY_ID

# A mark beside the word: good, bad, waiting for somebody, or plain.
STATE_MARKS: Final = {
    State.WAITING: "wait", State.PROPOSED: "wait", State.APPROVED: "good", State.NOTIFIED: "good", State.CLOSED: "good",
}  # fmt: skip
JUDGED_MARKS: Final = {"accepted": "good", "rejected": "bad"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and a value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what is read on it."""

    label: str
    address: str


def words() -> Texts:
    """The sentences of the desk: German."""
    return sentences(DEFAULT)


def day(when: date | datetime | None) -> str:
    """A day as a list writes it: 03.12.2026; nothing where there is none."""
    if when is None:
        return ""
    return f"{timezone.localdate(when) if isinstance(when, datetime) else when:%d.%m.%Y}"


def clock(when: datetime) -> str:
    """The time of day."""
    return f"{timezone.localtime(when):%H:%M}"


def state_in_words(state: str) -> str:
    """Where a case stands."""
    return words()("desk", "states", state)


def state_mark(state: str) -> str:
    """The mark of a state."""
    return STATE_MARKS.get(State(state), "plain")


def short_label(line: FactLine) -> str:
    """What a fact is called where a line has no room for more."""
    say, path = words(), ("desk", "short", "labels", line.fact)
    return say(*path) if say.has(*path) else line.label


def short_value(line: FactLine) -> str:
    """The value in a word or two where there is one, such as *Kind* for a child of the household."""
    say, fact = words(), BY_ID.get(line.fact)
    kind = fact.choices.__name__ if fact is not None and fact.choices is not None else "words"
    paths = [("desk", "short", kind, one) for one in line.typed]
    return ", ".join(say(*path) for path in paths) if paths and all(say.has(*path) for path in paths) else line.value


def problem_in_words(problem: Problem) -> str:
    """The sentence of a problem, with the names of figures and facts instead of their keys."""
    named = {"figures": _figure, "missing": _place, "fields": _place}
    details = {key: [named[key](one) for one in value] if key in named else value for key, value in problem.details.items()}  # type: ignore[attr-defined]
    return words().problem(type(problem)(**details))


def _figure(id: str) -> str:
    return words()("figures", id)


def _place(place: str) -> str:
    """What stands at a place, with the number of the person."""
    say, parts = words(), ON_A_ROW.match(place)
    if parts is None or parts[3] not in BY_ID:
        path = ("particulars", parts[3], "label") if parts and parts[1] == PARTICULARS else ("cases", "facts", parts[3] if parts else place)
        return say(*path) if say.has(*path) else place
    label = say.label(BY_ID[parts[3]])
    return say("at", person=say("cases", "person", number=parts[2]), sentence=label) if parts[1] == PERSON.name else label


def judged_mark(state: str) -> str:
    """The mark of a fact or a proof."""
    return JUDGED_MARKS.get(state, "plain")
