"""What a resident agrees to, in which words, and what she takes back."""

from __future__ import annotations

import hashlib

from django.db import transaction

from lebenslage.journal.actions import Actor, record
from lebenslage.residents.actions.answering import mine, touch
from lebenslage.residents.models import Consent, Vault
from lebenslage.residents.opening import opened


@transaction.atomic
def consent(vault: Vault, purpose: str, sentence: str, *, by: Actor) -> Consent:
    """Note that a resident agreed to a sentence. The same sentence is agreed to once; another wording ends the former consent."""
    wording = hashlib.sha256(sentence.encode()).hexdigest()
    with opened(vault):
        touch(vault)
        standing: Consent | None = Consent.objects.filter(vault=vault, purpose=purpose, withdrawn=None).first()
        if standing is not None and standing.wording == wording:
            return standing
        _end(vault, purpose)
        given: Consent = Consent.objects.create(vault=vault, purpose=purpose, wording=wording, given=vault.last_used)
        record("consent", mine(vault), by=by, purpose=purpose)
    return given


@transaction.atomic
def withdraw_consent(vault: Vault, purpose: str, *, by: Actor) -> None:
    """Take a consent back; from now on it does not hold."""
    with opened(vault):
        touch(vault)
        if _end(vault, purpose):
            record("withdraw_consent", mine(vault), by=by, purpose=purpose)


def _end(vault: Vault, purpose: str) -> int:
    ended: int = Consent.objects.filter(vault=vault, purpose=purpose, withdrawn=None).update(withdrawn=vault.last_used)
    return ended
