"""Somebody says that something is wrong: with a post, or with what was written to her, which she hands over by that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction

from lebenslage.journal.actions import RESIDENT, Subject, record
from lebenslage.journal.clock import now
from lebenslage.neighbours.models import Conversation, Message, Neighbour, Post, Report
from lebenslage.neighbours.sealed import about_report, heading_of, seal_words, text_of, words_of

# More open reports on one post tell a connector nothing new.
MOST_ON_A_POST: Final = 5


@transaction.atomic
def report(post: Post, *, reason: str, text: str, vault: UUID | None) -> None:
    """Tell a connector about a post; without an account, too. One who reports a post twice is heard once."""
    open_ones = Report.objects.filter(post=post.id, done=None)
    if open_ones.count() >= MOST_ON_A_POST or (vault and open_ones.filter(vault=vault).exists()):
        return
    words = {"text": text, "post": words_of(post)["title"]}
    _kept(post.authority_id, post.area, words, reason=reason, post=post.id, about=post.vault_id, vault_id=vault)


@transaction.atomic
def report_talk(neighbour: Neighbour, talk: Conversation, *, reason: str, text: str) -> None:
    """Tell a connector about the other side of a conversation, and hand over what was written there."""
    messages = Message.objects.filter(conversation=talk, vault=talk.vault_id)
    said = "\n".join(f"{'A' if one.mine else 'B'}: {text_of(one)}" for one in messages)
    words = {"text": text, "post": heading_of(talk)["title"], "talk": said}
    more = {"post": talk.post, "about": talk.other, "vault_id": talk.vault_id}
    _kept(talk.authority_id, neighbour.area, words, reason=reason, **more)


def _kept(authority: UUID, area: str, words: Mapping[str, str], **more: object) -> None:
    id = uuid4()
    sealed = seal_words(authority, about_report(id), words)
    Report.objects.create(id=id, authority_id=authority, area=area, sealed=sealed, at=now(), **more)
    record("report_neighbour", Subject("report", id, authority), by=RESIDENT, area=area)
