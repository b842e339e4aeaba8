"""The index builder."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Authority
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.map.asked import Asked, asked
from lebenslage.planning.map.chart import chart
from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.drawing import map_of
from lebenslage.planning.map.fetching import may_fetch
from lebenslage.planning.map.index.draft import drafted
from lebenslage.planning.map.index.keeping import catalogue_of, keep, own_indices
from lebenslage.planning.map.index.page import Page
from lebenslage.planning.map.index.recipes import starts
from lebenslage.planning.map.wording import ROOM
from lebenslage.planning.rooms import PLAN, READ, planning_frame


@require_safe
@staff_required(*READ)
@may_fetch
def builder(request: StaffRequest) -> HttpResponse:
    found = asked(request.staff.authority, Choice(), all_of_them=True)
    if found is None:
        return render(request, "planning/map/empty.html", planning_frame(request))
    page = Page(found, drafted(request.GET, catalogue_of(found)), own_indices(found.authority)[:3], sentences(DEFAULT))
    template = "planning/map/index/result.html" if request.GET.get("teil") == "ergebnis" else "planning/map/index/builder.html"
    return render(request, template, {**planning_frame(request), **_shown(page)})


@require_POST
@staff_required(*PLAN)
def save(request: StaffRequest) -> HttpResponse:
    found, say = _found(request.staff.authority), sentences(DEFAULT)
    draft = drafted(request.POST, catalogue_of(found))
    page = Page(found, draft, [], say)
    if page.problem or not draft.name:
        problem = page.problem or say(ROOM, "index", "name_missing")
        return render(
            request, "planning/map/index/builder.html", {**planning_frame(request), **_shown(page), "save_problem": problem}, status=422
        )
    kept = keep(draft, found, say, at=timezone.now(), by=request.staff)
    return redirect(f"{reverse('planning:map_workbench')}?merkmal={kept.key}")


@require_POST
@staff_required(*PLAN)
def renew(request: StaffRequest) -> HttpResponse:
    found, say = _found(request.staff.authority), sentences(DEFAULT)
    own = [one for one in own_indices(found.authority) if one.title == request.POST.get("index", "")]
    again = next((one.draft for one in starts(catalogue_of(found), own) if one.own), None)
    if again is None:
        raise Http404
    kept = keep(again, found, say, at=timezone.now(), by=request.staff)
    return redirect(f"{reverse('planning:map_workbench')}?merkmal={kept.key}")


def _found(authority: Authority) -> Asked:
    found = asked(authority, Choice(), all_of_them=True)
    if found is None:
        raise Http404
    return found


def _shown(page: Page) -> dict[str, object]:
    """What the templates need: the page; map and chart where there is a result."""
    given: dict[str, object] = {"page": page, "starts": list(starts(catalogue_of(page.asked), page.own))}
    return given if page.problem else {**given, "bench": page.bench, "map": map_of(page.bench), "chart": chart(page.bench)}
