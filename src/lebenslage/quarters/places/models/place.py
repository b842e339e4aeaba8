"""A place that helps, or could: a fountain, a library, a day-care centre; it stands, or it is a candidate."""

from __future__ import annotations

from django.db import models

from lebenslage.authorities.models import Authority


class Kind(models.TextChoices):
    """What a place is."""

    FOUNTAIN = "fountain"
    LIBRARY = "library"
    CHURCH = "church"
    PARK = "park"
    POOL = "pool"
    COMMUNITY = "community"
    CARE = "care"
    DAY_CARE = "day_care"
    DAYCARE = "daycare"
    SCHOOL = "school"
    DOCTOR = "doctor"
    PHARMACY = "pharmacy"
    YOUTH = "youth"
    SPORTS = "sports"
    OFFICE = "office"
    ADVICE = "advice"
    CONTACT = "contact"
    OTHER = "other"


class Access(models.TextChoices):
    """Whether a wheelchair gets in. Unknown is not no."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class PlaceFile(models.Model):
    """A list of places as it came, and how its columns are understood (`how`); kept once somebody has seen the preview."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="place_files")
    title = models.CharField(max_length=200)
    text = models.TextField()
    how = models.JSONField(default=dict)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        """The name of the file."""
        return self.title


class Place(models.Model):
    """A place. `x` and `y` are metres in the system of the town's quarters; `price` is what it costs to equip a candidate, in euros.

    `suits` is what a candidate may become; empty where it may become anything. Removed places stay for a while, so that they can be
    brought back.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="places")
    kind = models.CharField(max_length=12, choices=Kind)
    candidate = models.BooleanField(default=False)
    suits = models.CharField(max_length=12, choices=Kind, blank=True)
    name = models.CharField(max_length=160)
    address = models.CharField(max_length=200, blank=True)
    x = models.FloatField()
    y = models.FloatField()
    barrier_free = models.CharField(max_length=8, choices=Access, default=Access.UNKNOWN)
    hours = models.CharField(max_length=300, blank=True)
    price = models.PositiveIntegerField(null=True)
    capacity = models.PositiveIntegerField(null=True)
    serves = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=200)
    on = models.DateField(help_text="the day for which this is known")
    file = models.ForeignKey(PlaceFile, null=True, on_delete=models.SET_NULL, related_name="places")
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["authority", "kind"], name="places_by_kind")]

    def __str__(self) -> str:
        """The name."""
        return self.name

    @property
    def price_in_words(self) -> str:
        """The price with a point between thousands; empty where none is known."""
        return "" if self.price is None else f"{self.price:,} €".replace(",", ".")
