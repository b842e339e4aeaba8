"""Time given and received, for oneself alone."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from lebenslage.journal.actions import RESIDENT, Subject, record
from lebenslage.neighbours.models import Hours
from lebenslage.neighbours.sealed import about_hours, seal_words
from lebenslage.residents.models import Vault


@transaction.atomic
def note_hours(vault: Vault, *, given: bool, minutes: int, on: date, text: str) -> Hours:
    """Note some time."""
    sealed = seal_words(vault.pk, about_hours(vault.pk), {"text": text})
    hours: Hours = Hours.objects.create(vault=vault, given=given, minutes=minutes, on=on, sealed=sealed)
    record("note_hours", Subject("vault", vault.pk, vault=vault.pk), by=RESIDENT)
    return hours


@transaction.atomic
def forget_hours(vault: Vault, id: int) -> None:
    """Delete a note."""
    Hours.objects.filter(pk=id, vault=vault).delete()
    record("forget_hours", Subject("vault", vault.pk, vault=vault.pk), by=RESIDENT)
