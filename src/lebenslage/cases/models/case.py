"""The case itself, its number, its chain of custody, and the words by which the desk finds it."""

from __future__ import annotations

import uuid

from django.db import models

from lebenslage.authorities.models import Authority, Staff
from lebenslage.cases.models.owned import Owned
from lebenslage.cases.states import State
from lebenslage.contact.models import Thread
from lebenslage.residents.models import Draft
from lebenslage.services.models import Version


class Case(Owned):
    """One application at one authority. `revision` grows with every change, so that two people at once notice each other."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=24)
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="case", help_text="submitted once; forwarding keeps it")
    thread = models.OneToOneField(Thread, on_delete=models.PROTECT, related_name="case")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=16, choices=State, default=State.SUBMITTED)
    formless = models.BooleanField(default=False, help_text="applied for without a form; the form has not come yet")
    former = models.UUIDField(null=True, help_text="the case from which it was forwarded, at another authority")
    worker = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.SET_NULL, related_name="cases")
    submitted = models.DateTimeField()
    received = models.DateTimeField(null=True)
    closed = models.DateTimeField(null=True)
    complete = models.DateTimeField(null=True, help_text="since when nothing is missing: the clock of the expected time")
    due = models.DateField(null=True, help_text="by when the office wants to decide; moves while it waits for the resident")
    waiting_since = models.DateTimeField(null=True)
    area = models.CharField(max_length=40, blank=True, help_text="opaque key of the quarter, for suppressed counts alone")
    sealed_name = models.BinaryField(help_text="name of the applicant, for lists")
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "number"], name="one_case_a_number"),
            models.UniqueConstraint(fields=["draft"], condition=models.Q(former=None), name="a_draft_is_submitted_once"),
            models.UniqueConstraint(fields=["former"], name="a_case_goes_on_once"),
        ]
        indexes = [
            # All that the work list filters and sorts by: the database need not look at the cases themselves.
            models.Index(
                fields=["authority", "state", "due", "submitted", "id", "vault", "worker", "waiting_since"],
                name="case_board",
            ),
            models.Index(fields=["vault"], name="case_vault"),
            models.Index(fields=["worker", "state"], name="case_worker"),
        ]

    def __str__(self) -> str:
        """The number."""
        return self.number


class Counter(models.Model):
    """The last number given out by an authority for a service in a year."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE)
    service = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "service", "year"], name="one_counter")]

    def __str__(self) -> str:
        """Year and last number."""
        return f"{self.service} {self.year} {self.last}"


class Pace(models.Model):
    """How many days an authority takes from a complete application to the notice: figures of all its cases, of no single one."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE)
    service = models.CharField(max_length=40)
    cases = models.PositiveIntegerField()
    median = models.PositiveIntegerField(help_text="days within which half of the cases were decided")
    most = models.PositiveIntegerField(help_text="days within which nine of ten were")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "service"], name="one_pace")]

    def __str__(self) -> str:
        """The service and its figures."""
        return f"{self.service} {self.median} {self.most}"


class CustodyStep(models.TextChoices):
    """Where an application is on its way into the office."""

    STORED = "stored"
    FORWARDED = "forwarded"
    DELIVERED = "delivered"
    FETCHED = "fetched"
    ACCEPTED = "accepted"


class Custody(Owned):
    """One link of the chain: that something arrived, and when. Resident and desk see the same."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="custody")
    step = models.CharField(max_length=10, choices=CustodyStep)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "step"], name="one_link_a_step")]
        ordering = ["at", "id"]

    def __str__(self) -> str:
        """The step."""
        return self.step


class SearchToken(Owned):
    """A keyed digest of the beginning of a name: the desk finds a name that the database cannot read."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tokens")
    token = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["authority", "token"], name="case_search")]

    def __str__(self) -> str:
        """The case."""
        return str(self.case_id)
