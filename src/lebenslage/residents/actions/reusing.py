"""A proof that came with an earlier application is used again for another one, because she says so."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from lebenslage.files.actions import copy_for
from lebenslage.files.sealing import seal_text
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.residents import queries
from lebenslage.residents.actions.answering import touch
from lebenslage.residents.models import Document, Draft
from lebenslage.residents.opening import opened
from lebenslage.residents.problems import NotOffered
from lebenslage.residents.sealed import about_name, file_name


@transaction.atomic
def reuse(document: Document, draft: Draft, *, row: str = "", by: Actor) -> Document:
    """Copy a proof of an earlier application into one that is open. It keeps its day, so it does not grow younger. Raises NotOffered."""
    vault = draft.vault
    with opened(vault):
        if document.pk not in {one.pk for one in queries.offered(draft, document.kind, row)}:
            raise NotOffered
        touch(vault)
        id = uuid4()
        copy: Document = Document.objects.create(
            id=id,
            vault=vault,
            blob=copy_for(document.blob, key_owner=vault.pk, vault=vault.pk),
            kind=document.kind,
            row=row,
            draft=draft,
            months=document.months,
            pages=document.pages,
            sealed_name=seal_text(vault.pk, file_name(document), about=about_name(id)),
            since=document.since,
        )
        record("reuse_document", Subject("document", id, vault=vault.pk), by=by, kind=document.kind, row=row, former=str(document.pk))
    return copy
