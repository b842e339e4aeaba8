"""How every action begins and ends: lock the case, check who acts on which revision from which state; change it with a journal line."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.utils import timezone

from lebenslage.authorities.models import Staff
from lebenslage.cases.models import Case
from lebenslage.cases.permissions import actor, require, role_of
from lebenslage.cases.problems import ChangedByHouse, ChangedByResident, ChangedMeanwhile, NotAllowed, WrongState
from lebenslage.cases.states import State
from lebenslage.cases.transitions import BEFORE_DECISION, RESIDENT, SYSTEM, TRANSITIONS
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.models import Entry

WORKING: Final = frozenset(BEFORE_DECISION)


def opened(case_id: UUID, action: str, *, by: Staff | Actor, revision: int | None = None, states: frozenset[State] | None = None) -> Case:
    """The case as it is now, locked until the transaction ends.

    Raises NotAllowed, ChangedMeanwhile where `revision` is no longer the current one, WrongState.
    """
    case = locked(case_id, action, by=by)
    if revision is not None and revision != case.revision:
        raise meanwhile(case)
    sources = states if states is not None else TRANSITIONS[action].sources if action in TRANSITIONS else frozenset(State)
    if State(case.state) not in sources:
        raise WrongState(action=action, state=case.state)
    return case


def locked(case_id: UUID, action: str, *, by: Staff | Actor) -> Case:
    """The same without asking for revision and state. Raises NotAllowed."""
    case = Case.objects.select_for_update(of=("self",)).filter(pk=case_id).first()
    if case is None:
        raise NotAllowed(action=action, role=role_of(by))
    require(by, action, case)
    return case


def move(case: Case, action: str, *, by: Staff | Actor, **details: str | int | list[str]) -> Case:
    """Take the step of that name, keep the whole case, and write it down."""
    former, case.state = case.state, TRANSITIONS[action].target
    return keep(case, action, by=by, former=former, state=case.state, **details)


def keep(case: Case, action: str, *, by: Staff | Actor, **details: str | int | list[str]) -> Case:
    """Keep a changed case under its next revision, and write it down."""
    case.revision += 1
    case.save()
    note(case, action, by=by, revision=case.revision, **details)
    return case


def note(case: Case, action: str, *, by: Staff | Actor, **details: str | int | list[str]) -> None:
    """A line in the journal about a case that was written to."""
    record(action, Subject("case", case.id, case.authority_id, case.vault_id), by=actor(by), read=False, **details)


def note_reading(case: Case, action: str, *, by: Staff | Actor, **details: str | int | list[str]) -> None:
    """A line in the journal about a case that was read."""
    record(action, Subject("case", case.id, case.authority_id, case.vault_id), by=actor(by), read=True, **details)


def meanwhile(case: Case) -> ChangedMeanwhile:
    """Who changed the case last, what, and when."""
    last = Entry.objects.filter(subject="case", subject_id=case.id, read=False).order_by("-id").first()
    if last is None:
        return ChangedByHouse(by="", reason="", when=case.submitted.date(), time="")
    kind = {RESIDENT: ChangedByResident, SYSTEM: ChangedByHouse}.get(last.role, ChangedMeanwhile)
    staff = Staff.objects.filter(user_id=last.actor).first() if last.actor else None
    at = timezone.localtime(last.at)
    return kind(by=staff.name if staff else "", reason=f"case_{last.action}", when=at.date(), time=f"{at:%H:%M}")
