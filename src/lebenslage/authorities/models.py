"""Tenants: the authorities, who works there, what they are responsible for, and which street lies in which area."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models


class AuthorityKind(models.TextChoices):
    """What an authority is."""

    GEMEINDE = "gemeinde"
    KREIS = "kreis"
    JOBCENTER = "jobcenter"
    OCMW = "ocmw"


class Channel(models.TextChoices):
    """How applications reach an authority: on this platform, or as a sealed PDF by post."""

    PLATFORM = "platform"
    PRINT = "print"


class Authority(models.Model):
    """A tenant. What stands here is public: it is printed on letters."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=AuthorityKind, default=AuthorityKind.GEMEINDE)
    country = models.CharField(max_length=2, default="DE")
    key = models.CharField(max_length=12, help_text="official key of the municipality or Kreis")
    name = models.CharField(max_length=120, help_text="as on a letterhead: Stadt Musterstadt")
    office = models.CharField(max_length=120, help_text="the part that decides: Wohngeldstelle")
    street = models.CharField(max_length=120)
    postcode = models.CharField(max_length=10)
    town = models.CharField(max_length=80)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    hours = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=12, choices=Channel, default=Channel.PRINT)
    connected_since = models.DateField(null=True)
    mietenstufe = models.PositiveSmallIntegerField(null=True, help_text="rent level of a town that is in no register: an invented one")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country", "key", "kind"], name="one_authority_a_key")]

    def __str__(self) -> str:
        """The name."""
        return self.name

    @property
    def connected(self) -> bool:
        """Whether applications are worked on here."""
        return self.channel == Channel.PLATFORM


class Role(models.TextChoices):
    """What somebody may do in an authority. An approver may do what a caseworker may.

    A planner brings figures, computes and publishes; a department keeps its measures, conferences and offers; a reader looks and remarks.
    """

    CASEWORKER = "caseworker"
    APPROVER = "approver"
    PLANNER = "planner"
    DEPARTMENT = "department"
    READER = "reader"
    ADMINISTRATOR = "administrator"


class Staff(models.Model):
    """Somebody who works in an authority, as she signs letters."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="staff")
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="staff")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=16, choices=Role)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    room = models.CharField(max_length=40, blank=True)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        """The name."""
        return self.name


class Responsibility(models.Model):
    """Which authority decides on a service for people in a municipality."""

    service = models.CharField(max_length=40)
    country = models.CharField(max_length=2, default="DE")
    municipality = models.CharField(max_length=12)
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="responsibilities")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "country", "municipality"], name="one_authority_a_service")]

    def __str__(self) -> str:
        """Service and municipality."""
        return f"{self.service} {self.municipality}"


class StreetArea(models.Model):
    """Which quarter a street, or a range of its numbers, belongs to. The key means nothing to the rights wing."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="streets")
    street = models.CharField(max_length=120, help_text="folded for comparison")
    first = models.PositiveIntegerField(default=1)
    last = models.PositiveIntegerField(default=9999)
    area = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["authority", "street"], name="street_area")]

    def __str__(self) -> str:
        """Street and numbers."""
        return f"{self.street} {self.first}-{self.last}"
