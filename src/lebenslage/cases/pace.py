"""How long it takes: days from a complete application to the notice, over the decided cases of an authority."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.utils import timezone

from lebenslage.cases.models import Notice, Pace

FEWEST: Final = 10
MOST_LOOKED_AT: Final = 500


@dataclass(frozen=True, slots=True)
class Expected:
    """Half of the cases were decided within `median` days, nine of ten within `most`."""

    median: int
    most: int


def expected(authority: UUID, service: str) -> Expected | None:
    """What to expect; None below ten decided cases."""
    pace = Pace.objects.filter(authority_id=authority, service=service, cases__gte=FEWEST).first()
    return Expected(pace.median, pace.most) if pace is not None else None


def measure(authority: UUID, service: str) -> None:
    """Count again, in the name of the authority: the newest decided cases."""
    notices = Notice.objects.filter(authority_id=authority, case__version__service=service, case__complete__isnull=False)
    pairs = notices.order_by("-issued").values_list("case__complete", "issued")[:MOST_LOOKED_AT]
    days = sorted(max(0, (timezone.localdate(issued) - timezone.localdate(complete)).days) for complete, issued in pairs)
    if days:
        figures = {"cases": len(days), "median": within(days, 50), "most": within(days, 90)}
        Pace.objects.update_or_create(authority_id=authority, service=service, defaults=figures)


def within(days: Sequence[int], percent: int) -> int:
    """The number of days within which so many of the cases were decided; `days` in rising order."""
    return days[-(-len(days) * percent // 100) - 1]
