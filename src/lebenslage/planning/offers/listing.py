"""The list of entries: what is chosen stands in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import urlencode

from django.db.models import F, QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.authorities.spelling import folded
from lebenslage.journal.clock import today
from lebenslage.law.texts import Texts
from lebenslage.offers import queries
from lebenslage.offers.models import Service, State
from lebenslage.offers.topics import TOPICS
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT

ORDERS: Final = {"name": "name", "traeger": "organization__name", "thema": "topic", "geprueft": "verified_on", "stand": "state"}
STATES: Final = (*State.values, "alt")


@dataclass(frozen=True, slots=True)
class Choice:
    """Words, topic, state and order, as the address tells them."""

    words: str = ""
    topic: str = ""
    state: str = ""
    order: str = "name"
    down: bool = False

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Self:
        """What an address tells; what it does not know is left out."""
        order = given.get("sortierung", "name")
        return cls(
            given.get("suche", "")[:100].strip(),
            given["thema"] if given.get("thema") in TOPICS else "",
            given["stand"] if given.get("stand") in STATES else "",
            order.removeprefix("-") if order.removeprefix("-") in ORDERS else "name",
            order.startswith("-"),
        )

    @property
    def narrow(self) -> bool:
        """Whether something is left out of the list."""
        return bool(self.words or self.topic or self.state)

    @property
    def topics(self) -> Sequence[tuple[str, str]]:
        """The topics to choose from."""
        say: Texts = sentences(DEFAULT)
        return [(topic, say("offers", "topics", topic)) for topic in TOPICS]

    @property
    def states(self) -> Sequence[str]:
        """The states to choose from."""
        return STATES

    @property
    def headings(self) -> Sequence[tuple[str, str, str]]:
        """Each column with the address that sorts by it, and how it is sorted now."""
        return [(name, self._sorted_by(name), self._sorting(name)) for name in ORDERS]

    def _sorting(self, name: str) -> str:
        return ("descending" if self.down else "ascending") if name == self.order else ""

    def _sorted_by(self, name: str) -> str:
        order = f"-{name}" if name == self.order and not self.down else name
        return self.address(sortierung=order)

    def address(self, **other: str) -> str:
        """What stands behind the question mark."""
        parts = {"suche": self.words, "thema": self.topic, "stand": self.state, "sortierung": f"{'-' * self.down}{self.order}", **other}
        return urlencode({key: value for key, value in parts.items() if value})


def rows(authority: Authority, choice: Choice) -> QuerySet[Service]:
    """The entries that were chosen, in order."""
    some = queries.stale(authority, today()) if choice.state == "alt" else queries.entries(authority)
    if choice.state in State.values:
        some = some.filter(state=choice.state)
    if choice.topic:
        some = some.filter(topic=choice.topic)
    for word in folded(choice.words).split():
        some = some.filter(found__contains=word)
    column = F(ORDERS[choice.order])
    order = column.desc(nulls_last=True) if choice.down else column.asc(nulls_first=True)
    return some.order_by(order, "name", "pk")
