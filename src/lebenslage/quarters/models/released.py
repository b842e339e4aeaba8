"""What everybody may read: figures as they were published, small counts hidden. A column is released once and never otherwise."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority
from lebenslage.quarters.models.edition import Edition
from lebenslage.quarters.models.indicator import Indicator


class Released(models.Model):
    """A published column. `numbers` is null where a value is hidden or missing; `town` is the figure of the whole town, where shown.

    This is the ledger: the next column is checked against all that stand here. Only `quarters.releasing` writes it.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="released")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="released")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="released")
    on = models.DateField()
    numbers = models.JSONField()
    qualities = models.TextField()
    bases = models.JSONField(null=True)
    town = models.FloatField(null=True)
    minimum = models.PositiveSmallIntegerField(help_text="smallest count that is shown; 0 where nobody is counted")
    source = models.CharField(max_length=200)
    licence = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["indicator", "edition", "on"], name="released_once")]
        ordering = ["on"]

    def __str__(self) -> str:
        """Indicator and day."""
        return f"{self.indicator_id} {self.on}"
