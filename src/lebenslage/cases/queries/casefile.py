"""A case on one screen, for the desk. Every reading leaves a line in the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from lebenslage.authorities.models import Staff
from lebenslage.cases.assessment import Assessed, assessed
from lebenslage.cases.facts import typed_facts
from lebenslage.cases.guard import WORKING, note_reading
from lebenslage.cases.lines import (
    DecisionLine,
    EvidenceLine,
    FactLine,
    RequestLine,
    decision_line,
    evidence_lines,
    fact_lines,
    request_line,
)
from lebenslage.cases.models import Case, CaseFact, Confirmation, Custody, Decision, Evidence, Notice, Paper, Request
from lebenslage.cases.permissions import may, require
from lebenslage.cases.problems import NoSuchCase
from lebenslage.cases.sealed import name_of
from lebenslage.cases.states import OPEN, State
from lebenslage.cases.transitions import TRANSITIONS
from lebenslage.contact.actions import mark_read
from lebenslage.contact.models import From
from lebenslage.contact.queries import Line, messages
from lebenslage.pages.frame import sentences

WHILE_WORKING = ("judge_evidence", "judge_fact", "correct_fact", "confirm_figure")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything of a case. `allowed` are the actions this member of staff may take now; `to_confirm` the figures that block a proposal."""

    case: Case
    name: str
    facts: Sequence[FactLine]
    evidence: Sequence[EvidenceLine]
    requests: Sequence[RequestLine]
    messages: Sequence[Line]
    decisions: Sequence[DecisionLine]
    notice: Notice | None
    papers: Sequence[Paper]
    custody: Mapping[str, datetime]
    assessed: Assessed
    to_confirm: Sequence[str]
    confirmed: Sequence[Confirmation]
    silent: bool
    allowed: frozenset[str]

    @property
    def standing(self) -> DecisionLine | None:
        """The decision that stands: proposed or approved, not sent back."""
        return next((one for one in self.decisions if one.returned is None), None)

    @property
    def revision(self) -> int:
        """What a form must bring back."""
        return self.case.revision


@transaction.atomic
def open_case(case_id: UUID, *, by: Staff) -> CaseFile:
    """Open a case for reading. Raises NoSuchCase, NotAllowed."""
    case = Case.objects.select_related("worker", "version", "thread", "authority").filter(pk=case_id).first()
    if case is None:
        raise NoSuchCase
    require(by, "open", case)
    note_reading(case, "open", by=by)
    file = _file(case, by)
    if any(line.new and line.sender == From.RESIDENT for line in file.messages):
        mark_read(case.thread, sender=From.RESIDENT)
    return file


def _file(case: Case, by: Staff) -> CaseFile:
    facts = list(CaseFact.objects.filter(case=case).select_related("by").order_by("id"))
    outcome = assessed(typed_facts(fact for fact in facts if fact.until is None), case.version.service)
    proofs = Evidence.objects.filter(case=case).select_related("blob", "judged_by").order_by("at")
    confirmed = list(Confirmation.objects.filter(case=case).select_related("by"))
    decisions = Decision.objects.filter(case=case).select_related("proposed_by", "approved_by", "returned_by").order_by("proposed")
    notice = Notice.objects.filter(case=case).select_related("posted_by").order_by("-issued").first()
    requests = [request_line(one) for one in Request.objects.filter(case=case).select_related("asked_by")]
    told = [decision_line(decision) for decision in decisions]
    return CaseFile(
        case=case,
        name=name_of(case),
        facts=fact_lines(facts, outcome),
        evidence=list(evidence_lines(proofs, facts, sentences("de"))),
        requests=requests,
        messages=messages(case.thread),
        decisions=told,
        notice=notice,
        papers=list(Paper.objects.filter(case=case).order_by("at")),
        custody={one.step: one.at for one in Custody.objects.filter(case=case)},
        assessed=outcome,
        to_confirm=_to_confirm(outcome, confirmed),
        confirmed=confirmed,
        silent=any(one.overdue and one.warning for one in requests),
        allowed=frozenset(_allowed(case, by, told, notice)),
    )


def _to_confirm(outcome: Assessed, confirmed: Sequence[Confirmation]) -> Sequence[str]:
    done = {one.figure for one in confirmed}
    return [figure.id for figure, _ in outcome.result.to_check if figure.id not in done] if outcome.result is not None else ()


def _allowed(case: Case, by: Staff, decisions: Sequence[DecisionLine], notice: Notice | None) -> set[str]:
    state = State(case.state)
    moves = {step.name for step in TRANSITIONS.values() if state in step.sources and may(by, step.name, case)}
    standing = next((one for one in decisions if one.returned is None), None)
    if standing is not None and standing.proposer == by.id:
        moves.discard("approve")
    further = set(WHILE_WORKING) if state in WORKING else set()
    further |= {"take", "assign"} if state in OPEN else set()
    further |= {"record_dispatch"} if notice is not None and notice.posted is None and state == State.NOTIFIED else set()
    return moves | {action for action in further | {"message"} if may(by, action, case)}
