"""How a notice goes out, from when it counts, and until when it can be disputed."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Staff
from lebenslage.cases.guard import keep, opened
from lebenslage.cases.models import Case, Dispatch, Notice
from lebenslage.cases.problems import AlreadyPosted, ConsentMissing, PostedBeforeIssued
from lebenslage.cases.remedy import remedy_of
from lebenslage.cases.states import State
from lebenslage.contact import actions as contact
from lebenslage.journal.clock import now, today
from lebenslage.kernel.deadlines import notified_on
from lebenslage.kernel.holidays import NRW
from lebenslage.residents.models import Consent

PORTAL_NOTICE = "portal_notice"
SENDING = frozenset({State.NOTIFIED})


@transaction.atomic
def record_dispatch(notice: Notice, *, by: Staff, dispatch: str, posted: date, revision: int | None = None) -> Notice:
    """Note that a notice went out: by post (a copy is in the portal), or through the portal alone where the resident agreed.

    § 24 WoGG asks for writing, so the post is the rule. Raises AlreadyPosted, ConsentMissing, PostedBeforeIssued.
    """
    case = opened(notice.case_id, "record_dispatch", by=by, revision=revision, states=SENDING)
    notice = Notice.objects.select_for_update(of=("self",)).select_related("decision").get(pk=notice.pk)
    notice.case = case
    if notice.posted is not None:
        raise AlreadyPosted(posted=notice.posted)
    if not timezone.localdate(notice.issued) <= posted <= today():
        raise PostedBeforeIssued(posted=posted)
    if dispatch == Dispatch.PORTAL and not agreed(case):
        raise ConsentMissing
    notice.dispatch, notice.posted, notice.posted_by = Dispatch(dispatch), posted, by
    notice.counts_from = notified_on(posted)
    notice.remedy_until = remedy_of(case.version).last_day(notice.counts_from, holidays=NRW)
    notice.save(update_fields=["dispatch", "posted", "posted_by", "counts_from", "remedy_until"])
    contact.announce(case.thread, f"sent_by_{notice.dispatch}", until=notice.remedy_until.isoformat())
    keep(case, "record_dispatch", by=by, dispatch=notice.dispatch, posted=posted.isoformat())
    return notice


def agreed(case: Case) -> bool:
    """Whether the resident agreed to be notified through the portal. Her consent is in her vault, which opens for this one question."""
    with acting(authority=case.authority_id, vault=case.vault_id):
        return Consent.objects.filter(vault=case.vault_id, purpose=PORTAL_NOTICE, withdrawn=None).exists()


@transaction.atomic
def mark_read(notice: Notice) -> Notice:
    """Note when the resident first opened her notice; what the office sent does not change by it."""
    Notice.objects.filter(pk=notice.pk, read=None).update(read=now())
    return Notice.objects.get(pk=notice.pk)
