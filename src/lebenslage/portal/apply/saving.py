"""Save and stop: a code that is shown once, or an account. Resume: code and birth date."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.accounts.access import signed_in
from lebenslage.benefits.facts import personen
from lebenslage.files.sealing import seal_text, unseal_text
from lebenslage.journal.actions import RESIDENT, Actor
from lebenslage.kernel.errors import Problem
from lebenslage.kernel.typed import as_words
from lebenslage.pages.frame import frame, sentences
from lebenslage.portal.apply.door import open_draft
from lebenslage.portal.door import VaultRequest, for_residents
from lebenslage.portal.problems import CodeMissing
from lebenslage.portal.sentences import told
from lebenslage.residents import access, actions, queries
from lebenslage.residents.answers import LONGEST_TYPED
from lebenslage.residents.models import Vault
from lebenslage.residents.places import BIRTH_DATE
from lebenslage.residents.reading import read_day_of

COOKIE: Final = "lebenslage-code"
MINUTES: Final = 10
ABOUT: Final = "code shown once"


@require_http_methods(["GET", "HEAD", "POST"])
@for_residents
def save(request: VaultRequest, language: str) -> HttpResponse:
    """Offer a code or an account; a code is made when the button is pressed, never by looking at the page."""
    born = queries.typed_in(request.vault).get(BIRTH_DATE)
    if request.method == "POST" and born:
        code = actions.set_code(request.vault, birth_date=day_typed(born[0]))
        return _carrying(redirect("portal:code", language), request, code)
    context = {
        **frame(language, "portal:save"),
        "born": bool(born),
        "birth_date": BIRTH_DATE,
        "has_code": request.vault.code_digest is not None,
        "has_account": request.vault.user_id is not None,
        "draft": open_draft(request.vault),
    }
    return render(request, "portal/apply/save.html", context)


@require_safe
@for_residents
def code(request: VaultRequest, language: str) -> HttpResponse:
    """The code, for ten minutes in this browser."""
    sealed = request.COOKIES.get(COOKIE, "")
    try:
        shown = unseal_text(request.vault.pk, bytes.fromhex(sealed), about=ABOUT) if sealed else ""
    except (ValueError, Problem):
        shown = ""
    if not shown:
        return redirect("portal:save", language)
    return render(request, "portal/apply/code.html", {**frame(language, "portal:code"), "code": shown})


@require_POST
@for_residents
def stop(request: VaultRequest, language: str) -> HttpResponse:
    """Leave nothing in this browser."""
    response = redirect("portal:stopped", language)
    access.forget(response)
    response.delete_cookie(COOKIE, samesite="Strict")
    return response


@require_safe
def stopped(request: HttpRequest, language: str) -> HttpResponse:
    """Nothing is open in this browser any more."""
    return render(request, "portal/apply/stopped.html", frame(language, "portal:stopped"))


@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: HttpRequest, language: str) -> HttpResponse:
    """Open a vault by code and birth date. What was wrong is not said."""
    say, given = sentences(language), tuple(as_words(request.POST.get(name, "")[:LONGEST_TYPED]) for name in ("code", "geburtsdatum"))
    context = {**frame(language, "portal:resume"), "code": given[0], "born": given[1], "closed": request.GET.get("grund") == "geschlossen"}
    if request.method != "POST":
        return render(request, "portal/apply/resume.html", context)
    try:
        vault = _opened_by(given[0], given[1])
    except Problem as problem:
        field = "geburtsdatum" if "fact" in problem.details or (given[0] and not given[1]) else "code"
        context["errors"] = {field: told(problem, field, say).short}
        context["problems"] = [{"sentence": context["errors"][field], "address": f"#{field}"}]
        return render(request, "portal/apply/resume.html", context, status=422)
    response = redirect("portal:mine", language)
    access.remember(response, vault)
    return response


def _opened_by(code: str, born: str) -> Vault:
    if not code or not born:
        raise CodeMissing
    return actions.resume(code, day_typed(born))


def day_typed(typed: str) -> date:
    """A birth date as people write it. Raises what `read_day_of` raises."""
    return date.fromordinal(read_day_of(personen.geburtsdatum, typed))


def _carrying(response: HttpResponse, request: VaultRequest, code: str) -> HttpResponse:
    sealed = seal_text(request.vault.pk, code, about=ABOUT).hex()
    response.set_cookie(COOKIE, sealed, max_age=60 * MINUTES, httponly=True, samesite="Strict", secure=settings.CSRF_COOKIE_SECURE)
    return response


@require_safe
@for_residents
def connect(request: VaultRequest, language: str) -> HttpResponse:
    """Back from making an account: from now on it opens the vault."""
    user = signed_in(request)
    if user is not None and request.vault.user_id is None:
        actions.attach(request.vault, user, by=Actor(user.pk, RESIDENT.role))
    response = redirect("portal:mine", language)
    access.forget(response)
    return response
