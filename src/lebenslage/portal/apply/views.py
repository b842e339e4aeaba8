"""Apply: the task list, one thing a page, check, send, sent."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.cases.actions.dispatch import PORTAL_NOTICE
from lebenslage.cases.actions.submission import submit
from lebenslage.cases.problems import NotConnected, NotReady
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import today
from lebenslage.pages.frame import frame, sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.portal.apply import particulars as about
from lebenslage.portal.apply import stay
from lebenslage.portal.apply.door import SERVICE, ApplyRequest, for_applicants, open_draft, to_where_it_stands
from lebenslage.portal.apply.tasks import GROUPS, application, section_lines, tasks
from lebenslage.portal.door import VaultRequest, for_residents
from lebenslage.portal.moments import expected_in_words, moment_in_words
from lebenslage.portal.own_cases import own_case
from lebenslage.residents import actions
from lebenslage.residents.models import Draft
from lebenslage.residents.queries import typed_in


@require_http_methods(["GET", "HEAD", "POST"])
@for_residents
def apply(request: VaultRequest, language: str) -> HttpResponse:
    draft = open_draft(request.vault)
    if draft is None and request.method == "POST":
        actions.begin_draft(request.vault, SERVICE, by=RESIDENT)
        return redirect("portal:apply", language)
    if draft is None:
        return to_where_it_stands(request.vault, language)
    form = application(draft, language)
    context = {**frame(language, "portal:apply"), "parts": tasks(form), "ready": form.may_be_sent, "office": form.office}
    return render(request, "portal/apply/tasks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_applicants
def particulars(request: ApplyRequest, language: str, page: str) -> HttpResponse:
    form = request.form
    if not about.on_page(page, form.definition):
        raise Http404
    if request.method != "POST":
        return _particulars_page(request, language, page, form.typed, {})
    kept, wrong = about.taken(page, form.definition, stay.written(request.POST.dict(), sentences(DEFAULT)), form.say)
    more, unclear = stay.settled(page, kept, request.POST.get(stay.ASKED, ""), form.say) if not wrong else ({}, {})
    if wrong or unclear:
        return _particulars_page(request, language, page, kept, {**wrong, **unclear})
    actions.answer(request.vault, {**kept, **more}, by=RESIDENT)
    return redirect("portal:check_answers" if request.GET.get("von") == "pruefen" else "portal:apply", language)


@require_safe
@for_applicants
def section(request: ApplyRequest, language: str, id: str) -> HttpResponse:
    if id not in GROUPS:
        raise Http404
    left = [name for name in request.form.interview.open() if name not in request.form.interview.answered()]
    context = {
        **frame(language, "portal:section", id),
        "id": id,
        "groups": section_lines(id, request.form),
        "from_here": f"antrag-{id}",
        "left": [name for name in left if name.split("-")[0] in ("haushalt", "person", "personen", "gemeinde", "zahlungen")],
    }
    return render(request, "portal/apply/section.html", context)


@require_safe
@for_applicants
def check_answers(request: ApplyRequest, language: str) -> HttpResponse:
    return _check_page(request, language, status=200)


@require_POST
@for_residents
def send(request: VaultRequest, language: str) -> HttpResponse:
    draft = Draft.objects.filter(vault=request.vault, pk=_uuid(request.POST.get("antrag", ""))).select_related("vault", "version").first()
    if draft is None:
        return to_where_it_stands(request.vault, language)
    try:
        case = _hand_in(request, draft, language)
    except NotReady:
        return redirect("portal:check_answers", language)
    except NotConnected:
        return redirect("portal:ready", language)
    return redirect("portal:sent", language, case)


@transaction.atomic
def _hand_in(request: VaultRequest, draft: Draft, language: str) -> UUID:
    if draft.submitted is None and "zustimmung" in request.POST:
        actions.consent(request.vault, PORTAL_NOTICE, sentences(language)("apply", "consent"), by=RESIDENT)
    return submit(draft, by=RESIDENT, on=today(), language=language).pk


@require_safe
@for_residents
def sent(request: VaultRequest, language: str, case_id: UUID) -> HttpResponse:
    case = own_case(request, case_id, language)
    context = {
        **frame(language, "portal:sent", case_id),
        "case": case,
        "when": moment_in_words(case.submitted, sentences(language)),
        "expected": expected_in_words(case.expected, sentences(language)),
        "has_address": stay.has_address(typed_in(request.vault)),
        "has_key": request.vault.code_digest is not None or request.vault.user_id is not None,
    }
    return render(request, "portal/apply/sent.html", context)


def _check_page(request: ApplyRequest, language: str, status: int) -> HttpResponse:
    form = request.form
    context = {
        **frame(language, "portal:check_answers"),
        "form": form,
        "pages": [(page, about.entries(page, form.definition, form.typed, form.say, {})) for page in form.pages],
        "sections": [(group, section_lines(group, form)) for group in GROUPS],
        "from_here": "pruefen",
    }
    return render(request, "portal/apply/check.html", context, status=status)


def _particulars_page(request: ApplyRequest, language: str, page: str, typed: about.Typed, errors: Mapping[str, str]) -> HttpResponse:
    form = request.form
    how, words = stay.parted(" ".join(typed.get(stay.REACH, ())), sentences(DEFAULT))
    context = {
        **frame(language, "portal:particulars", page),
        "page": page,
        "entries": about.entries(page, form.definition, {**typed, stay.REACH: [words]}, form.say, errors),
        "ways": stay.ways(request.POST.get(stay.HOW, how), form.say) if page == stay.STAY else [],
        "other": stay.other(page) if about.on_page(stay.STAY, form.definition) else "",
        "asked": "".join(typed.get(stay.TOWN, ())) if stay.TOWN in errors else "",
        "problems": [{"sentence": sentence, "address": f"#{name}"} for name, sentence in errors.items()],
        "way": "pruefen" if request.GET.get("von") == "pruefen" else "",
    }
    return render(request, "portal/apply/particulars.html", context, status=422 if errors else 200)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
