"""A thread belongs to a vault and an authority; both may read it."""

from __future__ import annotations

import uuid

from django.db import models

from lebenslage.accounts.scope import Scoped
from lebenslage.authorities.models import Authority
from lebenslage.residents.models import Vault


class Thread(models.Model):
    """A conversation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT)
    vault = models.ForeignKey(Vault, on_delete=models.PROTECT)
    since = models.DateTimeField()
    language = models.CharField(max_length=12, default="de", help_text="in which the resident reads")

    objects = Scoped()

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)


class From(models.TextChoices):
    """Who wrote."""

    RESIDENT = "resident"
    OFFICE = "office"
    SYSTEM = "system"


class Message(models.Model):
    """One message, sealed under the authority's key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="messages")
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT)
    vault = models.ForeignKey(Vault, on_delete=models.PROTECT)
    sender = models.CharField(max_length=10, choices=From)
    author = models.UUIDField(null=True, help_text="the member of staff who wrote")
    sealed = models.BinaryField()
    at = models.DateTimeField()
    read = models.DateTimeField(null=True)

    objects = Scoped()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)


class News(models.TextChoices):
    """Of what somebody is told by mail. The mail itself never says which."""

    RECEIPT = "receipt"
    REQUEST = "request"
    MESSAGE = "message"
    NOTICE = "notice"
    FORWARDED = "forwarded"
    NEIGHBOURS = "neighbours"


class DeliveryState(models.TextChoices):
    """What became of a mail. Not written: there was nobody to write to, or nothing to write with."""

    QUEUED = "queued"
    SENT = "sent"
    NOT_WRITTEN = "not_written"
    FAILED = "failed"
    BOUNCED = "bounced"


class Cause(models.TextChoices):
    """Why a mail did not arrive."""

    NO_ADDRESS = "no_address"
    NOT_CONFIGURED = "not_configured"
    UNREACHABLE = "unreachable"
    NO_SUCH_MAILBOX = "no_such_mailbox"
    MAILBOX_FULL = "mailbox_full"
    REFUSED = "refused"
    SERVER_AWAY = "server_away"


class Delivery(models.Model):
    """A mail that says there is news, and what became of it. The address is sealed under the key of the vault.

    Where no office wrote, but a neighbour, there is no thread: then nothing but the vault itself keeps it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thread = models.ForeignKey(Thread, null=True, on_delete=models.CASCADE, related_name="deliveries")
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT)
    vault = models.ForeignKey(Vault, on_delete=models.CASCADE)
    language = models.CharField(max_length=12, default="de", help_text="in which she reads")
    kind = models.CharField(max_length=12, choices=News)
    token = models.CharField(max_length=32, help_text="in the sender of the envelope: a bounce comes back with it")
    state = models.CharField(max_length=12, choices=DeliveryState, default=DeliveryState.QUEUED)
    cause = models.CharField(max_length=16, choices=Cause, blank=True)
    sealed_address = models.BinaryField(null=True)
    address_digest = models.BinaryField(null=True, help_text="keyed: whether an address is one that did not work")
    tries = models.PositiveSmallIntegerField(default=0)
    queued = models.DateTimeField()
    sent = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True, help_text="when it failed or bounced, or was not written")

    objects = Scoped()

    class Meta:
        indexes = [
            models.Index(fields=["vault", "state"], name="delivery_vault"),
            models.Index(fields=["authority", "ended"], name="delivery_ended"),
        ]

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)


class Envelope(models.Model):
    """Whose mail comes back with a token: an office and a delivery, found before anybody's scope is known. It tells nothing of a person."""

    token = models.CharField(primary_key=True, max_length=32)
    office = models.UUIDField()
    delivery = models.UUIDField()
    since = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        """The delivery."""
        return str(self.delivery)


class Digest(models.Model):
    """How many mails of a day did not arrive, by cause: for who runs the installation, once a day."""

    day = models.DateField(primary_key=True)
    counts = models.JSONField(default=dict)
    told = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """The day."""
        return f"{self.day}"
