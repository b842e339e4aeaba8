"""The vault of a resident and everything in it, sealed under the vault's own key."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from lebenslage.accounts.scope import Scoped
from lebenslage.files.models import Blob
from lebenslage.services.models import Version


class Vault(models.Model):
    """What belongs to one resident. It opens by her browser, by code and birth date, or by her account."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="vault")
    code_digest = models.BinaryField(null=True, unique=True, help_text="keyed digest of the code for resuming; the code is shown once")
    failed = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    since = models.DateTimeField()
    last_used = models.DateTimeField()
    kept_hours = models.PositiveIntegerField(null=True, help_text="swept so long after the last use; never while a case refers to it")

    class Meta:
        indexes = [models.Index(fields=["kept_hours", "last_used"], name="vault_sweep")]

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)

    @property
    def expires(self) -> datetime | None:
        """When it is swept unless it is used before; None where she has an account."""
        return None if self.kept_hours is None else self.last_used + timedelta(hours=self.kept_hours)


class FactSource(models.TextChoices):
    """Where a fact comes from."""

    RESIDENT = "resident"
    OFFICE = "office"
    PROOF = "proof"
    REGISTER = "register"


class KnownFact(models.Model):
    """One answer at one place, such as `person-2-geburtsdatum`; an earlier answer stays as history."""

    vault = models.ForeignKey(Vault, on_delete=models.CASCADE, related_name="facts")
    place = models.CharField(max_length=120)
    sealed = models.BinaryField()
    source = models.CharField(max_length=10, choices=FactSource, default=FactSource.RESIDENT)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    objects = Scoped()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vault", "place"], condition=Q(until=None), name="one_current_fact")]

    def __str__(self) -> str:
        """The place."""
        return self.place


class Draft(models.Model):
    """An application on its way, pinned to the version of the service with which it began."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vault = models.ForeignKey(Vault, on_delete=models.CASCADE, related_name="drafts")
    version = models.ForeignKey(Version, on_delete=models.PROTECT)
    begun = models.DateTimeField()
    touched = models.DateTimeField()
    submitted = models.DateTimeField(null=True)

    objects = Scoped()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vault", "version"], condition=Q(submitted=None), name="one_open_draft")]

    def __str__(self) -> str:
        """The identity."""
        return str(self.id)


class Document(models.Model):
    """A proof that a resident brought, of a kind such as `mietvertrag`, for a person where it is a person's. It is a PDF, whatever came.

    It belongs to the application for which it was brought; for another one it is used again only when she says so.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vault = models.ForeignKey(Vault, on_delete=models.CASCADE, related_name="documents")
    blob = models.OneToOneField(Blob, on_delete=models.PROTECT)
    kind = models.CharField(max_length=60)
    row = models.CharField(max_length=24, blank=True, help_text="whose proof it is: person-2")
    draft = models.ForeignKey(Draft, null=True, on_delete=models.SET_NULL, related_name="documents")
    months = models.CharField(max_length=200, blank=True, help_text="which months it shows: 2026-09 2026-10")
    pages = models.PositiveSmallIntegerField(null=True, help_text="empty where it was never counted")
    sealed_name = models.BinaryField(help_text="what the file was called")
    since = models.DateTimeField()
    removed = models.DateTimeField(null=True)

    objects = Scoped()

    def __str__(self) -> str:
        """The kind."""
        return self.kind


class Consent(models.Model):
    """What a resident agreed to, in which words, and until when."""

    vault = models.ForeignKey(Vault, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=40)
    wording = models.CharField(max_length=64, help_text="digest of the sentence that was agreed to")
    given = models.DateTimeField()
    withdrawn = models.DateTimeField(null=True)

    objects = Scoped()

    def __str__(self) -> str:
        """The purpose."""
        return self.purpose
