"""Taking in a list of places: choose it, see what was understood, correct it, keep it. Needs the analysis packages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Authority
from lebenslage.journal.clock import today
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.rooms import PLAN, planning_frame
from lebenslage.planning.sites.forms import FileForm, MeaningForm, Wrong
from lebenslage.quarters import catalogue
from lebenslage.quarters.models import Edition
from lebenslage.quarters.places import actions, queries
from lebenslage.quarters.places.actions import Known
from lebenslage.quarters.places.models import PlaceFile
from lebenslage.quarters.places.reading import Sheet, Understood, guessed, sheet_of, understood
from lebenslage.quarters.recording import actor

UNFIT = 422
SHOWN = 12
PREVIEW = ("name", "kind", "candidate", "address", "place", "barrier_free", "hours", "price")


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def choose(request: StaffRequest) -> HttpResponse:
    """Choose a list."""
    authority, say = request.staff.authority, sentences(DEFAULT)
    if catalogue.editions(authority).first() is None:
        return render(request, "planning/sites/no_quarters.html", planning_frame(request))
    form = FileForm(request.POST or None, request.FILES or None, say=say) if request.method == "POST" else FileForm(say=say)
    problems: Sequence[Wrong] = []
    if form.is_bound and form.is_valid():
        title, text = _sent(form, say("planning_sites", "pasted"))
        try:
            file = actions.receive(authority, title, text, guessed(sheet_of(text), title), by=actor(request.staff), name=request.staff.name)
            return redirect("planning:site_place_file", file.pk)
        except Problem as problem:
            problems = [Wrong("datei", say.problem(problem))]
    problems = [*form.problems, *problems] if form.is_bound else []
    return render(
        request,
        "planning/sites/choose.html",
        {**planning_frame(request), "form": form, "problems": problems},
        status=UNFIT if problems else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def file(request: StaffRequest, file_id: int) -> HttpResponse:
    """See what was understood, and keep it."""
    authority, say = request.staff.authority, sentences(DEFAULT)
    received = get_object_or_404(queries.files(authority), pk=file_id, kept_at=None)
    sheet = sheet_of(received.text)
    form = MeaningForm(request.POST or None, say=say, headers=sheet.headers, initial=_meant(received))
    keep = request.POST.get("schritt") == "behalten"
    if form.is_bound and form.is_valid():
        actions.understand(received, form.how)
        if keep and not form.cleaned_data["source"]:
            form.add_error("source", say("planning_sites", "errors", "required"))
    read, problem = _read(authority, received, sheet)
    if keep and read and read.places and form.is_valid():
        known = Known(form.cleaned_data["source"], form.cleaned_data["on"])
        actions.add(authority, read.places, known, by=actor(request.staff), file=received)
        return redirect("planning:site_places")
    problems = [*(form.problems if form.is_bound else []), *([Wrong("spalte_x", say.problem(problem))] if problem else [])]
    context = {"form": form, "file": received, "read": read, "shown": read.places[:SHOWN] if read else [], "problems": problems}
    context["preview_columns"] = PREVIEW
    return render(request, "planning/sites/file.html", {**planning_frame(request), **context}, status=UNFIT if form.errors else 200)


def _sent(form: FileForm, pasted: str) -> tuple[str, str]:
    """The name of the list, and its text."""
    file = form.cleaned_data["datei"]
    if file is None:
        return pasted, form.cleaned_data["inhalt"]
    raw: bytes = file.read()
    try:
        return file.name, raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return file.name, raw.decode("cp1252", errors="replace")


def _meant(file: PlaceFile) -> dict[str, Any]:
    columns = {f"spalte_{column}": header for column, header in file.how["columns"].items()}
    return {
        **columns,
        "kind": file.how["kind"],
        "standing": "kandidat" if file.how["candidate"] else "steht",
        "on": today(),
        "source": file.authority.name,
    }


def _read(authority: Authority, file: PlaceFile, sheet: Sheet) -> tuple[Understood | None, Problem | None]:
    """What the list says, or why it cannot be read."""
    edition = catalogue.edition(authority) or Edition(authority=authority)
    known = queries.places(authority).values_list("name", "x", "y")
    try:
        return understood(sheet, file.how, edition, known), None
    except Problem as problem:
        return None, problem
