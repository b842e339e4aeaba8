"""A text that a planner wrote at a place of a report; the next edition takes it over."""

from __future__ import annotations

from django.db import models

from lebenslage.quarters.reports.models.report import Report


class Block(models.Model):
    """`carried` says that it stood in the report before and nobody looked at it since."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="blocks")
    place = models.CharField(max_length=100)
    text = models.TextField(blank=True, max_length=6000)
    carried = models.BooleanField(default=False)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["report", "place"], name="one_text_a_place")]

    def __str__(self) -> str:
        """The place."""
        return self.place
