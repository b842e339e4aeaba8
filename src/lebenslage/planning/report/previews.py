"""A report to look at, its PDF, the texts in it, and its release. Needs the analysis packages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import now, today
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.papers.report import ReportContent, as_pages, report_pdf, writable
from lebenslage.planning.report.views import found
from lebenslage.planning.rooms import PLAN, READ, planning_frame
from lebenslage.quarters.catalogue import columns
from lebenslage.quarters.exchange.queries import remarks
from lebenslage.quarters.reports import actions, queries
from lebenslage.quarters.reports.drafting import draft_of
from lebenslage.quarters.reports.models import Report, State

WAIT: Final = 3
LONGEST: Final = 6000


@require_safe
@staff_required(*READ)
def show(request: StaffRequest, id: int) -> HttpResponse:
    """The report: the draft as it is now, or what was released."""
    report = found(request, id)
    shown = {**planning_frame(request), "report": report, "may": request.staff.role in PLAN}
    if report.state == State.RELEASING:
        waiting = render(request, "planning/report/releasing.html", shown)
        waiting["Refresh"] = str(WAIT)
        return waiting
    if report.state == State.RELEASED:
        kept = queries.released_report(request.staff.authority, id)
        return render(request, "planning/report/released.html", {**shown, "content": kept.content if kept else {}})
    return render(request, "planning/report/draft.html", {**shown, **_draft(report), "content": as_pages(_content(report))})


@require_safe
@staff_required(*READ)
def pdf(request: StaffRequest, id: int) -> HttpResponse:
    """The PDF: of a draft as it is now, of a released report as it went out."""
    report = found(request, id)
    kept = queries.pdf(request.staff.authority, id) if report.state == State.RELEASED else report_pdf(_content(report), at=now())
    name = "sozialbericht.pdf" if report.state == State.RELEASED else "sozialbericht-entwurf.pdf"
    return HttpResponse(kept or b"", content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def write(request: StaffRequest, id: int, place: str) -> HttpResponse:
    """A text of one's own at a place of the draft."""
    report = found(request, id)
    chapter = writable(_content(report)).get(place)
    if chapter is None or report.state != State.DRAFT:
        raise Http404
    if request.method == "POST":
        actions.write(report, place, request.POST.get("text", "")[:LONGEST], by=request.staff, at=now())
        return redirect(f"/planung/bericht/{id}/#{place}")
    block = queries.texts_of(report).get(place)
    return render(request, "planning/report/write.html", {**planning_frame(request), "report": report, "chapter": chapter, "text": block})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def release(request: StaffRequest, id: int) -> HttpResponse:
    """What releasing means, and the release."""
    report = found(request, id)
    if report.state != State.DRAFT:
        return redirect("planning:report_show", id)
    if request.method == "POST":
        actions.let_go(report, by=request.staff)
        return redirect("planning:report_show", id)
    return render(request, "planning/report/release.html", {**planning_frame(request), "report": report, **_draft(report)})


def _content(report: Report) -> ReportContent:
    return draft_of(report, sentences(DEFAULT), today())


def _draft(report: Report) -> Mapping[str, Any]:
    some = columns(report.authority, report.edition)
    given = {"news": queries.news(report, some), "number": len(some), "carried": [one.place for one in report.blocks.all() if one.carried]}
    about = f"bericht:{report.pk}"
    return {**given, "about": about, "remarks": remarks(report.authority, about)}
