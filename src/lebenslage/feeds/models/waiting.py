"""A file between being brought and being accepted."""

from __future__ import annotations

from django.db import models

from lebenslage.accounts.scope import Scoped
from lebenslage.authorities.models import Authority
from lebenslage.feeds.models.feed import Feed


class Waiting(models.Model):
    """The file as it came, and how a planner said it is to be understood so far (`how`). Not figures yet: nothing reads it but its page."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="waiting_files")
    feed = models.ForeignKey(Feed, null=True, on_delete=models.CASCADE, related_name="waiting")
    name = models.CharField(max_length=120)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    how = models.JSONField(default=dict, blank=True)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    objects = Scoped()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        """The name of the file."""
        return self.name
