"""Who offers help."""

from __future__ import annotations

import uuid

from django.db import models

from lebenslage.authorities.models import Authority


class Organization(models.Model):
    """An association, an office, a parish. `extra` is its HSDS object as it came, so that nothing of it is lost.

    `keeper` is who keeps its entries true; the address is never shown nor exported.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="organizations")
    uid = models.UUIDField(default=uuid.uuid4)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    email = models.CharField(max_length=254, blank=True)
    website = models.CharField(max_length=400, blank=True)
    keeper = models.EmailField(blank=True, help_text="who keeps the entries true; never shown")
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "uid"], name="one_organization_a_uid")]
        ordering = ["name"]

    def __str__(self) -> str:
        """The name."""
        return self.name
