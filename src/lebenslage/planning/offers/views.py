"""The directory for planners: the list, and one entry."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.offers import actions, queries
from lebenslage.offers.models import Organization, Service, State
from lebenslage.offers.problems import NotReadyForAll
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.pages.views import sorry
from lebenslage.planning.offers.forms import EntryForm, typed
from lebenslage.planning.offers.frame import actor, offers_frame, quarters
from lebenslage.planning.offers.listing import Choice, rows
from lebenslage.planning.rooms import READ, TAKE_PART

A_PAGE = 50


@require_safe
@staff_required(*READ)
def listed(request: StaffRequest) -> HttpResponse:
    choice = Choice.of(request.GET)
    page = Paginator(rows(request.staff.authority, choice), A_PAGE).get_page(request.GET.get("seite"))
    empty = not page.paginator.count and not choice.narrow
    return render(request, "planning/offers/list.html", {**offers_frame(request, "list"), "page": page, "choice": choice, "empty": empty})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def new(request: StaffRequest) -> HttpResponse:
    town = request.staff.authority
    start = {"town": town.town, "postcode": town.postcode}
    return _form(request, None, EntryForm(_sent(request), say=sentences(DEFAULT), quarters=quarters(town), initial=start))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*READ)
def edit(request: StaffRequest, number: int) -> HttpResponse:
    if request.method == "POST" and request.staff.role not in TAKE_PART:
        return sorry(request, "not_yours", status=403)
    service = _entry(request, number)
    house = queries.house_of(service)
    form = EntryForm(
        _sent(request),
        say=sentences(DEFAULT),
        quarters=quarters(request.staff.authority),
        access=house.access if house else {},
        initial=typed(service),
    )
    return _form(request, service, form)


@require_POST
@staff_required(*TAKE_PART)
def set_state(request: StaffRequest, number: int) -> HttpResponse:
    service, state = _entry(request, number), State.PUBLIC if request.POST.get("stand") == State.PUBLIC else State.DRAFT
    try:
        actions.set_state(service, state, by=actor(request.staff))
    except NotReadyForAll as problem:
        messages.error(request, sentences(DEFAULT).problem(problem))
    return redirect("planning:offers_edit", number)


@require_POST
@staff_required(*TAKE_PART)
def confirm(request: StaffRequest, number: int) -> HttpResponse:
    actions.confirm(_entry(request, number), by=actor(request.staff))
    return redirect("planning:offers_upkeep" if request.POST.get("von") == "pflege" else "planning:offers_list")


@require_POST
@staff_required(*TAKE_PART)
def remove(request: StaffRequest, number: int) -> HttpResponse:
    actions.remove(_entry(request, number), by=actor(request.staff))
    return redirect("planning:offers_list")


def _form(request: StaffRequest, service: Service | None, form: EntryForm) -> HttpResponse:
    context: dict[str, Any] = {**offers_frame(request, "list"), "service": service, "form": form}
    if form.is_bound and form.is_valid():
        kept = actions.keep_entry(request.staff.authority, form.entry, by=actor(request.staff), former=service)
        messages.success(request, sentences(DEFAULT)("planning_offers", "kept"))
        return redirect("planning:offers_edit", kept.pk)
    wrong = form.problems if form.is_bound else []
    known = Organization.objects.filter(authority=request.staff.authority).values_list("name", flat=True)
    history = service.changes.all()[:10] if service else []
    context |= {"problems": wrong, "organizations": known, "history": history}
    return render(request, "planning/offers/entry.html", context, status=422 if wrong else 200)


def _sent(request: StaffRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _entry(request: StaffRequest, number: int) -> Service:
    return get_object_or_404(queries.with_parts(Service.objects.filter(authority=request.staff.authority)), pk=number)
