"""The pages of the list of places: find, add, correct, remove and bring back, hand on."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import today
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.rooms import PLAN, READ, planning_frame
from lebenslage.planning.sites.forms import PlaceForm, as_typed, kinds
from lebenslage.planning.sites.lists import asked, listed, places_map
from lebenslage.planning.sites.tables import csv_file, place_rows
from lebenslage.quarters import catalogue
from lebenslage.quarters.places import actions, queries
from lebenslage.quarters.recording import actor

UNFIT = 422


@require_safe
@staff_required(*READ)
def places(request: StaffRequest) -> HttpResponse:
    """The list."""
    say, wanted, authority = sentences(DEFAULT), asked(request.GET), request.staff.authority
    removed = queries.removed(authority)
    some = listed(authority, wanted, say)
    context = {
        "asked": wanted,
        "places": some,
        "map": places_map(catalogue.edition(authority), some, say),
        "kinds": kinds(say),
        "removed": removed,
        "just_removed": [one.pk for one in removed if one.removed_at == removed[0].removed_at] if "entfernt" in request.GET else [],
        "open_files": queries.files(authority).filter(kept_at=None)[:5],
    }
    return render(request, "planning/sites/places.html", {**planning_frame(request), **context})


@require_safe
@staff_required(*READ)
def download(request: StaffRequest) -> HttpResponse:
    """The list as a file."""
    say = sentences(DEFAULT)
    return csv_file("orte.csv", place_rows(listed(request.staff.authority, asked(request.GET), say), say))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def place(request: StaffRequest, place_id: int | None = None) -> HttpResponse:
    """Enter a place, or correct it."""
    authority, say = request.staff.authority, sentences(DEFAULT)
    known = get_object_or_404(queries.places(authority), pk=place_id) if place_id is not None else None
    form = PlaceForm(request.POST or None, say=say, initial=as_typed(known) if known else {"barrier_free": "unknown", "on": today()})
    if request.method == "POST" and form.is_valid():
        if known:
            actions.change(known, form.place, form.known, by=actor(request.staff))
        else:
            actions.add(authority, [form.place], form.known, by=actor(request.staff))
        return redirect("planning:site_places")
    return render(
        request,
        "planning/sites/place.html",
        {**planning_frame(request), "form": form, "place": known, "problems": form.problems if form.is_bound else []},
        status=UNFIT if form.errors else 200,
    )


@require_POST
@staff_required(*PLAN)
def remove(request: StaffRequest) -> HttpResponse:
    """Take places out."""
    authority = request.staff.authority
    some = queries.places(authority).filter(pk__in=_ids(request))
    actions.remove(authority, some, by=actor(request.staff))
    return redirect(f"{reverse('planning:site_places')}?entfernt=1")


@require_POST
@staff_required(*PLAN)
def bring_back(request: StaffRequest) -> HttpResponse:
    """Bring places back."""
    actions.bring_back(request.staff.authority, _ids(request), by=actor(request.staff))
    return redirect("planning:site_places")


def _ids(request: StaffRequest) -> list[int]:
    return [int(one) for one in request.POST.getlist("ort") if one.isdecimal() and len(one) < 19]
