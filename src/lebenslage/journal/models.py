"""One line for each write and each read of a person's file. It holds identities and names of fields, never an answer."""

from __future__ import annotations

from django.db import models

from lebenslage.accounts.scope import Scoped


class Entry(models.Model):
    """Who did what to what, when. Plain UUIDs: the journal outlives what it speaks of."""

    at = models.DateTimeField(db_index=True)
    actor = models.UUIDField(null=True)
    role = models.CharField(max_length=16)
    action = models.CharField(max_length=48)
    read = models.BooleanField(default=False)
    subject = models.CharField(max_length=24)
    subject_id = models.UUIDField()
    authority_id = models.UUIDField(null=True)
    vault_id = models.UUIDField(null=True)
    details = models.JSONField(default=dict)

    objects = Scoped()

    class Meta:
        indexes = [
            models.Index(fields=["subject_id", "id"], name="journal_subject"),
            models.Index(fields=["vault_id", "id"], name="journal_vault"),
        ]

    def __str__(self) -> str:
        """Action and subject."""
        return f"{self.action} {self.subject} {self.subject_id}"
