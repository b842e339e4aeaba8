"""The page behind an owner's link: is it still right? German alone; no sign-in, no cookie but the one against forged forms."""

from __future__ import annotations

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.offers import keeping
from lebenslage.offers.models import Organization, Service, Status
from lebenslage.offers.problems import LinkNotValid
from lebenslage.offers.typed import Upkeep
from lebenslage.pages.frame import frame, sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.portal.offers.owners.limits import within_limits

ROOM: Final = "finder_keep"
ANSWERS: Final = ("bestaetigt", "alle", "geaendert")


class OwnForm(Upkeep):
    """What an owner may change."""

    room = ROOM

    @property
    def given(self) -> dict[str, str]:
        """What was typed, as changes are kept. Needs a valid form."""
        data: dict[str, Any] = self.cleaned_data
        status = Status.TEMPORARILY_CLOSED if data["paused"] else Status.ACTIVE
        return {"status": status, **{name: data[name] for name in (*keeping.FACTS, *keeping.WORDS) if name != "status"}}


@require_safe
@within_limits
def keep(request: HttpRequest, language: str, token: str) -> HttpResponse:
    owner = _owner(token)
    if owner is None:
        return render(request, "portal/offers/link_over.html", _frame(token), status=404)
    done = request.GET.get("gut", "")
    context = {"owner": owner, "entries": keeping.entries_of(owner), "done": done if done in ANSWERS else ""}
    return render(request, "portal/offers/keep.html", {**_frame(token), **context})


@require_http_methods(["GET", "HEAD", "POST"])
@within_limits
def keep_one(request: HttpRequest, language: str, token: str, number: int) -> HttpResponse:
    service = _entry(token, number)
    before = keeping.as_typed(service)
    sent = request.POST if request.method == "POST" else None
    form = OwnForm(sent, say=sentences(DEFAULT), initial={**before, "paused": before["status"] != Status.ACTIVE})
    if form.is_bound and form.is_valid():
        keeping.change(service, form.given)
        return redirect(f"{_page(token)}?gut=geaendert")
    wrong = form.problems if form.is_bound else []
    context = {**_frame(token), "service": service, "form": form, "problems": wrong}
    return render(request, "portal/offers/keep_one.html", context, status=422 if wrong else 200)


@require_POST
@within_limits
def keep_right(request: HttpRequest, language: str, token: str, number: int) -> HttpResponse:
    keeping.change(_entry(token, number), {})
    return redirect(f"{_page(token)}?gut=bestaetigt")


@require_POST
@within_limits
def keep_all_right(request: HttpRequest, language: str, token: str) -> HttpResponse:
    owner = _owner(token)
    if owner is None:
        raise Http404
    keeping.confirm_all(owner)
    return redirect(f"{_page(token)}?gut=alle")


def _owner(token: str) -> Organization | None:
    try:
        return keeping.organization_of(token)
    except LinkNotValid:
        return None


def _entry(token: str, number: int) -> Service:
    owner = _owner(token)
    found = next((one for one in keeping.entries_of(owner) if one.pk == number), None) if owner else None
    if found is None:
        raise Http404
    return found


def _page(token: str) -> str:
    return reverse("portal:offer_keep", args=[DEFAULT, token])


def _frame(token: str) -> dict[str, Any]:
    """The frame of a page in German alone."""
    return {**frame(DEFAULT, "portal:offer_keep", token), "translations": [], "token": token}
