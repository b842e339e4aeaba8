"""A town's map of streets."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority
from lebenslage.quarters.places.models.scenario import State


class StreetMap(models.Model):
    """An edition of the streets on which ways are counted; the one of the latest day counts.

    `content` is the file as it came, `nodes` the second table of one that is a table; both are emptied once the file is read. `packed` are
    the streets in the town and around it, `told` what the file says of them, `problem` the sentence of why it cannot be used.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="street_maps")
    title = models.CharField(max_length=120)
    source = models.CharField(max_length=200)
    licence = models.CharField(max_length=60)
    on = models.DateField(help_text="the day for which the map is right")
    content = models.BinaryField()
    nodes = models.BinaryField(default=bytes)
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    packed = models.BinaryField(default=bytes)
    told = models.JSONField(default=dict)
    problem = models.TextField(blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-on", "-at", "-pk"]

    def __str__(self) -> str:
        """The name of the file."""
        return self.title
