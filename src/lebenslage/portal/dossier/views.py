"""My applications: where each stands, what to do next, what the office asks, what was decided."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lebenslage.cases import queries
from lebenslage.cases.actions import submission
from lebenslage.cases.actions.dispatch import mark_read
from lebenslage.cases.models import Case, Notice, Request
from lebenslage.cases.problems import WrongState
from lebenslage.journal.actions import RESIDENT
from lebenslage.kernel.errors import Problem
from lebenslage.kernel.typed import as_words
from lebenslage.pages.frame import frame, sentences
from lebenslage.portal.apply.door import open_draft
from lebenslage.portal.door import VaultRequest, for_residents
from lebenslage.portal.dossier.telling import seen, standing, told, told_notice
from lebenslage.portal.own_cases import own_case
from lebenslage.portal.uploads import sent_papers
from lebenslage.residents import actions
from lebenslage.residents.answers import LONGEST_TEXT, LONGEST_TYPED
from lebenslage.residents.proofs import OTHER
from lebenslage.residents.reading import short_enough


@require_safe
@for_residents
def mine(request: VaultRequest, language: str) -> HttpResponse:
    cases = [standing(case, sentences(language)) for case in queries.for_resident(request.vault)]
    context = {**frame(language, "portal:mine"), "cases": cases, "draft": open_draft(request.vault)}
    return render(request, "portal/dossier/mine.html", context)


@require_safe
@for_residents
def case(request: VaultRequest, language: str, case_id: UUID) -> HttpResponse:
    found = own_case(request, case_id, language)
    seen(found)
    return render(
        request, "portal/dossier/case.html", {**frame(language, "portal:case", case_id), "case": told(found, sentences(language))}
    )


@require_safe
@for_residents
def paper(request: VaultRequest, language: str, case_id: UUID, paper_id: UUID) -> HttpResponse:
    found = next((one for one in own_case(request, case_id, language).papers if one.pk == paper_id), None)
    if found is None:
        raise Http404
    name = f"{sentences(language)('dossier', 'papers', found.kind)}.pdf"
    response = HttpResponse(queries.paper_content(queries.paper(paper_id), by=RESIDENT), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name.encode("ascii", "ignore").decode()}"'
    return response


@require_safe
@for_residents
def notice(request: VaultRequest, language: str, case_id: UUID) -> HttpResponse:
    found = own_case(request, case_id, language)
    if found.notice is None:
        return redirect("portal:case", language, case_id)
    context = {**frame(language, "portal:notice", case_id), "case": told(found, sentences(language))}
    context["notice"] = told_notice(found, sentences(language))
    mark_read(Notice.objects.get(pk=found.notice.id))
    return render(request, "portal/dossier/notice.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_residents
def answer(request: VaultRequest, language: str, case_id: UUID, request_id: UUID) -> HttpResponse:
    found = own_case(request, case_id, language)
    asked = next((one for one in found.requests if one.id == request_id), None)
    if asked is None or not asked.open:
        return redirect("portal:case", language, case_id)
    context = {**frame(language, "portal:answer", case_id, request_id), "case": told(found, sentences(language)), "asked": asked}
    context["text"] = _text(request)
    if request.method != "POST":
        return render(request, "portal/dossier/answer.html", context)
    try:
        _answer(request, request_id, short_enough(context["text"], LONGEST_TEXT))
    except Problem as problem:
        context["problems"] = [{"sentence": sentences(language).problem(problem), "address": "#text"}]
        return render(request, "portal/dossier/answer.html", context, status=422)
    return redirect("portal:case", language, case_id)


@require_http_methods(["GET", "HEAD", "POST"])
@for_residents
def message(request: VaultRequest, language: str, case_id: UUID) -> HttpResponse:
    found = own_case(request, case_id, language)
    context: dict[str, Any] = {**frame(language, "portal:message", case_id), "case": told(found, sentences(language))}
    context["text"] = _text(request)
    if request.method != "POST":
        return render(request, "portal/dossier/message.html", context)
    try:
        submission.message(Case.objects.get(pk=case_id), short_enough(context["text"], LONGEST_TEXT), by=RESIDENT)
    except Problem as problem:
        context["problems"] = [{"sentence": sentences(language).problem(problem), "address": "#text"}]
        return render(request, "portal/dossier/message.html", context, status=422)
    return redirect("portal:case", language, case_id)


@require_http_methods(["GET", "HEAD", "POST"])
@for_residents
def withdraw(request: VaultRequest, language: str, case_id: UUID) -> HttpResponse:
    found = own_case(request, case_id, language)
    if not found.may_withdraw:
        return redirect("portal:case", language, case_id)
    if request.method != "POST":
        context = {**frame(language, "portal:withdraw", case_id), "case": told(found, sentences(language))}
        return render(request, "portal/dossier/withdraw.html", context)
    try:
        submission.withdraw(Case.objects.get(pk=case_id), by=RESIDENT)
    except WrongState:
        return redirect("portal:case", language, case_id)
    return redirect("portal:case", language, case_id)


def _text(request: VaultRequest) -> str:
    return as_words(request.POST.get("text", "")[:LONGEST_TYPED], lines=True)


def _answer(request: VaultRequest, request_id: UUID, text: str) -> None:
    """What she brings is kept first, so that nothing is lost where one of several files cannot be taken."""
    asked = Request.objects.select_related("case__draft__version", "case__draft__vault").get(pk=request_id)
    papers = sent_papers(request) if request.FILES else ()
    received = actions.add_documents(asked.case.draft, papers=papers, kind=asked.evidence_kind or OTHER, by=RESIDENT)
    if received.problems:
        raise received.problems[0]
    submission.answer_request(asked, text=text, documents=received.documents, by=RESIDENT)
