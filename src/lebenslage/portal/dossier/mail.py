"""Mails that say there is news: she switches them on and off, in her dossier or in her mail program."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lebenslage.contact.letters import configured, token_in
from lebenslage.contact.mailing import switch_off
from lebenslage.contact.wishes import EMAIL, address_of, could_not_reach, wants_mail, write_no_more, write_to_me
from lebenslage.journal.actions import RESIDENT
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import frame, sentences
from lebenslage.portal.door import VaultRequest, for_residents
from lebenslage.residents.actions import answer
from lebenslage.residents.answers import cleaned
from lebenslage.services.definition import Particular
from lebenslage.services.particulars import read

MAIL = Particular(id="email", kind="mail")


@require_http_methods(["GET", "HEAD", "POST"])
@for_residents
def mail(request: VaultRequest, language: str) -> HttpResponse:
    """Switch mails on and off, with the address to which they go."""
    if request.method != "POST":
        return _page(request, language)
    say, typed = sentences(language), "".join(cleaned([request.POST.get("adresse", "")]))
    if "aus" in request.POST:
        write_no_more(request.vault, say("mail", "off_consent"), by=RESIDENT)
        return redirect("portal:mail", language)
    try:
        address = read(MAIL, typed)
    except Problem as problem:
        return _page(request, language, typed, say.problem(problem))
    if request.vault.user is None:
        answer(request.vault, {EMAIL: [address]}, by=RESIDENT)
    write_to_me(request.vault, say("mail", "consent"), language, by=RESIDENT)
    return redirect("portal:mail", language)


def _page(request: VaultRequest, language: str, typed: str = "", wrong: str = "") -> HttpResponse:
    context = {
        **frame(language, "portal:mail"),
        "configured": configured(),
        "on": wants_mail(request.vault),
        "address": typed or address_of(request.vault),
        "unreached": could_not_reach(request.vault),
        "account": request.vault.user is not None,
        "wrong": wrong,
        "problems": [{"sentence": wrong, "address": "#adresse"}] if wrong else [],
    }
    return render(request, "portal/dossier/mail.html", context, status=422 if wrong else 200)


@csrf_exempt  # a mail program sends it, without a page of ours before it (RFC 8058); the signed address is the proof
@require_http_methods(["GET", "HEAD", "POST"])
def no_mail(request: VaultRequest, language: str, signed: str) -> HttpResponse:
    """Switch them off from the mail program; a person is asked first, a program posts at once."""
    token = token_in(signed)
    if token is None:
        raise Http404
    done = request.method == "POST"
    if done and not switch_off(token, sentences(language)("mail", "off_consent")):
        raise Http404
    return render(request, "portal/dossier/no_mail.html", {**frame(language, "portal:no_mail", signed), "done": done})
