"""The page of the map of streets: which one counts and what is in it; take one away, or bring it back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.rooms import PLAN, READ, planning_frame
from lebenslage.planning.sites.street_page import Page
from lebenslage.quarters.places.models import StreetMap
from lebenslage.quarters.places.streets import actions, queries
from lebenslage.quarters.recording import actor

LATELY = 5


@require_safe
@staff_required(*READ)
def streets(request: StaffRequest) -> HttpResponse:
    """The map that counts, and the others."""
    authority = request.staff.authority
    context = {"page": Page(list(queries.maps(authority)), sentences(DEFAULT)), "removed": queries.removed(authority)[:LATELY]}
    return render(request, "planning/sites/streets.html", {**planning_frame(request), **context})


@require_POST
@staff_required(*PLAN)
def remove(request: StaffRequest, map_id: int) -> HttpResponse:
    """Take a map away, or bring it back."""
    found = get_object_or_404(StreetMap.objects.defer(*queries.HEAVY), authority=request.staff.authority, pk=map_id)
    actions.remove(found, by=actor(request.staff), back="zurueck" in request.POST)
    return redirect("planning:site_streets")
