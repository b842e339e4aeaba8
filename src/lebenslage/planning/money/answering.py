"""The pages that compute: whether the money arrives, and what measures changed. Reached through `planning.analysis` alone."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.money import answer_page, effect_page
from lebenslage.planning.rooms import READ, TAKE_PART, planning_frame
from lebenslage.quarters.measures import queries


@require_safe
@staff_required(*READ)
def answer(request: StaffRequest) -> HttpResponse:
    """Whether the money arrives where it is needed."""
    shown = answer_page.shown(request.staff.authority, request.GET, sentences(DEFAULT))
    return render(request, "planning/money/start.html", {**planning_frame(request), **shown, "may": request.staff.role in TAKE_PART})


@require_safe
@staff_required(*READ)
def effects(request: StaffRequest) -> HttpResponse:
    """What every measure changed, as far as that can be told."""
    shown = effect_page.shown(request.staff.authority, None, request.GET, sentences(DEFAULT))
    return render(request, "planning/money/effects.html", {**planning_frame(request), **shown})


@require_safe
@staff_required(*READ)
def effect(request: StaffRequest, key: UUID) -> HttpResponse:
    """What one measure changed."""
    found = queries.measure(request.staff.authority, key)
    if found is None:
        raise Http404
    shown = effect_page.shown(request.staff.authority, found, request.GET, sentences(DEFAULT))
    return render(request, "planning/money/effects.html", {**planning_frame(request), **shown, "measure": found})
