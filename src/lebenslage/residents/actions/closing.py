"""A vault is closed by its resident, or swept when it was not used for as long as its service says. A case holds it open."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import DatabaseError, transaction
from django.db.models import ProtectedError, QuerySet

from lebenslage.accounts.scope import acting
from lebenslage.files.actions import discard
from lebenslage.files.keys import destroy
from lebenslage.journal.actions import SYSTEM, Actor, record
from lebenslage.kernel.errors import Problem
from lebenslage.residents.actions.answering import mine
from lebenslage.residents.models import Consent, Document, Draft, KnownFact, Vault
from lebenslage.residents.opening import opened

RESTORABLE: Final = timedelta(days=1)
LOOKED_BACK: Final = timedelta(days=3)
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Swept:
    """How many vaults were closed, and how many a case held open."""

    closed: int
    held: int


@transaction.atomic
def close_vault(vault: Vault, *, by: Actor) -> bool:
    """Delete everything that was not sent with an application, and the key with it where nothing was. True where the vault is gone.

    A case keeps the vault itself, so that its resident still reads the notice; its answers and proofs are the authority's copies then.
    """
    with opened(vault):
        record("close_vault", mine(vault), by=by)
        _discard(Document.objects.filter(vault=vault))
        KnownFact.objects.filter(vault=vault).delete()
        Draft.objects.filter(vault=vault, submitted=None).delete()
        return _gone(vault)


def _discard(documents: QuerySet[Document]) -> None:
    found = list(documents.select_related("blob"))
    blobs = [document.blob for document in found]
    Document.objects.filter(pk__in=[document.pk for document in found]).delete()
    discard(blobs)


def _gone(vault: Vault) -> bool:
    owner = vault.pk
    try:
        with transaction.atomic():
            Consent.objects.filter(vault=vault).delete()
            Vault.objects.get(pk=owner).delete()
    except ProtectedError:
        return False
    destroy(owner)
    return True


def sweep(now: datetime) -> Swept:
    """Close the vaults that were not used for their time, and let go of proofs taken back. One that fails does not keep the others."""
    results = [_safely(_swept, vault, now) for vault in _expired(now)]
    for vault in Vault.objects.filter(last_used__range=(now - LOOKED_BACK, now - RESTORABLE)).iterator():
        _safely(_let_go, vault, now)
    return Swept(results.count(True), results.count(False))


def _expired(now: datetime) -> list[Vault]:
    spans = Vault.objects.exclude(kept_hours=None).order_by().values_list("kept_hours", flat=True).distinct()
    return [
        vault for hours in spans if hours for vault in Vault.objects.filter(kept_hours=hours, last_used__lt=now - timedelta(hours=hours))
    ]


def _safely(step: Callable[[Vault, datetime], bool], vault: Vault, now: datetime) -> bool:
    try:
        with acting(vault=vault.pk), transaction.atomic():
            return step(vault, now)
    except (DatabaseError, Problem):
        logger.exception("vault %s stays", vault.pk)
        return False


def _swept(vault: Vault, now: datetime) -> bool:
    """Close a vault unless it was used meanwhile or a case holds it; then nothing of it is touched."""
    vault = Vault.objects.select_for_update().get(pk=vault.pk)
    if vault.expires is None or vault.expires >= now or Draft.objects.filter(vault=vault).exclude(submitted=None).exists():
        return False
    if not close_vault(vault, by=SYSTEM):
        transaction.set_rollback(True)
        return False
    return True


def _let_go(vault: Vault, now: datetime) -> bool:
    _discard(Document.objects.filter(vault=vault, removed__lt=now - RESTORABLE))
    return True
