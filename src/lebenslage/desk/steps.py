"""The steps that send at once: each checks its form, makes one domain call, and leads back to the case."""

from __future__ import annotations

from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from lebenslage.authorities.models import Staff
from lebenslage.cases import actions
from lebenslage.cases.models import Case, CaseFact, Decision, Evidence, Notice, Request
from lebenslage.desk import forms
from lebenslage.desk.door import UNFIT, DeskRequest, at_the_desk
from lebenslage.desk.kept import CORRECTION, Kept, kept


def _case(case_id: UUID) -> Case:
    return get_object_or_404(Case.objects, pk=case_id)


def _back(case_id: UUID, anchor: str = "") -> HttpResponse:
    return redirect(reverse("desk:case", args=[case_id]) + anchor)


def _unfit(request: DeskRequest, form: Form) -> HttpResponse:
    return kept(request, Kept("invalid", UNFIT, errors=forms.wrong(form), revision=_revision(request)))


def _revision(request: DeskRequest) -> int:
    sent = request.POST.get("revision", "")
    return int(sent) if sent.isascii() and sent.isdigit() else 0


@require_POST
@at_the_desk
def take(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Take a case on."""
    actions.take(_case(case_id), by=request.staff, revision=_revision(request))
    return _back(case_id)


@require_POST
@at_the_desk
def assign(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Hand a case to a colleague."""
    form = forms.Assigning(request.POST)
    if not form.is_valid():
        return _unfit(request, form)
    colleague = get_object_or_404(Staff, pk=form.cleaned_data["an"], authority=request.staff.authority_id)
    actions.assign(_case(case_id), colleague, by=request.staff, revision=form.cleaned_data["revision"])
    return _back(case_id)


@require_POST
@at_the_desk
def withdraw_request(request: DeskRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Take a question back."""
    asked = get_object_or_404(Request.objects.select_related("case"), pk=request_id, case=case_id)
    actions.withdraw_request(asked, by=request.staff, revision=_revision(request))
    return _back(case_id, "#fristen")


@require_POST
@at_the_desk
def review(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Begin the review."""
    actions.review(_case(case_id), by=request.staff, revision=_revision(request))
    return _back(case_id)


@require_POST
@at_the_desk
def resume(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Go on without an answer."""
    actions.resume(_case(case_id), by=request.staff, revision=_revision(request))
    return _back(case_id)


@require_POST
@at_the_desk
def close(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Close a case."""
    actions.close(_case(case_id), by=request.staff, revision=_revision(request))
    return _back(case_id)


@require_POST
@at_the_desk
def message(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Write to the resident."""
    form = forms.Writing(request.POST)
    if not form.is_valid():
        return _unfit(request, form)
    actions.message(_case(case_id), form.cleaned_data["text"], by=request.staff)
    return _back(case_id, "#nachrichten")


@require_POST
@at_the_desk
def confirm(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Stand for a figure of the law."""
    form = forms.Confirming(request.POST)
    if not form.is_valid():
        return _unfit(request, form)
    actions.confirm_figure(_case(case_id), form.cleaned_data["zahl"], by=request.staff, revision=form.cleaned_data["revision"])
    return _back(case_id, "#zahlen")


@require_POST
@at_the_desk
def judge_fact(request: DeskRequest, case_id: UUID, fact_id: int) -> HttpResponse:
    """Accept or reject a fact."""
    form = forms.Judging(request.POST)
    if not form.is_valid():
        return _unfit(request, form)
    fact = get_object_or_404(CaseFact.objects.select_related("case"), pk=fact_id, case=case_id, until=None)
    given = form.cleaned_data
    actions.judge_fact(fact, by=request.staff, accepted=form.accepted, reason=given["grund"], revision=given["revision"])
    return _back(case_id, f"#{fact.place}")


@require_POST
@at_the_desk
def accept_all(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Accept every open fact of a section, or of what is folded there."""
    ids = [int(one) for one in request.POST.getlist("angabe") if one.isascii() and one.isdigit()]
    found = CaseFact.objects.filter(pk__in=ids, case=case_id)
    actions.judge_facts(_case(case_id), found, by=request.staff, revision=_revision(request))
    return _back(case_id, f"#teil-{slugify(request.POST.get('teil', ''))}")


@require_POST
@at_the_desk
def correct(request: DeskRequest, case_id: UUID, place: str) -> HttpResponse:
    """Put what was found in the place of what was said."""
    form = forms.Reasoned(request.POST)
    if not form.is_valid():
        return _unfit(request, form)
    evidence = _evidence(case_id, request.POST.get("nachweis", ""))
    typed, given = request.POST.getlist(f"{CORRECTION}-{place}"), form.cleaned_data
    actions.correct_fact(
        _case(case_id), place, typed, by=request.staff, reason=given["grund"], evidence=evidence, revision=given["revision"]
    )
    return _back(case_id, f"#{place}")


def _evidence(case_id: UUID, given: str) -> Evidence | None:
    if not given:
        return None
    try:
        return get_object_or_404(Evidence.objects, pk=UUID(given), case=case_id)
    except ValueError as error:
        raise Http404 from error


@require_POST
@at_the_desk
def judge_proof(request: DeskRequest, case_id: UUID, proof_id: UUID) -> HttpResponse:
    """Accept or reject a proof, or find it readable; the suggestion that was chosen and the own words make one reason."""
    form = forms.JudgingProof(request.POST)
    if not form.is_valid():
        return _unfit(request, form)
    evidence = get_object_or_404(Evidence.objects.select_related("case"), pk=proof_id, case=case_id)
    revision = form.cleaned_data["revision"]
    if form.readable:
        actions.find_readable(evidence, by=request.staff, revision=revision)
    else:
        actions.judge_evidence(evidence, by=request.staff, accepted=form.accepted, reason=form.reason, revision=revision)
    return _back(case_id, f"#nachweis-{proof_id}")


@require_POST
@at_the_desk
def approve(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Approve the proposal of somebody else."""
    actions.approve(_proposal(case_id), by=request.staff, revision=_revision(request))
    return _back(case_id)


@require_POST
@at_the_desk
def send_back(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Send a proposal back with a reason."""
    form = forms.Reasoned(request.POST)
    if not form.is_valid():
        return _unfit(request, form)
    given = form.cleaned_data
    actions.return_proposal(_proposal(case_id), by=request.staff, reason=given["grund"], revision=given["revision"])
    return _back(case_id)


def _proposal(case_id: UUID) -> Decision:
    return get_object_or_404(Decision.objects.select_related("case"), case=case_id, returned=None)


@require_POST
@at_the_desk
def dispatch(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Record how and when the notice went out."""
    form = forms.Sending(request.POST)
    if not form.is_valid():
        return _unfit(request, form)
    given = form.cleaned_data
    actions.record_dispatch(_notice(case_id), by=request.staff, dispatch=given["versand"], posted=given["am"], revision=given["revision"])
    return _back(case_id, "#versand")


def _notice(case_id: UUID) -> Notice:
    found = Notice.objects.select_related("case").filter(case=case_id).order_by("-issued").first()
    if found is None:
        raise Http404
    return found
