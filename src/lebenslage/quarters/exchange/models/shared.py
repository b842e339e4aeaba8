"""What a town gives to all others, and who took it over."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority


class Kind(models.TextChoices):
    """What can be shared."""

    RECIPE = "recipe"
    BLOCK = "block"
    MEASURE = "measure"


class Shared(models.Model):
    """A recipe, a block of a report, or a measure with what it changed: for the planners of all towns, under CC BY 4.0.

    `town` is where it comes from; `authority` who put it here, which for an imported file is another town. `content` is as
    `exchange.contents` says.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="shared")
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(max_length=160)
    summary = models.TextField()
    content = models.JSONField()
    town = models.CharField(max_length=120)
    on = models.DateField(help_text="the day it was shared first")
    digest = models.CharField(max_length=64, help_text="SHA-256 of kind, town and content: nothing stands here twice")
    by_name = models.CharField(max_length=120)
    imported = models.BooleanField(default=False)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["digest"], condition=models.Q(withdrawn_at=None), name="shared_once")]
        ordering = ["-on", "title"]

    def __str__(self) -> str:
        """The title."""
        return self.title


class Taken(models.Model):
    """A copy of something shared, in the town that took it over: it stays when the original is withdrawn."""

    shared = models.ForeignKey(Shared, on_delete=models.CASCADE, related_name="taken")
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="taken")
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(max_length=160)
    content = models.JSONField()
    provenance = models.CharField(max_length=200, help_text="übernommen aus Ahornstedt, 2026")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shared", "authority"], name="taken_once_a_town")]
        ordering = ["-at"]

    def __str__(self) -> str:
        """The title."""
        return self.title
