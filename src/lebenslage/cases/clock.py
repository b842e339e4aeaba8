"""The clock of a case: by when it is due, since when nothing is missing, and the pause while the office waits."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from lebenslage.cases.assessment import Assessed, assess
from lebenslage.cases.models import Case, Request
from lebenslage.cases.proofs import still_wanted
from lebenslage.journal.clock import now, today


def complete_or_not(case: Case, outcome: Assessed | None = None) -> None:
    """Note since when nothing is missing: the law decides, no question is open, every proof that must come is there. Not kept yet."""
    if case.complete is not None or open_requests(case):
        return
    outcome = outcome or assess(case)
    if outcome.decided and not still_wanted(case, outcome):
        case.complete = now()


def open_requests(case: Case) -> bool:
    """Whether the office still waits for an answer."""
    return Request.objects.filter(case=case, answered=None, withdrawn=None).exists()


def paused_until_now(case: Case) -> None:
    """End the pause: the day on which the case is due moves by the days of waiting. Not kept yet."""
    if case.waiting_since is None:
        return
    waited = today() - timezone.localdate(case.waiting_since)
    if case.due is not None:
        case.due += max(waited, timedelta(0))
    case.waiting_since = None
