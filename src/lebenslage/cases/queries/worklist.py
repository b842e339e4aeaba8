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
FINISHED: Final = frozenset(State) - OPEN - {State.NOTIFIED}
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
    # Found, sorted and cut in the index `case_board` alone; only what is shown is then fetched whole.
    shown = found.order_by(*ORDERS.get(sort, ORDERS["due"])).values_list("pk", flat=True)[(number - 1) * A_PAGE : number * A_PAGE]
    return Page(_rows(list(shown)), number, pages, total)


@dataclass(frozen=True, slots=True)
class Totals:
    """How many cases each view holds, and how many proposals wait for somebody who approves."""

    mine: int
    team: int
    deadlines: int
    closed: int
    proposed: int


def totals(staff: Staff) -> Totals:
    """The numbers beside the views, in two questions to the database. Raises NotAllowed."""
    require_desk(staff, "list")
    active = _viewed(staff, "team").aggregate(
        mine=Count("pk", filter=Q(worker=staff)),
        team=Count("pk"),
        deadlines=Count("pk", filter=_pressing()),
        proposed=Count("pk", filter=Q(state=State.PROPOSED)),
    )
    return Totals(closed=_viewed(staff, "closed").count(), **active)


def colleagues(staff: Staff) -> Sequence[Staff]:
    """Who else works on cases in the same authority. Raises NotAllowed."""
    require_desk(staff, "assign")
    return list(Staff.objects.filter(authority=staff.authority_id, active=True, role__in=DESK).exclude(pk=staff.pk).order_by("name"))


def _viewed(staff: Staff, view: str) -> QuerySet[Case]:
    cases = Case.objects.filter(authority_id=staff.authority_id)
    if view == "closed":
        return cases.filter(~Q(state=State.NOTIFIED) | ~Q(pk__in=_unsent()), state__in=FINISHED | {State.NOTIFIED})
    # Open, or decided with a notice that has not gone out.
    active = cases.filter(~Q(state=State.NOTIFIED) | Q(pk__in=_unsent()), state__in=OPEN | {State.NOTIFIED})
    if view == "mine":
        return active.filter(worker=staff)
    return active.filter(_pressing()) if view == "deadlines" else active


def _pressing() -> Q:
    """Of the active ones: due soon, or an answer is overdue, or a notice has not gone out."""
    return Q(due__lte=today() + SOON, waiting_since=None) | Q(pk__in=_unanswered()) | Q(state=State.NOTIFIED)


def _unsent() -> QuerySet[Any, Any]:
    return Notice.objects.filter(posted=None).values("case")


def _unanswered() -> QuerySet[Any, Any]:
    return Request.objects.filter(answered=None, withdrawn=None, due__lt=today()).values("case")


def _rows(ids: Sequence[UUID]) -> Sequence[Row]:
    """The rows of these cases, in this order."""
    marks = {"overdue_question": _mark(_unanswered()), "unsent": _mark(_unsent())}
    cases = Case.objects.filter(pk__in=ids).annotate(**marks).select_related("worker")
    found = {case.pk: case for case in cases}
    return [_row(found[id]) for id in ids if id in found]


def _mark(rows: QuerySet[Any, UUID]) -> Exists:
    return Exists(rows.filter(case=OuterRef("pk")))


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
    running, on = case.state in OPEN and case.waiting_since is None and case.due is not None, today()
    told = (
        ("overdue", running and case.due < on),
        ("due_soon", running and on <= case.due <= on + SOON),
        ("no_answer", case.overdue_question),
        ("to_send", case.state == State.NOTIFIED and case.unsent),
        ("to_approve", case.state == State.PROPOSED),
        ("formless", case.formless and case.state in OPEN),
        ("nobodys", case.worker_id is None and case.state in OPEN),
    )
    return [key for key, holds in told if holds]
