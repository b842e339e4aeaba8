"""What pages of other rooms may show of this one: the way to the quarters of a connector."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from lebenslage.neighbours.looking_after import connector_of


def connecting(request: HttpRequest) -> dict[str, Any]:
    """`connects` says whether a member of staff connects neighbours; a page that does not ask it does not ask the database either."""
    staff = getattr(request, "staff", None)
    return {"connects": lambda: staff is not None and connector_of(staff) is not None}
