"""What a caseworker finds out: judging proofs and facts, correcting a fact with a reason, confirming a figure of the law."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from lebenslage.authorities.models import Staff
from lebenslage.cases.actions.decision import to_confirm
from lebenslage.cases.assessment import assess
from lebenslage.cases.clock import complete_or_not
from lebenslage.cases.facts import correct, current_facts, seal_reason, typed_facts
from lebenslage.cases.guard import WORKING, keep, opened
from lebenslage.cases.identity import follow
from lebenslage.cases.models import Case, CaseFact, Confirmation, Evidence, EvidenceState, FactState
from lebenslage.cases.permissions import role_of
from lebenslage.cases.problems import NotAllowed, NothingToConfirm, NothingToJudge, ReasonMissing
from lebenslage.cases.sealed import seal_words
from lebenslage.contact import actions as contact
from lebenslage.journal.clock import now
from lebenslage.residents.places import is_place
from lebenslage.residents.problems import UnknownPlace


@transaction.atomic
def judge_evidence(evidence: Evidence, *, by: Staff, accepted: bool, reason: str, revision: int) -> Case:
    """Accept a proof, or reject it with a reason that the resident reads. Raises ReasonMissing."""
    case = opened(evidence.case_id, "judge_evidence", by=by, revision=revision, states=WORKING)
    _with_reason(accepted, reason, "judge_evidence")
    evidence = Evidence.objects.get(pk=evidence.pk)
    evidence.state = EvidenceState.ACCEPTED if accepted else EvidenceState.REJECTED
    evidence.judged, evidence.judged_by = now(), by
    evidence.sealed_reason = None if accepted else seal_words(case.authority_id, evidence.id, "reason", reason.strip())
    evidence.save(update_fields=["state", "judged", "judged_by", "sealed_reason"])
    if not accepted:
        case.complete = None
        contact.announce(case.thread, "proof_rejected", kind=evidence.kind, reason=reason.strip())
    return keep(case, "judge_evidence", by=by, evidence=str(evidence.id), state=evidence.state)


@transaction.atomic
def find_readable(evidence: Evidence, *, by: Staff, revision: int) -> Case:
    """Say that a proof can be read, before it is judged: the resident sees that she need not bring it again. Raises NothingToJudge."""
    case = opened(evidence.case_id, "find_readable", by=by, revision=revision, states=WORKING)
    if not Evidence.objects.filter(pk=evidence.pk, state=EvidenceState.RECEIVED).update(state=EvidenceState.READABLE):
        raise NothingToJudge
    return keep(case, "find_readable", by=by, evidence=str(evidence.id))


@transaction.atomic
def judge_fact(fact: CaseFact, *, by: Staff, accepted: bool, reason: str, revision: int) -> Case:
    """Accept a fact, or reject it with a reason: then it wants correcting or asking. Raises ReasonMissing."""
    case = opened(fact.case_id, "judge_fact", by=by, revision=revision, states=WORKING)
    _with_reason(accepted, reason, "judge_fact")
    fact = CaseFact.objects.get(pk=fact.pk, until=None)
    fact.state, fact.by = (FactState.ACCEPTED if accepted else FactState.REJECTED), by
    fact.sealed_reason = seal_reason(fact, reason.strip()) if reason.strip() else None
    fact.save(update_fields=["state", "by", "sealed_reason"])
    return keep(case, "judge_fact", by=by, place=fact.place, state=fact.state)


@transaction.atomic
def judge_facts(case: Case, facts: Iterable[CaseFact], *, by: Staff, revision: int) -> Case:
    """Accept all of these facts that are still open, under one line of the journal. Raises NothingToJudge where none is."""
    case = opened(case.id, "judge_facts", by=by, revision=revision, states=WORKING)
    chosen = [fact.pk for fact in facts]
    found = list(CaseFact.objects.filter(pk__in=chosen, case=case, until=None, state=FactState.OPEN).order_by("id"))
    if not found:
        raise NothingToJudge
    for fact in found:
        fact.state, fact.by = FactState.ACCEPTED, by
    CaseFact.objects.bulk_update(found, ["state", "by"])
    return keep(case, "judge_facts", by=by, places=[fact.place for fact in found])


@transaction.atomic
def correct_fact(
    case: Case, place: str, typed: Sequence[str], *, by: Staff, reason: str, revision: int, evidence: Evidence | None = None
) -> CaseFact:
    """Put what the office found in the place of what was said; the former line stays as history.

    Raises ReasonMissing, UnknownPlace, and the problem of a value that cannot be read.
    """
    case = opened(case.id, "correct_fact", by=by, revision=revision, states=WORKING)
    _with_reason(False, reason, "correct_fact")
    if not is_place(place):
        raise UnknownPlace(place=place)
    if evidence is not None and evidence.case_id != case.id:
        raise NotAllowed(action="correct_fact", role=role_of(by))
    fact = correct(case, place, [text.strip() for text in typed if text.strip()], by=by, reason=reason.strip(), evidence=evidence)
    outcome = assess(case)
    for trouble in outcome.troubles:
        if trouble.field == place:
            raise trouble.problem
    complete_or_not(case, outcome)
    follow(case, place, typed_facts(current_facts(case)))
    keep(case, "correct_fact", by=by, place=place)
    return fact


@transaction.atomic
def confirm_figure(case: Case, figure: str, *, by: Staff, revision: int) -> Case:
    """Stand for a figure of low confidence in this case. Raises NothingToConfirm where this case does not wait for it."""
    case = opened(case.id, "confirm_figure", by=by, revision=revision, states=WORKING)
    result = assess(case).result
    if result is None or figure not in to_confirm(case, result):
        raise NothingToConfirm(figure=figure)
    Confirmation.objects.create(case=case, authority_id=case.authority_id, vault_id=case.vault_id, figure=figure, by=by, at=now())
    return keep(case, "confirm_figure", by=by, figure=figure)


def _with_reason(accepted: bool, reason: str, action: str) -> None:
    if not accepted and not reason.strip():
        raise ReasonMissing(action=action)
