"""What lies together on the map."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.map.asked import usual
from lebenslage.planning.map.several.overlaid import found_for
from lebenslage.planning.map.several.pictures import pictured
from lebenslage.planning.map.several.views import overlaid
from lebenslage.planning.map.spots.page import SpotsPage, page_of
from lebenslage.planning.rooms import READ, planning_frame


@require_safe
@staff_required(*READ)
def spots(request: StaffRequest) -> HttpResponse:
    page = _page(request)
    if page.shown is None:
        return render(request, "planning/map/several/spots.html", {**planning_frame(request), "page": page, "asked": page.asked})
    return overlaid(request, page.shown, "spots", page=page)


@require_safe
@staff_required(*READ)
def grid(request: StaffRequest) -> HttpResponse:
    shown = _page(request).shown
    if shown is None:
        raise Http404
    return pictured(shown)


def _page(request: StaffRequest) -> SpotsPage:
    """The indicator and the day of the address. Raises Http404 where the town has no such figures."""
    found, choice = found_for(request)
    key = choice.merkmal or usual(found.catalogue).key
    filled = found.having([key])
    column = filled.at(key, choice.tag)
    if column is None:
        raise Http404
    return page_of(filled, choice, column, sentences(DEFAULT))
