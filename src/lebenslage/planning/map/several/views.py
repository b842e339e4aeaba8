"""Two indicators, many burdens, several years."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.map.asked import usual
from lebenslage.planning.map.grid.cells import cells
from lebenslage.planning.map.grid.shown import pointed_at
from lebenslage.planning.map.several.overlaid import burdens_asked_for, found_for, pair_asked_for
from lebenslage.planning.map.several.shown import Shown
from lebenslage.planning.map.several.times import Times
from lebenslage.planning.rooms import READ, planning_frame
from lebenslage.quarters.models import Kind


@require_safe
@staff_required(*READ)
def pair(request: StaffRequest) -> HttpResponse:
    return overlaid(request, pair_asked_for(request), "two")


@require_safe
@staff_required(*READ)
def many(request: StaffRequest) -> HttpResponse:
    shown = burdens_asked_for(request)
    keys = [one.indicator.key for one in shown.columns]
    rates = [one for one in shown.asked.catalogue if one.kind != Kind.COUNT]
    return overlaid(request, shown, "burdens", keys=keys, rates=rates)


@require_safe
@staff_required(*READ)
def times(request: StaffRequest) -> HttpResponse:
    found, choice = found_for(request)
    key = choice.merkmal or usual(found.catalogue).key
    filled = found.having([key])
    columns = filled.of(key)
    if not columns:
        raise Http404
    shown = Times(columns, replace(choice, merkmal=key), sentences(DEFAULT))
    given = {"asked": filled, "times": shown, "bench": shown.bench}
    return render(request, "planning/map/several/times.html", {**planning_frame(request), **given})


def overlaid(request: StaffRequest, shown: Shown, template: str, /, **more: object) -> HttpResponse:
    """The page of an overlay; a point of its picture leads to its area."""
    points = cells(shown.asked.edition) if shown.many else None
    place = pointed_at(points, request.GET.get("x", ""), request.GET.get("y", ""))
    if place is not None:
        return redirect(shown.address_of(place))
    given = {"shown": shown, "asked": shown.asked, "grid": shown.grid, **more}
    return render(request, f"planning/map/several/{template}.html", {**planning_frame(request), **given})
