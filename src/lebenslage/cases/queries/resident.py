"""A case as its resident sees it: where it stands in one sentence, what she can do next, and everything that came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from lebenslage.accounts import scope
from lebenslage.accounts.prepared import prepared
from lebenslage.authorities.models import Authority
from lebenslage.cases.lines import EvidenceLine, RequestLine, evidence_lines, request_line
from lebenslage.cases.models import Case, Decision, Notice, Paper, PaperKind, Request
from lebenslage.cases.pace import Expected, expected
from lebenslage.cases.problems import NoSuchCase
from lebenslage.cases.queries import rows
from lebenslage.cases.states import OPEN, State
from lebenslage.contact.models import From
from lebenslage.contact.queries import Line, messages, new_messages
from lebenslage.contact.wishes import could_not_reach
from lebenslage.pages.frame import sentences
from lebenslage.residents.models import Vault

NOT_DECIDED = OPEN - {State.APPROVED, State.REMEDY_USED}


@dataclass(frozen=True, slots=True)
class NoticeTold:
    """The notice: what was decided, when it was sent how, and until when it can be disputed."""

    id: UUID
    paper: UUID
    outcome: str
    amount: int
    begins: date | None
    ends: date | None
    issued: datetime
    dispatch: str
    posted: date | None
    counts_from: date | None
    remedy_until: date | None
    read: datetime | None


@dataclass(frozen=True, slots=True)
class ResidentCase:
    """One application. `status` and `next_step` are keys of the texts under `cases.status` and `cases.next`."""

    id: UUID
    number: str
    service: str
    authority: Authority
    status: str
    next_step: str
    submitted: datetime
    due: date | None
    requests: Sequence[RequestLine]
    evidence: Sequence[EvidenceLine]
    messages: Sequence[Line]
    papers: Sequence[Paper]
    receipt: Paper | None
    notice: NoticeTold | None
    custody: Mapping[str, datetime]
    expected: Expected | None
    closed: datetime | None
    thread: UUID
    formless: bool
    unreached: bool

    @property
    def companion(self) -> UUID | None:
        """The paper that explains the notice in her language, where there is one."""
        found = next((paper for paper in self.papers if paper.kind == PaperKind.COMPANION), None)
        return found.id if found is not None and self.notice is not None else None

    @property
    def open_requests(self) -> Sequence[RequestLine]:
        """The questions that wait for an answer."""
        return [one for one in self.requests if one.open]

    @property
    def new_messages(self) -> int:
        """How many messages of the office she has not seen."""
        return sum(line.new and line.sender != From.RESIDENT for line in self.messages)

    @property
    def may_withdraw(self) -> bool:
        """Whether she can take it back."""
        return self.status in {"submitted", "received", "in_review", "waiting"}


@dataclass(frozen=True, slots=True)
class Standing:
    """One application in the list of its resident. `status` and `next_step` are keys as in `ResidentCase`."""

    id: UUID
    number: str
    service: str
    status: str
    next_step: str
    submitted: datetime
    new_messages: int
    formless: bool


def for_resident(vault: Vault) -> Sequence[Standing]:
    """Where every application of a resident stands, the newest first. Four questions to the database, however many there are.

    One that went on to another office stands there once, at the office that has it now.
    """
    rows, asked = _cases_of(vault=vault.id), set(_asked_of(vault=vault.id))
    went_on = {case.former: case for case in rows if case.former is not None}
    cases = [case for case in rows if case.id not in went_on]
    newest = _notices_to(vault=vault.id) if any(case.state == State.NOTIFIED for case in cases) else ()
    notices = {notice.case_id: _notice_told(notice) for notice in newest}
    unread = Counter(new_messages(vault=vault.id, not_from=From.RESIDENT.value))
    return [
        Standing(
            id=case.id,
            number=case.number,
            service=case.version.service,
            status=status(case, notices.get(case.id)),
            next_step=next_step(case, notices.get(case.id), asked=case.id in asked),
            submitted=case.submitted,
            new_messages=unread[case.thread_id],
            formless=case.formless,
        )
        for case in cases
    ]


@prepared
def _cases_of(*, vault: UUID) -> QuerySet[Case]:
    return Case.objects.filter(vault=vault).select_related("version").order_by("-submitted")


@prepared
def _asked_of(*, vault: UUID) -> QuerySet[Request, UUID]:
    return Request.objects.filter(vault=vault, answered=None, withdrawn=None).order_by().values_list("case", flat=True)


@prepared
def _notices_to(*, vault: UUID) -> QuerySet[Notice]:
    return Notice.objects.filter(vault=vault).select_related("decision").order_by("issued")


def resident_case(vault: Vault, case_id: UUID, language: str = "de") -> ResidentCase:
    """One application of a resident. Raises NoSuchCase."""
    case = next(iter(_own_case(id=case_id, vault=vault.id)), None) if scope.current().vault == vault.id else None
    if case is None:
        raise NoSuchCase
    return _told(_where_it_is(case), language)


def _where_it_is(case: Case) -> Case:
    """The case at the office that has it now, whichever link of its way was asked for."""
    while case.state == State.FORWARDED and (there := _goes_on(former=case.id, vault=case.vault_id)):
        case = there[0]
    return case


def _way_of(case: Case) -> Sequence[Case]:
    """The case at every office that had it, the first one first. Without a forwarding nothing is asked."""
    way = [case]
    while way[0].former is not None and (before := _own_case(id=way[0].former, vault=case.vault_id)):
        way.insert(0, before[0])
    return way


@prepared
def _goes_on(*, former: UUID, vault: UUID) -> QuerySet[Case]:
    return Case.objects.select_related("version", "authority", "thread", "vault").filter(former=former, vault=vault)


@prepared
def _own_case(*, id: UUID, vault: UUID) -> QuerySet[Case]:
    return Case.objects.select_related("version", "authority", "thread", "vault").filter(pk=id, vault=vault)


def _told(case: Case, language: str) -> ResidentCase:
    requests = [request_line(one) for one in rows.requests(case=case.id)]
    way = _way_of(case)
    papers = [paper for one in reversed(way) for paper in reversed(rows.papers(case=one.id)) if paper.kind != PaperKind.FORWARDING]
    notice = _notice(case)
    return ResidentCase(
        id=case.id,
        number=case.number,
        service=case.version.service,
        authority=case.authority,
        status=status(case, notice),
        next_step=next_step(case, notice, asked=any(one.open for one in requests)),
        submitted=case.submitted,
        due=case.due,
        requests=requests,
        evidence=list(evidence_lines(rows.evidence(case=case.id), (), sentences(language))),
        messages=[line for one in way for line in messages(one.thread)],
        papers=papers,
        receipt=next((paper for paper in papers if paper.kind == PaperKind.RECEIPT), None),
        notice=notice,
        custody={one.step: one.at for one in rows.custody(case=case.id)},
        expected=expected(case.authority_id, case.version.service) if case.state in NOT_DECIDED else None,
        closed=case.closed,
        thread=case.thread_id,
        formless=case.formless,
        unreached=could_not_reach(case.vault),
    )


def _notice(case: Case) -> NoticeTold | None:
    notice = next(iter(rows.notices(case=case.id)), None)
    return _notice_told(notice) if notice is not None else None


def _notice_told(notice: Notice) -> NoticeTold:
    decision: Decision = notice.decision
    return NoticeTold(
        id=notice.id,
        paper=notice.paper_id,
        outcome=decision.outcome,
        amount=decision.amount,
        begins=decision.begins,
        ends=decision.ends,
        issued=notice.issued,
        dispatch=notice.dispatch,
        posted=notice.posted,
        counts_from=notice.counts_from,
        remedy_until=notice.remedy_until,
        read=notice.read,
    )


def status(case: Case, notice: NoticeTold | None) -> str:
    """The key of the sentence that says where it stands. A decided case says what was decided."""
    if case.state == State.NOTIFIED and notice is not None:
        return f"decided_{notice.outcome}"
    # What two people are still checking is no news for the resident.
    return {State.PROPOSED: "in_review", State.APPROVED: "nearly_decided"}.get(State(case.state), str(case.state))


def next_step(case: Case, notice: NoticeTold | None, *, asked: bool) -> str:
    """The key of the sentence that says what she can do, or that she need do nothing."""
    if notice is not None and case.state == State.NOTIFIED:
        return _after_notice(notice)
    if case.state == State.FORWARDED:
        return "forwarded"
    if case.state in OPEN and asked:
        return "answer"
    if case.state in NOT_DECIDED:
        return _while_open(case)
    return "nothing_more" if case.closed is not None else "nothing"


def _after_notice(notice: NoticeTold) -> str:
    if notice.read is None:
        return "read_notice"
    return "remedy_open" if notice.remedy_until is not None else "post_comes"


def _while_open(case: Case) -> str:
    if case.formless:
        return "complete_form"
    return "nothing" if case.complete is not None else "bring_proofs"
