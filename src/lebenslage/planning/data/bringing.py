"""Bringing a file in: chosen, looked at with its report, accepted. Needs the analysis packages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.feeds import actions as feeds
from lebenslage.feeds.models import Waiting
from lebenslage.journal.clock import now
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.data.asking import asked
from lebenslage.planning.data.reviewing import reviewed
from lebenslage.planning.rooms import PLAN, planning_frame
from lebenslage.quarters.models import Batch
from lebenslage.quarters.reading import How, Look, keep, look
from lebenslage.quarters.recording import actor

TAKE = "uebernehmen"


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def upload(request: StaffRequest) -> HttpResponse:
    """Choose a file and send it; one that cannot be read is refused with what to do."""
    problems: list[dict[str, str]] = []
    if request.method == "POST":
        try:
            return redirect("planning:data_review", _brought(request).pk)
        except Problem as problem:
            problems = [{"target": "datei", "sentence": sentences(DEFAULT).problem(problem)}]
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK
    return render(request, "planning/data/upload.html", {**planning_frame(request), "problems": problems}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """The report on a file; sent back it is kept, or looked at once more with other answers."""
    kept = get_object_or_404(Waiting, authority=request.staff.authority, pk=waiting)
    how = How.model_validate(kept.how) if kept.how else None
    try:
        seen = _look(request, kept, asked(request.POST, _look(request, kept, how).how) if request.method == "POST" else how)
    except Problem as problem:
        return _unreadable(request, kept, problem)
    if request.method == "POST" and request.POST.get("aktion") == TAKE and not seen.blocking:
        return redirect("planning:data_version", _taken(request, kept, seen).pk)
    if request.method == "POST":
        feeds.understand(kept, seen.how.stored(), by=actor(request.staff))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if request.POST.get("aktion") == TAKE else HTTPStatus.OK
    return render(request, "planning/data/review.html", {**planning_frame(request), "page": reviewed(seen, kept)}, status=status)


def _brought(request: StaffRequest) -> Waiting:
    """Keep the file that was sent, where it can be read at all. Raises Problem."""
    file = request.FILES.get("datei")
    name, content = (file.name or "", file.read()) if file else ("", b"")
    kept = feeds.bring(request.staff.authority, name, content, by=actor(request.staff), by_name=request.staff.name, at=now())
    try:
        _look(request, kept, How.model_validate(kept.how) if kept.how else None)
    except Problem:
        feeds.let_go(kept, by=actor(request.staff))
        raise
    return kept


def _look(request: StaffRequest, kept: Waiting, how: How | None) -> Look:
    with _on_disk(kept) as path:
        return look(request.staff.authority, path, kept.name, how=how)


def _taken(request: StaffRequest, kept: Waiting, seen: Look) -> Batch:
    by, origin = actor(request.staff), "feed" if kept.feed_id else "file"
    batch = keep(request.staff.authority, seen, by=by, name=request.staff.name, at=now(), origin=origin, digest=kept.digest)
    feeds.let_go(kept, by=by)
    return batch


def _unreadable(request: StaffRequest, kept: Waiting, problem: Problem) -> HttpResponse:
    context = {**planning_frame(request), "waiting": kept, "problems": [{"target": "", "sentence": sentences(DEFAULT).problem(problem)}]}
    return render(request, "planning/data/unreadable.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@contextmanager
def _on_disk(kept: Waiting) -> Iterator[Path]:
    with tempfile.NamedTemporaryFile() as file:
        file.write(bytes(kept.content))
        file.flush()
        yield Path(file.name)
