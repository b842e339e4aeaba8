"""Measures: the list, one measure, its money, files."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import today
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.export import MEDIA_TYPE
from lebenslage.planning.money import board
from lebenslage.planning.money.fields import drawn, sections, wrong
from lebenslage.planning.money.forms import PARTS, ROOM, MeasureForm, MoneyFile, MoneyForm, ProgrammeForm, amount_as_typed, as_typed
from lebenslage.planning.money.tables import as_csv, read_money
from lebenslage.planning.rooms import READ, TAKE_PART, planning_frame
from lebenslage.quarters.catalogue import edition
from lebenslage.quarters.measures import actions, queries
from lebenslage.quarters.measures.changes import Said
from lebenslage.quarters.measures.models import Measure, Money
from lebenslage.quarters.recording import actor


@require_safe
@staff_required(*READ)
def measures(request: StaffRequest) -> HttpResponse:
    shown = board.listed(request.staff.authority, request.GET, sentences(DEFAULT), on=today())
    return render(request, "planning/money/measures.html", {**planning_frame(request), **shown, "may": request.staff.role in TAKE_PART})


@require_safe
@staff_required(*READ)
def measure(request: StaffRequest, key: UUID) -> HttpResponse:
    return _measure_page(request, _measure(request, key))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def new_measure(request: StaffRequest) -> HttpResponse:
    return _measure_form(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def change_measure(request: StaffRequest, key: UUID) -> HttpResponse:
    return _measure_form(request, _measure(request, key))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def remove_measure(request: StaffRequest, key: UUID) -> HttpResponse:
    found = _measure(request, key)
    if request.method == "POST":
        actions.remove_measure(found, by=actor(request.staff))
        return redirect("planning:money_measure", key)
    return render(request, "planning/money/remove.html", {**planning_frame(request), "measure": found, "amounts": found.money.count()})


@require_POST
@staff_required(*TAKE_PART)
def bring_back(request: StaffRequest, key: UUID) -> HttpResponse:
    actions.bring_back(_measure(request, key), by=actor(request.staff))
    return redirect("planning:money_measure", key)


@require_POST
@staff_required(*TAKE_PART)
def keep_money(request: StaffRequest, key: UUID) -> HttpResponse:
    found = _measure(request, key)
    form = MoneyForm(request.POST, measure=found, say=sentences(DEFAULT))
    if not form.is_valid():
        return _measure_page(request, found, form)
    actions.keep_money(found, [form.amount()], by=actor(request.staff))
    return redirect("planning:money_measure", key)


@require_POST
@staff_required(*TAKE_PART)
def remove_money(request: StaffRequest, key: UUID, number: int) -> HttpResponse:
    money = get_object_or_404(Money.objects.select_related("measure"), pk=number, measure=_measure(request, key))
    actions.remove_money(money, by=actor(request.staff))
    return redirect("planning:money_measure", key)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def programmes(request: StaffRequest) -> HttpResponse:
    say, authority = sentences(DEFAULT), request.staff.authority
    form = ProgrammeForm(request.POST or None)
    if form.is_valid():
        actions.keep_programme(authority, form.cleaned_data["name"], form.cleaned_data["aim"], by=actor(request.staff))
        return redirect("planning:money_programmes")
    shown = {"programmes": queries.programmes(authority), "fields": drawn(form, ROOM, say), "problems": wrong(form, ROOM, say)}
    return render(request, "planning/money/programmes.html", {**planning_frame(request), **shown}, status=_status(form.is_bound))


@require_safe
@staff_required(*READ)
def download(request: StaffRequest) -> HttpResponse:
    authority = request.staff.authority
    content = as_csv(list(queries.money(authority).select_related("measure__programme")), edition(authority))
    return HttpResponse(content, content_type=MEDIA_TYPE, headers={"Content-Disposition": 'attachment; filename="massnahmen-geld.csv"'})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def upload(request: StaffRequest) -> HttpResponse:
    say = sentences(DEFAULT)
    some = list(queries.standing(request.staff.authority))
    form = MoneyFile(request.POST or None, request.FILES or None, measures=some, say=say, year=today().year)
    problem = ""
    if form.is_valid():
        try:
            return redirect("planning:money_measure", _kept_file(request, form).pk)
        except Problem as wrong_file:
            problem = say.problem(wrong_file)
    shown = {"fields": drawn(form, ROOM, say), "problems": wrong(form, ROOM, say), "problem": problem}
    return render(request, "planning/money/upload.html", {**planning_frame(request), **shown}, status=_status(form.is_bound))


def _kept_file(request: StaffRequest, form: MoneyFile) -> Measure:
    """Read the file whole before anything is kept."""
    given, by, authority = form.cleaned_data, actor(request.staff), request.staff.authority
    amounts = read_money(form.content(), year=given["year"], source=given["source"], which=given["which"])
    found = form.measures.get(given["measure"])
    areas = sorted({one.area for one in amounts})
    kept = found or actions.keep_measure(authority, Said(given["title"], areas=areas, status="running"), by=by)
    actions.keep_money(kept, amounts, by=by)
    return kept


def _measure(request: StaffRequest, key: UUID) -> Measure:
    found = queries.measure(request.staff.authority, key)
    if found is None:
        raise Http404
    return found


def _measure_form(request: StaffRequest, found: Measure | None) -> HttpResponse:
    say, authority = sentences(DEFAULT), request.staff.authority
    initial = as_typed(found) if found else board.begun(request.GET)
    form = MeasureForm(request.POST or None, authority=authority, say=say, initial=initial)
    if form.is_valid():
        return redirect("planning:money_measure", actions.keep_measure(authority, form.said(), by=actor(request.staff), measure=found).pk)
    shown = {"measure": found, "parts": sections(form, ROOM, say, PARTS), "problems": wrong(form, ROOM, say)}
    return render(request, "planning/money/change.html", {**planning_frame(request), **shown}, status=_status(form.is_bound))


def _measure_page(request: StaffRequest, found: Measure, form: MoneyForm | None = None) -> HttpResponse:
    say = sentences(DEFAULT)
    shown = board.opened(found, say, on=today())
    given = form or MoneyForm(measure=found, say=say, initial={"year": today().year, **amount_as_typed(None, None)})
    money = {"money_fields": drawn(given, ROOM, say), "problems": wrong(given, ROOM, say), "may": request.staff.role in TAKE_PART}
    return render(request, "planning/money/measure.html", {**planning_frame(request), **shown, **money}, status=_status(form is not None))


def _status(bound: bool) -> int:
    return HTTPStatus.UNPROCESSABLE_ENTITY if bound else HTTPStatus.OK
