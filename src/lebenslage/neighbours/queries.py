"""Reading the board and one's own things. Who may see a row is decided by the scope in which is asked; whose it is, is named as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.journal.clock import now
from lebenslage.neighbours.models import Block, Connector, Conversation, Hours, Message, Neighbour, Post, PostState, Quarter
from lebenslage.neighbours.sealed import heading_of, name_of, purpose_of, text_of, words_of
from lebenslage.residents.models import Vault

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """A post as it is read."""

    post: Post
    title: str
    text: str
    name: str
    quarter: str

    @property
    def over(self) -> bool:
        """Whether its time has run out."""
        return self.post.expires <= now()


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation in a list, and how many messages are new."""

    id: UUID
    title: str
    name: str
    new: int
    touched: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a conversation."""

    mine: bool
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Time:
    """Hours given and received, in minutes, with each note."""

    given: int
    received: int
    notes: Sequence[tuple[Hours, str]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for on the board; empty means everything."""

    area: str = ""
    side: str = ""
    kind: str = ""


def towns() -> QuerySet[Authority]:
    """The towns whose board is open."""
    return Authority.objects.exclude(board=None).order_by("name")


def town_with_board(key: str) -> Authority | None:
    """The town with this key, where its board is open."""
    return towns().filter(key=key).first()


def quarters(authority: Authority) -> Mapping[str, str]:
    """The names of the quarters by key."""
    return dict(Quarter.objects.filter(authority=authority).values_list("key", "name"))


def connectors(authority: Authority, area: str = "") -> Sequence[Connector]:
    """Who connects neighbours in a quarter, or in the town."""
    found = Connector.objects.filter(authority=authority, staff__active=True).select_related("staff")
    return [one for one in found if not area or area in one.areas]


def on_board(authority: Authority, wish: Wish) -> Sequence[Shown]:
    """What stands on the board, the latest first; in a quarter also what whole-town posts offer there."""
    some = Post.objects.filter(authority=authority, state=PostState.LIVE, expires__gt=now())
    if wish.area:
        some = some.filter(Q(area=wish.area) | Q(whole_town=True))
    some = some.filter(**{name: value for name, value in (("side", wish.side), ("kind", wish.kind)) if value})
    return _shown(authority, some.order_by("-since")[:MOST_SHOWN])


def on_sheet(authority: Authority, area: str) -> Sequence[Shown]:
    """What is printed for a quarter, by number."""
    return sorted(on_board(authority, Wish(area)), key=lambda one: one.post.number)


def standing(authority: Authority, id: UUID) -> Shown | None:
    """One post that stands on the board."""
    found = Post.objects.filter(authority=authority, pk=id, state=PostState.LIVE, expires__gt=now())
    return next(iter(_shown(authority, found)), None)


def neighbour_of(vault: UUID | None) -> Neighbour | None:
    """Whoever of this vault takes part."""
    found: Neighbour | None = Neighbour.objects.filter(vault=vault).select_related("authority").first() if vault else None
    return found


def town_of(vault: Vault | None) -> Authority | None:
    """The town in which somebody takes part; None where she does not."""
    with acting(vault=vault.pk if vault else None):
        neighbour = neighbour_of(vault.pk if vault else None)
    return neighbour.authority if neighbour else None


def chosen_name(neighbour: Neighbour | None) -> str:
    """The name she chose; empty where she does not take part yet."""
    return name_of(neighbour) if neighbour is not None else ""


def own_posts(neighbour: Neighbour) -> Sequence[Shown]:
    """Her posts, the latest first."""
    return _shown(neighbour.authority, Post.objects.filter(vault=neighbour.vault_id).order_by("-since"))


def own_post(neighbour: Neighbour, id: UUID) -> Shown | None:
    """One of her posts."""
    return next(iter(_shown(neighbour.authority, Post.objects.filter(vault=neighbour.vault_id, pk=id))), None)


def talks(neighbour: Neighbour) -> Sequence[Talk]:
    """Her conversations, the latest first; two queries at most."""
    new = Count("messages", filter=Q(messages__read=None))
    return [_talk(one) for one in Conversation.objects.filter(vault=neighbour.vault_id).annotate(new=new)]


def talk_of(neighbour: Neighbour, id: UUID) -> Conversation | None:
    """One of her conversations."""
    found: Conversation | None = Conversation.objects.filter(vault=neighbour.vault_id, pk=id).select_related("authority").first()
    return found


def said_in(talk: Conversation) -> Sequence[Said]:
    """What stands in her copy, the oldest first."""
    return [Said(one.mine, text_of(one), one.at) for one in Message.objects.filter(conversation=talk, vault=talk.vault_id)]


def blocks(talk: Conversation) -> bool:
    """Whether she blocks the other side."""
    return bool(Block.objects.filter(vault=talk.vault_id, other=talk.other).exists())


def time_of(vault: UUID) -> Time:
    """Her hours; nobody else sees them."""
    notes = list(Hours.objects.filter(vault=vault))
    given, received = (sum(one.minutes for one in notes if one.given is wanted) for wanted in (True, False))
    return Time(given, received, [(one, purpose_of(one)) for one in notes])


def _talk(one: Conversation) -> Talk:
    words = heading_of(one)
    return Talk(one.id, words["title"], words["name"], one.new, one.touched)  # type: ignore[attr-defined]  # annotated above


def _shown(authority: Authority, posts: QuerySet[Post]) -> Sequence[Shown]:
    found = list(posts)
    names = quarters(authority) if found else {}
    return [Shown(one, **words_of(one), quarter=names.get(one.area, "")) for one in found]
