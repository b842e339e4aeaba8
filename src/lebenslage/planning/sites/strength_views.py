"""Strengths and perspectives of the quarters."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.rooms import READ, planning_frame
from lebenslage.planning.sites.strength_page import Page
from lebenslage.planning.sites.strengths import strengths_of
from lebenslage.planning.sites.tables import csv_file
from lebenslage.quarters.places.poverty import poverty_choices


@require_safe
@staff_required(*READ)
def strengths(request: StaffRequest) -> HttpResponse:
    """What each quarter has beside what it lacks."""
    found = strengths_of(request.staff.authority, poverty=request.GET.get("armut", ""))
    if found is None:
        return render(request, "planning/sites/no_quarters.html", planning_frame(request))
    context = {"page": Page(found, sentences(DEFAULT)), "poverties": poverty_choices(found.base), "found": found}
    return render(request, "planning/sites/strengths.html", {**planning_frame(request), **context})


@require_safe
@staff_required(*READ)
def download(request: StaffRequest) -> HttpResponse:
    """The table as a file; only its header without outlines."""
    say = sentences(DEFAULT)
    found = strengths_of(request.staff.authority, poverty=request.GET.get("armut", ""))
    head = [say("planning_strengths", "columns", name) for name in ("name", "strength", "has", "lacks", "poverty")]
    rows = Page(found, say).rows if found else []
    return csv_file("staerken.csv", [head, *([r.name, r.strength, " ".join(r.has), " ".join(r.lacks), r.poverty] for r in rows)])
