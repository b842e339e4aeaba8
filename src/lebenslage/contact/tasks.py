"""Mails that the worker sends. A task knows identities alone, and may run twice."""

from __future__ import annotations

from uuid import UUID

from django.tasks import task
from django.utils import timezone

from lebenslage.accounts.scope import acting
from lebenslage.contact.mailing import send

MAIL = "mail"


@task(queue_name=MAIL)
def send_mail(delivery: str, *, authority: str) -> None:
    """Send a mail of an office that waits; where the server is away, once more after a longer while."""
    with acting(authority=UUID(authority)):
        wait = send(UUID(delivery))
    if wait is not None:
        send_mail.using(run_after=timezone.now() + wait).enqueue(delivery, authority=authority)
