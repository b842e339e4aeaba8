"""Writing the journal: inside the transaction of what it records."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from lebenslage.accounts import scope
from lebenslage.journal.clock import now
from lebenslage.journal.models import Entry


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the identity of a user (None for a resident without an account, or the system) and the role."""

    id: UUID | None
    role: str


RESIDENT = Actor(None, "resident")
SYSTEM = Actor(None, "system")


@dataclass(frozen=True, slots=True)
class Subject:
    """What something is done to, with its owners."""

    kind: str
    id: UUID
    authority: UUID | None = None
    vault: UUID | None = None


def record(action: str, subject: Subject, *, by: Actor, read: bool = False, **details: str | int | list[str]) -> None:
    """Write one line. `details` name fields, states and numbers; never what a resident said."""
    within = scope.current()
    authority, vault = subject.authority or within.authority, subject.vault or within.vault
    line = Entry(
        at=now(),
        actor=by.id,
        role=by.role,
        action=action,
        read=read,
        subject=subject.kind,
        subject_id=subject.id,
        authority_id=authority,
        vault_id=vault,
        details=details,
    )
    if (authority, vault) == (None, None) or (authority and authority == within.authority) or (vault and vault == within.vault):
        line.save(force_insert=True)
        return
    with scope.acting(authority=authority, vault=vault):
        line.save(force_insert=True)
