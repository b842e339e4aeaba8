"""A remark of a colleague on something: a report, a quarter, a measure, a conference."""

from __future__ import annotations

from django.db import models

from lebenslage.accounts.scope import Scoped
from lebenslage.authorities.models import Authority

LONGEST_TEXT = 2000


class Remark(models.Model):
    """A remark. `about` is a short key such as `bericht:5`, `gebiet:03`, `massnahme:12`. Never about a resident."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="remarks")
    about = models.CharField(max_length=60)
    text = models.TextField(max_length=LONGEST_TEXT)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by_name = models.CharField(max_length=120, blank=True)

    objects = Scoped()

    class Meta:
        indexes = [models.Index(fields=["authority", "about"], name="remarks_about")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done_at=None, done_by_name="") | (models.Q(done_at__isnull=False) & ~models.Q(done_by_name="")),
                name="done_has_a_name",
            )
        ]
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        """What it is about, and who wrote it."""
        return f"{self.about} {self.by_name}"
