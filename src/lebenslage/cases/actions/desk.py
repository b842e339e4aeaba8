"""What a caseworker does with a case: take it, hand it on, begin the review, ask, go on without an answer, close."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from django.db import transaction

from lebenslage.authorities.models import Staff
from lebenslage.cases.clock import complete_or_not, open_requests, paused_until_now
from lebenslage.cases.custody import link
from lebenslage.cases.guard import keep, move, opened
from lebenslage.cases.models import Case, CustodyStep, Notice, Request
from lebenslage.cases.problems import AlreadyAnswered, DeadlineTooShort, NotAllowed, NothingSaid, NotSentYet, RemedyStillOpen
from lebenslage.cases.sealed import seal_words
from lebenslage.cases.states import OPEN, State
from lebenslage.cases.transitions import DESK
from lebenslage.contact import actions as contact
from lebenslage.journal.actions import Actor
from lebenslage.journal.clock import now, today
from lebenslage.residents.places import is_place
from lebenslage.residents.problems import UnknownPlace, UnknownProof
from lebenslage.residents.proofs import KINDS


@transaction.atomic
def take(case: Case, *, by: Staff, revision: int) -> Case:
    """Take a case on. The first to take it fetches it from the chain of custody."""
    case = opened(case.id, "take", by=by, revision=revision, states=OPEN)
    case.worker = by
    if case.state != State.SUBMITTED:
        return keep(case, "take", by=by)
    case.received = now()
    link(case, CustodyStep.FETCHED)
    return move(case, "receive", by=by)


@transaction.atomic
def assign(case: Case, to: Staff, *, by: Staff, revision: int) -> Case:
    """Hand a case to a colleague of the same authority. Raises NotAllowed where she is none."""
    case = opened(case.id, "assign", by=by, revision=revision, states=OPEN)
    if not (to.active and to.authority_id == case.authority_id and to.role in DESK):
        raise NotAllowed(action="assign", role=to.role)
    case.worker = to
    return keep(case, "assign", by=by, to=str(to.id))


@transaction.atomic
def review(case: Case, *, by: Staff, revision: int) -> Case:
    """Begin the review: the application is accepted as one of this authority."""
    case = opened(case.id, "review", by=by, revision=revision)
    case.worker = case.worker or by
    link(case, CustodyStep.ACCEPTED)
    return move(case, "review", by=by)


@transaction.atomic
def ask(
    case: Case, *, by: Staff, text: str, due: date, revision: int, evidence_kind: str = "", place: str = "", warning: bool = True
) -> Request:
    """Ask the resident for a proof, a fact, or something in words, until a day; the clock of the case pauses.

    `warning`: the question says what follows if no answer comes (§ 66 Abs. 3 SGB I); only then a refusal may follow from silence.
    Raises NothingSaid, DeadlineTooShort, UnknownPlace, UnknownProof.
    """
    case = opened(case.id, "ask", by=by, revision=revision)
    _askable(text, due, evidence_kind, place)
    id = uuid4()
    request = Request.objects.create(
        id=id,
        case=case,
        authority_id=case.authority_id,
        vault_id=case.vault_id,
        sealed_text=seal_words(case.authority_id, id, "text", text.strip()),
        evidence_kind=evidence_kind,
        place=place,
        asked=now(),
        asked_by=by,
        due=due,
        warning=warning,
    )
    case.waiting_since, case.complete = case.waiting_since or now(), None
    contact.announce(case.thread, "asked", request=str(id))
    move(case, "ask", by=by, request=str(id))
    return request


def _askable(text: str, due: date, evidence_kind: str, place: str) -> None:
    if not text.strip():
        raise NothingSaid
    if due <= today():
        raise DeadlineTooShort(due=due)
    if place and not is_place(place):
        raise UnknownPlace(place=place)
    if evidence_kind and evidence_kind not in KINDS:
        raise UnknownProof(kind=evidence_kind)


@transaction.atomic
def withdraw_request(request: Request, *, by: Staff, revision: int) -> Case:
    """Take a question back; with the last one the clock goes on. The resident reads that she need not answer.

    Raises WrongState, AlreadyAnswered.
    """
    case = opened(request.case_id, "ask", by=by, revision=revision)
    if not Request.objects.filter(pk=request.pk, answered=None, withdrawn=None).update(withdrawn=now()):
        raise AlreadyAnswered
    contact.announce(case.thread, "request_withdrawn", request=str(request.id))
    if case.state == State.WAITING and not open_requests(case):
        paused_until_now(case)
        complete_or_not(case)
        move(case, "resume", by=by)
    return keep(case, "withdraw_request", by=by, request=str(request.id))


@transaction.atomic
def resume(case: Case, *, by: Staff, revision: int) -> Case:
    """Go on without an answer. Open questions stay open: an answer still counts, and silence past their day may be a reason to refuse."""
    case = opened(case.id, "resume", by=by, revision=revision)
    paused_until_now(case)
    return move(case, "resume", by=by)


@transaction.atomic
def close(case: Case, *, by: Staff | Actor, revision: int | None = None) -> Case:
    """Close a case whose notice has gone out and can no longer be disputed. Raises NotSentYet, RemedyStillOpen."""
    case = opened(case.id, "close", by=by, revision=revision)
    notice = Notice.objects.filter(case=case).order_by("-issued").first()
    if notice is None or notice.remedy_until is None:
        raise NotSentYet(number=case.number)
    if today() <= notice.remedy_until:
        raise RemedyStillOpen(until=notice.remedy_until)
    case.closed = now()
    return move(case, "close", by=by)
