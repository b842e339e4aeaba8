"""What is public about mutual help in a town: whether it is open, the names of its quarters, who connects neighbours there."""

from __future__ import annotations

from django.db import models

from lebenslage.accounts.scope import Scoped
from lebenslage.authorities.models import Authority, Staff


class Board(models.Model):
    """The notice board of a town. Where `check_first` is set, a post waits until a connector has read it."""

    authority = models.OneToOneField(Authority, on_delete=models.CASCADE, related_name="board")
    check_first = models.BooleanField(default=True)
    since = models.DateTimeField()
    last_number = models.PositiveIntegerField(default=0, help_text="the number given to the last post; people say it on the telephone")

    def __str__(self) -> str:
        """The town."""
        return str(self.authority_id)


class Quarter(models.Model):
    """The name of a quarter under its key. The bridge brings both; of the figures of a quarter nothing is known here."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="neighbourhoods")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "key"], name="one_quarter_a_key")]
        ordering = ["name"]

    def __str__(self) -> str:
        """The name."""
        return self.name


class Connector(models.Model):
    """Somebody of the town who is trained to connect the neighbours of some quarters. What stands here is printed on notice boards."""

    staff = models.OneToOneField(Staff, on_delete=models.CASCADE, related_name="connector")
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="connectors")
    areas = models.JSONField(default=list, help_text="keys of quarters")
    place = models.CharField(max_length=120, help_text="where she is met: Quartiersbüro, Lindenplatz 3")
    hours = models.CharField(max_length=120, help_text="when: dienstags 10 bis 12 Uhr")
    phone = models.CharField(max_length=40)
    trained_on = models.DateField()

    def __str__(self) -> str:
        """The place."""
        return self.place


class Tally(models.Model):
    """How many posts and helps a month had in a quarter: numbers that outlive the posts, which are deleted for good."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    area = models.CharField(max_length=40)
    month = models.DateField()
    posts = models.PositiveIntegerField(default=0)
    helps = models.PositiveIntegerField(default=0)

    objects = Scoped()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "area", "month"], name="one_tally_a_month")]

    def __str__(self) -> str:
        """Quarter and month."""
        return f"{self.area} {self.month:%Y-%m}"
