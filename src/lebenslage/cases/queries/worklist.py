"""The work list of the desk: found, sorted and cut into pages by the database; names are opened for the page that is shown alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from lebenslage.authorities.models import Staff
from lebenslage.cases.models import Case, Notice, Request
from lebenslage.cases.permissions import require_desk
from lebenslage.cases.sealed import name_of
from lebenslage.cases.search import matching
from lebenslage.cases.states import OPEN, State
from lebenslage.cases.transitions import DESK
from lebenslage.journal.clock import today

A_PAGE: Final = 25
SOON: Final = timedelta(7)
ORDERS: Final[Mapping[str, Sequence[Any]]] = {
    "due": (F("due").asc(nulls_last=True), "submitted", "id"),
    "-due": (F("due").desc(nulls_last=True), "-submitted", "id"),
    "submitted": ("submitted", "id"),
    "-submitted": ("-submitted", "id"),
    "number": ("number",),
    "-number": ("-number",),
    "state": ("state", "due", "id"),
    "-state": ("-state", "due", "id"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One case in the list. `reasons` are keys of the texts under `cases.urgent`, the most pressing first."""

    id: UUID
    number: str
    name: str
    state: str
    submitted: datetime
    due: date | None
    waiting_since: datetime | None
    worker: str
    worker_id: UUID | None
    revision: int
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the list."""

    rows: Sequence[Row]
    number: int
    pages: int
    total: int

    @property
    def previous(self) -> int | None:
        """The page before."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The page after."""
        return self.number + 1 if self.number < self.pages else None


def work_list(staff: Staff, *, view: str = "mine", search: str = "", state: str = "", sort: str = "due", page: int = 1) -> Page:
    """A page of cases. `view` is mine, team, deadlines or closed; search and state look within it. Raises NotAllowed."""
    require_desk(staff, "list")
    found = _viewed(staff, view)
    if search.strip():
        found = found.filter(matching(staff.authority_id, search))
    if state in State.values:
        found = found.filter(state=state)
    total = found.count()
    pages = max(1, -(-total // A_PAGE))
    number = min(max(1, page), pages)
    chosen = _marked(found).select_related("worker").order_by(*ORDERS.get(sort, ORDERS["due"]))
    rows = [_row(case) for case in chosen[(number - 1) * A_PAGE : number * A_PAGE]]
    return Page(rows, number, pages, total)


@dataclass(frozen=True, slots=True)
class Totals:
    """How many cases each view holds, and how many proposals wait for somebody who approves."""

    mine: int
    team: int
    deadlines: int
    closed: int
    proposed: int


def totals(staff: Staff) -> Totals:
    """The numbers beside the views, in one question to the database. Raises NotAllowed."""
    require_desk(staff, "list")
    active = _active()
    found = Case.objects.filter(authority_id=staff.authority_id).aggregate(
        all=Count("pk"),
        mine=Count("pk", filter=active & Q(worker=staff)),
        team=Count("pk", filter=active),
        deadlines=Count("pk", filter=active & _pressing()),
        proposed=Count("pk", filter=Q(state=State.PROPOSED)),
    )
    return Totals(closed=found.pop("all") - found["team"], **found)


def colleagues(staff: Staff) -> Sequence[Staff]:
    """Who else works on cases in the same authority. Raises NotAllowed."""
    require_desk(staff, "assign")
    return list(Staff.objects.filter(authority=staff.authority_id, active=True, role__in=DESK).exclude(pk=staff.pk).order_by("name"))


def _viewed(staff: Staff, view: str) -> QuerySet[Case]:
    cases = Case.objects.filter(authority_id=staff.authority_id)
    if view == "closed":
        return cases.exclude(_active())
    if view == "mine":
        return cases.filter(_active(), worker=staff)
    if view == "deadlines":
        return cases.filter(_active()).filter(_pressing())
    return cases.filter(_active())


def _active() -> Q:
    """Still to be worked on: open, or decided with a notice that has not gone out."""
    return Q(state__in=OPEN) | _to_send()


def _pressing() -> Q:
    """Due soon, or an answer is overdue, or a notice has not gone out."""
    return Q(due__lte=today() + SOON, waiting_since=None) | Exists(_overdue()) | _to_send()


def _to_send() -> Q:
    return Q(Exists(Notice.objects.filter(case=OuterRef("pk"), posted=None)), state=State.NOTIFIED)


def _overdue() -> QuerySet[Request]:
    return Request.objects.filter(case=OuterRef("pk"), answered=None, withdrawn=None, due__lt=today())


def _marked(cases: QuerySet[Case]) -> QuerySet[Case]:
    unsent = Exists(Notice.objects.filter(case=OuterRef("pk"), posted=None))
    return cases.annotate(overdue_question=Exists(_overdue()), unsent=unsent)


def _row(case: Any) -> Row:
    return Row(
        id=case.id,
        number=case.number,
        name=name_of(case),
        state=case.state,
        submitted=case.submitted,
        due=case.due,
        waiting_since=case.waiting_since,
        worker=case.worker.name if case.worker is not None else "",
        worker_id=case.worker_id,
        revision=case.revision,
        reasons=_reasons(case),
    )


def _reasons(case: Any) -> Sequence[str]:
    """Why a case is pressing, in words: overdue, due soon, no answer in time, a notice to send, a proposal to approve, nobody's yet."""
    running = case.state in OPEN and case.waiting_since is None and case.due is not None
    told = (
        ("overdue", running and case.due < today()),
        ("due_soon", running and today() <= case.due <= today() + SOON),
        ("no_answer", case.overdue_question),
        ("to_send", case.state == State.NOTIFIED and case.unsent),
        ("to_approve", case.state == State.PROPOSED),
        ("nobodys", case.worker_id is None and case.state in OPEN),
    )
    return [key for key, holds in told if holds]
