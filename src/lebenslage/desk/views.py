"""The pages of the office's door: the list, the case, a proof, a question, a proposal, an approval."""

from __future__ import annotations

import csv
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.csp import CSP
from django.views.decorators.csp import csp_override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.cases import actions, queries
from lebenslage.cases.models import Evidence
from lebenslage.cases.problems import NoSuchCase
from lebenslage.cases.queries import CaseFile
from lebenslage.desk import asking, casefile, deciding, forwarding, proofs, worklist
from lebenslage.desk.calculation import calculation
from lebenslage.desk.door import DeskRequest, at_the_desk
from lebenslage.desk.facts import Facts
from lebenslage.desk.kept import Kept, is_of_the_desk, kept, sent_from_here
from lebenslage.desk.other_rights import other_rights
from lebenslage.desk.possible import changeable, possible, standing
from lebenslage.pages.frame import staff_frame

UNFIT = 422
PDF = "application/pdf"
WITH_KEYS: dict[str, Any] = {**settings.SECURE_CSP, "script-src": [CSP.SELF]}
SANDBOXED = {"default-src": [CSP.NONE], "sandbox": "", "frame-ancestors": [CSP.NONE]}


@require_safe
@csp_override(WITH_KEYS)
@at_the_desk
def work_list(request: DeskRequest) -> HttpResponse:
    asked = worklist.asked(request.GET)
    return render(request, "desk/list/page.html", {**staff_frame(request), **worklist.context(request.staff, asked)})


@require_safe
@at_the_desk
def export(request: DeskRequest) -> HttpResponse:
    response = HttpResponse(
        content_type="text/csv; charset=utf-8", headers={"Content-Disposition": 'attachment; filename="arbeitsliste.csv"'}
    )
    csv.writer(response, delimiter=";").writerows(worklist.exported(request.staff, worklist.asked(request.GET)))
    return response


@require_safe
@at_the_desk
def case(request: DeskRequest, case_id: UUID) -> HttpResponse:
    return _page(request, "desk/case/page.html", opened(request, case_id))


@require_safe
@at_the_desk
def proof(request: DeskRequest, case_id: UUID, proof_id: UUID) -> HttpResponse:
    file = opened(request, case_id)
    beside = deciding.proof_beside_facts(file, proof_id, by=request.staff, changing=_changing(request))
    return _page(request, "desk/proof/page.html", file, **beside)


@require_safe
@at_the_desk
@csp_override(SANDBOXED)
def proof_file(request: DeskRequest, case_id: UUID, proof_id: UUID) -> HttpResponse:
    evidence = get_object_or_404(Evidence.objects.select_related("blob"), pk=proof_id, case=case_id)
    return _shown(queries.proof_content(evidence, by=request.staff), evidence.blob.media_type)


@require_safe
@at_the_desk
@csp_override(SANDBOXED)
def paper(request: DeskRequest, case_id: UUID, paper_id: UUID) -> HttpResponse:
    found = queries.paper(paper_id)
    if found.case_id != case_id:
        raise Http404
    return _shown(queries.paper_content(found, by=request.staff), PDF)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def ask(request: DeskRequest, case_id: UUID) -> HttpResponse:
    file = opened(request, case_id)
    draft = asking.drafted(file, request)
    if draft.sends:
        actions.ask(file.case, by=request.staff, **draft.wanted())
        return redirect("desk:case", case_id)
    return _page(request, "desk/decide/ask.html", file, status=UNFIT if draft.errors else 200, **draft.context())


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def forward(request: DeskRequest, case_id: UUID) -> HttpResponse:
    file = opened(request, case_id)
    draft = forwarding.drafted(file, request)
    if draft.sends:
        actions.forward(file.case, by=request.staff, **draft.wanted())
        return redirect("desk:case", case_id)
    return _page(request, "desk/decide/forward.html", file, status=UNFIT if draft.errors else 200, **draft.context())


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def propose(request: DeskRequest, case_id: UUID) -> HttpResponse:
    file = opened(request, case_id)
    draft = deciding.drafted(file, request)
    if draft.sends:
        actions.propose(file.case, by=request.staff, **draft.wanted())
        return redirect("desk:case", case_id)
    if draft.prints:
        return _shown(draft.pdf(request.staff), PDF)
    return _page(request, "desk/decide/propose.html", file, status=UNFIT if draft.errors else 200, **draft.context(request.staff))


@require_safe
@at_the_desk
def decision(request: DeskRequest, case_id: UUID) -> HttpResponse:
    file = opened(request, case_id)
    return _page(request, "desk/decide/decision.html", file, **deciding.approval(file, by=request.staff))


@require_safe
@at_the_desk
@csp_override(SANDBOXED)
def draft(request: DeskRequest, case_id: UUID) -> HttpResponse:
    decision = deciding.standing(opened(request, case_id))
    return _shown(queries.preview(decision, by=request.staff), PDF)


@csrf_exempt  # it changes nothing: it shows the same words with a fresh token
@require_POST
@at_the_desk
def again(request: DeskRequest) -> HttpResponse:
    address = request.POST.get("adresse", "")
    if not is_of_the_desk(address) or not sent_from_here(request):
        raise Http404
    return kept(request, Kept("again", 200, address=address))


def opened(request: DeskRequest, case_id: UUID) -> CaseFile:
    """A case of one's own authority, its reading noted; any other is not there."""
    try:
        return queries.open_case(case_id, by=request.staff)
    except NoSuchCase as error:
        raise Http404 from error


def _page(request: DeskRequest, template: str, file: CaseFile, *, status: int = 200, **more: Any) -> HttpResponse:
    """A page about a case: everything its parts may need, then what this page adds."""
    context = {
        **staff_frame(request),
        "head": casefile.head(file),
        "person": casefile.person(file),
        "requests": casefile.requests(file),
        "messages": casefile.messages(file),
        "papers": casefile.papers(file),
        "decision": casefile.decision(file),
        "notice": casefile.notice(file),
        "printing": casefile.printing(file),
        "sections": Facts(file, _changing(request)).sections,
        "all_proofs": proofs.proofs(file),
        "colleagues": queries.colleagues(request.staff) if "assign" in file.allowed else (),
        "law": calculation(file),
        "other_rights": other_rights(file),
        "steps": possible(file, request.staff),
        "standing": standing(file, request.staff),
        "changeable": changeable(file),
        "may_write": "message" in file.allowed,
        "confirmable": "confirm_figure" in file.allowed,
        "lacking": proofs.proofs_lacking(file),
        "reasons": proofs.reasons_to_reject(),
        **more,
    }
    return render(request, template, context, status=status)


def _changing(request: DeskRequest) -> str:
    """The place of the fact that is being changed on this page."""
    return request.GET.get("aendern", "")


def _shown(content: bytes, media_type: str) -> HttpResponse:
    """A file of a resident in the window: of the type that was found in it when it came, never guessed, and inert."""
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": "inline", "X-Content-Type-Options": "nosniff"})
