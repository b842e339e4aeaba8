"""What every table of the room has: the authority that works on it and the vault it belongs to."""

from __future__ import annotations

from django.db import models

from lebenslage.accounts.scope import Scoped
from lebenslage.authorities.models import Authority
from lebenslage.residents.models import Vault


class Owned(models.Model):
    """A row that opens for its authority and for its resident."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    vault = models.ForeignKey(Vault, on_delete=models.PROTECT, related_name="+")

    objects = Scoped()

    class Meta:
        abstract = True
