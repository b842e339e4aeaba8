"""What was decided, who sees to it, and how far that is."""

from __future__ import annotations

from datetime import date

from django.db import models

from lebenslage.quarters.conferences.models.conference import Conference, Item
from lebenslage.quarters.measures.models import Measure


class Progress(models.TextChoices):
    """How far a decision is."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Decision(models.Model):
    """A decision of a conference, numbered within it. A measure may have come out of it."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="decisions")
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    responsible = models.CharField(max_length=160, blank=True)
    due = models.DateField(null=True, blank=True)
    votes = models.CharField(max_length=60, blank=True, help_text="einstimmig, or 7 : 2 : 1")
    public = models.BooleanField(default=False)
    progress = models.CharField(max_length=8, choices=Progress, default=Progress.OPEN)
    remark = models.CharField(max_length=300, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    measure = models.ForeignKey(Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="decisions")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["conference", "number"], name="one_decision_a_number")]

    def __str__(self) -> str:
        """The text."""
        return self.text

    def overdue(self, on: date) -> bool:
        """Whether it should have been done."""
        return self.progress == Progress.OPEN and self.due is not None and self.due < on
