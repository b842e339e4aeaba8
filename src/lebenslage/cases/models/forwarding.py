"""A case at the wrong office goes to the right one and keeps its date, § 16 Abs. 2 SGB I. Each side keeps its own line."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from lebenslage.authorities.models import Authority, Staff
from lebenslage.cases.models.case import Case
from lebenslage.cases.models.owned import Owned


class Direction(models.TextChoices):
    """Whether a case left this office or came to it."""

    OUT = "out"
    IN = "in"


class Forwarding(Owned):
    """What one of the two offices knows of it. `office` is the other one, where it works here; `address` as it stands on a letter."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="forwardings")
    direction = models.CharField(max_length=3, choices=Direction)
    office = models.ForeignKey(Authority, null=True, on_delete=models.PROTECT, related_name="+")
    address = models.TextField(help_text="the other office as it stands on a letter, line by line")
    number = models.CharField(max_length=24, blank=True, help_text="what the case is called there")
    sealed_reason = models.BinaryField()
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    arrived = models.DateTimeField(null=True, help_text="when the other office had it, or the letter for it was printed")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "direction"], name="forwarded_once"),
            models.CheckConstraint(condition=Q(direction="in", by=None) | Q(direction="out", by__isnull=False), name="forwarded_by_whom"),
        ]

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)
