"""The first page of the data room, outlines, and files that are not wanted."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Role
from lebenslage.feeds import actions as feeds
from lebenslage.feeds.models import Waiting
from lebenslage.feeds.queries import allowed_hosts
from lebenslage.planning.data.edits import latest_edits
from lebenslage.planning.data.ground import ground
from lebenslage.planning.data.shelf import shelf
from lebenslage.planning.rooms import PLAN, READ, planning_frame
from lebenslage.quarters.models import Edition
from lebenslage.quarters.recording import actor


@require_safe
@staff_required(*READ)
def overview(request: StaffRequest) -> HttpResponse:
    found = shelf(request.staff.authority)
    context = {"shelf": found, "edits": latest_edits(request.staff.authority, found.names)}
    context |= {"may_plan": request.staff.role == Role.PLANNER, "feeds_on": bool(allowed_hosts())}
    return render(request, "planning/data/overview.html", {**planning_frame(request), **context})


@require_safe
@staff_required(*READ)
def outlines(request: StaffRequest, edition: int) -> HttpResponse:
    found = get_object_or_404(Edition.objects.defer("outlines"), authority=request.staff.authority, pk=edition)
    context = {"ground": ground(found), "may_plan": request.staff.role == Role.PLANNER}
    return render(request, "planning/data/edition.html", {**planning_frame(request), **context})


@require_POST
@staff_required(*PLAN)
def discard(request: StaffRequest, waiting: int) -> HttpResponse:
    kept = get_object_or_404(Waiting, authority=request.staff.authority, pk=waiting)
    feeds.let_go(kept, by=actor(request.staff))
    return redirect("planning:data")
