"""A set of areas in one edition of its boundaries: the quarters of 2026, the blocks of 2024."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority


class Edition(models.Model):
    """Areas of an authority with keys, names and outlines; everything about an area stands at its place in `keys`.

    `outlines` is one WKB geometry collection in `crs`, compressed with zlib, one part an area; empty where only keys are known.
    `drawn` holds what a page draws without computing (planning/map): a path of SVG an area, the frame, the middles.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="editions")
    level = models.CharField(max_length=60, default="quartiere", help_text="what kind of areas: quartiere, planungsraeume, raster")
    title = models.CharField(max_length=120)
    valid_from = models.DateField()
    keys = models.JSONField(default=list)
    names = models.JSONField(default=list)
    crs = models.CharField(max_length=20, default="EPSG:25832")
    outlines = models.BinaryField(blank=True, default=b"")
    drawn = models.JSONField(default=dict, blank=True)
    source = models.CharField(max_length=200)
    licence = models.CharField(max_length=60, default="dl-de/by-2-0")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "level", "valid_from"], name="one_edition_a_day")]
        ordering = ["level", "-valid_from"]

    def __str__(self) -> str:
        """The title."""
        return self.title
