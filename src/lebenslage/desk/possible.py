"""The action bar: what somebody may do with a case now. The room `cases` says what is allowed; here it gets its order and its address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from lebenslage.authorities.models import Staff
from lebenslage.cases.queries import CaseFile
from lebenslage.cases.remedy import remedy_of
from lebenslage.cases.states import State
from lebenslage.desk.saying import day, words
from lebenslage.journal.clock import today


@dataclass(frozen=True, slots=True)
class Step:
    """One button: it sends at once, or leads to a page where something is still to be said."""

    name: str
    address: str
    sends: bool
    primary: bool = False


# In the order of a case's life: step, what must be allowed, address, and whether it sends at once.
STEPS: Final = (
    ("review", "review", "desk:review", True),
    ("dispatch", "record_dispatch", "desk:case", False),
    ("propose", "propose", "desk:propose", False),
    ("decide", "approve", "desk:decision", False),
    ("resume", "resume", "desk:resume", True),
    ("ask", "ask", "desk:ask", False),
    ("forward", "forward", "desk:forward", False),
    ("close", "close", "desk:close", True),
)
ANCHORS: Final = {"dispatch": "#versand"}


def possible(file: CaseFile, staff: Staff) -> Sequence[Step]:
    """The buttons, the next step of the case first."""
    return [Step(one.name, one.address, one.sends, primary=not place) for place, one in enumerate(_steps(file, staff))]


def _steps(file: CaseFile, staff: Staff) -> Iterator[Step]:
    case, taken = file.case, file.case.worker_id
    take = reverse("desk:take", args=[case.id])
    if "take" in file.allowed and taken is None:
        yield Step("take", take, sends=True)
    for name, action, address, sends in STEPS:
        if action in file.allowed and not (name == "close" and closes_after(file)):
            yield Step(name, reverse(address, args=[case.id]) + ANCHORS.get(name, ""), sends=sends)
    if "take" in file.allowed and taken not in (None, staff.id):
        yield Step("take_over", take, sends=True)


def closes_after(file: CaseFile) -> str:
    """The last day of the remedy, before which a case stays open; `–` while the notice has not gone out; empty where it may be closed."""
    notice = file.notice
    if notice is None or notice.remedy_until is None:
        return "–"
    return day(notice.remedy_until) if today() <= notice.remedy_until else ""


def standing(file: CaseFile, staff: Staff) -> str:
    """Why the next step is not hers, in a sentence; empty where it is."""
    say, state = words(), file.case.state
    if state == State.PROPOSED and "approve" not in file.allowed:
        own = file.standing is not None and file.standing.proposer == staff.id
        return say("desk", "standing", "own_proposal" if own else "not_approver")
    if state == State.APPROVED:
        return say("desk", "standing", "printing")
    if state == State.NOTIFIED and (last := closes_after(file)) not in ("", "–"):
        return say("desk", "standing", "remedy_open", day=last, remedy=say("desk", "remedy", remedy_of(file.case.version).kind, "name"))
    return "" if possible(file, staff) else say("desk", "standing", "nothing")


def changeable(file: CaseFile) -> bool:
    """Whether facts and proofs are still open."""
    return "judge_fact" in file.allowed
