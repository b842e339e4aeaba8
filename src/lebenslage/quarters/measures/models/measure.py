"""A measure: what is done, for whom, where, by whom, and what it is meant to move."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from lebenslage.authorities.models import Authority
from lebenslage.quarters.measures.models.programme import Programme


class Status(models.TextChoices):
    """How far a measure is."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class Measure(models.Model):
    """A measure of a town. `areas` are keys of the edition; a measure without any is meant for the whole town.

    `indicators` are keys of the catalogue that it wants to move. A removed measure can be brought back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="measures")
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.SET_NULL, related_name="measures")
    title = models.CharField(max_length=160)
    aim = models.TextField(blank=True)
    target_group = models.CharField(max_length=160, blank=True)
    department = models.CharField(max_length=120, blank=True)
    areas = models.JSONField(default=list, blank=True)
    place = models.CharField(max_length=160, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.PLANNED)
    reason = models.CharField(max_length=300, blank=True, help_text="why it was stopped")
    indicators = models.JSONField(default=list, blank=True)
    next_step = models.CharField(max_length=200, blank=True)
    due = models.DateField(null=True, blank=True)
    lessons = models.TextField(blank=True, help_text="what others should know who do the same")
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(condition=Q(starts=None) | Q(ends=None) | Q(ends__gte=F("starts")), name="ends_after_it_starts"),
            models.CheckConstraint(condition=~Q(status="stopped") | ~Q(reason=""), name="stopped_has_a_reason"),
        ]

    def __str__(self) -> str:
        """The title."""
        return self.title

    @property
    def townwide(self) -> bool:
        """Whether it is meant for the whole town."""
        return not self.areas

    @property
    def goes_on(self) -> bool:
        """Whether it is planned or running."""
        return self.status in (Status.PLANNED, Status.RUNNING)

    def overdue(self, on: date) -> bool:
        """Whether its next step should have been taken."""
        return self.goes_on and self.due is not None and self.due < on
