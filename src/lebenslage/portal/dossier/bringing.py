"""Proofs after the application was sent: what is still wanted, what the office wants once more and why, what has just arrived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lebenslage.cases.actions import submission
from lebenslage.cases.models import Case
from lebenslage.cases.queries import ResidentCase
from lebenslage.journal.actions import RESIDENT
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import frame, sentences
from lebenslage.portal.apply.proof_telling import FEW, MIDDLE, brought
from lebenslage.portal.door import VaultRequest, for_residents
from lebenslage.portal.dossier.telling import open_proofs, told
from lebenslage.portal.own_cases import own_case
from lebenslage.portal.proof_words import proof_words
from lebenslage.portal.uploads import sent_papers
from lebenslage.residents import actions
from lebenslage.residents.proofs import OTHER
from lebenslage.residents.queries import document_of, documents_for


@require_http_methods(["GET", "HEAD", "POST"])
@for_residents
def bring(request: VaultRequest, language: str, case_id: UUID) -> HttpResponse:
    """Bring what was not at hand, or what the office wants once more."""
    found = own_case(request, case_id, language)
    wanted = open_proofs(found, request.vault, language)
    if request.method != "POST":
        return _page(request, language, found, wanted)
    chosen = request.POST.get("nachweis", "")
    try:
        received = _bring(request, case_id, chosen if chosen in [one.value for one in wanted] else OTHER)
    except Problem as problem:
        return _page(request, language, found, wanted, [problem])
    if received.problems:
        return _page(request, language, found, wanted, received.problems, others_kept=bool(received.documents))
    return redirect("portal:arrived", language, case_id, received.documents[0].pk)


@require_safe
@for_residents
def arrived(request: VaultRequest, language: str, case_id: UUID, document_id: UUID) -> HttpResponse:
    """What was brought for a proof, as the office got it: whether it can be read."""
    found, document = own_case(request, case_id, language), document_of(request.vault, document_id)
    if document is None or document.draft is None or document.draft_id != Case.objects.values_list("draft", flat=True).get(pk=case_id):
        raise Http404
    say = sentences(language)
    there = [one for one in documents_for(document.draft) if (one.kind, one.row) == (document.kind, document.row)]
    context = {
        **frame(language, "portal:arrived", case_id, document_id),
        "case": told(found, say),
        "label": proof_words(document.kind, say),
        "files": [brought(one, say, width=MIDDLE, most=FEW) for one in reversed(there)],
    }
    return render(request, "portal/dossier/arrived.html", context)


def _bring(request: VaultRequest, case_id: UUID, chosen: str) -> actions.Received:
    case = Case.objects.select_related("draft__version", "draft__vault").get(pk=case_id)
    kind, _, row = chosen.partition("/")
    received = actions.add_documents(case.draft, papers=sent_papers(request), kind=kind, row=row, by=RESIDENT)
    if received.documents:
        submission.bring_proofs(case, documents=received.documents, by=RESIDENT)
    return received


def _page(
    request: VaultRequest,
    language: str,
    found: ResidentCase,
    wanted: Sequence[Any],
    problems: Sequence[Problem] = (),
    *,
    others_kept: bool = False,
) -> HttpResponse:
    say, again = sentences(language), _again(found)
    context = {
        **frame(language, "portal:bring", found.id),
        "case": told(found, say),
        "wanted": wanted,
        "again": again,
        "chosen": request.POST.get("nachweis") or next((one["value"] for one in again), ""),
        "problems": [{"sentence": say.problem(problem), "address": "#datei"} for problem in problems],
        "others_kept": others_kept,
    }
    return render(request, "portal/dossier/bring.html", context, status=422 if problems else 200)


def _again(found: ResidentCase) -> Sequence[Mapping[str, str]]:
    """What the office did not accept, with its reason, where nothing newer came."""
    came = {(one.kind, one.row) for one in found.evidence if one.state != "rejected"}
    rejected = [one for one in found.evidence if one.state == "rejected" and (one.kind, one.row) not in came]
    return [{"value": f"{one.kind}/{one.row}", "label": one.label, "reason": one.reason} for one in rejected]
