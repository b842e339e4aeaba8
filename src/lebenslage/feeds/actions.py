"""Files that come in: brought, fetched, corrected, cleared away."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from django.db import transaction

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.feeds.fetching import Ask, Resolve, ask, checked, fetch, resolve
from lebenslage.feeds.limits import MOST, MOST_MEGABYTES
from lebenslage.feeds.models import Feed, Waiting
from lebenslage.feeds.problems import NoFile, TownFileTooLarge
from lebenslage.feeds.queries import allowed_hosts
from lebenslage.journal.actions import SYSTEM, Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.kernel.errors import Problem

KEPT: Final = timedelta(days=7)
LONGEST_NAME: Final = 120


@transaction.atomic
def bring(authority: Authority, name: str, content: bytes, *, by: Actor, by_name: str, at: datetime, feed: Feed | None = None) -> Waiting:
    """Keep a file until a planner accepts it. Raises NoFile, TownFileTooLarge."""
    if not content:
        raise NoFile
    if len(content) > MOST:
        raise TownFileTooLarge(limit=MOST_MEGABYTES)
    digest = hashlib.sha256(content).hexdigest()
    Waiting.objects.filter(authority=authority, at__lt=at - KEPT).delete()
    same: Waiting | None = Waiting.objects.filter(authority=authority, digest=digest).first()
    if same is not None:
        return same
    short = PurePosixPath(name.replace("\\", "/")).name[-LONGEST_NAME:] or "datei"
    kept: Waiting = Waiting.objects.create(
        authority=authority, name=short, content=content, digest=digest, by_name=by_name, at=at, feed=feed
    )
    record("bring_file", Subject("authority", authority.id, authority.id), by=by, waiting=kept.pk, bytes=len(content))
    return kept


@transaction.atomic
def understand(waiting: Waiting, how: dict[str, Any], *, by: Actor) -> None:
    """Remember how a file is to be understood."""
    Waiting.objects.filter(pk=waiting.pk).update(how=how)
    record("map_file", Subject("authority", waiting.authority_id, waiting.authority_id), by=by, waiting=waiting.pk)


@transaction.atomic
def let_go(waiting: Waiting, *, by: Actor) -> None:
    """Forget a file that waited: it was accepted, or is not wanted."""
    Waiting.objects.filter(pk=waiting.pk).delete()
    record("discard_file", Subject("authority", waiting.authority_id, waiting.authority_id), by=by, waiting=waiting.pk)


@transaction.atomic
def add_feed(authority: Authority, title: str, address: str, *, by: Actor, at: datetime) -> Feed:
    """Remember an address. Raises FeedsAreOff, NotHttps, HostNotAllowed."""
    checked(address, allowed_hosts())
    kept: Feed
    kept, _ = Feed.objects.get_or_create(authority=authority, address=address.strip(), defaults={"title": title, "at": at})
    record("add_feed", Subject("authority", authority.id, authority.id), by=by, feed=kept.pk)
    return kept


@transaction.atomic
def remove_feed(feed: Feed, *, by: Actor) -> None:
    """Forget an address, and what waits of it. Figures that were taken in stay."""
    record("remove_feed", Subject("authority", feed.authority_id, feed.authority_id), by=by, feed=feed.pk)
    Feed.objects.filter(pk=feed.pk).delete()


def fetch_feed(feed: Feed, *, by: Actor, at: datetime, resolve: Resolve = resolve, ask: Ask = ask) -> Waiting | None:
    """Fetch the file of an address; a new one waits for a planner, one that is known is left. Raises the problems of fetching."""
    try:
        content = fetch(feed.address, allowed_hosts(), resolve=resolve, ask=ask)
    except Problem as problem:
        Feed.objects.filter(pk=feed.pk).update(fetched_at=at, failed=problem.key)
        raise
    digest = hashlib.sha256(content).hexdigest()
    Feed.objects.filter(pk=feed.pk).update(fetched_at=at, failed="", digest=digest)
    if digest == feed.digest:
        return None
    return bring(feed.authority, name_in(feed.address), content, by=by, by_name=feed.title, at=at, feed=feed)


def fetch_all() -> int:
    """Fetch every address of every town, where connectors are on: for the schedule. Tells how many files are new."""
    if not allowed_hosts():
        return 0
    return sum(_fetch_of(authority) for authority in Authority.objects.all())


def _fetch_of(authority: Authority) -> int:
    with acting(authority=authority.pk):
        return sum(_fetched(feed) for feed in Feed.objects.filter(authority=authority).select_related("authority"))


def _fetched(feed: Feed) -> int:
    """A host that does not answer is said at its address; the next one is asked all the same."""
    try:
        return int(fetch_feed(feed, by=SYSTEM, at=now()) is not None)
    except Problem:
        return 0


def name_in(address: str) -> str:
    """The name of the file at an address."""
    return PurePosixPath(unquote(urlsplit(address).path)).name or "daten.csv"
