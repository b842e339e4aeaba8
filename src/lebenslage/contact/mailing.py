"""Telling a resident by mail that there is news: queued with what happened, sent by the worker, tried again, given up, come back."""

from __future__ import annotations

import secrets
import smtplib
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from lebenslage.accounts.scope import acting
from lebenslage.contact.letters import configured, letter
from lebenslage.contact.models import Cause, Delivery, DeliveryState, Envelope, News, Thread
from lebenslage.contact.wishes import address_of, digest_of, is_dead, like, wants_mail, write_no_more
from lebenslage.files.sealing import seal_text
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import now
from lebenslage.residents.models import Vault

WAITS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 10, 60, 4 * 60, 12 * 60, 24 * 60))
LONGEST_WAIT: Final = timedelta(days=3)
PERMANENT: Final = 500
KEPT: Final = timedelta(days=180)
CODES: Final = {"5.1": Cause.NO_SUCH_MAILBOX, "5.2.2": Cause.MAILBOX_FULL, "5.2.1": Cause.NO_SUCH_MAILBOX}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who is to be written to: a vault at an authority, in which language; and the thread in which there is news, if it is one."""

    authority: UUID
    vault: UUID
    language: str
    thread: Thread | None = None


def queue(reader: Reader, kind: News) -> Delivery | None:
    """Write to her that there is news, if she wants it; one mail is enough while it waits. In the transaction of what happened."""
    with acting(authority=reader.authority, vault=reader.vault):
        vault = Vault.objects.get(pk=reader.vault)
        waiting = Delivery.objects.filter(vault=vault, state=DeliveryState.QUEUED, queued__gte=now() - LONGEST_WAIT)
        if not wants_mail(vault, kind) or waiting.filter(kind__in=like(kind)).exists():
            return None
        about = {"thread": reader.thread, "language": reader.language, "kind": kind, "token": secrets.token_hex(16)}
        delivery: Delivery = Delivery.objects.create(authority_id=reader.authority, vault=vault, queued=now(), **about)
        Envelope.objects.create(token=delivery.token, office=reader.authority, delivery=delivery.id, since=now())
    return delivery


def send(delivery_id: UUID) -> timedelta | None:
    """Send a mail that waits, in the scope of its office; after how long to try again, or None where it is settled.

    The server is asked outside of every transaction. Who dies between its yes and our note sends the same message once more,
    under the same number.
    """
    delivery = Delivery.objects.filter(pk=delivery_id, state=DeliveryState.QUEUED).first()
    if delivery is None:
        return None
    address, problem = _addressed(delivery)
    if problem is not None:
        _end(delivery, DeliveryState.NOT_WRITTEN, problem)
        return None
    try:
        letter(delivery, address, delivery.language).send()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        return _not_sent(delivery, error)
    Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.QUEUED).update(state=DeliveryState.SENT, sent=now())
    return None


def _not_sent(delivery: Delivery, error: Exception) -> timedelta | None:
    """Give up where the server said never, or was away for too long; else after how long to try again."""
    cause = cause_of(error)
    if cause is None and delivery.tries <= len(WAITS):
        return WAITS[delivery.tries - 1]
    _end(delivery, DeliveryState.FAILED, cause or Cause.SERVER_AWAY)
    return None


def _addressed(delivery: Delivery) -> tuple[str, Cause | None]:
    """Where she is reached, noted sealed; or why she is not. Her vault opens for this one question."""
    with acting(authority=delivery.authority_id, vault=delivery.vault_id):
        vault = Vault.objects.select_related("user").get(pk=delivery.vault_id)
        address = address_of(vault) if wants_mail(vault, delivery.kind) else ""
        if not address:
            return "", Cause.NO_ADDRESS
        if not configured():
            return "", Cause.NOT_CONFIGURED
        if is_dead(vault.pk, address):
            return "", Cause.UNREACHABLE
        delivery.sealed_address = seal_text(vault.pk, address, about=f"delivery:{delivery.id}")
        delivery.address_digest, delivery.tries = digest_of(vault.pk, address), delivery.tries + 1
        delivery.save(update_fields=["sealed_address", "address_digest", "tries"])
        return address, None


def cause_of(error: Exception) -> Cause | None:
    """Why a server will never take this mail; None where it may take it later. That it refuses our sender is our matter to mend."""
    if isinstance(error, ValueError):
        return Cause.REFUSED  # no address that a mail can be written to
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return cause_named(said.decode(errors="replace")) if code >= PERMANENT else None
    if isinstance(error, smtplib.SMTPDataError):
        return Cause.REFUSED if error.smtp_code >= PERMANENT else None
    return None


def cause_named(text: str) -> Cause:
    """The cause by the enhanced status code (RFC 3463) at the beginning of what a server says."""
    return next((cause for code, cause in CODES.items() if text.startswith(code)), Cause.REFUSED)


def _end(delivery: Delivery, state: DeliveryState, cause: Cause) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(state=state, cause=cause, ended=now())


@transaction.atomic
def bounced(token: str, cause: Cause) -> bool:
    """A mail came back: note why; its address is not written to again. False where the token is not ours."""
    delivery = _of(token)
    if delivery is None:
        return False
    with acting(authority=delivery.authority_id):
        mails = Delivery.objects.filter(pk=delivery.pk, state__in=(DeliveryState.SENT, DeliveryState.QUEUED))
        mails.update(state=DeliveryState.BOUNCED, cause=cause, ended=now())
    return True


@transaction.atomic
def switch_off(token: str, sentence: str) -> bool:
    """No more mails of this kind to the vault to which this one went. False where the token is not ours."""
    delivery = _of(token)
    if delivery is None:
        return False
    with acting(vault=delivery.vault_id):
        write_no_more(Vault.objects.get(pk=delivery.vault_id), sentence, by=RESIDENT, kind=delivery.kind)
    return True


def _of(token: str) -> Delivery | None:
    envelope = Envelope.objects.filter(token=token).first()
    if envelope is None:
        return None
    with acting(authority=envelope.office):
        found: Delivery | None = Delivery.objects.filter(pk=envelope.delivery).first()
    return found


def clear_envelopes() -> int:
    """Forget tokens of mails that nobody sends back any more."""
    return Envelope.objects.filter(since__lt=timezone.now() - KEPT).delete()[0]
