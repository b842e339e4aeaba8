"""The pages of scenarios: the list, the answer, its list for the council, two or three side by side. They show what was computed."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.rooms import PLAN, READ, planning_frame
from lebenslage.planning.sites.answer import ROOM, Answer
from lebenslage.planning.sites.scenarios import address, answers, compared, home
from lebenslage.planning.sites.tables import csv_file
from lebenslage.planning.sites.way_words import ways_now
from lebenslage.quarters import catalogue
from lebenslage.quarters.places import actions, queries
from lebenslage.quarters.places.models import Kind, Scenario
from lebenslage.quarters.places.streets.queries import current
from lebenslage.quarters.recording import actor

LONGEST_NOTE = 4000


@require_safe
@staff_required(*READ)
def start(request: StaffRequest, *, fountain: bool = False) -> HttpResponse:
    """All scenarios of a room."""
    authority, say = request.staff.authority, sentences(DEFAULT)
    places = queries.places(authority)
    context = {
        "answers": answers(authority, say, fountain=fountain),
        "ways": ways_now(current(authority), say),
        "candidates": (queries.candidates(authority, Kind.FOUNTAIN) if fountain else places.filter(candidate=True)).count(),
        "standing": places.filter(kind=Kind.FOUNTAIN, candidate=False).count(),
        "removed": Scenario.objects.filter(authority=authority).exclude(removed_at=None).order_by("-removed_at")[:5],
        "fountain": fountain,
        "home": home(fountain=fountain),
    }
    return render(request, "planning/sites/start.html", {**planning_frame(request), **context})


@require_safe
@staff_required(*READ)
def scenario(request: StaffRequest, scenario_id: int, *, fountain: bool = False) -> HttpResponse:
    """The answer, or how far it is."""
    return _page(request, "planning/sites/scenario.html", scenario_id, fountain=fountain)


@require_safe
@staff_required(*READ)
def paper(request: StaffRequest, scenario_id: int, *, fountain: bool = False) -> HttpResponse:
    """The list for the council."""
    return _page(request, "planning/sites/paper.html", scenario_id, fountain=fountain, answered=True)


@require_safe
@staff_required(*READ)
def download(request: StaffRequest, scenario_id: int, *, fountain: bool = False) -> HttpResponse:
    """The list for the council as a file."""
    found, say = _answer(request, scenario_id, fountain=fountain), sentences(DEFAULT)
    if not found.done:
        raise Http404
    head = [say("planning_sites", "council", name) for name in ("turn", "place", "where", "reason", "cost", "people", "way")]
    rows = [[c.turn, c.name, c.where, " ".join(c.reasons), c.price, c.people, found.ways.kind] for c in found.chosen]
    return csv_file(f"szenario-{scenario_id}.csv", [head, *rows])


@require_safe
@staff_required(*READ)
def compare(request: StaffRequest, *, fountain: bool = False) -> HttpResponse:
    """Two or three side by side."""
    some = compared(request.staff.authority, request.GET.getlist("s"), sentences(DEFAULT))
    differ = len({answer.ways.kind for answer in some}) > 1
    context = {"answers": some, "ways_differ": differ, "home": home(fountain=fountain), "fountain": fountain}
    return render(request, "planning/sites/compare.html", {**planning_frame(request), **context})


@require_POST
@staff_required(*PLAN)
def propose(request: StaffRequest, scenario_id: int, *, fountain: bool = False) -> HttpResponse:
    """Make it the proposal, or no longer; keep the note."""
    found = _answer(request, scenario_id, fountain=fountain).scenario
    proposal = {"ja": True, "nein": False}.get(request.POST.get("vorschlag", ""), found.proposal)
    actions.propose(found, request.POST.get("notiz", found.note)[:LONGEST_NOTE], by=actor(request.staff), proposal=proposal)
    return redirect(address(found))


@require_POST
@staff_required(*PLAN)
def remove(request: StaffRequest, scenario_id: int, *, fountain: bool = False) -> HttpResponse:
    """Take it away, or bring it back."""
    found = get_object_or_404(Scenario.objects.select_related("authority"), authority=request.staff.authority, pk=scenario_id)
    actions.remove_scenario(found, by=actor(request.staff), back="zurueck" in request.POST)
    return redirect(home(fountain=fountain))


def _page(request: StaffRequest, template: str, scenario_id: int, *, fountain: bool, answered: bool = False) -> HttpResponse:
    found = _answer(request, scenario_id, fountain=fountain)
    if answered and not found.done:
        raise Http404
    map = current(request.staff.authority)
    newer = map if found.done and map is not None and map.pk != found.ways.told.get("map") else None
    context = {
        "answer": found,
        "scenario": found.scenario,
        "newer": newer,
        "fountain": fountain,
        "home": home(fountain=fountain),
        "room": ROOM,
    }
    return render(request, template, {**planning_frame(request), **context})


def _answer(request: StaffRequest, scenario_id: int, *, fountain: bool) -> Answer:
    authority = request.staff.authority
    found = get_object_or_404(queries.scenarios(authority).select_related("authority"), pk=scenario_id)
    if (found.kind == Kind.FOUNTAIN) is not fountain:
        raise Http404
    return Answer(found, catalogue.edition(authority), sentences(DEFAULT))
