"""Proofs: one page for each that is wanted. What was brought can be taken back; everything may follow later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from lebenslage.portal.apply.proof_telling import brought, month_choices
from lebenslage.portal.moments import day_in_words
from lebenslage.portal.proof_words import proof_words, whose
from lebenslage.portal.uploads import sent_papers
from lebenslage.residents import actions
from lebenslage.residents.models import Document
from lebenslage.residents.queries import Wanted, document_of, file_name, offered

HOUSEHOLD: Final = "haushalt"


@require_safe
@for_applicants
def proofs(request: ApplyRequest, language: str) -> HttpResponse:
    """Every proof that is wanted, and which of them were brought."""
    context = {**frame(language, "portal:proofs"), "proofs": [_named(one, request) for one in request.form.wanted]}
    return render(request, "portal/apply/proofs.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_applicants
def proof(request: ApplyRequest, language: str, kind: str, row: str) -> HttpResponse:
    """One proof: bring files, see what was brought."""
    wanted = wanted_at(request, kind, row)
    if request.method != "POST":
        return _page(request, language, wanted)
    try:
        received = _bring(request, wanted)
    except Problem as problem:
        return _page(request, language, wanted, [problem])
    if received.problems:
        return _page(request, language, _fresh(wanted, received.documents), received.problems)
    return redirect("portal:proof", language, kind, row)


@require_POST
@for_applicants
def reuse(request: ApplyRequest, language: str, kind: str, row: str, document_id: UUID) -> HttpResponse:
    """Use a proof of an earlier application again."""
    wanted = wanted_at(request, kind, row)
    try:
        actions.reuse(own_document(request, document_id), request.form.draft, row=wanted.row, by=RESIDENT)
    except Problem as problem:
        return _page(request, language, wanted, [problem])
    return redirect("portal:proof", language, kind, row)


@require_POST
@for_applicants
def remove(request: ApplyRequest, language: str, document_id: UUID) -> HttpResponse:
    """Take back a file that was brought."""
    found = own_document(request, document_id)
    actions.remove_document(found, by=RESIDENT)
    return HttpResponseRedirect(f"{address_of(found, language)}?entfernt={found.pk}")


@require_POST
@for_applicants
def restore(request: ApplyRequest, language: str, document_id: UUID) -> HttpResponse:
    """Bring back a file that was taken back by mistake."""
    found = own_document(request, document_id)
    actions.restore_document(found, by=RESIDENT)
    return HttpResponseRedirect(address_of(found, language))


def wanted_at(request: ApplyRequest, kind: str, row: str) -> Wanted:
    """The proof that a page is about. Raises Http404."""
    wanted = next((one for one in request.form.wanted if one.kind == kind and (one.row or HOUSEHOLD) == row), None)
    if wanted is None:
        raise Http404
    return wanted


def own_document(request: ApplyRequest, id: UUID) -> Document:
    """A file in her own vault. Raises Http404."""
    found = document_of(request.vault, id)
    if found is None:
        raise Http404
    return found


def address_of(document: Document, language: str) -> str:
    """The page of the proof for which a file was brought."""
    return reverse("portal:proof", args=[language, document.kind, document.row or HOUSEHOLD])


def removed_here(request: ApplyRequest, kind: str, row: str) -> Document | None:
    """The file, or page of one, that was taken back a moment ago, so that it can be brought back."""
    try:
        found = document_of(request.vault, UUID(request.GET.get("entfernt", "")))
    except ValueError:
        return None
    return found if found is not None and found.removed is not None and (found.kind, found.row) == (kind, row) else None


def said(problems: Sequence[Problem], say: Texts) -> Sequence[Mapping[str, str]]:
    """Problems as the summary shows them."""
    return [{"sentence": say.problem(problem), "address": "#datei"} for problem in problems]


def _bring(request: ApplyRequest, wanted: Wanted) -> actions.Received:
    return actions.add_documents(
        request.form.draft,
        papers=sent_papers(request),
        kind=wanted.kind,
        row=wanted.row,
        months=request.POST.getlist("monate") if wanted.period else (),
        by=RESIDENT,
    )


def _fresh(wanted: Wanted, documents: Sequence[Document]) -> Wanted:
    there = {one.pk: one for one in [*wanted.documents, *documents]}
    return Wanted(wanted.kind, wanted.row, wanted.why, wanted.required, list(there.values()), wanted.period)


def _page(request: ApplyRequest, language: str, wanted: Wanted, problems: Sequence[Problem] = ()) -> HttpResponse:
    say, kept = request.form.say, {one.pk for one in wanted.documents}
    before = {one.pk for first in request.form.wanted if (first.kind, first.row) == (wanted.kind, wanted.row) for one in first.documents}
    context = {
        **frame(language, "portal:proof", wanted.kind, wanted.row or HOUSEHOLD),
        "proof": _told(wanted, request),
        "problems": said(problems, say),
        "others_kept": bool(problems) and kept != before,
        "removed": removed_here(request, wanted.kind, wanted.row),
        "earlier": [_earlier(one, say) for one in offered(request.form.draft, wanted.kind, wanted.row)],
        "months": month_choices(" ".join(request.POST.getlist("monate")[:12]) if problems else "", say) if wanted.period else (),
        "next": _after(wanted, request),
    }
    return render(request, "portal/apply/proof.html", context, status=422 if problems else 200)


def _earlier(document: Document, say: Texts) -> Mapping[str, object]:
    name = file_name(document)
    sentence = say("apply", "proofs", "earlier_said", day=day_in_words(document.since.date(), say), name=name)
    return {"id": document.pk, "name": name, "sentence": sentence}


def _named(wanted: Wanted, request: ApplyRequest) -> Mapping[str, object]:
    say = request.form.say
    there = say("apply", "proofs", "months_there", number=min(len(wanted.months), wanted.period), period=wanted.period)
    return {
        "kind": wanted.kind,
        "row": wanted.row or HOUSEHOLD,
        "label": proof_words(wanted.kind, say),
        "whose": whose(wanted.row, request.form.interview),
        "required": wanted.required,
        "documents": wanted.documents,
        "done": wanted.done,
        "months": there if wanted.period and wanted.documents and not wanted.done else "",
    }


def _told(wanted: Wanted, request: ApplyRequest) -> Mapping[str, object]:
    say = request.form.say
    rule = request.form.definition.evidence_kind(wanted.kind)
    return {
        **_named(wanted, request),
        "why": _sentence("why", wanted, say),
        "alternatives": _sentence("alternatives", wanted, say),
        "identity": say("apply", "proofs", "identity") if rule is not None and rule.identity else "",
        "wanted_months": say("apply", "proofs", "months_wanted", period=wanted.period) if wanted.period else "",
        "brought": [brought(document, say) for document in wanted.documents],
    }


def _sentence(which: str, wanted: Wanted, say: Texts) -> str:
    path = ("evidence", wanted.kind, which)
    return say(*path) if say.has(*path) else ""


def _after(wanted: Wanted, request: ApplyRequest) -> Wanted | None:
    places = [(one.kind, one.row) for one in request.form.wanted]
    rest = list(request.form.wanted)[places.index((wanted.kind, wanted.row)) + 1 :]
    return next((one for one in rest if not one.documents), None)
