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
