"""Asking siting. A small question is answered at once, a large one in the background."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Authority
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.rooms import PLAN, planning_frame
from lebenslage.planning.sites.asking import AskForm, Offered
from lebenslage.planning.sites.prefilling import first_terms
from lebenslage.planning.sites.scenarios import address, home
from lebenslage.planning.sites.tasks import compute, work_out
from lebenslage.planning.sites.way_words import ways_now
from lebenslage.planning.sites.ways import takes_long
from lebenslage.quarters import catalogue
from lebenslage.quarters.models import Kind as Figure
from lebenslage.quarters.places import actions, queries
from lebenslage.quarters.places.ground import ground
from lebenslage.quarters.places.models import Kind, Scenario
from lebenslage.quarters.places.poverty import poverty_choices
from lebenslage.quarters.places.streets.queries import current
from lebenslage.quarters.recording import actor

UNFIT = 422
AT_ONCE = 2.0


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def ask(request: StaffRequest, *, fountain: bool = False) -> HttpResponse:
    """Ask, and be led to the answer."""
    authority = request.staff.authority
    form = _form(request, authority, fountain=fountain)
    if form is None:
        return render(request, "planning/sites/no_quarters.html", planning_frame(request))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        asked = actions.ask(authority, given["what"], given["name"], form.terms, by=actor(request.staff), who=request.staff.name)
        _begin(asked)
        return redirect(address(asked))
    context = {"form": form, "problems": form.problems if form.is_bound else [], "fountain": fountain, "home": home(fountain=fountain)}
    return render(request, "planning/sites/ask.html", {**planning_frame(request), **context}, status=UNFIT if form.errors else 200)


def _begin(asked: Scenario) -> None:
    """Compute for as long as somebody may be kept waiting; what is not proven by then goes on in the background."""
    if takes_long(asked.authority) or not work_out(asked, seconds=AT_ONCE):
        Scenario.objects.filter(pk=asked.pk).update(state="waiting", progress=0)
        compute.enqueue(asked.pk, authority=str(asked.authority_id))


def _form(request: StaffRequest, authority: Authority, *, fountain: bool) -> AskForm | None:
    base, say = ground(authority), sentences(DEFAULT)
    if base is None:
        return None
    counts = list(catalogue.indicators(authority).filter(kind=Figure.COUNT, of_people=True))
    places = queries.candidates(authority, Kind.FOUNTAIN) if fountain else queries.places(authority).filter(candidate=True)
    offered = Offered(counts, poverty_choices(base), list(places), base.edition, ways_now(current(authority), say))
    first = first_terms(request.GET, base.edition, counts, offered.poverty, say, fountain=fountain)
    return AskForm(request.POST or None, say=say, offered=offered, fountain=fountain, initial=first)
