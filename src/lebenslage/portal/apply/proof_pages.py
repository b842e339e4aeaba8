"""The pages of a file that was brought: see whether they can be read; turn, move and remove them; add more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.journal.actions import RESIDENT
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import frame
from lebenslage.portal.apply.door import ApplyRequest, for_applicants
from lebenslage.portal.apply.proof_telling import LARGE, MANY, MIDDLE, brought, month_choices, pages
from lebenslage.portal.apply.proofs import address_of, own_document, removed_here, said
from lebenslage.portal.proof_words import proof_words
from lebenslage.portal.uploads import sent_papers
from lebenslage.residents import actions
from lebenslage.residents.models import Document

type Step = Callable[[Document, int], Document | None]

STEPS: Final[Mapping[str, Step]] = {
    "drehen": lambda document, page: actions.turn_page(document, page, by=RESIDENT),
    "vor": lambda document, page: actions.move_page(document, page, to=page - 1, by=RESIDENT),
    "zurueck": lambda document, page: actions.move_page(document, page, to=page + 1, by=RESIDENT),
    "entfernen": lambda document, page: actions.remove_page(document, page, by=RESIDENT),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_applicants
def document(request: ApplyRequest, language: str, document_id: UUID) -> HttpResponse:
    """A file page by page; further pages come here."""
    found = open_document(request, document_id)
    if request.method != "POST":
        return _page(request, language, found)
    try:
        received = actions.add_pages(found, papers=sent_papers(request), by=RESIDENT)
    except Problem as problem:
        return _page(request, language, own_document(request, document_id), [problem])
    return _page(request, language, found, received.problems) if received.problems else redirect("portal:document", language, document_id)


@require_safe
@for_applicants
def page(request: ApplyRequest, language: str, document_id: UUID, number: int) -> HttpResponse:
    """One page in large."""
    found = open_document(request, document_id)
    shown = next(iter(pages(found, request.form.say, width=LARGE, most=1, first=number - 1)), None) if number else None
    if shown is None:
        raise Http404
    context = {**frame(language, "portal:document_page", document_id, number), "document": found, "page": shown}
    return render(request, "portal/apply/proof_page.html", context)


@require_POST
@for_applicants
def change(request: ApplyRequest, language: str, document_id: UUID, number: int, step: str) -> HttpResponse:
    """Turn, move or remove a page. What another window was first to do is shown, and said."""
    if step not in STEPS:
        raise Http404
    try:
        taken_out = STEPS[step](open_document(request, document_id), number)
    except Problem as problem:
        return _page(request, language, own_document(request, document_id), [problem])
    where = reverse("portal:document", args=[language, document_id])
    return HttpResponseRedirect(f"{where}?entfernt={taken_out.pk}" if taken_out else f"{where}#seiten")


@require_POST
@for_applicants
def months(request: ApplyRequest, language: str, document_id: UUID) -> HttpResponse:
    """Say which months a paper shows."""
    found = open_document(request, document_id)
    actions.say_months(found, months=request.POST.getlist("monate"), by=RESIDENT)
    return HttpResponseRedirect(address_of(found, language))


def open_document(request: ApplyRequest, id: UUID) -> Document:
    """A file of this application that was not taken back. Raises Http404."""
    found = own_document(request, id)
    if found.removed is not None or found.draft_id not in (request.form.draft.pk, None):
        raise Http404
    return found


def _page(request: ApplyRequest, language: str, found: Document, problems: Sequence[Problem] = ()) -> HttpResponse:
    say = request.form.say
    rule = request.form.definition.evidence_kind(found.kind)
    context = {
        **frame(language, "portal:document", found.pk),
        "file": brought(found, say, width=MIDDLE, most=MANY),
        "label": proof_words(found.kind, say),
        "first_pages": MANY if (found.pages or 0) > MANY else 0,
        "back": address_of(found, language),
        "problems": said(problems, say),
        "removed": removed_here(request, found.kind, found.row),
        "months": month_choices(found.months, say) if rule is not None and rule.period else (),
    }
    return render(request, "portal/apply/proof_document.html", context, status=422 if problems else 200)
