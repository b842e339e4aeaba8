"""Reading remarks, and what towns share."""

from __future__ import annotations

from django.db.models import QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.quarters.exchange.models import Remark


def remarks(authority: Authority, about: str) -> QuerySet[Remark]:
    """What colleagues remarked on something, the oldest first."""
    found: QuerySet[Remark] = Remark.objects.filter(authority=authority, about=about)
    return found
