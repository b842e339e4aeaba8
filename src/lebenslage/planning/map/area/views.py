"""One area, and two side by side."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.map.area.compare import compared
from lebenslage.planning.map.asked import Asked, asked, usual
from lebenslage.planning.map.bench import Bench
from lebenslage.planning.map.choice import Choice, chosen
from lebenslage.planning.map.drawing import map_of
from lebenslage.planning.map.profile import Profile
from lebenslage.planning.rooms import READ, planning_frame
from lebenslage.quarters.exchange.queries import remarks


@require_safe
@staff_required(*READ)
def profile(request: StaffRequest, key: str) -> HttpResponse:
    found = _asked(request)
    bench = _bench(found, key)
    links = [reverse("planning:map_area", args=[one]) for one in found.edition.keys]
    shown = Profile(found, bench, _place(found, key), sentences(DEFAULT))
    about = f"gebiet:{key}"
    given = {"profile": shown, "map": map_of(bench, links=links.__getitem__), "about": about}
    said = {"remarks": remarks(request.staff.authority, about)}
    return render(request, "planning/map/area/profile.html", {**planning_frame(request), **given, **said})


@require_safe
@staff_required(*READ)
def compare(request: StaffRequest) -> HttpResponse:
    found, choice = _asked(request), chosen(request.GET)
    names = list(zip(found.edition.keys, found.edition.names, strict=True))
    first = choice.gebiet or names[0][0]
    second = choice.mit or next(key for key, _ in names if key != first)
    pairs = compared(found, _place(found, first), _place(found, second))
    given = {"names": names, "first": first, "second": second, "named": dict(names), "pairs": pairs}
    said = {"first_name": dict(names)[first], "second_name": dict(names)[second]}
    return render(request, "planning/map/area/compare.html", {**planning_frame(request), **given, **said})


def _asked(request: StaffRequest) -> Asked:
    found = asked(request.staff.authority, Choice(), all_of_them=True)
    if found is None or len(found.edition.keys) < 2:
        raise Http404
    return found


def _place(found: Asked, key: str) -> int:
    """Where an area stands. Raises Http404 where the town has none of this key."""
    if key not in found.edition.keys:
        raise Http404
    return int(found.edition.keys.index(key))


def _bench(found: Asked, key: str) -> Bench:
    indicator = usual(found.catalogue)
    column = found.of(indicator.key)[0]
    return Bench(column, Choice(merkmal=indicator.key, gebiet=key), sentences(DEFAULT), found.days(indicator.key))
