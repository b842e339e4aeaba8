"""What is offered, at which places, when, and what it costs."""

from __future__ import annotations

import uuid

from django.db import models

from lebenslage.authorities.models import Authority
from lebenslage.offers.models.location import Location
from lebenslage.offers.models.organization import Organization


class State(models.TextChoices):
    """Who may read an entry."""

    DRAFT = "draft"
    PUBLIC = "public"


class Status(models.TextChoices):
    """Whether the offer runs, in the words of HSDS."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


class Service(models.Model):
    """One offer. Name and description are German; `translations` has them by language: {"en": {"name": ..., "description": ...}}.

    `languages` are codes in which people are helped; `areas` the opaque keys of the areas it is for, none meaning the whole town.
    `found` is everything a search looks at, folded. `extra` is the HSDS object as it came.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="services")
    organization = models.ForeignKey(Organization, null=True, on_delete=models.PROTECT, related_name="services")
    uid = models.UUIDField(default=uuid.uuid4)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    translations = models.JSONField(default=dict, blank=True)
    topic = models.CharField(max_length=20, blank=True)
    audience = models.CharField(max_length=200, blank=True)
    eligibility = models.TextField(blank=True)
    application = models.TextField(blank=True, help_text="how to get help: just come, call first")
    fees = models.TextField(blank=True)
    url = models.CharField(max_length=400, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    email = models.CharField(max_length=254, blank=True)
    languages = models.JSONField(default=list, blank=True)
    areas = models.JSONField(default=list, blank=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.ACTIVE)
    verified_on = models.DateField(null=True)
    changed_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    found = models.TextField(blank=True)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "uid"], name="one_service_a_uid")]
        indexes = [models.Index(fields=["authority", "state", "topic"], name="services_of_a_town")]
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        """The name."""
        return self.name


class Site(models.Model):
    """A service at a location."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="sites")
    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="sites")
    uid = models.UUIDField(default=uuid.uuid4)
    number = models.PositiveSmallIntegerField(default=0)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["number", "pk"]

    def __str__(self) -> str:
        """The identity."""
        return str(self.uid)


class Schedule(models.Model):
    """A rule of opening: some weekdays from an hour to another, between two days. `closed` takes hours away, for a holiday.

    `days` is as in iCal: "MO,WE" each week, "2TU" the second Tuesday of a month; empty where the rule is not one we can compute with,
    whose `words` are then shown.
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="schedules")
    site = models.ForeignKey(Site, null=True, on_delete=models.CASCADE, related_name="schedules")
    uid = models.UUIDField(default=uuid.uuid4)
    number = models.PositiveSmallIntegerField(default=0)
    days = models.CharField(max_length=60, blank=True)
    opens = models.TimeField(null=True)
    closes = models.TimeField(null=True)
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    closed = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["number", "pk"]

    def __str__(self) -> str:
        """Days and hours."""
        return f"{self.days} {self.opens}-{self.closes}"


class Price(models.Model):
    """What something costs; an amount is in cents, 0 is free, none is told in words."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="prices")
    uid = models.UUIDField(default=uuid.uuid4)
    number = models.PositiveSmallIntegerField(default=0)
    what = models.CharField(max_length=200, blank=True)
    cents = models.PositiveIntegerField(null=True)
    words = models.TextField(blank=True)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["number", "pk"]

    def __str__(self) -> str:
        """What for."""
        return self.what
