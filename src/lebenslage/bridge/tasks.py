"""What the bridge does in the background, once a month; it may run twice."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.tasks import task

from lebenslage.authorities.models import Authority
from lebenslage.bridge.actions import push
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import now, today


@task()
def publish_last_month(authority_id: str) -> None:
    """Publish the month that has ended last, for a town."""
    push(Authority.objects.get(pk=UUID(authority_id)), last_month(), by=SYSTEM, at=now())


def last_month() -> date:
    """The first day of the month that has ended last."""
    return (today().replace(day=1) - timedelta(days=1)).replace(day=1)
