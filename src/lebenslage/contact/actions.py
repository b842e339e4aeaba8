"""Writing into a thread. Who calls has checked that the writer may; the journal line is the caller's, who knows what it is about."""

from __future__ import annotations

from typing import Final
from uuid import UUID, uuid4

from django.db import transaction

from lebenslage.authorities.models import Authority
from lebenslage.contact.mailing import Reader, queue
from lebenslage.contact.models import From, Message, News, Thread
from lebenslage.contact.sealed import seal_words
from lebenslage.contact.tasks import send_mail
from lebenslage.journal.clock import now
from lebenslage.pages.languages import DEFAULT
from lebenslage.residents.models import Vault

# The messages of the house of which she is told by mail as well.
NEWS: Final = {
    "submitted": News.RECEIPT,
    "formless": News.RECEIPT,
    "form_came": News.RECEIPT,
    "asked": News.REQUEST,
    "proof_rejected": News.REQUEST,
    "decided": News.NOTICE,
    "sent_by_portal": News.NOTICE,
    "forwarded": News.FORWARDED,
}


@transaction.atomic
def begin(authority: Authority, vault: Vault, *, language: str = DEFAULT) -> Thread:
    """A new conversation between a resident, who reads in this language, and an authority."""
    return Thread.objects.create(authority=authority, vault=vault, language=language, since=now())


@transaction.atomic
def speak(thread: Thread, language: str) -> None:
    """Note in which language the resident reads from now on."""
    thread.language = language
    thread.save(update_fields=["language"])


@transaction.atomic
def write(thread: Thread, text: str, *, sender: From, author: UUID | None = None) -> Message:
    """Add what somebody wrote. `author` is the member of staff who wrote for the office."""
    if sender == From.OFFICE:
        tell(thread, News.MESSAGE)
    return _add(thread, {"text": text}, sender, author)


@transaction.atomic
def announce(thread: Thread, key: str, **values: str) -> Message:
    """Add a message of the house itself: a key of the texts and its values, so that everybody reads it in her own language."""
    if key in NEWS:
        tell(thread, NEWS[key])
    return _add(thread, {"key": key, "values": values}, From.SYSTEM, None)


def tell(thread: Thread, kind: News) -> None:
    """Let the worker write to her that there is news in a thread, if she wants mails."""
    tell_reader(Reader(thread.authority_id, thread.vault_id, thread.language, thread), kind)


def tell_reader(reader: Reader, kind: News) -> None:
    """Let the worker write to somebody that there is news, if she wants mails of this kind."""
    delivery = queue(reader, kind)
    if delivery is not None:
        send_mail.enqueue(str(delivery.id), authority=str(reader.authority))


@transaction.atomic
def mark_read(thread: Thread, *, sender: From) -> int:
    """Note that the messages of one side have been read by the other; how many were new."""
    return Message.objects.filter(thread=thread, sender=sender, read=None).update(read=now())


def _add(thread: Thread, words: dict[str, object], sender: From, author: UUID | None) -> Message:
    id = uuid4()
    return Message.objects.create(
        id=id,
        thread=thread,
        authority_id=thread.authority_id,
        vault_id=thread.vault_id,
        sender=sender,
        author=author,
        sealed=seal_words(thread, id, words),
        at=now(),
    )
