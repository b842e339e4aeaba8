"""What was asked of siting, and what came out."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority
from lebenslage.quarters.places.models.place import Kind


class State(models.TextChoices):
    """How far it is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Scenario(models.Model):
    """A question to siting with its answer: `terms` as the form gave them, `result` as the pages show it.

    `problem` is the sentence of what went wrong; `proposal` marks the one that is put before the council.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="scenarios")
    kind = models.CharField(max_length=12, choices=Kind, help_text="what is to be built")
    name = models.CharField(max_length=120)
    terms = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(default=dict)
    problem = models.TextField(blank=True)
    proposal = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        """The name."""
        return self.name
