"""What stands on the pages of the exchange."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from lebenslage.authorities.access import StaffRequest
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.quarters import catalogue
from lebenslage.quarters.exchange import queries
from lebenslage.quarters.exchange.contents import LICENCE, Block, Recipe
from lebenslage.quarters.exchange.files import item_of
from lebenslage.quarters.exchange.models import Kind, Shared
from lebenslage.quarters.exchange.passages import passage_of
from lebenslage.quarters.reports.queries import newest_draft

ROOM = "planning_exchange"


def overview(request: StaffRequest) -> dict[str, Any]:
    """What all towns share, as far as it fits what is looked for. Two queries."""
    authority, kind, words = request.staff.authority, request.GET.get("art", ""), request.GET.get("suche", "").strip()
    kind = kind if kind in Kind.values else ""
    found = queries.shared(authority, kind=kind, words=words)
    return {
        "found": found,
        "kinds": Kind.values,
        "kind": kind,
        "words": words,
        "taken": queries.taken(authority),
        "asked": request.GET.urlencode(),
    }


def one(request: StaffRequest, found: Shared) -> dict[str, Any]:
    """Something shared, with what there is to do with it here."""
    content, authority = item_of(found).content, request.staff.authority
    context: dict[str, Any] = {"it": found, "content": content, "licence": LICENCE, "own": found.authority_id == authority.id}
    if isinstance(content, Recipe):
        known = set(catalogue.indicators(authority).values_list("key", flat=True))
        context["ingredients"] = [(one, one.id in known) for one in content.ingredients.indicators]
        context["builder"] = f"{reverse('planning:map_index')}?{content.in_the_builder}"
    if isinstance(content, Block):
        copy = queries.taken(authority).filter(shared=found).first()
        context |= {"passage": passage_of(copy) if copy else None, "draft": newest_draft(authority)}
    return {**context, "remarks": queries.remarks(authority, f"austausch:{found.pk}")}


def provenance(found: Shared) -> str:
    """Where a copy comes from, in words."""
    return sentences(DEFAULT)(ROOM, "provenance", town=found.town, year=found.on.year)
