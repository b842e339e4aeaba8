"""The money of a measure: by year and by who gives it."""

from __future__ import annotations

from django.db import models

from lebenslage.quarters.measures.models.measure import Measure


class Source(models.TextChoices):
    """Who gives the money."""

    TOWN = "town"
    LAND = "land"
    BUND = "bund"
    EU = "eu"
    FOUNDATION = "foundation"


class Money(models.Model):
    """An amount of a year, in cents. Without a figure it is unknown, which is not zero.

    `area` is the key of the one quarter that it goes to; without one it goes to all areas of the measure, or to the whole town.
    """

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="money")
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=10, choices=Source, default=Source.TOWN)
    area = models.CharField(max_length=40, blank=True)
    planned = models.PositiveBigIntegerField(null=True, blank=True)
    spent = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["measure", "year", "source", "area"], name="one_amount_a_year_source_and_area")]
        ordering = ["-year", "source", "area"]

    def __str__(self) -> str:
        """Year and source."""
        return f"{self.year} {self.source}"
