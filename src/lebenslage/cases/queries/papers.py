"""What is printed, and what was brought, opened for who may read it; each reading leaves a line in the journal."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from lebenslage.authorities.models import Staff
from lebenslage.cases.guard import note_reading
from lebenslage.cases.models import Case, Decision, Evidence, Notice, Paper
from lebenslage.cases.permissions import require
from lebenslage.cases.printing import notice_pdf
from lebenslage.cases.problems import NoSuchCase
from lebenslage.files.queries import content_of
from lebenslage.journal.actions import RESIDENT, Actor
from lebenslage.journal.clock import now


def paper(paper_id: UUID) -> Paper:
    """A paper of the current scope. Raises NoSuchCase."""
    found = Paper.objects.select_related("case", "blob").filter(pk=paper_id).first()
    if found is None:
        raise NoSuchCase
    return found


@transaction.atomic
def paper_content(paper: Paper, *, by: Staff | Actor) -> bytes:
    """The PDF of a receipt or a notice. The first time a resident opens her notice is noted. Raises NotAllowed."""
    case = _case(paper.case_id)
    require(by, "read_paper", case)
    note_reading(case, "read_paper", by=by, paper=str(paper.id))
    if by == RESIDENT or (isinstance(by, Actor) and by.role == RESIDENT.role):
        Notice.objects.filter(paper=paper, read=None).update(read=now())
    return content_of(paper.blob)


@transaction.atomic
def proof_content(evidence: Evidence, *, by: Staff) -> bytes:
    """A proof as it was brought. Raises NotAllowed."""
    case = _case(evidence.case_id)
    require(by, "read_proof", case)
    note_reading(case, "read_proof", by=by, evidence=str(evidence.id))
    return content_of(evidence.blob)


@transaction.atomic
def preview(decision: Decision, *, by: Staff) -> bytes:
    """The notice of a proposal, marked as a draft. Nothing is kept. Raises NotAllowed, AmountsDiffer."""
    case = _case(decision.case_id)
    require(by, "open", case)
    note_reading(case, "preview", by=by, decision=str(decision.id))
    decision = Decision.objects.select_related("authority", "proposed_by").get(pk=decision.pk)
    return notice_pdf(case, decision, draft=decision.approved is None)


def _case(case_id: UUID) -> Case:
    found = Case.objects.select_related("version").filter(pk=case_id).first()
    if found is None:
        raise NoSuchCase
    return found
