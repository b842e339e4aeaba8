"""The rows that belong to one case, as desk and resident read them; each asked of the database by SQL that is written once."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from lebenslage.accounts.prepared import prepared
from lebenslage.cases.models import CaseFact, Confirmation, Custody, Decision, Evidence, Forwarding, Notice, Paper, Request


@prepared
def facts(*, case: UUID) -> QuerySet[CaseFact]:
    """Every fact that was ever given, the oldest first."""
    return CaseFact.objects.filter(case=case).select_related("by").order_by("id")


@prepared
def evidence(*, case: UUID) -> QuerySet[Evidence]:
    """The proofs, the oldest first."""
    return Evidence.objects.filter(case=case).select_related("blob", "judged_by").order_by("at")


@prepared
def confirmations(*, case: UUID) -> QuerySet[Confirmation]:
    """The figures that somebody confirmed."""
    return Confirmation.objects.filter(case=case).select_related("by")


@prepared
def decisions(*, case: UUID) -> QuerySet[Decision]:
    """What was proposed, the oldest first."""
    return Decision.objects.filter(case=case).select_related("proposed_by", "approved_by", "returned_by").order_by("proposed")


@prepared
def notices(*, case: UUID) -> QuerySet[Notice]:
    """The notices, the newest first."""
    return Notice.objects.filter(case=case).select_related("decision", "posted_by").order_by("-issued")


@prepared
def requests(*, case: UUID) -> QuerySet[Request]:
    """The questions of the office, the oldest first."""
    return Request.objects.filter(case=case).select_related("asked_by")


@prepared
def papers(*, case: UUID) -> QuerySet[Paper]:
    """What was printed, the oldest first."""
    return Paper.objects.filter(case=case).order_by("at")


@prepared
def custody(*, case: UUID) -> QuerySet[Custody]:
    """The links of the chain, in order."""
    return Custody.objects.filter(case=case)


@prepared
def forwardings(*, case: UUID) -> QuerySet[Forwarding]:
    """From where it came, and where it went."""
    return Forwarding.objects.filter(case=case).select_related("by").order_by("at")
