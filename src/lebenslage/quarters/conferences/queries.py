"""Reading conferences. Every question names its authority."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.quarters.conferences.models import Conference, Contact, Decision, Progress, State


@dataclass(frozen=True, slots=True)
class PublicMinutes:
    """Minutes as everybody may read them. `content` holds title, on, place, areas, present, items and decisions (`publishing`)."""

    id: UUID
    on: date
    published_at: datetime
    content: Mapping[str, Any]


def conferences(authority: Authority, *, removed: bool = False) -> QuerySet[Conference]:
    """The conferences of a town, the latest first, without what is public of them."""
    return Conference.objects.filter(authority=authority, removed_at__isnull=not removed).defer("public")


def conference(authority: Authority, key: UUID) -> Conference | None:
    """One conference with its authority, removed ones too."""
    return Conference.objects.filter(authority=authority, pk=key).select_related("authority").first()


def of_area(authority: Authority, key: str) -> Sequence[Conference]:
    """The conferences about an area, the latest first; those about the whole town are not among them."""
    return [one for one in conferences(authority) if key in one.areas]


def last_before(conference: Conference) -> Conference | None:
    """The last conference before this one about one of the same areas, or about the whole town too."""
    earlier = conferences(conference.authority).filter(on__lt=conference.on)
    return next((one for one in earlier if set(one.areas) & set(conference.areas) or not (one.areas or conference.areas)), None)


def contacts(authority: Authority, *, all_of_them: bool = False) -> QuerySet[Contact]:
    """The address book; who was put away only where asked for."""
    some = Contact.objects.filter(authority=authority)
    return some if all_of_them else some.filter(active=True)


def decisions(authority: Authority, *, on: date, which: str = "", responsible: str = "") -> Sequence[Decision]:
    """Decisions of every conference that stands: `open`, `overdue`, `done`, or all; what is due first comes first."""
    some = Decision.objects.filter(conference__authority=authority, conference__removed_at=None).select_related("conference", "measure")
    fitting = {
        "open": Q(progress=Progress.OPEN),
        "overdue": Q(progress=Progress.OPEN, due__lt=on),
        "done": ~Q(progress=Progress.OPEN),
    }
    some = some.filter(fitting.get(which, Q()))
    some = some.filter(responsible__icontains=responsible) if responsible else some
    return sorted(some, key=lambda one: (one.progress != Progress.OPEN, one.due or date.max, one.conference.on, one.number))


def decision(authority: Authority, number: int) -> Decision | None:
    """One decision with its conference."""
    some = Decision.objects.filter(conference__authority=authority, conference__removed_at=None)
    return some.select_related("conference__authority", "measure").filter(pk=number).first()


def open_decisions(authority: Authority, key: str = "", *, on: date) -> Sequence[Decision]:
    """What is still to be done, of conferences about an area (those about the whole town too) or of all."""
    found = decisions(authority, on=on, which="open")
    return [one for one in found if not key or not one.conference.areas or key in one.conference.areas]


def public_minutes(authority: Authority) -> Sequence[PublicMinutes]:
    """What everybody may read, the latest first. Nothing of it is asked anew: it is what was confirmed."""
    some = Conference.objects.filter(authority=authority, state=State.PUBLISHED, removed_at=None)
    return [PublicMinutes(one.pk, one.on, one.published_at, one.public) for one in some if one.published_at]


def public_minutes_with(authority: Authority, key: UUID) -> PublicMinutes | None:
    """What everybody may read of one conference; None where nothing of it is public (any more)."""
    return next((one for one in public_minutes(authority) if one.id == key), None)
