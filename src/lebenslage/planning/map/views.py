"""The workbench: one indicator as map, table, chart and sentences; its downloads."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.map.asked import Asked, asked, of_area, profile_of, usual
from lebenslage.planning.map.bench import Bench
from lebenslage.planning.map.chart import chart
from lebenslage.planning.map.choice import LEAST, METHODS, MOST, Choice, chosen
from lebenslage.planning.map.drawing import map_of
from lebenslage.planning.map.export import as_csv
from lebenslage.planning.map.fetching import may_fetch_town_plan, town_plan_host
from lebenslage.planning.map.grid.cells import cells, outline
from lebenslage.planning.map.grid.shown import GridPicture, grid_picture, pointed_at
from lebenslage.planning.rooms import READ, planning_frame


@require_safe
@staff_required(*READ)
@may_fetch_town_plan
def workbench(request: StaffRequest) -> HttpResponse:
    choice = chosen(request.GET)
    found = asked(request.staff.authority, choice)
    if found is None:
        return render(request, "planning/map/empty.html", planning_frame(request))
    pointed = _pointed(request, found)
    if pointed and request.GET.get("teil") != "gebiet":
        return redirect(f"{request.path}{replace(choice, gebiet=pointed).address()}")
    bench = bench_of(found, replace(choice, gebiet=pointed or choice.gebiet))
    if request.GET.get("teil") == "gebiet":
        return render(request, "planning/map/area.html", {**planning_frame(request), **chosen_area(bench)})
    return render(request, "planning/map/workbench.html", {**planning_frame(request), **shown(found, bench)})


@require_safe
@staff_required(*READ)
def table(request: StaffRequest) -> HttpResponse:
    bench = _bench(request)
    return _file(as_csv(bench), "text/csv; charset=utf-8", f"{bench.column.indicator.key}-{bench.column.on}.csv")


@require_safe
@staff_required(*READ)
def picture(request: StaffRequest) -> HttpResponse:
    bench = _bench(request)
    return _file(map_of(bench, for_print=True), "image/svg+xml", f"{bench.column.indicator.key}-{bench.column.on}.svg")


def bench_of(found: Asked, choice: Choice) -> Bench:
    """The workbench of what was asked. Raises Http404 where the indicator has no figures here."""
    key = choice.merkmal or usual(found.catalogue).key
    column = found.at(key, choice.tag)
    if column is None:
        raise Http404
    return Bench(column, choice, sentences(DEFAULT), found.days(key))


def shown(found: Asked, bench: Bench) -> dict[str, Any]:
    """What the template of the workbench needs besides its frame."""
    forms = {"methods": METHODS, "numbers": range(LEAST, MOST + 1)}
    picture = {"grid": _grid_of(bench)} if bench.many else {"map": map_of(bench)}
    plan = {"town_plan": "" if bench.many else settings.TILES, "town_plan_host": town_plan_host().removeprefix("https://")}
    return {**forms, **picture, **plan, **chosen_area(bench), "asked": found, "chart": chart(bench)}


def chosen_area(bench: Bench) -> dict[str, Any]:
    """What is said of the chosen area, where it leads to, and its outline where the map is a picture."""
    edition, key = bench.column.edition, bench.choice.gebiet
    leads = {"profile": profile_of(edition, key), "compare": of_area(edition, key).address()} if bench.chosen_place is not None else {}
    return {"bench": bench, "outline": _outline_of(bench), **leads}


def _grid_of(bench: Bench) -> GridPicture | None:
    return grid_picture(bench.column.edition, bench.choice, bench.sorted.looks, bench.title, outline=_outline_of(bench))


def _outline_of(bench: Bench) -> str:
    edition, place = bench.column.edition, bench.chosen_place
    return outline(edition.pk, edition.at, place) if bench.many and place is not None else ""


def _pointed(request: StaffRequest, found: Asked) -> str:
    """The key of the area at which somebody pointed in the picture; empty where nobody did."""
    points = cells(found.edition) if "x" in request.GET else None
    place = pointed_at(points, request.GET.get("x", ""), request.GET.get("y", ""))
    return "" if place is None else str(found.edition.keys[place])


def _bench(request: StaffRequest) -> Bench:
    choice = chosen(request.GET)
    found = asked(request.staff.authority, choice)
    if found is None:
        raise Http404
    return bench_of(found, choice)


def _file(content: str, media_type: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
