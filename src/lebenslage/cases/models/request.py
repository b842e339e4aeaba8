"""A question of the office to the resident: an object with a deadline that pauses the clock."""

from __future__ import annotations

import uuid

from django.db import models

from lebenslage.authorities.models import Staff
from lebenslage.cases.models.case import Case
from lebenslage.cases.models.owned import Owned


class Request(Owned):
    """What the office asks: a proof of a kind, a fact at a place, or something in words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="requests")
    sealed_text = models.BinaryField()
    evidence_kind = models.CharField(max_length=60, blank=True)
    place = models.CharField(max_length=120, blank=True)
    asked = models.DateTimeField()
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    warning = models.BooleanField(default=True, help_text="it says what follows if no answer comes, § 66 Abs. 3 SGB I")
    answered = models.DateTimeField(null=True)
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked"]
        indexes = [
            models.Index(
                fields=["authority", "due", "case", "vault"], condition=models.Q(answered=None, withdrawn=None), name="request_waiting"
            )
        ]

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)
