"""Where a mail about an answer leads; and how a neighbour switches these mails on and off, here or in her mail program."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from lebenslage.accounts.access import signed_in
from lebenslage.contact.letters import configured, token_in
from lebenslage.contact.mailing import switch_off
from lebenslage.contact.models import News
from lebenslage.contact.wishes import address_of, could_not_reach, wants_mail, write_again, write_no_more
from lebenslage.journal.actions import RESIDENT
from lebenslage.neighbours.door import NeighbourRequest, for_neighbours
from lebenslage.neighbours.framing import page_of_board
from lebenslage.neighbours.queries import town_of
from lebenslage.pages.frame import frame, sentences
from lebenslage.residents.access import vault_of


@require_safe
def news(request: HttpRequest, language: str) -> HttpResponse:
    """The address in the mail names no town: who signs in is led to her own."""
    if signed_in(request) is None:
        return redirect_to_login(request.get_full_path())
    town = town_of(vault_of(request))
    return redirect("neighbours:mine", language, town.key) if town else redirect("neighbours:towns", language)


@require_http_methods(["GET", "HEAD", "POST"])
@for_neighbours
def mails(request: NeighbourRequest, language: str) -> HttpResponse:
    if request.method == "POST":
        if "aus" in request.POST:
            write_no_more(request.vault, sentences(language)("neighbours", "mails", "off_consent"), by=RESIDENT, kind=News.NEIGHBOURS)
        else:
            write_again(request.vault, News.NEIGHBOURS, by=RESIDENT)
        return redirect("neighbours:mails", language, request.town.key)
    context = {
        "configured": configured(),
        "on": wants_mail(request.vault, News.NEIGHBOURS),
        "address": address_of(request.vault),
        "unreached": could_not_reach(request.vault),
    }
    return page_of_board(request, "mails", language, context)


@csrf_exempt  # a mail program sends it, without a page of ours before it (RFC 8058); the signed address is the proof
@require_http_methods(["GET", "HEAD", "POST"])
def no_mail(request: HttpRequest, language: str, signed: str) -> HttpResponse:
    """Switch them off from the mail program; a person is asked first, a program posts at once."""
    token, done = token_in(signed), request.method == "POST"
    if token is None or (done and not switch_off(token, sentences(language)("neighbours", "mails", "off_consent"))):
        raise Http404
    return render(request, "neighbours/no_mail.html", {**frame(language, "neighbours:no_mail", signed), "done": done})
