"""The catalogue: what a figure means, in plain words."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority


class Kind(models.TextChoices):
    """What kind of figure it is: that decides how it may be added up."""

    COUNT = "count"
    SHARE = "share"
    MEAN = "mean"
    INDEX = "index"


class Better(models.TextChoices):
    """Whether much of it is a burden, a strength, or neither."""

    LOW = "low"
    HIGH = "high"
    NEITHER = "neither"


class Indicator(models.Model):
    """One figure of the catalogue of an authority. A share has a denominator in words and, where known, its counts (`Figures.bases`)."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="indicators")
    key = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    definition = models.TextField(help_text="one or two plain sentences: who or what is counted")
    topic = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=8, choices=Kind)
    unit = models.CharField(max_length=40, help_text="Menschen, Prozent, Euro, Grad")
    denominator = models.CharField(max_length=120, blank=True, help_text="of whom a share is: Menschen unter 65")
    better = models.CharField(max_length=8, choices=Better, default=Better.NEITHER)
    of_people = models.BooleanField(default=True, help_text="whether it counts people, so that small counts are hidden when published")
    source = models.CharField(max_length=200)
    licence = models.CharField(max_length=60, default="dl-de/by-2-0")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "key"], name="one_indicator_a_key")]
        ordering = ["topic", "name"]

    def __str__(self) -> str:
        """The name."""
        return self.name
