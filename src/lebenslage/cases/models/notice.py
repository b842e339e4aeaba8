"""What is printed and sent: receipts and notices, and how a notice went out."""

from __future__ import annotations

import uuid

from django.db import models

from lebenslage.authorities.models import Staff
from lebenslage.cases.models.case import Case
from lebenslage.cases.models.decision import Decision
from lebenslage.cases.models.owned import Owned
from lebenslage.files.models import Blob


class PaperKind(models.TextChoices):
    """What was printed."""

    RECEIPT = "receipt"
    NOTICE = "notice"
    COMPANION = "companion"
    FORWARDING = "forwarding"


class Paper(Owned):
    """A printed document of a case: receipts, the notice of a decision with its companion, what goes to another office by post."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(max_length=12, choices=PaperKind)
    about = models.UUIDField(help_text="the case or the draft of a receipt, the decision of a notice, the forwarding")
    blob = models.OneToOneField(Blob, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "about"], name="printed_once")]

    def __str__(self) -> str:
        """Kind and identity."""
        return f"{self.kind} {self.id}"


class Dispatch(models.TextChoices):
    """How a notice reaches somebody."""

    POST = "post"
    PORTAL = "portal"


class Notice(Owned):
    """The notice of an approved decision: what was sent how, from when it counts, and until when it can be disputed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notices")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="notice")
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="+")
    issued = models.DateTimeField()
    dispatch = models.CharField(max_length=8, choices=Dispatch, default=Dispatch.POST)
    posted = models.DateField(null=True)
    posted_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    counts_from = models.DateField(null=True, help_text="the day on which it counts as notified, § 37 SGB X")
    remedy_until = models.DateField(null=True, help_text="last day of the remedy")
    read = models.DateTimeField(null=True, help_text="when the resident first opened it")

    class Meta:
        indexes = [models.Index(fields=["authority", "case", "vault"], condition=models.Q(posted=None), name="notice_to_send")]

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)
