"""Neighbours among themselves. Each side keeps a copy of its own, sealed under the key of its own vault: what one deletes is gone there.

What belongs to somebody else is named by its identity, not by a key of the database: nobody's deletion waits for another one's rows.
"""

from __future__ import annotations

import uuid

from django.db import models

from lebenslage.accounts.scope import Scoped
from lebenslage.authorities.models import Authority
from lebenslage.residents.models import Vault


class Neighbour(models.Model):
    """A resident who takes part: the name she chose, her quarter, and when she agreed to the rules."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    vault = models.OneToOneField(Vault, on_delete=models.CASCADE, related_name="+")
    area = models.CharField(max_length=40)
    sealed_name = models.BinaryField()
    language = models.CharField(max_length=12, default="de", help_text="in which she read last when she wrote")
    agreed = models.DateTimeField()
    stopped = models.DateTimeField(null=True, help_text="since when a connector lets her write nothing any more")

    objects = Scoped()

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)


class Conversation(models.Model):
    """One side's copy of a conversation about a post; `twin` is the copy of the other side."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    vault = models.ForeignKey(Vault, on_delete=models.CASCADE, related_name="+")
    other = models.UUIDField(help_text="the vault of the other side")
    twin = models.UUIDField()
    post = models.UUIDField()
    sealed = models.BinaryField(help_text="title of the post and name of the other side")
    since = models.DateTimeField()
    touched = models.DateTimeField()

    objects = Scoped()

    class Meta:
        ordering = ["-touched"]
        constraints = [models.UniqueConstraint(fields=["vault", "post", "other"], name="one_conversation_a_post")]

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)


class Message(models.Model):
    """One message in a copy of a conversation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="messages")
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    vault = models.ForeignKey(Vault, on_delete=models.CASCADE, related_name="+")
    mine = models.BooleanField()
    sealed = models.BinaryField()
    at = models.DateTimeField()
    read = models.DateTimeField(null=True)

    objects = Scoped()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)


class Block(models.Model):
    """Whose words somebody does not want to read any more. The other side is told nothing but that she cannot write."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    vault = models.ForeignKey(Vault, on_delete=models.CASCADE, related_name="+")
    other = models.UUIDField()
    since = models.DateTimeField()

    objects = Scoped()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vault", "other"], name="one_block_a_neighbour")]

    def __str__(self) -> str:
        """The identity."""
        return str(self.pk)


class Reason(models.TextChoices):
    """What is wrong with a post or with what somebody wrote."""

    RUDE = "rude"
    SELLING = "selling"
    UNSAFE = "unsafe"
    PRIVATE = "private"
    DANGER = "danger"
    OTHER = "other"


class Report(models.Model):
    """Somebody tells a connector. What was written to her travels along only because she hands it over; it is sealed for the authority."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    vault = models.ForeignKey(Vault, null=True, on_delete=models.CASCADE, related_name="+")
    area = models.CharField(max_length=40)
    post = models.UUIDField()
    about = models.UUIDField(null=True, help_text="the vault of whom it is about")
    reason = models.CharField(max_length=12, choices=Reason)
    sealed = models.BinaryField()
    at = models.DateTimeField()
    done = models.DateTimeField(null=True)
    done_by = models.UUIDField(null=True)

    objects = Scoped()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        """The reason."""
        return self.reason


class Hours(models.Model):
    """Time given or received, for oneself alone: nobody else sees it, and nothing is counted against anybody."""

    vault = models.ForeignKey(Vault, on_delete=models.CASCADE, related_name="+")
    given = models.BooleanField()
    minutes = models.PositiveSmallIntegerField()
    on = models.DateField()
    sealed = models.BinaryField(help_text="what for")

    objects = Scoped()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        """The day."""
        return f"{self.on}"
