"""A decision: proposed by one person, approved by another, with everything it rests on."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from lebenslage.authorities.models import Staff
from lebenslage.cases.models.case import Case
from lebenslage.cases.models.owned import Owned


class Outcome(models.TextChoices):
    """What is decided."""

    GRANT = "grant"
    PARTIAL = "partial"
    REFUSAL = "refusal"


class Decision(Owned):
    """What was proposed, with the assessment as it was then. A decision sent back stays as history."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(max_length=8, choices=Outcome)
    amount = models.PositiveIntegerField(help_text="cents a month; 0 in a refusal")
    begins = models.DateField(null=True)
    ends = models.DateField(null=True)
    sealed_reasons = models.BinaryField()
    sealed_snapshot = models.BinaryField(help_text="facts with sources, day and digest of the law, trail")
    proposed = models.DateTimeField()
    proposed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    approved = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    returned = models.DateTimeField(null=True)
    returned_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    sealed_return = models.BinaryField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")), name="four_eyes"),
            models.CheckConstraint(
                condition=Q(approved=None, approved_by=None) | Q(approved__isnull=False, approved_by__isnull=False),
                name="decision_approved_by_when",
            ),
            models.UniqueConstraint(fields=["case"], condition=Q(returned=None), name="one_standing_decision"),
        ]

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)


class Confirmation(Owned):
    """A person has checked a figure of low confidence for this case and stands for it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="confirmations")
    figure = models.CharField(max_length=80)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "figure"], name="confirmed_once")]

    def __str__(self) -> str:
        """The figure."""
        return self.figure
