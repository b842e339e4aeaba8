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

    objects = Scoped()

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)


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
