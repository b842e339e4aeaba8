"""How words are sealed here: public ones under the key of the town, private ones under the key of whose copy it is."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from lebenslage.files.sealing import seal_json, unseal_json
from lebenslage.neighbours.models import Conversation, Hours, Message, Neighbour, Post, Report

type Words = Mapping[str, str]


def seal_words(owner: UUID, about: str, words: Words) -> bytes:
    """Seal some words for an owner: a town or a vault."""
    return seal_json(owner, dict(words), about=about)


def about_post(id: UUID) -> str:
    """What the words of a post are bound to."""
    return f"post:{id}"


def about_way(id: UUID) -> str:
    """What the way to somebody offline is bound to."""
    return f"way:{id}"


def about_name(vault: UUID) -> str:
    """What a chosen name is bound to."""
    return f"neighbour:{vault}"


def about_hours(vault: UUID) -> str:
    """What the purpose of some hours is bound to."""
    return f"hours:{vault}"


def words_of(post: Post) -> Words:
    """Title, text and name of a post."""
    return _opened(post.authority_id, post.sealed, about_post(post.id))


def way_of(post: Post) -> str:
    """How a connector reaches who is offline; empty for everybody else."""
    return _opened(post.authority_id, post.sealed_way, about_way(post.id))["way"] if post.sealed_way else ""


def name_of(neighbour: Neighbour) -> str:
    """The name that somebody chose."""
    return _opened(neighbour.vault_id, neighbour.sealed_name, about_name(neighbour.vault_id))["name"]


def about_talk(conversation: UUID) -> str:
    """What the heading of a conversation is bound to."""
    return f"talk:{conversation}"


def heading_of(conversation: Conversation) -> Words:
    """Title of the post and name of the other side."""
    return _opened(conversation.vault_id, conversation.sealed, about_talk(conversation.id))


def about_message(message: UUID) -> str:
    """What a message is bound to."""
    return f"message:{message}"


def text_of(message: Message) -> str:
    """What was written."""
    return _opened(message.vault_id, message.sealed, about_message(message.id))["text"]


def about_report(report: UUID) -> str:
    """What a report is bound to."""
    return f"report:{report}"


def told_in(report: Report) -> Words:
    """What was reported: `text`, `post`, and `talk` where it was handed over."""
    return _opened(report.authority_id, report.sealed, about_report(report.id))


def purpose_of(hours: Hours) -> str:
    """What the hours were for."""
    return _opened(hours.vault_id, hours.sealed, about_hours(hours.vault_id))["text"]


def _opened(owner: UUID, sealed: bytes | memoryview, about: str) -> Words:
    words: Words = unseal_json(owner, bytes(sealed), about=about)
    return words
