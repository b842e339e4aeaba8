"""Writing remarks among colleagues, and settling them."""

from __future__ import annotations

from django.db import transaction

from lebenslage.authorities.models import Staff
from lebenslage.journal.actions import Subject, record
from lebenslage.journal.clock import now
from lebenslage.quarters.exchange.models import Remark
from lebenslage.quarters.recording import actor


@transaction.atomic
def remark(about: str, text: str, *, by: Staff) -> Remark:
    """Keep a remark on something of the town in which its writer works."""
    kept = Remark.objects.create(authority=by.authority, about=about, text=text, by_name=by.name, at=now())
    _say("remark", kept, by)
    return kept


@transaction.atomic
def settle(it: Remark, *, by: Staff) -> None:
    """Mark a remark as done; what is done already stays as it is."""
    if Remark.objects.filter(authority=by.authority, pk=it.pk, done_at=None).update(done_at=now(), done_by_name=by.name):
        _say("settle_remark", it, by)


def _say(action: str, it: Remark, by: Staff) -> None:
    record(action, Subject("authority", by.authority_id, by.authority_id), by=actor(by), about=it.about, remark=it.pk)
