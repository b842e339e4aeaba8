"""Proofs: one page for each that is wanted. What was brought can be taken back; everything may follow later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.journal.actions import RESIDENT
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import frame
from lebenslage.portal.apply.door import ApplyRequest, for_applicants
from lebenslage.portal.problems import NoFileChosen
from lebenslage.portal.proof_words import proof_words, whose
from lebenslage.portal.uploads import sent_file
from lebenslage.residents import actions
from lebenslage.residents.models import Document
from lebenslage.residents.queries import Wanted, document_of, file_name

HOUSEHOLD: Final = "haushalt"


@require_safe
@for_applicants
def proofs(request: ApplyRequest, language: str) -> HttpResponse:
    """Every proof that is wanted, with what was brought."""
    context = {**frame(language, "portal:proofs"), "proofs": [_told(one, request) for one in request.form.wanted]}
    return render(request, "portal/apply/proofs.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_applicants
def proof(request: ApplyRequest, language: str, kind: str, row: str) -> HttpResponse:
    """One proof: bring a file, see what was brought."""
    wanted = next((one for one in request.form.wanted if one.kind == kind and (one.row or HOUSEHOLD) == row), None)
    if wanted is None:
        raise Http404
    if request.method != "POST":
        return _page(request, language, wanted)
    try:
        _bring(request, wanted)
    except Problem as problem:
        return _page(request, language, wanted, [{"sentence": request.form.say.problem(problem), "address": "#datei"}])
    return redirect("portal:proof", language, kind, row)


@require_POST
@for_applicants
def remove(request: ApplyRequest, language: str, document_id: UUID) -> HttpResponse:
    """Take back a file that was brought."""
    found = _document(request, document_id)
    actions.remove_document(found, by=RESIDENT)
    address = reverse("portal:proof", args=[language, found.kind, found.row or HOUSEHOLD])
    return HttpResponseRedirect(f"{address}?entfernt={found.pk}")


@require_POST
@for_applicants
def restore(request: ApplyRequest, language: str, document_id: UUID) -> HttpResponse:
    """Bring back a file that was taken back by mistake."""
    found = _document(request, document_id)
    actions.restore_document(found, by=RESIDENT)
    return redirect("portal:proof", language, found.kind, found.row or HOUSEHOLD)


def _document(request: ApplyRequest, id: UUID) -> Document:
    found = document_of(request.vault, id)
    if found is None:
        raise Http404
    return found


def _removed(request: ApplyRequest, wanted: Wanted) -> Document | None:
    """The file that was taken back a moment ago, so that it can be brought back."""
    try:
        found = document_of(request.vault, UUID(request.GET.get("entfernt", "")))
    except ValueError:
        return None
    return found if found is not None and found.removed is not None and (found.kind, found.row) == (wanted.kind, wanted.row) else None


def _bring(request: ApplyRequest, wanted: Wanted) -> None:
    file = sent_file(request)
    if file is None:
        raise NoFileChosen
    actions.add_document(request.form.draft, content=file.content, name=file.name, kind=wanted.kind, row=wanted.row, by=RESIDENT)


def _page(request: ApplyRequest, language: str, wanted: Wanted, problems: list[dict[str, str]] | None = None) -> HttpResponse:
    context = {
        **frame(language, "portal:proof", wanted.kind, wanted.row or HOUSEHOLD),
        "proof": _told(wanted, request),
        "problems": problems or [],
        "removed": _removed(request, wanted),
        "next": _after(wanted, request),
    }
    return render(request, "portal/apply/proof.html", context, status=422 if problems else 200)


def _told(wanted: Wanted, request: ApplyRequest) -> Mapping[str, object]:
    say, interview = request.form.say, request.form.interview
    return {
        "kind": wanted.kind,
        "row": wanted.row or HOUSEHOLD,
        "label": proof_words(wanted.kind, say),
        "whose": whose(wanted.row, interview),
        "why": _sentence("why", wanted, say),
        "alternatives": _sentence("alternatives", wanted, say),
        "required": wanted.required,
        "documents": [(document, file_name(document)) for document in wanted.documents],
    }


def _sentence(which: str, wanted: Wanted, say: Texts) -> str:
    path = ("evidence", wanted.kind, which)
    return say(*path) if say.has(*path) else ""


def _after(wanted: Wanted, request: ApplyRequest) -> Wanted | None:
    rest = list(request.form.wanted)[list(request.form.wanted).index(wanted) + 1 :]
    return next((one for one in rest if not one.documents), None)
