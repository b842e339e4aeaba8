"""The list of reports, making one, its title, and its data."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import now
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.rooms import PLAN, READ, planning_frame
from lebenslage.quarters.reports import actions, queries
from lebenslage.quarters.reports.models import Report, State

LONGEST_TITLE = 160


@require_safe
@staff_required(*READ)
def reports(request: StaffRequest) -> HttpResponse:
    return _listed(request)


@require_POST
@staff_required(*PLAN)
def make(request: StaffRequest) -> HttpResponse:
    title = request.POST.get("title", "").strip()[:LONGEST_TITLE]
    try:
        made = actions.make(request.staff.authority, title, by=request.staff, at=now())
    except Problem as problem:
        return _listed(request, problem)
    return redirect("planning:report_show", made.pk)


@require_POST
@staff_required(*PLAN)
def rename(request: StaffRequest, id: int) -> HttpResponse:
    title = request.POST.get("title", "").strip()[:LONGEST_TITLE]
    if title:
        actions.rename(draft(request, id), title, by=request.staff)
    return redirect("planning:report_show", id)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def throw_away(request: StaffRequest, id: int) -> HttpResponse:
    report = draft(request, id)
    if request.method != "POST":
        return render(request, "planning/report/throw_away.html", {**planning_frame(request), "report": report})
    actions.throw_away(report, by=request.staff)
    return redirect("planning:report_list")


@require_safe
@staff_required(*READ)
def annex(request: StaffRequest, id: int) -> HttpResponse:
    content = queries.annex(request.staff.authority, id)
    if content is None:
        raise Http404
    return HttpResponse(
        content, content_type="application/zip", headers={"Content-Disposition": 'attachment; filename="sozialbericht-daten.zip"'}
    )


def found(request: StaffRequest, id: int) -> Report:
    """A report of this town. Raises Http404."""
    report = queries.report(request.staff.authority, id)
    if report is None:
        raise Http404
    return report


def draft(request: StaffRequest, id: int) -> Report:
    """A draft of this town: what is released, or being released, cannot be changed. Raises Http404."""
    report = found(request, id)
    if report.state != State.DRAFT:
        raise Http404
    return report


def _listed(request: StaffRequest, problem: Problem | None = None) -> HttpResponse:
    why = sentences(DEFAULT)("problems", problem.key, **problem.details) if problem else ""
    more = {"reports": queries.reports(request.staff.authority), "why": why, "may": request.staff.role in PLAN}
    return render(
        request, "planning/report/list.html", {**planning_frame(request), **more}, status=HTTPStatus.UNPROCESSABLE_ENTITY if why else 200
    )
