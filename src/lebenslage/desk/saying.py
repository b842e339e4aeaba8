"""Days, times and states in words: the small change of every page of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils import timezone

from lebenslage.cases.states import State
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT

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


def judged_mark(state: str) -> str:
    """The mark of a fact or a proof."""
    return JUDGED_MARKS.get(state, "plain")
