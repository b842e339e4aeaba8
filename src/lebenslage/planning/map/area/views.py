"""One area, and two side by side."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.map.area.compare import compared
from lebenslage.planning.map.asked import Asked, asked, of_area, profile_of, usual
from lebenslage.planning.map.bench import Bench
from lebenslage.planning.map.choice import Choice, chosen
from lebenslage.planning.map.drawing import map_of
from lebenslage.planning.map.grid.cells import outline
from lebenslage.planning.map.grid.shown import grid_picture
from lebenslage.planning.map.profile import Profile
from lebenslage.planning.rooms import READ, planning_frame
from lebenslage.quarters.exchange.queries import remarks


@require_safe
@staff_required(*READ)
def profile(request: StaffRequest, key: str) -> HttpResponse:
    found = _asked(request)
    bench = _bench(found, key)
    shown = Profile(found, bench, _place(found, key), sentences(DEFAULT))
    about = f"gebiet:{key}"
    given = {"profile": shown, "asked": found, "about": about, "compare": of_area(found.edition, key).address(), **_where(bench)}
    said = {"remarks": remarks(request.staff.authority, about)}
    return render(request, "planning/map/area/profile.html", {**planning_frame(request), **given, **said})


@require_safe
@staff_required(*READ)
def compare(request: StaffRequest) -> HttpResponse:
    found, choice = _asked(request), chosen(request.GET)
    keys, names = found.edition.keys, found.edition.names
    first = _place(found, choice.gebiet or keys[0])
    second = _place(found, choice.mit) if choice.mit else next(place for place in (0, 1) if place != first)
    given = {"asked": found, "pairs": compared(found, first, second), "first": keys[first], "second": keys[second]}
    said = {"first_name": names[first], "second_name": names[second], "names": [] if found.many else list(zip(keys, names, strict=True))}
    return render(request, "planning/map/area/compare.html", {**planning_frame(request), **given, **said})


def _asked(request: StaffRequest) -> Asked:
    found = asked(request.staff.authority, Choice(ebene=request.GET.get("ebene", "")), all_of_them=True)
    if found is None or len(found.edition.keys) < 2:
        raise Http404
    return found


def _place(found: Asked, called: str) -> int:
    """Where an area stands, by its key or its name. Raises Http404 where the town has none that is called so."""
    for some in (found.edition.keys, found.edition.names):
        if called in some:
            return int(some.index(called))
    raise Http404


def _bench(found: Asked, key: str) -> Bench:
    indicator = usual(found.catalogue)
    column = found.of(indicator.key)[0]
    return Bench(
        column, Choice(ebene=found.edition.level, merkmal=indicator.key, gebiet=key), sentences(DEFAULT), found.days(indicator.key)
    )


def _where(bench: Bench) -> dict[str, object]:
    """The map in which the area is chosen; of very many areas the picture with its outline."""
    edition, place = bench.column.edition, bench.chosen_place
    if not bench.many or place is None:
        return {"map": map_of(bench, links=lambda one: profile_of(edition, edition.keys[one]))}
    path = outline(edition.pk, edition.at, place)
    return {"grid": grid_picture(edition, bench.choice, bench.sorted.looks, bench.title, outline=path)}
