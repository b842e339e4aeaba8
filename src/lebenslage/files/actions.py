"""Keeping files, sealed, in the transaction of what they belong to. Who did it stands in the journal of the caller."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from lebenslage.files.keys import unwrapped, wrapped
from lebenslage.files.models import Blob, Content, DataKey
from lebenslage.files.queries import about, content_of
from lebenslage.files.sealing import keyed_digest, seal
from lebenslage.journal.clock import now


@transaction.atomic
def keep(content: bytes, *, media_type: str, key_owner: UUID, authority: UUID | None = None, vault: UUID | None = None) -> Blob:
    """Keep bytes under the key of an owner, for an authority, a vault, or both."""
    blob = Blob(
        authority_id=authority,
        vault_id=vault,
        key_owner=key_owner,
        media_type=media_type,
        size=len(content),
        digest=keyed_digest(key_owner, content),
        since=now(),
    )
    blob.save(force_insert=True)
    sealed = seal(key_owner, content, about=about(blob.id))
    Content.objects.create(blob=blob, authority_id=authority, vault_id=vault, sealed=sealed)
    return blob


@transaction.atomic
def copy_for(blob: Blob, *, key_owner: UUID, authority: UUID | None = None, vault: UUID | None = None) -> Blob:
    """The same bytes once more, under the key of another owner. Raises CannotOpen, NoSuchKey."""
    content = content_of(blob)
    return keep(content, media_type=blob.media_type, key_owner=key_owner, authority=authority, vault=vault)


def discard(blobs: Iterable[Blob]) -> None:
    """Delete files with their bytes."""
    Blob.objects.filter(id__in=[blob.id for blob in blobs]).delete()


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
