"""Reading a thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from lebenslage.accounts.prepared import prepared
from lebenslage.contact.models import Message, Thread
from lebenslage.contact.sealed import words_of


@dataclass(frozen=True, slots=True)
class Line:
    """One message. `text` is what a person wrote; else `key` names the sentence of the house, filled with `values`."""

    id: UUID
    sender: str
    author: UUID | None
    at: datetime
    new: bool
    text: str = ""
    key: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def messages(thread: Thread) -> Sequence[Line]:
    """Every message, the oldest first."""
    return [_line(one) for one in _in_thread(thread=thread.pk)]


@prepared
def _in_thread(*, thread: UUID) -> QuerySet[Message]:
    return Message.objects.filter(thread=thread)


@prepared
def new_messages(*, vault: UUID, not_from: str) -> QuerySet[Message, UUID]:
    """The threads of a vault in which something was not read yet, once a message; messages of one side are left out."""
    return Message.objects.filter(vault=vault, read=None).exclude(sender=not_from).order_by().values_list("thread", flat=True)


def _line(message: Message) -> Line:
    return Line(message.id, message.sender, message.author, message.at, message.read is None, **words_of(message))
