"""A post is put up, renewed, ended, deleted. It stands for 28 days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import RESIDENT, Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.neighbours.actions.taking_part import must_write
from lebenslage.neighbours.actions.tallying import count_help, count_post
from lebenslage.neighbours.models import Board, Connector, Conversation, Neighbour, Post, PostState
from lebenslage.neighbours.problems import NotYourQuarter, TooManyPosts
from lebenslage.neighbours.sealed import about_post, about_way, name_of, seal_words
from lebenslage.neighbours.words import refuse_contact

STANDS: Final = timedelta(days=28)
MOST_POSTS: Final = 5
OPEN: Final = (PostState.WAITING, PostState.LIVE)


@dataclass(frozen=True, slots=True)
class Wording:
    """What somebody offers or needs."""

    side: str
    kind: str
    title: str
    text: str
    whole_town: bool = False


@transaction.atomic
def put_up(neighbour: Neighbour, given: Wording) -> Post:
    """Put up a post; it waits for a connector where the town checks first. Raises WritingStopped, TooManyPosts, and on contact data."""
    must_write(neighbour, neighbour.authority)
    if Post.objects.filter(vault=neighbour.vault_id, state__in=OPEN, expires__gt=now()).count() >= MOST_POSTS:
        raise TooManyPosts(limit=MOST_POSTS)
    board = Board.objects.get(authority=neighbour.authority_id)
    state = PostState.WAITING if board.check_first else PostState.LIVE
    post = _made(neighbour.authority, neighbour.area, given, name_of(neighbour), vault_id=neighbour.vault_id, state=state)
    record("put_up_post", subject(post), by=RESIDENT, side=given.side, area=post.area)
    return post


@transaction.atomic
def put_up_for(connector: Connector, area: str, given: Wording, *, name: str, way: str, by: Actor) -> Post:
    """Put up a post for somebody offline; `way` is how the connector reaches her, for connectors alone. Raises NotYourQuarter."""
    if area not in connector.areas:
        raise NotYourQuarter
    post = _made(connector.authority, area, given, name, vault_id=None, state=PostState.LIVE, checked=now(), checked_by=by.id)
    post.sealed_way = seal_words(post.authority_id, about_way(post.id), {"way": way})
    post.save(update_fields=["sealed_way"])
    record("put_up_post_for", subject(post), by=by, side=given.side, area=area)
    return post


def _made(authority: Authority, area: str, given: Wording, name: str, **more: object) -> Post:
    refuse_contact(f"{given.title}\n{given.text}\n{name}")
    id, moment = uuid4(), now()
    words = {"title": given.title, "text": given.text, "name": name}
    count_post(authority.id, area)
    post: Post = Post.objects.create(
        id=id,
        authority=authority,
        number=_next_number(authority.id),
        area=area,
        whole_town=given.whole_town,
        side=given.side,
        kind=given.kind,
        sealed=seal_words(authority.id, about_post(id), words),
        since=moment,
        expires=moment + STANDS,
        **more,
    )
    return post


def _next_number(authority: UUID) -> int:
    Board.objects.filter(authority=authority).update(last_number=F("last_number") + 1)
    return Board.objects.get(authority=authority).last_number


@transaction.atomic
def renew(post: Post, *, by: Actor) -> None:
    """Let a post that stands or waits stand for another 28 days from today."""
    Post.objects.filter(pk=post.pk, state__in=OPEN).update(expires=now() + STANDS)
    record("renew_post", subject(post), by=by)


@transaction.atomic
def end(post: Post, *, worked: bool, by: Actor) -> None:
    """Take a post from the board. Where it worked, the month counts a help, once."""
    ended = Post.objects.filter(pk=post.pk).exclude(state=PostState.ENDED).update(state=PostState.ENDED)
    if ended and worked:
        count_help(post.authority_id, post.area)
    record("end_post", subject(post), by=by)


@transaction.atomic
def delete(post: Post, *, by: Actor) -> None:
    """Delete a post for good, and her copies of the conversations about it; the other sides keep theirs until they delete them."""
    record("delete_post", subject(post), by=by)
    if post.vault_id is not None:
        Conversation.objects.filter(vault=post.vault_id, post=post.id).delete()
    Post.objects.filter(pk=post.pk).delete()


def subject(post: Post) -> Subject:
    """A post as the journal names it."""
    return Subject("post", post.id, post.authority_id, post.vault_id)
