"""Keeping entries true: what was changed by whom, and the links by which owners come."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority
from lebenslage.offers.models.organization import Organization
from lebenslage.offers.models.service import Service


class ChangeState(models.TextChoices):
    """Whether a change counts already. Words wait for the planner; hours, prices and numbers count at once."""

    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"


class Change(models.Model):
    """One field of an entry as an owner changed it: the history of what everybody reads."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="changes")
    field = models.CharField(max_length=20)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=ChangeState)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        """Field and state."""
        return f"{self.field} {self.state}"


class Invitation(models.Model):
    """A link for an organisation to its entries. Only the SHA-256 of its token is kept; it waits for the mail while `digest` is empty."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="offer_invitations")
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="invitations")
    reminder = models.BooleanField(default=False)
    digest = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["digest"], condition=~models.Q(digest=""), name="one_link_a_token")]
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        """The organisation."""
        return str(self.organization_id)
