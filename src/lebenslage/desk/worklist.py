"""The work list as it stands on the page: what the address asks for, the rows with their reasons in words, the links around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from lebenslage.authorities.models import Role, Staff
from lebenslage.cases.queries import Page, Row, Totals, totals, work_list
from lebenslage.cases.queries.worklist import A_PAGE
from lebenslage.cases.states import State
from lebenslage.desk.saying import day, state_in_words, state_mark, words
from lebenslage.journal.clock import today

VIEWS: Final = ("mine", "team", "deadlines", "closed")
SORTED_BY: Final[Mapping[str, str]] = {"number": "number", "name": "", "standing": "", "received": "submitted", "due": "due", "worker": ""}
URGENT: Final = frozenset({"overdue", "no_answer"})
SAID_BY_STATE: Final = frozenset({"to_approve"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    view: str = "mine"
    search: str = ""
    state: str = ""
    sort: str = "due"
    page: int = 1

    def address(self, page: str = "desk:list") -> str:
        """The address that asks for this; what goes without saying is left out."""
        said = {"ansicht": self.view, "suche": self.search, "stand": self.state, "sortierung": self.sort, "seite": str(self.page)}
        usual = {"ansicht": "mine", "sortierung": "due", "seite": "1"}
        query = urlencode({key: value for key, value in said.items() if value and usual.get(key) != value})
        return reverse(page) + (f"?{query}" if query else "")


def asked(given: QueryDict) -> Asked:
    """Read the address; what it does not know is what is usual."""
    view, state, sort, page = (given.get(key, "") for key in ("ansicht", "stand", "sortierung", "seite"))
    return Asked(
        view=view if view in VIEWS else "mine",
        search=given.get("suche", "").strip()[:80],
        state=state if state in State.values else "",
        sort=sort if sort.removeprefix("-") in SORTED_BY.values() and sort.strip("-") else "due",
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
    )


@dataclass(frozen=True, slots=True)
class View:
    """A saved view with the number of its cases."""

    label: str
    address: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; an address where it sorts."""

    label: str
    address: str = ""
    sorted: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a case is here, in words."""

    sentence: str
    urgent: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One row."""

    number: str
    name: str
    state: str
    mark: str
    reasons: Sequence[Reason]
    received: str
    due: str
    worker: str
    address: str
    take: str
    revision: int
    free: bool


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page of the list."""

    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Empty:
    """What stands where nothing is listed: why, and what to do next."""

    title: str
    what_to_do: str
    link: str
    address: str


def views(this: Asked, found: Totals) -> Sequence[View]:
    """The saved views."""
    say = words()
    return [View(say("desk", "list", "views", one), Asked(one).address(), getattr(found, one), current=one == this.view) for one in VIEWS]


def states() -> Sequence[Mapping[str, str]]:
    """The states to filter by."""
    return [{"value": value, "label": state_in_words(value)} for value in State.values]


def columns(this: Asked) -> Sequence[Column]:
    """The heads of the columns; a link turns the order."""
    return [_column(this, name, key) for name, key in SORTED_BY.items()]


def _column(this: Asked, name: str, key: str) -> Column:
    label = words()("desk", "list", name)
    if not key:
        return Column(label)
    sorted_here = this.sort.removeprefix("-") == key
    turned = f"-{key}" if this.sort == key else key
    direction = "descending" if this.sort.startswith("-") else "ascending"
    return Column(label, replace(this, sort=turned, page=1).address(), direction if sorted_here else "")


def rows(page: Page) -> Sequence[Listed]:
    """The rows of a page."""
    return [_row(row) for row in page.rows]


def _row(row: Row) -> Listed:
    return Listed(
        number=row.number,
        name=row.name,
        state=state_in_words(row.state),
        mark=state_mark(row.state),
        reasons=list(_reasons(row)),
        received=day(row.submitted),
        due=day(row.due),
        worker=row.worker,
        address=reverse("desk:case", args=[row.id]),
        take=reverse("desk:take", args=[row.id]),
        revision=row.revision,
        free="nobodys" in row.reasons,
    )


def _reasons(row: Row) -> Iterator[Reason]:
    """Why this case is here: what presses first, then how long somebody has been waiting."""
    for key in (one for one in row.reasons if one not in SAID_BY_STATE):
        yield Reason(_sentence(key, row), urgent=key in URGENT)
    if row.waiting_since is not None and "no_answer" not in row.reasons:
        yield Reason(_counted("waiting", (today() - timezone.localdate(row.waiting_since)).days), urgent=False)


def _sentence(key: str, row: Row) -> str:
    if key == "overdue":
        return _counted("overdue", _days(row.due))
    if key == "due_soon":
        return _counted("due", -_days(row.due))
    if key == "nobodys":
        return _counted("new", (today() - timezone.localdate(row.submitted)).days)
    return words()("desk", "list", "reasons", key)


def _days(due: date | None) -> int:
    """Days since the day was due; below nought while it lies ahead."""
    return (today() - due).days if due is not None else 0


def _counted(key: str, days: int) -> str:
    """A sentence with a number of days, and the natural one for today and one day."""
    form = {0: "today", 1: "one"}.get(days, "days")
    return words()("desk", "list", "reasons", f"{key}_{form}", days=days)


def caption(page: Page) -> str:
    """Which part of how many cases this is."""
    say = words()
    if page.pages == 1:
        return say("desk", "list", "one") if page.total == 1 else say("desk", "list", "count", number=page.total)
    first = 1 + (page.number - 1) * A_PAGE
    return say("desk", "list", "range", first=first, last=first + len(page.rows) - 1, number=page.total)


def pages(this: Asked, page: Page) -> Sequence[PageLink]:
    """Links to the pages around this one."""
    say = words()
    near = sorted({1, page.pages, *range(max(1, page.number - 2), min(page.pages, page.number + 2) + 1)})
    return [
        PageLink(say("desk", "list", "page", number=one), replace(this, page=one).address(), current=one == page.number) for one in near
    ]


def empty(this: Asked) -> Empty:
    """What to read where the list is empty."""
    say, filtered = words(), bool(this.search or this.state)
    kind = "search" if filtered else this.view
    address = Asked(this.view).address() if filtered else Asked("team").address()
    link = say("desk", "list", "empty", kind, "link")
    return Empty(
        say("desk", "list", "empty", kind, "title"), say("desk", "list", "empty", kind, "what_to_do"), link, address if link else ""
    )


def my_day(staff: Staff, found: Totals) -> Sequence[Mapping[str, str]]:
    """What the day brings: one line for each thing of which there is at least one, each a link to its list."""
    say = words()
    lines = {"deadlines": (found.deadlines, Asked("deadlines"))}
    if staff.role == Role.APPROVER:
        lines["approvals"] = (found.proposed, Asked("team", state=State.PROPOSED.value))
    return [
        {"address": where.address(), "sentence": say("desk", "list", "my_day_lines", f"{key}_one" if number == 1 else key, number=number)}
        for key, (number, where) in lines.items()
        if number
    ]


def context(staff: Staff, this: Asked) -> Mapping[str, Any]:
    """Everything the page of the list needs."""
    page, found = listed(staff, this), totals(staff)
    return {
        "asked": this,
        "views": views(this, found),
        "my_day": my_day(staff, found),
        "states": states(),
        "columns": columns(this),
        "rows": rows(page),
        "caption": caption(page),
        "pages": pages(this, page),
        "empty": empty(this),
        "without_filters": Asked(this.view).address(),
        "export": this.address("desk:export"),
    }


def listed(staff: Staff, this: Asked) -> Page:
    """The page that the address asks for."""
    return work_list(staff, view=this.view, search=this.search, state=this.state, sort=this.sort, page=this.page)


def exported(staff: Staff, this: Asked) -> Iterator[Sequence[str]]:
    """The whole list without names, row by row, its head first."""
    say, page = words(), listed(staff, replace(this, page=1))
    yield [say("desk", "list", name) for name in ("number", "state", "received", "due", "worker")]
    for number in range(1, page.pages + 1):
        page = page if number == 1 else listed(staff, replace(this, page=number))
        yield from ([row.number, state_in_words(row.state), day(row.submitted), day(row.due), row.worker] for row in page.rows)
