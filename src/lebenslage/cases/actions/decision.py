"""Two people decide: one proposes, another approves or sends back."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

from django.db import transaction

from lebenslage.authorities.models import Staff
from lebenslage.cases.assessment import Assessed, assess, assessed
from lebenslage.cases.facts import current_facts, typed_facts
from lebenslage.cases.guard import locked, move, opened
from lebenslage.cases.models import Case, Confirmation, Decision, Outcome, Request
from lebenslage.cases.permissions import role_of
from lebenslage.cases.problems import (
    AgainstTheLaw,
    FactsMissing,
    FactsUnreadable,
    FiguresToConfirm,
    ReasonMissing,
    SamePerson,
    WrongState,
)
from lebenslage.cases.sealed import seal_snapshot, seal_words
from lebenslage.cases.snapshot import Ground, assessed_again, begins_ends, take_snapshot
from lebenslage.cases.tasks import print_notice
from lebenslage.journal.clock import now, today
from lebenslage.law.engine import Result, Status

GRANTS: Final = frozenset({Outcome.GRANT, Outcome.PARTIAL})


@transaction.atomic
def propose(case: Case, *, by: Staff, outcome: str, reasons: str, revision: int) -> Decision:
    """Propose a decision with its assessment as it is now. Amount and period are the law's, never typed.

    A refusal against the law's yes, or before all facts are known, rests on § 66 SGB I: a question with its warning is overdue.
    Raises FactsUnreadable, FactsMissing, AgainstTheLaw, FiguresToConfirm, ReasonMissing.
    """
    case, outcome = opened(case.id, "propose", by=by, revision=revision), Outcome(outcome)
    facts = current_facts(case)
    found = assessed(typed_facts(facts), case.version.service)
    result = _readable(found)
    ground = _ground(case, outcome, found, by)
    if not reasons.strip() and (outcome != Outcome.GRANT or ground is Ground.COOPERATION):
        raise ReasonMissing(action="propose")
    _confirmed(case, result)
    decision = _decided(case, outcome, result, by)
    decision.sealed_reasons = seal_words(case.authority_id, decision.id, "reasons", reasons.strip())
    decision.sealed_snapshot = seal_snapshot(case.authority_id, decision.id, take_snapshot(case, facts, found, ground))
    decision.save(force_insert=True)
    case.complete = case.complete or (decision.proposed if found.decided else None)
    move(case, "propose", by=by, decision=str(decision.id), outcome=outcome.value)
    return decision


def _decided(case: Case, outcome: Outcome, result: Result, by: Staff) -> Decision:
    begins, ends = begins_ends(result) if outcome in GRANTS else (None, None)
    return Decision(
        id=uuid4(),
        case=case,
        authority_id=case.authority_id,
        vault_id=case.vault_id,
        outcome=outcome,
        amount=(result.amount or 0) if outcome in GRANTS else 0,
        begins=begins,
        ends=ends,
        proposed=now(),
        proposed_by=by,
    )


def _readable(found: Assessed) -> Result:
    if found.result is None:
        raise FactsUnreadable(fields=[trouble.field for trouble in found.troubles])
    return found.result


def _ground(case: Case, outcome: Outcome, found: Assessed, by: Staff) -> Ground:
    status = _readable(found).status
    if outcome in GRANTS and status is Status.UNKNOWN:
        raise FactsMissing(missing=list(found.missing))
    if (outcome in GRANTS and status is Status.YES) or (outcome == Outcome.REFUSAL and status is Status.NO):
        return Ground.LAW
    if outcome == Outcome.REFUSAL and silent(case):
        return Ground.COOPERATION
    if status is Status.UNKNOWN:
        raise FactsMissing(missing=list(found.missing))
    raise AgainstTheLaw(action="propose", role=role_of(by), outcome=outcome.value, status=status.value)


def silent(case: Case) -> bool:
    """Whether a question with a warning went unanswered past its day."""
    return Request.objects.filter(case=case, answered=None, withdrawn=None, warning=True, due__lt=today()).exists()


def to_confirm(case: Case, result: Result) -> list[str]:
    """The figures of low confidence that nobody has confirmed for this case yet."""
    confirmed = set(Confirmation.objects.filter(case=case).values_list("figure", flat=True))
    return [figure.id for figure, _ in result.to_check if figure.id not in confirmed]


def _confirmed(case: Case, result: Result) -> None:
    if figures := to_confirm(case, result):
        raise FiguresToConfirm(figures=figures)


@transaction.atomic
def return_proposal(decision: Decision, *, by: Staff, reason: str, revision: int) -> Case:
    """Send a proposal back with a reason; it stays as history. Raises ReasonMissing."""
    case = opened(decision.case_id, "return", by=by, revision=revision)
    decision = _standing(decision, "return", case)
    if not reason.strip():
        raise ReasonMissing(action="return")
    decision.returned, decision.returned_by = now(), by
    decision.sealed_return = seal_words(case.authority_id, decision.id, "return", reason.strip())
    decision.save(update_fields=["returned", "returned_by", "sealed_return"])
    return move(case, "return", by=by, decision=str(decision.id))


@transaction.atomic
def approve(decision: Decision, *, by: Staff, revision: int) -> Decision:
    """Approve a proposal of somebody else; its notice is printed in the background. Called again by the same person, it changes nothing.

    Raises SamePerson, AmountsDiffer where the law has changed since, AgainstTheLaw where the facts have, or silence was broken.
    """
    locked(decision.case_id, "approve", by=by)
    if (done := Decision.objects.filter(pk=decision.pk, approved_by=by).first()) is not None:
        return done
    case = opened(decision.case_id, "approve", by=by, revision=revision)
    decision = _standing(decision, "approve", case)
    if decision.proposed_by_id == by.id:
        raise SamePerson(action="approve", role=role_of(by))
    then, kept = assessed_again(decision)
    result = _readable(assess(case))
    answered = kept["ground"] == Ground.COOPERATION and not silent(case)
    if answered or (result.status, result.amount) != (then.status, then.amount):
        raise AgainstTheLaw(action="approve", role=role_of(by), outcome=decision.outcome, status=result.status.value)
    _confirmed(case, result)
    decision.approved, decision.approved_by = now(), by
    decision.save(update_fields=["approved", "approved_by"])
    move(case, "approve", by=by, decision=str(decision.id))
    print_notice.enqueue(str(decision.id), authority=str(case.authority_id))
    return decision


def _standing(decision: Decision, action: str, case: Case) -> Decision:
    current = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if current.returned is not None or current.approved is not None:
        raise WrongState(action=action, state=case.state)
    return current
