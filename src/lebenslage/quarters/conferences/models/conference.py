"""A conference with its invitations and its agenda."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from lebenslage.authorities.models import Authority
from lebenslage.quarters.conferences.models.contact import Contact


class State(models.TextChoices):
    """How far a conference is. What is approved is not written any more."""

    PLANNED = "planned"
    HELD = "held"
    APPROVED = "approved"
    PUBLISHED = "published"


class Conference(models.Model):
    """A Sozialraumkonferenz. `areas` are keys of the edition, none means the whole town.

    `public` is what everybody may read, kept as it was confirmed: later changes do not reach it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="conferences")
    title = models.CharField(max_length=160)
    areas = models.JSONField(default=list, blank=True)
    on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    barrier_free = models.BooleanField(default=False)
    online = models.URLField(blank=True)
    letter = models.TextField(blank=True, help_text="own words of the invitation")
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    approved_by = models.CharField(max_length=120, blank=True)
    public: models.JSONField[Any] = models.JSONField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-starts"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="published", public__isnull=False, published_at__isnull=False)
                | (~Q(state="published") & Q(public__isnull=True, published_at=None)),
                name="public_when_published",
            )
        ]

    def __str__(self) -> str:
        """The title."""
        return self.title

    @property
    def open(self) -> bool:
        """Whether agenda, notes and decisions may still be written."""
        return self.state in (State.PLANNED, State.HELD)


class Invitation(models.Model):
    """Somebody who was asked; whether she came is unknown until it is said."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="invitations")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="invitations")
    came = models.BooleanField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "contact"], name="asked_once")]
        ordering = ["contact__side", "contact__organisation", "pk"]

    def __str__(self) -> str:
        """Who."""
        return str(self.contact_id)


class Item(models.Model):
    """A point of the agenda with the notes on it. `version` grows with each writing, so that nobody overwrites another's words."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="items")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    minutes = models.PositiveSmallIntegerField(default=10)
    notes = models.TextField(blank=True)
    public = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)
    written_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        """The title."""
        return self.title
