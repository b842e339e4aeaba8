"""The pages that compute the heat plan: the overview, its print and its file."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.heat.page import Page
from lebenslage.planning.heat.plan import Plan, heat_choices, plan_of
from lebenslage.planning.heat.season import current, grouped
from lebenslage.planning.rooms import READ, planning_frame
from lebenslage.planning.sites.atlas_words import why_not
from lebenslage.planning.sites.tables import csv_file
from lebenslage.quarters.places import queries
from lebenslage.quarters.places.poverty import poverty_choices


@require_safe
@staff_required(*READ)
def overview(request: StaffRequest) -> HttpResponse:
    """The plan with its map, its table and its reasons."""
    return _shown(request, "planning/heat/overview.html")


@require_safe
@staff_required(*READ)
def paper(request: StaffRequest) -> HttpResponse:
    """The plan as it is printed on A4, with its measures."""
    return _shown(request, "planning/heat/paper.html")


@require_safe
@staff_required(*READ)
def download(request: StaffRequest) -> HttpResponse:
    """The table as a file; empty where a plan cannot be made."""
    plan, _ = _planned(request)
    say = sentences(DEFAULT)
    page = Page(plan, [], say) if plan else None
    head = [say("planning_heat", "columns", one) for one in ("key", "name", "stage", "heat", "vulnerable", "exposed", "poor", "reasons")]
    rows = [[r.key, r.name, r.stage, r.heat, r.vulnerable, r.exposed, r.poor, " ".join(r.reasons)] for r in page.rows] if page else []
    return csv_file("hitzeplan.csv", [head, *rows])


def _shown(request: StaffRequest, template: str) -> HttpResponse:
    authority, say = request.staff.authority, sentences(DEFAULT)
    plan, problem = _planned(request)
    if plan is None:
        missing = why_not(problem) if problem else say("planning_sites", "no_quarters", "next")
        return render(request, "planning/heat/missing.html", {**planning_frame(request), "missing": missing})
    places = list(queries.standing(authority, (*queries.INSTITUTIONS, *queries.COOL, "fountain")))
    season = current(queries.seasons(authority))
    context = {
        "page": Page(plan, places, say),
        "season": season,
        "levels": grouped(queries.steps(authority, season)),
        "heats": heat_choices(plan.ground),
        "poverties": poverty_choices(plan.ground),
    }
    return render(request, template, {**planning_frame(request), **context})


def _planned(request: StaffRequest) -> tuple[Plan | None, Problem | None]:
    try:
        return plan_of(request.staff.authority, heat=request.GET.get("hitze", ""), poverty=request.GET.get("armut", "")), None
    except Problem as problem:
        return None, problem
