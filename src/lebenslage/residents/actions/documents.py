"""Proofs that a resident brings, and takes back while nothing was sent with them.

What opens a file, a child process and the virus scanner, is asked before anything is written: no transaction waits for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from time import monotonic
from typing import Final
from uuid import uuid4

from django.db import transaction

from lebenslage.files import workshop
from lebenslage.files.actions import keep
from lebenslage.files.inspection import PDF
from lebenslage.files.models import Scan
from lebenslage.files.problems import InfectedFile, TookTooLong
from lebenslage.files.scanning import scan
from lebenslage.files.sealing import keyed_digest, seal_text
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.kernel.errors import Problem
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
MOST_MONTHS: Final = 24
LONGEST: Final = 60
MONTH: Final = re.compile(r"^20\d\d-(0[1-9]|1[0-2])$")


@dataclass(frozen=True, slots=True)
class Paper:
    """A file as it came."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Ready:
    """A file as it is kept: a clean PDF, what the scanner said of what came, and whether that was a photo."""

    name: str
    pdf: bytes
    pages: int
    photo: bool
    scanned: Scan


@dataclass(frozen=True, slots=True)
class Received:
    """What became of several files: documents of those that were taken, and a problem for each of the others."""

    documents: Sequence[Document] = ()
    problems: Sequence[Problem] = field(default_factory=list)


def prepared(paper: Paper) -> Ready:
    """Look at a file, make a clean PDF of it and let the scanner see what came. Raises what `inspect` raises, InfectedFile."""
    taken = workshop.take(paper.content, paper.name)
    scanned = scan(paper.content)
    if scanned == Scan.INFECTED:
        raise InfectedFile(name=paper.name[:LONGEST_NAME])
    name = PurePosixPath(paper.name).with_suffix(".pdf").name if taken.photo and PurePosixPath(paper.name).name else paper.name
    return Ready(name[:LONGEST_NAME], taken.pdf, taken.pages, taken.photo, scanned)


def prepare(papers: Iterable[Paper]) -> tuple[Sequence[Ready], Sequence[Problem]]:
    """Prepare several files, each for itself: one that cannot be taken does not keep the others. Photos become one document, in order."""
    ready: list[Ready] = []
    problems: list[Problem] = []
    began = monotonic()
    for paper in papers:
        try:
            if monotonic() - began > LONGEST:
                raise TookTooLong(name=paper.name[:LONGEST_NAME])
            ready.append(prepared(paper))
        except Problem as problem:
            problems.append(problem)
    photos = [one for one in ready if one.photo]
    rest = [one for one in ready if not one.photo]
    return [*([as_one(photos)] if photos else []), *rest], problems


def as_one(several: Sequence[Ready]) -> Ready:
    """Several files as one document, under the name of the first. It waits for the scanner as long as one of them does."""
    if len(several) == 1:
        return several[0]
    waits = next((one.scanned for one in several if one.scanned == Scan.WAITING), several[0].scanned)
    return Ready(several[0].name, workshop.join([one.pdf for one in several]), sum(one.pages for one in several), True, waits)


def add_documents(
    to: Draft | Vault, *, papers: Iterable[Paper], kind: str, row: str = "", months: Sequence[str] = (), by: Actor
) -> Received:
    """Keep what was brought in one go; what cannot be taken is told beside it. Raises UnknownProof, UnknownPlace, TooManyDocuments."""
    _known(to, kind, row)
    ready, problems = prepare(papers)
    return Received(keep_documents(to, ready=ready, kind=kind, row=row, months=months, by=by), problems)


def add_document(
    to: Draft | Vault, *, content: bytes, name: str, kind: str, row: str = "", months: Sequence[str] = (), by: Actor
) -> Document:
    """Keep a proof of a kind, for a row such as `person-2` or for all. The same file brought twice is kept once.

    Raises what `inspect` raises; InfectedFile, UnknownProof, UnknownPlace, TooManyDocuments.
    """
    _known(to, kind, row)
    ready = prepared(Paper(name, content))
    return keep_documents(to, ready=[ready], kind=kind, row=row, months=months, by=by)[0]


def _known(to: Draft | Vault, kind: str, row: str) -> None:
    if kind not in _kinds(to):
        raise UnknownProof(kind=kind[:60])
    if row and not is_row(row):
        raise UnknownPlace(place=row[:40])


def _kinds(to: Draft | Vault) -> frozenset[str]:
    return frozenset({kind.id for kind in definition(to.version).evidence} | {OTHER}) if isinstance(to, Draft) else KINDS


@transaction.atomic
def keep_documents(
    to: Draft | Vault, *, ready: Sequence[Ready], kind: str, row: str, months: Sequence[str], by: Actor
) -> Sequence[Document]:
    """Keep what was prepared. Raises TooManyDocuments."""
    vault = to.vault if isinstance(to, Draft) else to
    with opened(vault):
        touch(vault)
        draft = to if isinstance(to, Draft) else Draft.objects.filter(vault=vault, submitted=None).order_by("-begun").first()
        bind = Document(
            vault=vault, draft=draft, kind=kind, row=row, months=" ".join(sorted(set(filter(MONTH.match, months[:MOST_MONTHS]))))
        )
        return [_same(bind, one) or _kept(bind, one, by) for one in ready]


def _same(bind: Document, ready: Ready) -> Document | None:
    there = Document.objects.filter(vault=bind.vault, draft=bind.draft, kind=bind.kind, row=bind.row, removed=None)
    found: Document | None = there.select_related("blob").filter(blob__digest=keyed_digest(bind.vault_id, ready.pdf)).first()
    return found


def _kept(bind: Document, ready: Ready, by: Actor) -> Document:
    vault, id = bind.vault, uuid4()
    if Document.objects.filter(vault=vault, removed=None).count() >= MOST_DOCUMENTS:
        raise TooManyDocuments(limit=MOST_DOCUMENTS)
    document: Document = Document.objects.create(
        id=id,
        vault=vault,
        blob=keep(ready.pdf, media_type=PDF, key_owner=vault.pk, vault=vault.pk, scanned=ready.scanned),
        kind=bind.kind,
        row=bind.row,
        draft=bind.draft,
        months=bind.months,
        pages=ready.pages,
        sealed_name=seal_text(vault.pk, ready.name[:LONGEST_NAME], about=about_name(id)),
        since=vault.last_used,
    )
    record("add_document", Subject("document", id, vault=vault.pk), by=by, kind=bind.kind, row=bind.row)
    return document


@transaction.atomic
def remove_document(document: Document, *, by: Actor) -> None:
    """Take a proof back; for a day it can be restored. A copy that an office has already stays there."""
    _changed(document, "remove_document", by, lambda: setattr(document, "removed", now()), "removed")


@transaction.atomic
def restore_document(document: Document, *, by: Actor) -> None:
    """Bring back a proof that was taken back by mistake."""
    _changed(document, "restore_document", by, lambda: setattr(document, "removed", None), "removed")


@transaction.atomic
def say_months(document: Document, *, months: Sequence[str], by: Actor) -> None:
    """Say which months a paper shows."""
    said = " ".join(sorted(set(filter(MONTH.match, months[:MOST_MONTHS]))))
    _changed(document, "say_months", by, lambda: setattr(document, "months", said), "months")


def _changed(document: Document, action: str, by: Actor, change: Callable[[], None], column: str) -> None:
    with opened(document.vault):
        touch(document.vault)
        change()
        document.save(update_fields=[column])
        record(action, Subject("document", document.pk, vault=document.vault_id), by=by)
