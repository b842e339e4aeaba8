"""Reading what waits and where it comes from; every question names its authority."""

from __future__ import annotations

from django.conf import settings
from django.db.models import QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.feeds.models import Feed, Waiting


def waiting(authority: Authority) -> QuerySet[Waiting]:
    """The files of a town that wait, the latest first, without their content."""
    found: QuerySet[Waiting] = Waiting.objects.filter(authority=authority).defer("content")
    return found


def feeds(authority: Authority) -> QuerySet[Feed]:
    """The addresses of a town."""
    found: QuerySet[Feed] = Feed.objects.filter(authority=authority)
    return found


def allowed_hosts() -> list[str]:
    """The hosts that this installation may ask; none where connectors are off."""
    return list(settings.FEEDS)
