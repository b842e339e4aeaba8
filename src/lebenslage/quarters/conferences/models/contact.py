"""The address book: who speaks for an office or an association. Never a resident."""

from __future__ import annotations

from django.db import models

from lebenslage.accounts.scope import Scoped
from lebenslage.authorities.models import Authority


class Side(models.TextChoices):
    """For whom somebody comes."""

    DEPARTMENT = "department"
    WELFARE = "welfare"
    POLITICS = "politics"
    OTHER = "other"


class Contact(models.Model):
    """Somebody who is invited because of her function. Put away, she is offered no longer; minutes keep her."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="contacts")
    side = models.CharField(max_length=10, choices=Side, default=Side.DEPARTMENT)
    organisation = models.CharField(max_length=120)
    function = models.CharField(max_length=120)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    active = models.BooleanField(default=True)

    objects = Scoped()

    class Meta:
        ordering = ["side", "organisation", "function", "pk"]

    def __str__(self) -> str:
        """Function and organisation, as it may be read by everybody."""
        return f"{self.function}, {self.organisation}"

    @property
    def in_full(self) -> str:
        """With the name, for colleagues."""
        return f"{self.name} ({self})" if self.name else str(self)
