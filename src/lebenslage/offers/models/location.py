"""Where help is found."""

from __future__ import annotations

import uuid

from django.db import models

from lebenslage.authorities.models import Authority
from lebenslage.offers.models.organization import Organization


class Location(models.Model):
    """A house with its address and, where known, its coordinates and the opaque key of its area.

    `access` is an accessibility object of A11yJSON: what does not stand there is unknown, not absent.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="locations")
    organization = models.ForeignKey(Organization, null=True, on_delete=models.SET_NULL, related_name="locations")
    uid = models.UUIDField(default=uuid.uuid4)
    name = models.CharField(max_length=200, blank=True)
    street = models.CharField(max_length=160, blank=True, help_text="with house number")
    postcode = models.CharField(max_length=10, blank=True)
    town = models.CharField(max_length=80, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    area = models.CharField(max_length=40, blank=True)
    access = models.JSONField(default=dict, blank=True)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "uid"], name="one_location_a_uid")]
        ordering = ["name", "street"]

    def __str__(self) -> str:
        """The name, or else the street."""
        return self.name or self.street
