"""What towns learn from each other, and what colleagues remark."""

from __future__ import annotations

from http import HTTPStatus

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.exchange import pages
from lebenslage.planning.exchange.forms import Remarking, in_words, way_back
from lebenslage.planning.rooms import PLAN, READ, TAKE_PART, planning_frame
from lebenslage.quarters.exchange import passages, queries, remarking, sharing
from lebenslage.quarters.exchange.candidates import candidates
from lebenslage.quarters.exchange.files import as_yaml, item_of, read_yaml
from lebenslage.quarters.exchange.models import Remark, Shared
from lebenslage.quarters.reports.problems import TooMuchText


@require_safe
@staff_required(*READ)
def overview(request: StaffRequest) -> HttpResponse:
    return render(request, "planning/exchange/overview.html", {**planning_frame(request), **pages.overview(request)})


@require_safe
@staff_required(*READ)
def one(request: StaffRequest, number: int) -> HttpResponse:
    found = get_object_or_404(queries.shared(request.staff.authority), pk=number)
    return render(request, "planning/exchange/one.html", {**planning_frame(request), **pages.one(request, found)})


@require_safe
@staff_required(*PLAN)
def own(request: StaffRequest) -> HttpResponse:
    context = {**planning_frame(request), "candidates": candidates(request.staff.authority)}
    return render(request, "planning/exchange/own.html", context)


@require_POST
@staff_required(*TAKE_PART)
def take(request: StaffRequest, number: int) -> HttpResponse:
    found = get_object_or_404(queries.shared(request.staff.authority), pk=number)
    try:
        sharing.take_over(found, pages.provenance(found), by=request.staff)
    except TooMuchText as problem:
        return _refused(request, found, problem)
    return redirect("planning:exchange_one", number)


@require_POST
@staff_required(*PLAN)
def put_in(request: StaffRequest, number: int) -> HttpResponse:
    copy = get_object_or_404(queries.taken(request.staff.authority, "block").select_related("shared"), shared=number)
    try:
        passages.put_in(copy, by=request.staff)
    except TooMuchText as problem:
        return _refused(request, copy.shared, problem)
    return redirect("planning:exchange_one", number)


@require_POST
@staff_required(*PLAN)
def take_out(request: StaffRequest, number: int) -> HttpResponse:
    passages.take_out(get_object_or_404(queries.taken(request.staff.authority, "block"), shared=number), by=request.staff)
    return redirect("planning:exchange_one", number)


@require_POST
@staff_required(*PLAN)
def take_back(request: StaffRequest, number: int) -> HttpResponse:
    found = get_object_or_404(queries.shared(request.staff.authority), pk=number, authority=request.staff.authority)
    sharing.withdraw(found, by=request.staff)
    return redirect("planning:exchange_overview")


@require_safe
@staff_required(*READ)
def export(request: StaffRequest) -> HttpResponse:
    found = queries.shared(request.staff.authority, kind=request.GET.get("art", ""), words=request.GET.get("suche", ""))
    if not found:
        return redirect("planning:exchange_overview")
    headers = {"Content-Disposition": 'attachment; filename="austausch.yaml"'}
    return HttpResponse(as_yaml([item_of(one) for one in found]), content_type="application/yaml; charset=utf-8", headers=headers)


def _refused(request: StaffRequest, found: Shared, problem: Problem) -> HttpResponse:
    fresh = queries.shared(request.staff.authority).get(pk=found.pk)
    context = {**planning_frame(request), **pages.one(request, fresh), "problem": sentences(DEFAULT).problem(problem)}
    return render(request, "planning/exchange/one.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@csrf_exempt
@require_POST
def bring(request: HttpRequest) -> HttpResponse:
    """Files are refused on every page but a few: here one is taken, once somebody is let in."""
    return _let_in(request)


@staff_required(*PLAN)
def _let_in(request: StaffRequest) -> HttpResponse:
    request.upload_handlers = [MemoryFileUploadHandler(request)]
    return _brought(request)


@csrf_protect
def _brought(request: StaffRequest) -> HttpResponse:
    sent = request.FILES.get("datei")
    try:
        items = read_yaml(sent.name or "" if sent else "", sent.read() if sent else b"")
    except Problem as problem:
        problems = [{"sentence": sentences(DEFAULT).problem(problem), "target": "datei"}]
        context = {**planning_frame(request), **pages.overview(request), "problems": problems}
        return render(request, "planning/exchange/overview.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    sharing.import_items(items, by=request.staff)
    return redirect("planning:exchange_overview")


@require_POST
@staff_required(*READ)
def remark(request: StaffRequest) -> HttpResponse:
    form, back = Remarking(request.POST), way_back(request.POST.get("back", ""))
    if not form.is_valid():
        context = {**planning_frame(request), "form": form, "back": back, "problems": in_words(form, {"text": "anmerkung"})}
        return render(request, "planning/exchange/remark.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    remarking.remark(form.cleaned_data["about"], form.cleaned_data["text"], by=request.staff)
    return redirect(f"{back}#anmerkungen")


@require_POST
@staff_required(*TAKE_PART)
def settle(request: StaffRequest, number: int) -> HttpResponse:
    it = get_object_or_404(Remark, authority=request.staff.authority, pk=number)
    remarking.settle(it, by=request.staff)
    return redirect(f"{way_back(request.POST.get('back', ''))}#anmerkungen")
