"""Reading files back."""

from __future__ import annotations

from uuid import UUID

from lebenslage.accounts.scope import current
from lebenslage.files.models import Blob, Content
from lebenslage.files.problems import NotShownYet
from lebenslage.files.sealing import unseal


def about(blob: UUID) -> str:
    """What the bytes of a blob are bound to."""
    return f"blob:{blob}"


def content_of(blob: Blob) -> bytes:
    """The bytes of a file. Raises CannotOpen, NoSuchKey, NotShownYet for an office, Content.DoesNotExist outside its scope."""
    if not blob.shown and current().vault is None:
        raise NotShownYet
    return opened(blob)


def opened(blob: Blob) -> bytes:
    """The bytes of a file for its scanner, and for content_of."""
    return unseal(blob.key_owner, Content.objects.get(blob_id=blob.id).sealed, about=about(blob.id))
