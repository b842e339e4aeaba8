"""One page, four fields, and the date is fixed: at once where the town is connected, else with a page to hand in today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lebenslage.accounts.scope import acting
from lebenslage.authorities.queries import office_where
from lebenslage.cases.actions import submit_formless
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import today
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import frame, sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.portal.door import PortalRequest, VaultRequest, for_anybody, for_residents, keep
from lebenslage.portal.formless.paper import HOUSING, asked_for, office_of, sealed_page
from lebenslage.portal.formless.wish import CONTACT, GOAL, GOALS, NAME, TOWN, WISH, Wish, known, sent
from lebenslage.portal.moments import day_in_words
from lebenslage.residents.queries import typed_in

PDF: Final = "application/pdf"
FILE: Final = "antrag-formlos.pdf"


@dataclass(frozen=True, slots=True)
class Field:
    """A line of the page."""

    name: str
    label: str
    hint: str
    value: str
    autocomplete: str
    error: str
    mode: str = ""  # no keyboard of its own, and as wide as what people write here


@require_http_methods(["GET", "HEAD", "POST"])
@for_anybody
def formless(request: PortalRequest, language: str) -> HttpResponse:
    if request.method != "POST":
        return _page(request, language, known(typed_in(request.vault)) if request.vault else Wish())
    wish = sent(request.POST.dict())
    wrong = wish.wrong(sentences(language))
    if wrong:
        return _page(request, language, wish, wrong)
    vault = keep(request, wish.given())
    if not office_where(HOUSING, wish.town).connected:
        return redirect("portal:formless_ready", language)
    with acting(vault=vault.pk):
        case = submit_formless(vault, HOUSING, by=RESIDENT, on=today(), language=language, words=_words(wish.goal))
    return redirect("portal:sent", language, case.pk)


@require_safe
@for_residents
def formless_ready(request: VaultRequest, language: str) -> HttpResponse:
    typed = typed_in(request.vault)
    if not typed.get(WISH):
        return redirect("portal:formless", language)
    context = {
        **frame(language, "portal:formless_ready"),
        "office": office_of(typed),
        "today": day_in_words(today(), sentences(language)),
        "has_key": request.vault.code_digest is not None or request.vault.user_id is not None,
    }
    return render(request, "portal/formless/ready.html", context)


@require_safe
@for_residents
def formless_pdf(request: VaultRequest, language: str) -> HttpResponse:
    typed = typed_in(request.vault)
    if not typed.get(WISH):
        return redirect("portal:formless", language)
    page = sealed_page(request.vault, typed, language)
    return HttpResponse(page, content_type=PDF, headers={"Content-Disposition": f'attachment; filename="{FILE}"'})


def _words(goal: str) -> str:
    """What the office reads where she asked for more than the right by which it is found."""
    german = sentences(DEFAULT)
    return "" if goal == HOUSING else german("formless", "message", right=asked_for(goal or GOALS[-1], german))


def _page(request: PortalRequest, language: str, wish: Wish, wrong: Mapping[str, str] | None = None) -> HttpResponse:
    say, errors = sentences(language), wrong or {}
    context = {
        **frame(language, "portal:formless"),
        "fields": _fields(wish, errors, say),
        "goals": [(id, say("formless", "goals", id), id == wish.goal) for id in GOALS],
        "goal": GOAL,
        "asked": wish.town if TOWN in errors else "",
        "problems": [{"sentence": sentence, "address": f"#{field}"} for field, sentence in errors.items()],
        "today": day_in_words(today(), say),
    }
    return render(request, "portal/formless/formless.html", context, status=422 if errors else 200)


def _fields(wish: Wish, errors: Mapping[str, str], say: Texts) -> Sequence[Field]:
    values = {NAME: (wish.name, "name"), CONTACT: (wish.contact, "off"), TOWN: (wish.town, "address-level2")}
    return [
        Field(name, say("formless", name, "label"), say("formless", name, "hint"), value, autocomplete, errors.get(name, ""))
        for name, (value, autocomplete) in values.items()
    ]
