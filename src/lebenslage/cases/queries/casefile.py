"""A case on one screen, for the desk. Every reading leaves a line in the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from lebenslage.accounts.prepared import prepared
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
from lebenslage.cases.models import Case, Confirmation, Forwarding, Notice, Paper
from lebenslage.cases.permissions import may, require
from lebenslage.cases.problems import NoSuchCase
from lebenslage.cases.queries import rows
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
    forwardings: Sequence[Forwarding]

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
    case = next(iter(_case(id=case_id)), None)
    if case is None:
        raise NoSuchCase
    require(by, "open", case)
    note_reading(case, "open", by=by)
    file = _file(case, by)
    if any(line.new and line.sender == From.RESIDENT for line in file.messages):
        mark_read(case.thread, sender=From.RESIDENT)
    return file


@prepared
def _case(*, id: UUID) -> QuerySet[Case]:
    return Case.objects.select_related("worker", "version", "thread", "authority").filter(pk=id)


def _file(case: Case, by: Staff) -> CaseFile:
    facts = rows.facts(case=case.id)
    outcome = assessed(typed_facts(fact for fact in facts if fact.until is None), case.version.service)
    confirmed = rows.confirmations(case=case.id)
    requests = [request_line(one) for one in rows.requests(case=case.id)]
    told = [decision_line(decision) for decision in rows.decisions(case=case.id)]
    # Without an approved decision there is no notice to ask for.
    notice = next(iter(rows.notices(case=case.id)), None) if any(one.approved for one in told) else None
    return CaseFile(
        case=case,
        name=name_of(case),
        facts=fact_lines(facts, outcome),
        evidence=list(evidence_lines(rows.evidence(case=case.id), facts, sentences("de"))),
        requests=requests,
        messages=messages(case.thread),
        decisions=told,
        notice=notice,
        papers=rows.papers(case=case.id),
        custody={one.step: one.at for one in rows.custody(case=case.id)},
        assessed=outcome,
        to_confirm=_to_confirm(outcome, confirmed),
        confirmed=confirmed,
        silent=any(one.overdue and one.warning for one in requests),
        allowed=frozenset(_allowed(case, by, told, notice)),
        forwardings=rows.forwardings(case=case.id) if case.former is not None or case.state == State.FORWARDED else (),
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
    further |= {"message"} if state != State.FORWARDED else set()
    further |= {"record_dispatch"} if notice is not None and notice.posted is None and state == State.NOTIFIED else set()
    return moves | {action for action in further if may(by, action, case)}
