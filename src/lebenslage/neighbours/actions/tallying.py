"""Numbers of a month by quarter. They say nothing of anybody, and stay when posts are deleted."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F

from lebenslage.journal.clock import today
from lebenslage.neighbours.models import Tally


def count_post(authority: UUID, area: str) -> None:
    """One post more this month."""
    _count(authority, area, "posts")


def count_help(authority: UUID, area: str) -> None:
    """One help more this month."""
    _count(authority, area, "helps")


def _count(authority: UUID, area: str, what: str) -> None:
    tally, _ = Tally.objects.get_or_create(authority_id=authority, area=area, month=today().replace(day=1))
    Tally.objects.filter(pk=tally.pk).update(**{what: F(what) + 1})
