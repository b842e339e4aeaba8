"""Two neighbours write to each other. Each message is kept twice, once for each side, sealed under that side's own key."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction

from lebenslage.contact.actions import tell_reader
from lebenslage.contact.mailing import Reader
from lebenslage.contact.models import News
from lebenslage.journal.actions import RESIDENT, Subject, record
from lebenslage.journal.clock import now
from lebenslage.neighbours.actions.taking_part import must_write
from lebenslage.neighbours.models import Block, Conversation, Message, Neighbour, Post, PostState
from lebenslage.neighbours.problems import CannotReach, TooManyMessages
from lebenslage.neighbours.sealed import about_message, about_talk, name_of, seal_words, words_of

MOST_A_DAY: Final = 40
DAY: Final = timedelta(days=1)


@transaction.atomic
def answer(neighbour: Neighbour, post: Post, text: str) -> Conversation:
    """Write to whoever put up a post; a second answer goes on with the first. Raises CannotReach, TooManyMessages, WritingStopped."""
    must_write(neighbour, post.authority)
    if post.vault_id in (None, neighbour.vault_id) or post.state != PostState.LIVE or post.expires <= now():
        raise CannotReach
    mine = Conversation.objects.filter(vault=neighbour.vault_id, post=post.id, other=post.vault_id).first()
    talk: Conversation = mine or _begun(neighbour, post)
    write(neighbour, talk, text)
    return talk


def _begun(neighbour: Neighbour, post: Post) -> Conversation:
    mine, theirs, words = uuid4(), uuid4(), words_of(post)
    _side(post, mine, theirs, neighbour.vault_id, post.vault_id, words["name"])
    _side(post, theirs, mine, post.vault_id, neighbour.vault_id, name_of(neighbour))
    record("answer_post", Subject("conversation", mine, post.authority_id, neighbour.vault_id), by=RESIDENT)
    found: Conversation = Conversation.objects.get(pk=mine)
    return found


def _side(post: Post, id: UUID, twin: UUID, vault: UUID | None, other: UUID | None, name: str) -> None:
    assert vault is not None
    sealed = seal_words(vault, about_talk(id), {"title": words_of(post)["title"], "name": name})
    given = {"twin": twin, "vault_id": vault, "other": other, "post": post.id, "sealed": sealed}
    Conversation.objects.create(id=id, authority_id=post.authority_id, since=now(), touched=now(), **given)


@transaction.atomic
def write(neighbour: Neighbour, talk: Conversation, text: str) -> None:
    """Write into a conversation. Raises CannotReach where the other side has left it or blocks; TooManyMessages, WritingStopped."""
    must_write(neighbour, talk.authority)
    if Message.objects.filter(vault=neighbour.vault_id, mine=True, at__gt=now() - DAY).count() >= MOST_A_DAY:
        raise TooManyMessages(limit=MOST_A_DAY)
    twin = Conversation.objects.filter(pk=talk.twin, vault=talk.other).first()
    if twin is None or _blocked(talk):
        raise CannotReach
    _tell(twin)
    for side, mine in ((talk, True), (twin, False)):
        _kept(side, text, mine=mine)
    Conversation.objects.filter(pk__in=[talk.pk, twin.pk]).update(touched=now())
    record("write_neighbour", Subject("conversation", talk.id, talk.authority_id, talk.vault_id), by=RESIDENT)


def _tell(twin: Conversation) -> None:
    """Let the worker write to the other side that there is an answer: once, until she has read what waits for her."""
    told = Message.objects.filter(vault=twin.vault_id, mine=False, read=None).exists()
    reader = Neighbour.objects.filter(vault=twin.vault_id).first()
    if reader is not None and not told:
        tell_reader(Reader(twin.authority_id, twin.vault_id, reader.language), News.NEIGHBOURS)


def _blocked(talk: Conversation) -> bool:
    """Whether either side blocks the other."""
    pairs = ((talk.vault_id, talk.other), (talk.other, talk.vault_id))
    return any(Block.objects.filter(vault=one, other=other).exists() for one, other in pairs)


def _kept(side: Conversation, text: str, *, mine: bool) -> None:
    id = uuid4()
    sealed = seal_words(side.vault_id, about_message(id), {"text": text})
    owners = {"authority_id": side.authority_id, "vault_id": side.vault_id}
    Message.objects.create(id=id, conversation=side, mine=mine, sealed=sealed, at=now(), read=now() if mine else None, **owners)


@transaction.atomic
def mark_read(talk: Conversation) -> None:
    """Note that she has read what stands in her copy."""
    Message.objects.filter(conversation=talk, vault=talk.vault_id, read=None).update(read=now())


@transaction.atomic
def forget(talk: Conversation) -> None:
    """Delete her copy for good; nobody can write into it any more."""
    record("delete_conversation", Subject("conversation", talk.id, talk.authority_id, talk.vault_id), by=RESIDENT)
    Conversation.objects.filter(pk=talk.pk, vault=talk.vault_id).delete()


@transaction.atomic
def block(talk: Conversation) -> None:
    """Read nothing more of the other side, in this and in any later conversation."""
    owners = {"vault_id": talk.vault_id, "other": talk.other}
    Block.objects.get_or_create(**owners, defaults={"authority_id": talk.authority_id, "since": now()})
    record("block_neighbour", Subject("conversation", talk.id, talk.authority_id, talk.vault_id), by=RESIDENT)


@transaction.atomic
def unblock(talk: Conversation) -> None:
    """Let the other side write again."""
    Block.objects.filter(vault=talk.vault_id, other=talk.other).delete()
    record("unblock_neighbour", Subject("conversation", talk.id, talk.authority_id, talk.vault_id), by=RESIDENT)
