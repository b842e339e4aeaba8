"""What every page of this room shows: its own ways, and how many things wait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.http import HttpRequest

from lebenslage.authorities.models import Authority, Role, Staff
from lebenslage.journal.actions import Actor
from lebenslage.journal.clock import today
from lebenslage.offers import queries
from lebenslage.planning.rooms import TAKE_PART, planning_frame
from lebenslage.quarters.models import Area

WAYS: Final = ("list", "upkeep", "gaps", "boards", "import")


def offers_frame(request: HttpRequest, at: str) -> dict[str, Any]:
    """The context of `planning/offers/page.html`."""
    staff: Staff = request.staff  # type: ignore[attr-defined]
    waiting = queries.waiting(staff.authority).count() + queries.stale(staff.authority, today()).count()
    takes_part = Role(staff.role) in TAKE_PART
    ways = [(way, f"planning:offers_{way}") for way in WAYS if takes_part or way in ("list", "gaps", "boards")]
    return {**planning_frame(request), "ways": ways, "at": at, "waiting": waiting, "takes_part": takes_part}


def actor(staff: Staff) -> Actor:
    """The member of staff as the journal knows her."""
    return Actor(staff.user_id, staff.role)


def quarters(authority: Authority) -> Sequence[tuple[str, str]]:
    """The quarters of a town: key and name."""
    return list(Area.objects.filter(authority=authority).order_by("name").values_list("key", "name"))


def names(authority: Authority) -> Mapping[str, str]:
    """The names of the quarters by key."""
    return dict(quarters(authority))
