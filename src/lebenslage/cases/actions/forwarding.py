"""The wrong office passes an application on at once; the day on which it came there counts everywhere (§ 16 Abs. 2 SGB I)."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from lebenslage.authorities.models import Authority, Staff
from lebenslage.authorities.municipality import Municipality
from lebenslage.authorities.queries import office_for, responsible
from lebenslage.cases.assessment import applied_day
from lebenslage.cases.custody import link
from lebenslage.cases.guard import move, opened
from lebenslage.cases.models import Case, CustodyStep, Direction, Forwarding, Request
from lebenslage.cases.problems import NowhereToForward, OwnOffice, ReasonMissing
from lebenslage.cases.sealed import seal_words
from lebenslage.cases.tasks import hand_over
from lebenslage.contact import actions as contact
from lebenslage.journal.clock import now


@transaction.atomic
def forward(case: Case, place: Municipality, *, by: Staff, reason: str, revision: int) -> Forwarding:
    """Pass a case on to the office that decides for a municipality. Here it is closed; a task brings it there, or prints the letter.

    Nobody of this office ever acts there. Raises ReasonMissing, OwnOffice where it is ours, NowhereToForward.
    """
    case = opened(case.id, "forward", by=by, revision=revision)
    if not reason.strip():
        raise ReasonMissing(action="forward")
    to, lines = _target(case, place)
    id, moment = uuid4(), now()
    going = Forwarding.objects.create(
        id=id,
        case=case,
        authority_id=case.authority_id,
        vault_id=case.vault_id,
        direction=Direction.OUT,
        office=to,
        address="\n".join(lines),
        sealed_reason=seal_words(case.authority_id, id, "reason", reason.strip()),
        at=moment,
        by=by,
    )
    Request.objects.filter(case=case, answered=None, withdrawn=None).update(withdrawn=moment)
    case.closed, case.waiting_since = moment, None
    link(case, CustodyStep.FORWARDED)
    contact.announce(case.thread, "forwarded", office=lines[0], day=applied_day(case))
    move(case, "forward", by=by, to=str(to.id) if to is not None else "post", forwarding=str(id))
    hand_over.enqueue(str(id), authority=str(case.authority_id))
    return going


def _target(case: Case, place: Municipality) -> tuple[Authority | None, list[str]]:
    """The authority where it works here, and the lines of an envelope. Raises OwnOffice, NowhereToForward."""
    service = case.version.service
    office, to = office_for(service, place), responsible(service, place.key.key)
    if to is not None and to.id == case.authority_id:
        raise OwnOffice(municipality=place.name)
    if not office.lines:
        raise NowhereToForward(municipality=place.name)
    return (to if to is not None and office.connected else None), list(office.lines)
