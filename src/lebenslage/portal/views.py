"""The calculator on one page. Nothing is kept between two requests: what was typed travels in the form itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from lebenslage.authorities.queries import MUNICIPALITIES
from lebenslage.benefits.wohngeld.statute import TEXT_OF
from lebenslage.kernel.errors import DateWithoutTable, Problem
from lebenslage.pages.frame import frame, sentences
from lebenslage.pages.views import sorry
from lebenslage.portal import files
from lebenslage.portal.assessment import assess
from lebenslage.portal.forms import Form, questionnaire, with_open_questions
from lebenslage.portal.months import in_words, month_choices, this_month
from lebenslage.portal.outcome import tell
from lebenslage.portal.problems import TooManyInHousehold, UnreadableMonth
from lebenslage.portal.sentences import Told, told, told_at_fields
from lebenslage.portal.steps import applied
from lebenslage.residents.answers import MONTH, Answers, fresh, from_post
from lebenslage.residents.places import is_place

WORDS = ("text", "name")
TOWNS = sorted({town.name for town in MUNICIPALITIES.values()})


@require_http_methods(["GET", "HEAD", "POST"])
def wohngeld(request: HttpRequest, language: str) -> HttpResponse:
    if request.method != "POST":
        return _page(request, language, fresh(this_month()), questionnaire(fresh(this_month()), sentences(language)))
    answers = from_post(request.POST)
    try:
        changed = applied(request.POST.get("schritt", ""), answers)
    except TooManyInHousehold as problem:
        return _full(request, language, answers, problem)
    if changed is not None:
        return _page(request, language, changed, questionnaire(changed, sentences(language)))
    return _assessed(request, language, answers)


@require_http_methods(["GET", "HEAD", "POST"])
def household_file(request: HttpRequest, language: str) -> HttpResponse:
    pasted = _pasted(request)
    if request.method != "POST":
        return _file_page(request, language, "")
    try:
        answers = files.answers_in(pasted, request.POST.get("monat", ""))
    except Problem as problem:
        field = MONTH if isinstance(problem, (UnreadableMonth, DateWithoutTable)) else "datei"
        return _file_page(request, language, pasted, told(problem, field, sentences(language)))
    return _assessed(request, language, answers)


def _pasted(request: HttpRequest) -> str:
    """A file that was chosen, or what was pasted."""
    file = request.FILES.get("datei")
    return file.read(files.LARGEST + 1).decode("utf8", "replace") if isinstance(file, UploadedFile) else request.POST.get("datei", "")


@require_safe
def example_file(request: HttpRequest, language: str) -> HttpResponse:
    return _file_page(request, language, files.EXAMPLE)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    typed = [text for name in request.POST if is_place(name) or name in WORDS for text in request.POST.getlist(name) if text.strip()]
    return sorry(request, "expired", status=403, typed=typed)


def _full(request: HttpRequest, language: str, answers: Answers, problem: Problem) -> HttpResponse:
    say = sentences(language)
    problems = [{"field": "", "short": "", "sentence": say.problem(problem), "target": "personen"}]
    return _page(request, language, answers, questionnaire(answers, say), problems=problems, status=422)


def _assessed(request: HttpRequest, language: str, answers: Answers) -> HttpResponse:
    say = sentences(language)
    assessment = assess(answers, say)
    if assessment.result is None:
        errors = told_at_fields(assessment.troubles, answers, say)
        form = questionnaire(answers, say, {one.field: one.short for one in errors})
        return _page(request, language, answers, form, problems=_with_anchors(errors, form), status=422)
    form = with_open_questions(answers, say, assessment.ahead)
    return _page(request, language, answers, form, outcome=tell(assessment.result, say))


def _page(
    request: HttpRequest,
    language: str,
    answers: Answers,
    form: Form,
    *,
    problems: Sequence[Mapping[str, str]] = (),
    outcome: Any = None,
    status: int = 200,
) -> HttpResponse:
    say = sentences(language)
    context = {
        **frame(language, "portal:wohngeld"),
        "law_text_of": say.day(TEXT_OF.toordinal()),
        "form_id": "fragen" if request.method == "POST" else "",
        "form": form,
        "answers": answers,
        "months": month_choices(answers.month or this_month(), say),
        "month": answers.month or this_month(),
        "month_in_words": in_words(answers.month, say) if outcome else "",
        "towns": TOWNS,
        "problems": problems,
        "errors": {problem["field"]: problem["short"] for problem in problems},
        "outcome": outcome,
    }
    return render(request, "portal/wohngeld.html", context, status=status)


def _file_page(request: HttpRequest, language: str, text: str, problem: Told | None = None) -> HttpResponse:
    say = sentences(language)
    context = {
        **frame(language, "portal:household_file"),
        "law_text_of": say.day(TEXT_OF.toordinal()),
        "text": text,
        "months": month_choices(this_month(), say),
        "month": request.POST.get("monat", "") or this_month(),
        "problems": [{"sentence": problem.sentence, "target": problem.field}] if problem else [],
        "errors": {problem.field: problem.short} if problem else {},
    }
    return render(request, "portal/household_file.html", context, status=422 if problem else 200)


def _with_anchors(errors: Sequence[Told], form: Form) -> Sequence[Mapping[str, str]]:
    return [{"field": e.field, "short": e.short, "sentence": e.sentence, "target": form.anchors.get(e.field, e.field)} for e in errors]
