"""The page of the planners: what was published about the quarters of their town."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning import cycle
from lebenslage.planning.choice import chosen
from lebenslage.planning.export import MEDIA_TYPE, as_csv
from lebenslage.planning.next_step import next_step
from lebenslage.planning.page import page_of
from lebenslage.planning.rooms import PLAN, READ, planning_frame


@require_safe
@staff_required(*READ)
def start(request: StaffRequest) -> HttpResponse:
    step, page = cycle.next_step(request.staff.authority)
    may = request.staff.role in PLAN
    return render(request, "planning/start.html", {**planning_frame(request), "step": step, "page": page, "may": may})


@require_safe
@staff_required(*READ)
def quarters(request: StaffRequest) -> HttpResponse:
    say = sentences(DEFAULT)
    page = page_of(request.staff.authority, chosen(request.GET), say)
    if page is None:
        return render(request, "planning/empty.html", {**planning_frame(request), "step": next_step(request.staff.authority, say)})
    status = HTTPStatus.OK if page.found else HTTPStatus.NOT_FOUND
    return render(request, "planning/quarters.html", {**planning_frame(request), "page": page}, status=status)


@require_safe
@staff_required(*READ)
def download(request: StaffRequest) -> HttpResponse:
    page = page_of(request.staff.authority, chosen(request.GET), sentences(DEFAULT))
    if page is None or not page.found:
        raise Http404
    name = f"wohngeld-quartiere-{page.month:%Y-%m}.csv"
    return HttpResponse(as_csv(page), content_type=MEDIA_TYPE, headers={"Content-Disposition": f'attachment; filename="{name}"'})
