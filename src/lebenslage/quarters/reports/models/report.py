"""A social report: a draft that follows the figures, and once released a file that never changes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from lebenslage.authorities.models import Authority
from lebenslage.quarters.models import Edition


class State(models.TextChoices):
    """Where a report stands. Being released takes some seconds in the background."""

    DRAFT = "draft"
    RELEASING = "releasing"
    RELEASED = "released"


class Report(models.Model):
    """One report of an authority. `content` is what the pages show once it is released, `pdf` and `annex` are the files, as they went out.

    `recipe` is what it is made of: {"indicators": [...], "days": [...]}; empty means everything there is. `failed` says why a release
    did not come about.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="reports")
    title = models.CharField(max_length=160)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="reports")
    day = models.DateField(help_text="the newest day of its figures")
    recipe = models.JSONField(default=dict, blank=True)
    previous = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="following")
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    released_at = models.DateTimeField(null=True)
    released_by = models.CharField(max_length=120, blank=True)
    failed = models.TextField(blank=True)
    content = models.JSONField(default=dict, blank=True)
    pdf = models.BinaryField(blank=True, default=b"")
    annex = models.BinaryField(blank=True, default=b"")

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(state=State.RELEASED) | Q(released_at__isnull=False), name="released_report_has_its_time")
        ]

    def __str__(self) -> str:
        """The title."""
        return self.title
