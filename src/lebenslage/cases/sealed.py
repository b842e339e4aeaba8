"""Words of a case that stand sealed in its rows, each bound to what it is about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from lebenslage.cases.models import Case, Decision, Evidence, Forwarding, Request
from lebenslage.files.sealing import seal_json, seal_text, unseal_json, unseal_text


def seal_name(authority: UUID, case: UUID, name: str) -> bytes:
    """Seal the name of the applicant for lists."""
    return seal_text(authority, name, about=f"{case}:name")


def name_of(case: Case) -> str:
    """The name of the applicant."""
    return unseal_text(case.authority_id, case.sealed_name, about=f"{case.id}:name")


def seal_words(authority: UUID, row: UUID, field: str, words: str) -> bytes:
    """Seal a text of a request, a proof or a decision."""
    return seal_text(authority, words, about=f"{row}:{field}")


def words_of(row: Request | Evidence | Decision | Forwarding, field: str) -> str:
    """A sealed text of a row, such as `reasons`; empty where there is none."""
    sealed = getattr(row, f"sealed_{field}")
    return unseal_text(row.authority_id, sealed, about=f"{row.id}:{field}") if sealed is not None else ""


def seal_snapshot(authority: UUID, decision: UUID, snapshot: dict[str, Any]) -> bytes:
    """Seal what a decision rests on."""
    return seal_json(authority, snapshot, about=f"{decision}:snapshot")


def snapshot_of(decision: Decision) -> dict[str, Any]:
    """What a decision rests on."""
    return unseal_json(decision.authority_id, decision.sealed_snapshot, about=f"{decision.id}:snapshot")
