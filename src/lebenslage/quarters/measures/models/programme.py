"""A programme: measures under one name and with one aim."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority


class Programme(models.Model):
    """What several measures belong to: „Frühe Hilfen“, „Soziale Stadt Nordost“."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="programmes")
    name = models.CharField(max_length=120)
    aim = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "name"], name="one_programme_a_name")]
        ordering = ["name"]

    def __str__(self) -> str:
        """The name."""
        return self.name
