"""The catalogue: what each figure means, its latest numbers, its words to be changed, two versions side by side."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Role
from lebenslage.pages.views import sorry
from lebenslage.planning.data.edits import edits_of
from lebenslage.planning.data.figures import compared, latest, rows_of
from lebenslage.planning.data.forms import Words
from lebenslage.planning.data.shelf import topics
from lebenslage.planning.data.words import csv_answer
from lebenslage.planning.rooms import READ, planning_frame
from lebenslage.quarters.models import Indicator
from lebenslage.quarters.recording import actor, describe


@require_safe
@staff_required(*READ)
def listing(request: StaffRequest) -> HttpResponse:
    """All indicators by topic."""
    return render(request, "planning/data/catalogue.html", {**planning_frame(request), "topics": topics(request.staff.authority)})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*READ)
def entry(request: StaffRequest, indicator: str) -> HttpResponse:
    """One indicator: what it means, its latest figures, its words to be changed by planners."""
    found, may_plan = _of(request, indicator), request.staff.role == Role.PLANNER
    form = Words(request.POST or None, initial=Words.of(found))
    if request.method == "POST" and not may_plan:
        return sorry(request, "not_yours", status=HTTPStatus.FORBIDDEN)
    if request.method == "POST" and form.is_valid():
        describe(request.staff.authority, form.meaning(found), by=actor(request.staff))
        return redirect("planning:data_indicator", found.key)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"indicator": found, "latest": latest(found), "form": form, "may_plan": may_plan, "problems": form.problems()}
    return render(request, "planning/data/indicator.html", {**planning_frame(request), **context, "edits": edits_of(found)}, status=status)


@require_safe
@staff_required(*READ)
def comparison(request: StaffRequest, indicator: str) -> HttpResponse:
    """Two columns of an indicator side by side."""
    found = _of(request, indicator)
    page = compared(found, request.GET.get("neu", ""), request.GET.get("alt", ""))
    return render(request, "planning/data/compare.html", {**planning_frame(request), "indicator": found, "page": page})


@require_safe
@staff_required(*READ)
def download(request: StaffRequest, indicator: str) -> HttpResponse:
    """Every figure of an indicator that counts."""
    found = _of(request, indicator)
    rows = rows_of(found)
    if rows is None:
        raise Http404
    return csv_answer(rows, f"{found.key}.csv")


def _of(request: StaffRequest, indicator: str) -> Indicator:
    return get_object_or_404(Indicator, authority=request.staff.authority, key=indicator)
