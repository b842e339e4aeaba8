"""A version: what it brought, what was found, who changed it; taken back and brought back; its figures as a file."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Role
from lebenslage.journal.clock import now
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.data.shelf import changes, figures_of
from lebenslage.planning.data.words import csv_answer, plain
from lebenslage.planning.rooms import PLAN, READ, planning_frame
from lebenslage.quarters.models import Batch, Edition
from lebenslage.quarters.recording import actor, restore, withdraw


@require_safe
@staff_required(*READ)
def version(request: StaffRequest, batch: int) -> HttpResponse:
    """One import."""
    kept = _of(request, batch)
    context = {"batch": kept, "figures": figures_of(kept), "changes": changes(kept), "edition": _edition(kept)}
    return render(
        request, "planning/data/version.html", {**planning_frame(request), **context, "may_plan": request.staff.role == Role.PLANNER}
    )


@require_POST
@staff_required(*PLAN)
def take_back(request: StaffRequest, batch: int) -> HttpResponse:
    """Let the version before it count again."""
    kept = _of(request, batch)
    withdraw(kept, at=now(), by=actor(request.staff))
    return redirect("planning:data_version", kept.pk)


@require_POST
@staff_required(*PLAN)
def bring_back(request: StaffRequest, batch: int) -> HttpResponse:
    """Let it count again."""
    kept = _of(request, batch)
    restore(kept, by=actor(request.staff))
    return redirect("planning:data_version", kept.pk)


@require_safe
@staff_required(*READ)
def download(request: StaffRequest, batch: int) -> HttpResponse:
    """The figures of a version."""
    return csv_answer(_rows(_of(request, batch)), f"zahlen-stand-{batch}.csv")


def _of(request: StaffRequest, batch: int) -> Batch:
    return get_object_or_404(Batch, authority=request.staff.authority, pk=batch)


def _edition(batch: Batch) -> Edition | None:
    """The edition that an import of outlines or cells made."""
    some = Edition.objects.filter(authority=batch.authority_id, pk=batch.how.get("edition")).defer("outlines", "drawn")
    return some.first() if batch.how.get("what") in ("outlines", "cells") else None


def _rows(batch: Batch) -> Iterator[list[str]]:
    words = sentences(DEFAULT).strings["planning_data"]
    yield words["csv"]["header"]
    for one in figures_of(batch):
        bases = one.bases or [None] * len(one.numbers)
        for key, name, value, mark, base in zip(one.edition.keys, one.edition.names, one.numbers, one.qualities, bases, strict=True):
            yield [key, name, one.indicator.key, one.on.isoformat(), plain(value), words["csv"]["marks"][mark], plain(base)]
