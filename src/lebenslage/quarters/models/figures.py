"""Figures, as they came: every import is a version of its own, and the latest one that stands counts."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority
from lebenslage.quarters.models.edition import Edition
from lebenslage.quarters.models.indicator import Indicator


class Batch(models.Model):
    """What one import brought: a version. Withdrawn, the version before it counts again.

    `how` keeps how columns were understood, so that the next file of the same form needs no questions; `found` what the check found.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="batches")
    title = models.CharField(max_length=200, help_text="name of the file, or what was computed")
    origin = models.CharField(max_length=20, default="file", help_text="file, feed, index, bridge")
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the file")
    how = models.JSONField(default=dict, blank=True)
    found = models.JSONField(default=list, blank=True)
    source = models.CharField(max_length=200)
    licence = models.CharField(max_length=60, default="dl-de/by-2-0")
    by_name = models.CharField(max_length=120, blank=True, help_text="member of staff who brought it")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        """The title."""
        return self.title


class Figures(models.Model):
    """A column: one indicator for all areas of an edition at one day.

    `numbers` has a number or null an area, in the order of the edition's keys; `qualities` one letter an area (`Mark`); `bases` the
    denominators of a share, or null. For planners alone: what others may read stands in `Released`.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="figures")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="figures")
    on = models.DateField(help_text="the day the figure is true for: 31 December of a year")
    numbers = models.JSONField()
    qualities = models.TextField()
    bases = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "indicator", "edition", "on"], name="one_column_a_batch")]
        ordering = ["on"]

    def __str__(self) -> str:
        """Indicator and day."""
        return f"{self.indicator_id} {self.on}"
