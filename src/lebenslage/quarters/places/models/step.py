"""A measure of the heat plan: who does what, on which level of warning, in which season."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority


class Level(models.TextChoices):
    """When it is done: before summer, at a warning of the weather service (strong, extreme), or over years."""

    BEFORE = "before"
    STRONG = "strong"
    EXTREME = "extreme"
    LONG = "long"


class Work(models.TextChoices):
    """How far it is."""

    OPEN = "open"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


class Step(models.Model):
    """A measure of one season. `follows` is the same one of the season before, taken over because it was not done."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="heat_steps")
    season = models.PositiveSmallIntegerField(help_text="the year of the summer")
    level = models.CharField(max_length=8, choices=Level)
    title = models.CharField(max_length=160)
    department = models.CharField(max_length=120)
    area = models.CharField(max_length=40, blank=True, help_text="key of a quarter; empty for the whole town")
    due = models.DateField(null=True)
    work = models.CharField(max_length=8, choices=Work, default=Work.OPEN)
    note = models.TextField(blank=True)
    follows = models.OneToOneField("self", null=True, on_delete=models.SET_NULL, related_name="taken_over")
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["level", "due", "title"]

    def __str__(self) -> str:
        """The title."""
        return self.title
