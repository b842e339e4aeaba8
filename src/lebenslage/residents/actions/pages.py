"""The pages of a proof: more of them, in another order, turned, taken out. Only until it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import uuid4

from django.db import transaction

from lebenslage.files import workshop
from lebenslage.files.actions import discard, keep
from lebenslage.files.inspection import MEGABYTE, MOST_PAGES, PDF
from lebenslage.files.models import Blob, Content, Scan
from lebenslage.files.queries import content_of
from lebenslage.files.sealing import seal_text
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.residents.actions.answering import touch
from lebenslage.residents.actions.documents import Paper, Ready, Received, as_one, prepare
from lebenslage.residents.models import Document
from lebenslage.residents.opening import opened
from lebenslage.residents.problems import AlreadySent, DocumentTooBig, LastPage, PagesChangedMeanwhile
from lebenslage.residents.sealed import about_name, file_name

MOST_TOGETHER: Final = 30 * MEGABYTE


def add_pages(document: Document, *, papers: Iterable[Paper], by: Actor) -> Received:
    """Put further photos or files behind the pages that are there. Raises AlreadySent, PagesChangedMeanwhile, DocumentTooBig."""
    _still_hers(document)
    ready, problems = prepare(papers)
    if ready:
        former = Ready("", _content(document), number_of_pages(document), True, Scan(document.blob.scan))
        whole = as_one([former, *ready])
        if whole.pages > MOST_PAGES or len(whole.pdf) > MOST_TOGETHER:
            raise DocumentTooBig(limit=MOST_PAGES)
        _replaced(document, whole.pdf, whole.pages, "add_pages", by, scanned=whole.scanned)
    return Received([document] if ready else [], problems)


def turn_page(document: Document, page: int, *, by: Actor) -> None:
    """Turn a page, counted from 1, a quarter to the right. Raises AlreadySent, PagesChangedMeanwhile."""
    order = [(number, int(number == page - 1)) for number in range(number_of_pages(document))]
    _arranged(document, order, "turn_page", by)


def move_page(document: Document, page: int, *, to: int, by: Actor) -> None:
    """Put a page in another place; both counted from 1. Raises AlreadySent, PagesChangedMeanwhile."""
    order = list(range(number_of_pages(document)))
    if page != to and page - 1 in order and to - 1 in order:
        order.insert(to - 1, order.pop(page - 1))
        _arranged(document, [(number, 0) for number in order], "move_page", by)


def remove_page(document: Document, page: int, *, by: Actor) -> Document:
    """Take a page out, as a document of its own that can be restored for a day. Raises LastPage, AlreadySent, PagesChangedMeanwhile."""
    _still_hers(document)
    pages = number_of_pages(document)
    if pages <= 1:
        raise LastPage
    content, out = _content(document), [number for number in range(pages) if number == page - 1]
    taken_out = workshop.rearrange(content, [(number, 0) for number in out])
    rest = workshop.rearrange(content, [(number, 0) for number in range(pages) if number not in out])
    with transaction.atomic():
        _replaced(document, rest, pages - len(out), "remove_page", by)
        return _beside(document, taken_out)


def number_of_pages(document: Document) -> int:
    """How many pages there are; counted where that was never done."""
    return document.pages or len(workshop.draw(_content(document), width=10, most=0).hints)


def _arranged(document: Document, order: Sequence[tuple[int, int]], action: str, by: Actor) -> None:
    _still_hers(document)
    _replaced(document, workshop.rearrange(_content(document), order), len(order), action, by)


def _still_hers(document: Document) -> None:
    if document.removed is not None or (document.draft is not None and document.draft.submitted is not None):
        raise AlreadySent


def _content(document: Document) -> bytes:
    """The bytes that were seen. Raises PagesChangedMeanwhile where they are no longer there."""
    with opened(document.vault):
        try:
            return content_of(document.blob)
        except Content.DoesNotExist as error:
            raise PagesChangedMeanwhile from error


@transaction.atomic
def _replaced(document: Document, pdf: bytes, pages: int, action: str, by: Actor, *, scanned: str | None = None) -> None:
    """Put new bytes in the place of those that were read; whoever was first in another window wins."""
    vault = document.vault
    with opened(vault):
        touch(vault)
        row = Document.objects.select_for_update(of=("self",)).select_related("draft").get(pk=document.pk)
        if row.blob_id != document.blob_id:
            raise PagesChangedMeanwhile
        _still_hers(row)
        former = document.blob
        document.blob, document.pages = _kept(former, pdf, scanned), pages
        document.save(update_fields=["blob", "pages"])
        discard([former])
        record(action, Subject("document", document.pk, vault=vault.pk), by=by, pages=pages)


def _kept(former: Blob, pdf: bytes, scanned: str | None = None) -> Blob:
    owner = former.key_owner
    return keep(pdf, media_type=PDF, key_owner=owner, vault=owner, scanned=former.scan if scanned is None else scanned)


def _beside(document: Document, pdf: bytes) -> Document:
    """The page that was taken out, taken back like any other proof."""
    vault, id = document.vault, uuid4()
    with opened(vault):
        made: Document = Document.objects.create(
            id=id,
            vault=vault,
            blob=_kept(document.blob, pdf),
            kind=document.kind,
            row=document.row,
            draft=document.draft,
            months=document.months,
            pages=1,
            sealed_name=seal_text(vault.pk, file_name(document), about=about_name(id)),
            since=vault.last_used,
            removed=now(),
        )
    return made
