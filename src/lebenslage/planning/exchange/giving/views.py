"""The form with which something is given to other towns."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import today
from lebenslage.planning.exchange.forms import Giving, in_words
from lebenslage.planning.rooms import PLAN, planning_frame
from lebenslage.quarters.exchange import sharing
from lebenslage.quarters.exchange.candidates import Candidate, candidate
from lebenslage.quarters.exchange.contents import Effect
from lebenslage.quarters.exchange.measured import measured
from lebenslage.quarters.measures.queries import measure


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def give(request: StaffRequest, name: str) -> HttpResponse:
    found = candidate(request.staff.authority, name)
    if found is None:
        raise Http404
    form, effects = Giving(request.POST or None, given=found), _effects(request, found)
    if form.is_valid():
        item = form.item(sharing.town_of(request.staff.authority), today(), effects)
        return redirect("planning:exchange_one", sharing.share(item, by=request.staff).pk)
    targets = {field: f"id_{field}" for field in form.fields}
    context = {**planning_frame(request), "form": form, "it": found, "effects": effects, "problems": in_words(form, targets)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "planning/exchange/give.html", context, status=status)


def _effects(request: StaffRequest, found: Candidate) -> list[Effect]:
    kept = measure(request.staff.authority, UUID(found.name.partition(":")[2])) if found.kind == "measure" else None
    return list(measured(kept)) if kept else []
