"""A file is kept sealed under the key of its owner; the key is kept sealed under the installation's master key."""

from __future__ import annotations

import uuid

from django.db import models

from lebenslage.accounts.scope import Scoped


class DataKey(models.Model):
    """The key of one vault or one authority, wrapped by a master key that is not in the database."""

    owner = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()
    master = models.CharField(max_length=16)
    since = models.DateTimeField()

    def __str__(self) -> str:
        """The owner."""
        return str(self.owner)


class Scan(models.TextChoices):
    """What the virus scanner says of a file. Without a scanner it says nothing."""

    NONE = "", "not scanned"
    WAITING = "waiting"
    CLEAN = "clean"
    INFECTED = "infected"


class Blob(models.Model):
    """What a file is. Its bytes are in `Content`, so that lists stay light. `key_owner` says under whose key it is sealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority_id = models.UUIDField(null=True)
    vault_id = models.UUIDField(null=True)
    key_owner = models.UUIDField()
    media_type = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    digest = models.BinaryField()
    since = models.DateTimeField()
    scan = models.CharField(max_length=8, choices=Scan, default=Scan.NONE, blank=True)

    objects = Scoped()

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)

    @property
    def shown(self) -> bool:
        """Whether somebody else than its owner may see it: not while the scanner is still to say so, and never where it found something."""
        return self.scan in (Scan.NONE, Scan.CLEAN)


class Content(models.Model):
    """The sealed bytes of a blob."""

    blob = models.OneToOneField(Blob, on_delete=models.CASCADE, primary_key=True)
    authority_id = models.UUIDField(null=True)
    vault_id = models.UUIDField(null=True)
    sealed = models.BinaryField()

    objects = Scoped()

    def __str__(self) -> str:
        """The blob."""
        return str(self.blob_id)


class Unscanned(models.Model):
    """A file that waits for the virus scanner. It names nobody but the one in whose name the file opens, and nothing of the file."""

    blob = models.UUIDField(primary_key=True)
    of_authority = models.UUIDField(null=True)
    of_vault = models.UUIDField(null=True)
    since = models.DateTimeField()

    def __str__(self) -> str:
        """The blob."""
        return str(self.blob)
