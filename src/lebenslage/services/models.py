"""A service in versions. A version never changes; a submission stays with the version it began with."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority


class Version(models.Model):
    """A published version: the checked content of `service.yaml`, with its digest."""

    service = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    published = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "number"], name="one_number_a_service"),
            models.UniqueConstraint(fields=["service", "digest"], name="published_once"),
        ]

    def __str__(self) -> str:
        """Service and number."""
        return f"{self.service} {self.number}"


class Offered(models.Model):
    """A service that an authority offers, with its local figures in named slots."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="offered")
    service = models.CharField(max_length=40)
    slots = models.JSONField(default=dict)
    since = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "service"], name="offered_once")]

    def __str__(self) -> str:
        """Authority and service."""
        return f"{self.authority_id} {self.service}"
