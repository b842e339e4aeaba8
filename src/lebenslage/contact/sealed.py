"""How the words of a message are sealed: under the key of the authority, bound to thread and message."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from lebenslage.contact.models import Message, Thread
from lebenslage.files.sealing import seal_json, unseal_json


def seal_words(thread: Thread, message: UUID, words: Mapping[str, object]) -> bytes:
    """Seal what a message says."""
    return seal_json(thread.authority_id, dict(words), about=f"{thread.id}:{message}")


def words_of(message: Message) -> Mapping[str, Any]:
    """What a message says: `text`, or `key` with `values`."""
    return unseal_json(message.authority_id, bytes(message.sealed), about=f"{message.thread_id}:{message.id}")
