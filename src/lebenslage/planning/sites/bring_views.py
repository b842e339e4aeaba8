"""Bringing a map of streets. Needs the analysis packages."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.rooms import PLAN, planning_frame
from lebenslage.planning.sites.street_forms import StreetsForm
from lebenslage.planning.sites.tasks import read_map
from lebenslage.quarters import catalogue
from lebenslage.quarters.places.streets import actions
from lebenslage.quarters.recording import actor

UNFIT = 422


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def bring(request: StaffRequest) -> HttpResponse:
    """Bring a map; it is read in the background."""
    authority = request.staff.authority
    if not catalogue.editions(authority).filter(level=catalogue.LEVEL).exists():
        return render(request, "planning/sites/no_quarters.html", planning_frame(request))
    form = StreetsForm(request.POST or None, request.FILES or None, say=sentences(DEFAULT))
    if form.is_bound and form.is_valid():
        licence = form.cleaned_data["licence"]
        made = actions.bring(authority, form.map, form.known, licence, by=actor(request.staff), by_name=request.staff.name)
        read_map.enqueue(made.pk, authority=str(authority.id))
        return redirect("planning:site_streets")
    context = {"form": form, "problems": form.problems if form.is_bound else []}
    return render(
        request, "planning/sites/bring_streets.html", {**planning_frame(request), **context}, status=UNFIT if form.errors else 200
    )
