"""Proofs that a resident brings, and takes back while nothing was sent with them."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

from django.db import transaction

from lebenslage.files.actions import keep
from lebenslage.files.inspection import inspect
from lebenslage.files.sealing import keyed_digest, seal_text
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.residents.actions.answering import touch
from lebenslage.residents.models import Document, Draft, Vault
from lebenslage.residents.opening import opened
from lebenslage.residents.places import is_row
from lebenslage.residents.problems import TooManyDocuments, UnknownPlace, UnknownProof
from lebenslage.residents.proofs import KINDS, OTHER
from lebenslage.residents.sealed import about_name
from lebenslage.services.queries import definition

MOST_DOCUMENTS: Final = 60
LONGEST_NAME: Final = 120


@transaction.atomic
def add_document(to: Draft | Vault, *, content: bytes, name: str, kind: str, row: str = "", by: Actor) -> Document:
    """Keep a proof of a kind, for a row such as `person-2` or for all. The same file brought twice is kept once.

    Raises what `inspect` raises; UnknownProof, UnknownPlace, TooManyDocuments.
    """
    vault = to.vault if isinstance(to, Draft) else to
    if kind not in _kinds(to):
        raise UnknownProof(kind=kind[:60])
    if row and not is_row(row):
        raise UnknownPlace(place=row[:40])
    looked_at = inspect(content, name)
    with opened(vault):
        touch(vault)
        there = Document.objects.filter(vault=vault, removed=None).select_related("blob")
        same = there.filter(kind=kind, row=row, blob__digest=keyed_digest(vault.pk, content)).first()
        if same is not None:
            return same
        if there.count() >= MOST_DOCUMENTS:
            raise TooManyDocuments(limit=MOST_DOCUMENTS)
        return _kept(vault, content, looked_at.media_type, name, kind, row, by)


def _kinds(to: Draft | Vault) -> frozenset[str]:
    return frozenset({kind.id for kind in definition(to.version).evidence} | {OTHER}) if isinstance(to, Draft) else KINDS


def _kept(vault: Vault, content: bytes, media_type: str, name: str, kind: str, row: str, by: Actor) -> Document:
    id = uuid4()
    document: Document = Document.objects.create(
        id=id,
        vault=vault,
        blob=keep(content, media_type=media_type, key_owner=vault.pk, vault=vault.pk),
        kind=kind,
        row=row,
        sealed_name=seal_text(vault.pk, name[:LONGEST_NAME], about=about_name(id)),
        since=vault.last_used,
    )
    record("add_document", Subject("document", id, vault=vault.pk), by=by, kind=kind, row=row)
    return document


@transaction.atomic
def remove_document(document: Document, *, by: Actor) -> None:
    """Take a proof back; for a day it can be restored. A copy that an office has already stays there."""
    _mark(document, removed=True, by=by)


@transaction.atomic
def restore_document(document: Document, *, by: Actor) -> None:
    """Bring back a proof that was taken back by mistake."""
    _mark(document, removed=False, by=by)


def _mark(document: Document, *, removed: bool, by: Actor) -> None:
    with opened(document.vault):
        touch(document.vault)
        document.removed = now() if removed else None
        document.save(update_fields=["removed"])
        record("remove_document" if removed else "restore_document", Subject("document", document.pk, vault=document.vault_id), by=by)
