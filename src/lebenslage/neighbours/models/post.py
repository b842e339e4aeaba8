"""What somebody offers or needs: a number, a quarter, a kind; its words are sealed, although everybody may read them while it stands."""

from __future__ import annotations

import uuid

from django.db import models

from lebenslage.accounts.scope import Scoped
from lebenslage.authorities.models import Authority
from lebenslage.residents.models import Vault


class Side(models.TextChoices):
    """Whether somebody gives or needs."""

    OFFER = "offer"
    REQUEST = "request"


class Kind(models.TextChoices):
    """What it is about."""

    SHOPPING = "shopping"
    OFFICE = "office"
    COMPANY = "company"
    HOMEWORK = "homework"
    LANGUAGE = "language"
    TOOLS = "tools"
    DEVICES = "devices"
    HOUSEHOLD = "household"
    PETS = "pets"
    OTHER = "other"


class PostState(models.TextChoices):
    """Where a post stands. Hidden: a connector took it down, and said why."""

    WAITING = "waiting"
    LIVE = "live"
    HIDDEN = "hidden"
    ENDED = "ended"


class Post(models.Model):
    """One offer or request. Without a vault a connector entered it for somebody offline; how to reach her is sealed beside it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    vault = models.ForeignKey(Vault, null=True, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    area = models.CharField(max_length=40)
    whole_town = models.BooleanField(default=False, help_text="whether the way to another quarter is fine")
    side = models.CharField(max_length=8, choices=Side)
    kind = models.CharField(max_length=12, choices=Kind)
    sealed = models.BinaryField(help_text="title, text and name, under the key of the authority")
    sealed_way = models.BinaryField(null=True, help_text="how a connector reaches somebody offline")
    state = models.CharField(max_length=8, choices=PostState)
    checked = models.DateTimeField(null=True)
    checked_by = models.UUIDField(null=True)
    reason = models.CharField(max_length=12, blank=True, help_text="why it was hidden, one of Reason")
    since = models.DateTimeField()
    expires = models.DateTimeField()

    objects = Scoped()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "number"], name="one_post_a_number")]
        indexes = [models.Index(fields=["authority", "state", "expires"], name="post_board")]

    def __str__(self) -> str:
        """The number."""
        return str(self.number)
