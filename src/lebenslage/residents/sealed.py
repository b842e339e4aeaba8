"""What is sealed in a vault, and what it is bound to: an answer to its place, a file's name to its file."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from lebenslage.files.sealing import unseal_json, unseal_text
from lebenslage.residents.models import Document, KnownFact


def about_name(document: UUID) -> str:
    """What the sealed name of a file is bound to."""
    return f"document:{document}"


def about_place(place: str) -> str:
    """What a sealed answer is bound to, besides its vault."""
    return f"fact:{place}"


def typed_of(fact: KnownFact) -> Sequence[str]:
    """What was typed. Raises CannotOpen."""
    return typed_at(fact.vault_id, fact.place, fact.sealed)


def typed_at(vault: UUID, place: str, sealed: bytes | memoryview) -> Sequence[str]:
    """What was typed at a place of a vault. Raises CannotOpen."""
    texts: Sequence[str] = unseal_json(vault, sealed, about=about_place(place))
    return texts


def file_name(document: Document) -> str:
    """What the file was called. Raises CannotOpen."""
    return unseal_text(document.vault_id, document.sealed_name, about=about_name(document.id))
