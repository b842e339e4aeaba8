"""The quarters of a town, as addresses lead to them."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority


class Area(models.Model):
    """A quarter of a town, under the key that an address leads to."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="areas")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    residents = models.PositiveIntegerField(null=True)
    residents_on = models.DateField(null=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "key"], name="one_area_a_key")]
        ordering = ["name"]

    def __str__(self) -> str:
        """The name."""
        return self.name
