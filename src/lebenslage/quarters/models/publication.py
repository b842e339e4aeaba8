"""What was published of a month: a value that is published once is never published otherwise."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from lebenslage.authorities.models import Authority
from lebenslage.quarters.models.area import Area


class Quality(models.TextChoices):
    """What a value is. Suppressed, missing and uncertain are three different things, and none of them is zero."""

    EXACT = "exact"
    SUPPRESSED = "suppressed"
    MISSING = "missing"
    UNCERTAIN = "uncertain"


class Publication(models.Model):
    """One publication of an indicator for a month: the ledger against which the next one is checked."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="publications")
    indicator = models.CharField(max_length=60)
    month = models.DateField()
    part_of = models.CharField(max_length=60, blank=True, help_text="the indicator out of which this one is counted")
    minimum = models.PositiveSmallIntegerField(help_text="smallest count that is shown")
    at = models.DateTimeField()
    source = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "indicator", "month"], name="published_once_a_month")]

    def __str__(self) -> str:
        """Indicator and month."""
        return f"{self.indicator} {self.month:%Y-%m}"


class Value(models.Model):
    """One published value; no area means the whole town."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="values")
    area = models.ForeignKey(Area, null=True, on_delete=models.PROTECT, related_name="values")
    quality = models.CharField(max_length=12, choices=Quality)
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["publication", "area"], name="one_value_an_area"),
            models.UniqueConstraint(fields=["publication"], condition=Q(area=None), name="one_value_a_town"),
            models.CheckConstraint(
                condition=Q(quality="suppressed", value=None) | ~Q(quality="suppressed"), name="suppressed_has_no_value"
            ),
        ]

    def __str__(self) -> str:
        """The quality."""
        return self.quality
