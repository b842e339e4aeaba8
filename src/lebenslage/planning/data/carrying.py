"""Figures carried to other areas: from an older edition, or summed up from the cells of a grid. Needs the analysis packages."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import now
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.data.ground import ground
from lebenslage.planning.rooms import PLAN, planning_frame
from lebenslage.quarters.models import Batch, Edition
from lebenslage.quarters.reading.carrying import carry_over, sum_cells
from lebenslage.quarters.reading.dropping import drop_areas
from lebenslage.quarters.recording import actor


@require_POST
@staff_required(*PLAN)
def carry(request: StaffRequest, edition: int) -> HttpResponse:
    """Carry the figures of an older edition over."""
    target = get_object_or_404(Edition, authority=request.staff.authority, pk=edition)
    source = get_object_or_404(Edition, authority=request.staff.authority, pk=_number(request.POST.get("von", "")))
    try:
        batch = carry_over(source, target, by=actor(request.staff), name=request.staff.name, at=now())
    except Problem as problem:
        return _not_carried(request, target, problem)
    return redirect("planning:data_version", batch.pk)


@require_POST
@staff_required(*PLAN)
def sum_up(request: StaffRequest, edition: int) -> HttpResponse:
    """Sum the cells of a grid up to the quarters."""
    target = get_object_or_404(Edition, authority=request.staff.authority, pk=edition)
    grid = get_object_or_404(Edition, authority=request.staff.authority, pk=_number(request.POST.get("von", "")))
    batch = sum_cells(grid, target, by=actor(request.staff), name=request.staff.name, at=now())
    return redirect("planning:data_version", batch.pk)


@require_POST
@staff_required(*PLAN)
def drop(request: StaffRequest, batch: int) -> HttpResponse:
    """Take away areas that came in by mistake."""
    kept = get_object_or_404(Batch, authority=request.staff.authority, pk=batch, withdrawn_at=None)
    target = get_object_or_404(Edition, authority=request.staff.authority, pk=kept.how.get("edition", 0))
    try:
        drop_areas(kept, target, at=now(), by=actor(request.staff))
    except Problem as problem:
        return _not_carried(request, target, problem)
    return redirect("planning:data")


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 19 else 0


def _not_carried(request: StaffRequest, target: Edition, problem: Problem) -> HttpResponse:
    problems = [{"target": "", "sentence": sentences(DEFAULT).problem(problem)}]
    context = {**planning_frame(request), "ground": ground(target), "may_plan": True, "problems": problems}
    return render(request, "planning/data/edition.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
