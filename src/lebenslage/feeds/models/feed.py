"""An address of open data, and what is known of it."""

from __future__ import annotations

from django.db import models

from lebenslage.accounts.scope import Scoped
from lebenslage.authorities.models import Authority


class Feed(models.Model):
    """Official open data by address. `digest` is that of the file fetched last; `failed` the key of the sentence why fetching failed."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="feeds")
    title = models.CharField(max_length=120)
    address = models.URLField(max_length=500)
    fetched_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    failed = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()

    objects = Scoped()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "address"], name="one_feed_an_address")]
        ordering = ["title"]

    def __str__(self) -> str:
        """The title."""
        return self.title
