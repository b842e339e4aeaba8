"""What is known in a case, from whom, and by which proof."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from lebenslage.authorities.models import Staff
from lebenslage.cases.models.case import Case
from lebenslage.cases.models.owned import Owned
from lebenslage.files.models import Blob
from lebenslage.residents.models import Document, FactSource


class EvidenceState(models.TextChoices):
    """What became of a proof."""

    RECEIVED = "received"
    READABLE = "readable"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Evidence(Owned):
    """A proof in a case: a copy sealed under the authority's key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="evidence")
    document = models.ForeignKey(Document, null=True, on_delete=models.SET_NULL, related_name="+", help_text="the original in the vault")
    blob = models.OneToOneField(Blob, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    row = models.CharField(max_length=24, blank=True)
    sealed_name = models.BinaryField()
    state = models.CharField(max_length=10, choices=EvidenceState, default=EvidenceState.RECEIVED)
    sealed_reason = models.BinaryField(null=True, help_text="why it was rejected, as the resident reads it")
    at = models.DateTimeField()
    judged = models.DateTimeField(null=True)
    judged_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "document"], name="a_proof_comes_once"),
            models.CheckConstraint(
                condition=Q(judged=None, judged_by=None) | Q(judged__isnull=False, judged_by__isnull=False), name="evidence_judged_by_when"
            ),
        ]

    def __str__(self) -> str:
        """The kind."""
        return self.kind


class FactState(models.TextChoices):
    """What the office thinks of a fact."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class CaseFact(Owned):
    """An answer as the case knows it. A correction ends the old line and begins a new one with its reason."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="facts")
    place = models.CharField(max_length=120)
    sealed = models.BinaryField()
    source = models.CharField(max_length=10, choices=FactSource)
    state = models.CharField(max_length=10, choices=FactState, default=FactState.OPEN)
    evidence = models.ForeignKey(Evidence, null=True, on_delete=models.SET_NULL, related_name="facts")
    sealed_reason = models.BinaryField(null=True)
    by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "place"], condition=Q(until=None), name="one_current_case_fact")]

    def __str__(self) -> str:
        """The place."""
        return self.place
