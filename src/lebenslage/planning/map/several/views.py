"""Two indicators, many burdens, several years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.map.asked import Asked, asked, usual
from lebenslage.planning.map.choice import Choice, chosen
from lebenslage.planning.map.rows import Line
from lebenslage.planning.map.several.overlay import Overlay, burdens, two
from lebenslage.planning.map.several.times import Times
from lebenslage.planning.rooms import READ, planning_frame
from lebenslage.quarters.columns import Column
from lebenslage.quarters.maps import MOST_APART, Picture, drawn_map
from lebenslage.quarters.models import Better, Kind


@require_safe
@staff_required(*READ)
def pair(request: StaffRequest) -> HttpResponse:
    found, say = _asked(request), sentences(DEFAULT)
    choice = chosen(request.GET)
    first = _column(found, choice.merkmal or usual(found.catalogue).key)
    second = _column(found, choice.zweites or _other(found, first.indicator.key))
    shown = _shown(found, two(first, second, say), f"{first.indicator.name} × {second.indicator.name}")
    given = {"first": first, "second": second, "heads": [first.indicator.name, second.indicator.name], **shown}
    return render(request, "planning/map/several/two.html", {**planning_frame(request), **given})


@require_safe
@staff_required(*READ)
def many(request: StaffRequest) -> HttpResponse:
    found, say = _asked(request), sentences(DEFAULT)
    usual_ones = [one.key for one in found.catalogue if one.kind == Kind.SHARE and one.better == Better.LOW]
    keys = list(chosen(request.GET).merkmale) or usual_ones or [usual(found.catalogue).key]
    columns = [_column(found, key) for key in keys]
    shown = _shown(found, burdens(columns, say), say("planning_map", "views", "burdens"))
    rates = [one for one in found.catalogue if one.kind != Kind.COUNT]
    return render(request, "planning/map/several/burdens.html", {**planning_frame(request), "keys": keys, "rates": rates, **shown})


@require_safe
@staff_required(*READ)
def times(request: StaffRequest) -> HttpResponse:
    found, choice = _asked(request), chosen(request.GET)
    key = choice.merkmal or usual(found.catalogue).key
    columns = found.of(key)
    if not columns:
        raise Http404
    shown = Times(columns, replace(choice, merkmal=key), sentences(DEFAULT))
    return render(
        request, "planning/map/several/times.html", {**planning_frame(request), "asked": found, "times": shown, "bench": shown.bench}
    )


def _asked(request: StaffRequest) -> Asked:
    """Everything of the town. Raises Http404 without figures, and where so many areas would not fit."""
    found = asked(request.staff.authority, Choice(), all_of_them=True)
    if found is None or len(found.edition.keys) > MOST_APART:
        raise Http404
    return found


def _column(found: Asked, key: str) -> Column:
    column = found.at(key, "")
    if column is None:
        raise Http404
    return column


def _other(found: Asked, key: str) -> str:
    return next((one.key for one in found.catalogue if one.key != key and one.kind != Kind.COUNT), key)


def _shown(found: Asked, overlay: Overlay, title: str) -> dict[str, object]:
    """Map, legend and rows of an overlay; an area leads to its profile."""
    edition = found.edition
    links = [reverse("planning:map_area", args=[key]) for key in edition.keys]
    picture = Picture(edition.drawn, edition.names, overlay.classes, overlay.looks, title, links=links.__getitem__)
    rows = zip(edition.names, links, [overlay.looks[one].word for one in overlay.classes], overlay.said, strict=True)
    drawn: SafeString = mark_safe(drawn_map(picture))  # noqa: S308 - escaped where it is drawn
    return {"asked": found, "map": drawn, "legend": _legend(overlay), "rows": sorted(rows, key=lambda row: row[0])}


def _legend(overlay: Overlay) -> Sequence[Line]:
    counts = [sum(one == place for one in overlay.classes) for place in range(len(overlay.looks))]
    return [Line(place, look, "", counts[place]) for place, look in enumerate(overlay.looks) if counts[place]]
