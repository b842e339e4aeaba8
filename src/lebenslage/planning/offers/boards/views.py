"""Print lists: what there is in a quarter, in large print, for a notice board."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import today
from lebenslage.offers import queries
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.offers.boards.lines import lines_of
from lebenslage.planning.offers.frame import names, offers_frame
from lebenslage.planning.rooms import READ


@require_safe
@staff_required(*READ)
def boards(request: StaffRequest) -> HttpResponse:
    town = request.staff.authority
    counts = queries.count_by_area(town)
    quarters = [(key, name, counts.get(key, 0)) for key, name in names(town).items()]
    return render(request, "planning/offers/boards.html", {**offers_frame(request, "boards"), "quarters": quarters})


@require_safe
@staff_required(*READ)
def board(request: StaffRequest, key: str) -> HttpResponse:
    town, say = request.staff.authority, sentences(DEFAULT)
    name = names(town).get(key)
    if name is None:
        raise Http404
    here, everywhere = lines_of(queries.of_area(town, key), say), lines_of(queries.without_place(town), say)
    context = {**offers_frame(request, "boards"), "name": name, "here": here, "everywhere": everywhere, "day": say.day(today().toordinal())}
    return render(request, "planning/offers/board.html", context)
