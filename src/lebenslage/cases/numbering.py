"""Numbers of cases: one row of numbers for each authority, service and year, without gaps."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from lebenslage.cases.models import Counter
from lebenslage.services.models import Version
from lebenslage.services.queries import definition


def next_number(authority: UUID, version: Version, year: int) -> str:
    """The next number, such as WG-2026-00001. Call it in the transaction of the case: a rollback gives the number back."""
    row: dict[str, Any] = {"authority_id": authority, "service": version.service, "year": year}
    Counter.objects.get_or_create(**row)
    counter = Counter.objects.select_for_update().get(**row)
    counter.last += 1
    counter.save(update_fields=["last"])
    return f"{definition(version).number_prefix}-{year}-{counter.last:05d}"
