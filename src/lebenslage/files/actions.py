"""Keeping files, sealed, in the transaction of what they belong to. Who did it stands in the journal of the caller."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.db import transaction

from lebenslage.accounts.scope import acting
from lebenslage.files import workshop
from lebenslage.files.inspection import PDF
from lebenslage.files.keys import unwrapped, wrapped
from lebenslage.files.models import Blob, Content, DataKey, Scan, Unscanned
from lebenslage.files.problems import BrokenFile, CannotOpen, ManyAtWork, NoSuchKey
from lebenslage.files.queries import about, opened
from lebenslage.files.scanning import scan
from lebenslage.files.sealing import keyed_digest, seal
from lebenslage.journal.clock import now

MOST_AT_ONCE: Final = 50
MOST_FAILED: Final = 3
log = logging.getLogger(__name__)


@transaction.atomic
def keep(
    content: bytes,
    *,
    media_type: str,
    key_owner: UUID,
    authority: UUID | None = None,
    vault: UUID | None = None,
    scanned: str = Scan.NONE,
) -> Blob:
    """Keep bytes under the key of an owner, for an authority, a vault, or both. What waits for the scanner is scanned by a chore."""
    blob = Blob(
        authority_id=authority,
        vault_id=vault,
        key_owner=key_owner,
        media_type=media_type,
        size=len(content),
        digest=keyed_digest(key_owner, content),
        since=now(),
        scan=scanned,
    )
    blob.save(force_insert=True)
    sealed = seal(key_owner, content, about=about(blob.id))
    Content.objects.create(blob=blob, authority_id=authority, vault_id=vault, sealed=sealed)
    if scanned == Scan.WAITING:
        Unscanned.objects.create(blob=blob.id, of_authority=authority, of_vault=vault, since=blob.since)
    return blob


@transaction.atomic
def copy_for(blob: Blob, *, key_owner: UUID, authority: UUID | None = None, vault: UUID | None = None, mark: str = "") -> Blob:
    """The same bytes once more, under the key of another owner; with a mark, a PDF has these words across every page.

    What cannot be marked goes as it is, and the log says so: nobody's application waits for a mark. A copy waits for the scanner as long as
    its original. Raises CannotOpen, NoSuchKey.
    """
    content = opened(blob)
    if mark and blob.media_type == PDF:
        content = _marked(content, mark)
    return keep(content, media_type=blob.media_type, key_owner=key_owner, authority=authority, vault=vault, scanned=blob.scan)


def _marked(content: bytes, mark: str) -> bytes:
    try:
        return workshop.mark(content, mark)
    except (BrokenFile, ManyAtWork):
        log.exception("A file could not be marked as a copy.")
        return content


def discard(blobs: Iterable[Blob]) -> None:
    """Delete files with their bytes."""
    Blob.objects.filter(id__in=[blob.id for blob in blobs]).delete()


def scan_waiting() -> int:
    """Scan what came while the scanner was away. What it cannot scan now goes to the end. Tells how many."""
    done = failed = 0
    for waiting in Unscanned.objects.order_by("since")[:MOST_AT_ONCE]:
        with acting(authority=waiting.of_authority, vault=waiting.of_vault):
            scanned = _scanned(waiting)
        done, failed = done + scanned, failed + (not scanned)
        if failed >= MOST_FAILED:
            break
    return done


def _scanned(waiting: Unscanned) -> bool:
    """Whether this file waits no longer. One that is gone, or whose key is gone, waits for nothing."""
    blob = Blob.objects.filter(pk=waiting.blob).first()
    try:
        found = scan(opened(blob)) if blob is not None else Scan.NONE
    except (CannotOpen, NoSuchKey):
        log.exception("A file that waits for the scanner cannot be opened.")
        waiting.delete()
        return True
    if found == Scan.WAITING:
        Unscanned.objects.filter(pk=waiting.pk).update(since=now())
        return False
    with transaction.atomic():
        Blob.objects.filter(pk=waiting.blob).update(scan=found)
        waiting.delete()
    return True


@transaction.atomic
def rewrap() -> int:
    """Wrap every data key by the newest master key; afterwards the older ones may go. Returns how many keys were wrapped anew."""
    rows = list(DataKey.objects.select_for_update())
    stale = []
    for row in rows:
        sealed, master = wrapped(row.owner, unwrapped(row))
        if master != row.master:
            row.wrapped, row.master = sealed, master
            stale.append(row)
    DataKey.objects.bulk_update(stale, ["wrapped", "master"], batch_size=500)
    return len(stale)
