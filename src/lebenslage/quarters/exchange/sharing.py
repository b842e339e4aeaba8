"""Giving something to other towns, taking it back, and taking over what others gave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from lebenslage.authorities.models import Authority, Role, Staff
from lebenslage.journal.actions import Subject, record
from lebenslage.journal.clock import now
from lebenslage.quarters.exchange.contents import Block, Item, Measure
from lebenslage.quarters.exchange.files import item_of
from lebenslage.quarters.exchange.models import Shared, Taken
from lebenslage.quarters.exchange.passages import put_in
from lebenslage.quarters.measures.actions import keep_measure
from lebenslage.quarters.measures.changes import Said
from lebenslage.quarters.recording import actor


def town_of(authority: Authority) -> str:
    """The town as others know it."""
    return authority.town or authority.name


@transaction.atomic
def share(item: Item, *, by: Staff, imported: bool = False) -> Shared:
    """Give something to the planners of all towns; the same again changes nothing."""
    known = Shared.objects.filter(digest=item.digest, withdrawn_at=None).first()
    if known is not None:
        return known
    kept = Shared.objects.create(
        authority=by.authority,
        kind=item.content.kind,
        title=item.title,
        summary=item.summary,
        content=item.stored,
        town=item.town,
        on=item.since,
        digest=item.digest,
        by_name=by.name,
        imported=imported,
        at=now(),
    )
    _say("share", by, shared=kept.pk, kind=kept.kind)
    return kept


@transaction.atomic
def import_items(items: Sequence[Item], *, by: Staff) -> int:
    """Let what a file brings stand beside what is shared here. Returns how many of them are new."""
    before = Shared.objects.filter(withdrawn_at=None).count()
    for item in items:
        share(item, by=by, imported=True)
    return Shared.objects.filter(withdrawn_at=None).count() - before


@transaction.atomic
def withdraw(shared: Shared, *, by: Staff) -> None:
    """Take back what the own town gave; copies in other towns stay."""
    if Shared.objects.filter(pk=shared.pk, authority=by.authority, withdrawn_at=None).update(withdrawn_at=now()):
        _say("withdraw_shared", by, shared=shared.pk)


@transaction.atomic
def take_over(shared: Shared, provenance: str, *, by: Staff) -> Taken:
    """Copy it into the own town with where it comes from; once a town: again changes nothing.

    A measure becomes a planned one, a text of a report goes into the newest draft of a planner. Raises TooMuchText.
    """
    known = Taken.objects.filter(shared=shared, authority=by.authority).first()
    if known is not None:
        return known
    fields = {"kind": shared.kind, "title": shared.title, "content": shared.content, "provenance": provenance, "by_name": by.name}
    kept = Taken.objects.create(shared=shared, authority=by.authority, at=now(), **fields)
    content = item_of(shared).content
    if isinstance(content, Measure):
        keep_measure(by.authority, _planned(shared.title, content, provenance), by=actor(by))
    if isinstance(content, Block) and by.role == Role.PLANNER:
        put_in(kept, by=by)
    _say("take_over", by, shared=shared.pk, kind=shared.kind)
    return kept


def _planned(title: str, content: Measure, provenance: str) -> Said:
    """A measure to begin with; its lessons are those of the town from which it comes."""
    lessons = "\n\n".join(part for part in (provenance, content.done, content.lessons) if part)
    return Said(title, aim=content.aim, target_group=content.target_group, lessons=lessons)


def _say(action: str, by: Staff, **details: Any) -> None:
    record(action, Subject("authority", by.authority_id, by.authority_id), by=actor(by), **details)
