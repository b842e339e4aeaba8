"""Who may do what to whose case: one table. Actions and queries ask `may`; the matrix for people is made from the same table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from lebenslage.accounts import scope
from lebenslage.authorities.models import Role, Staff
from lebenslage.cases.models import Case
from lebenslage.cases.problems import NotAllowed
from lebenslage.cases.transitions import APPROVER, CASEWORKER, DESK, RESIDENT, SYSTEM, TRANSITIONS
from lebenslage.journal.actions import Actor

ROLES: Final = (RESIDENT, CASEWORKER, APPROVER, Role.PLANNER.value, Role.ADMINISTRATOR.value, SYSTEM)
ONLY_RESIDENT, ONLY_SYSTEM = frozenset({RESIDENT}), frozenset({SYSTEM})

# What moves no case from one state to another. Moves are in `transitions.py`.
FURTHER: Final[Mapping[str, frozenset[str]]] = {
    "submit": ONLY_RESIDENT,
    "submit_formless": ONLY_RESIDENT,
    "print_receipt": ONLY_SYSTEM,
    "hand_over": ONLY_SYSTEM,
    "list": DESK,
    "open": DESK | {RESIDENT},
    "read_paper": DESK | {RESIDENT},
    "read_proof": DESK,
    "bring_proofs": ONLY_RESIDENT,
    "message": DESK | {RESIDENT},
    "take": DESK,
    "assign": DESK,
    "find_readable": DESK,
    "judge_evidence": DESK,
    "judge_fact": DESK,
    "judge_facts": DESK,
    "correct_fact": DESK,
    "confirm_figure": DESK,
    "record_dispatch": DESK,
}
ACTIONS: Final[Mapping[str, frozenset[str]]] = {**{step.name: step.roles for step in TRANSITIONS.values()}, **FURTHER}


class Whose(StrEnum):
    """Whose case it is, seen by who acts."""

    OWN_AUTHORITY = "own authority"
    OTHER_AUTHORITY = "other authority"
    OWN_VAULT = "own vault"
    OTHER_VAULT = "other vault"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix: may this role do this to such a case?"""

    action: str
    role: str
    whose: Whose
    allowed: bool


def _cells() -> Iterator[Cell]:
    for action, roles in ACTIONS.items():
        for role in ROLES:
            own, other = (Whose.OWN_VAULT, Whose.OTHER_VAULT) if role == RESIDENT else (Whose.OWN_AUTHORITY, Whose.OTHER_AUTHORITY)
            yield Cell(action, role, own, allowed=role in roles)
            yield Cell(action, role, other, allowed=False)


MATRIX: Final = tuple(_cells())


def role_of(by: Staff | Actor) -> str:
    """The role in which somebody acts."""
    return str(by.role)


def actor(by: Staff | Actor) -> Actor:
    """Who acts, as the journal keeps it."""
    return Actor(by.user_id, str(by.role)) if isinstance(by, Staff) else by


def may(by: Staff | Actor, action: str, case: Case) -> bool:
    """Whether somebody may do this to this case: staff for their authority, a resident for her vault, a task for an authority."""
    return role_of(by) in ACTIONS[action] and _is_own(by, case)


def _is_own(by: Staff | Actor, case: Case) -> bool:
    within = scope.current()
    if isinstance(by, Staff):
        return by.active and by.authority_id == within.authority == case.authority_id
    if by.role == RESIDENT:
        return within.vault == case.vault_id
    return by.role == SYSTEM and within.authority == case.authority_id


def require(by: Staff | Actor, action: str, case: Case) -> None:
    """Raise NotAllowed unless somebody may do this to this case."""
    if not may(by, action, case):
        raise NotAllowed(action=action, role=role_of(by))


def require_desk(by: Staff | Actor, action: str) -> None:
    """Raise NotAllowed unless this role may do this in its own authority at all."""
    here = isinstance(by, Staff) and by.active and by.authority_id == scope.current().authority
    if not (here and role_of(by) in ACTIONS[action]):
        raise NotAllowed(action=action, role=role_of(by))
