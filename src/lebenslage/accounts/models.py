"""The user model: an identity to sign in with, and nothing else. Names live in `authorities` (staff) and `residents`."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Kind(models.TextChoices):
    """Who signs in: somebody who lives here, or somebody who works here."""

    RESIDENT = "resident"
    STAFF = "staff"


class Users(BaseUserManager["User"]):
    """Makes users."""

    def create_user(self, email: str, password: str | None = None, *, kind: str = Kind.RESIDENT, **more: Any) -> User:
        """A user who signs in with this address; without a password only a passkey opens."""
        user = self.model(email=self.normalize_email(email).lower(), kind=kind, **more)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who signs in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.RESIDENT)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    since = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Users] = Users()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        """The identity alone: an address is nothing for a log."""
        return str(self.id)

    @property
    def is_staff_member(self) -> bool:
        """Whether this is somebody who works in an authority."""
        return self.kind == Kind.STAFF


class Remembered(models.Model):
    """What every process must know for some minutes: tries that are counted, codes that are used. The table of Django's cache."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "accounts_remembered"

    def __str__(self) -> str:
        """The key, which is a digest."""
        return self.cache_key
