"""The residents' door: which vault a request opens, and in whose name it then reads and writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from lebenslage.accounts.scope import acting
from lebenslage.benefits.facts import personen
from lebenslage.journal.actions import RESIDENT
from lebenslage.residents import access, actions
from lebenslage.residents.answers import FIRST, HEAD, Place
from lebenslage.residents.models import Vault


class PortalRequest(HttpRequest):
    """A request with the vault that it opens, if any."""

    vault: Vault | None


class VaultRequest(HttpRequest):
    """A request that opens a vault."""

    vault: Vault


# The first person is who applies.
APPLICANT: Final = {Place(personen.verhaeltnis, FIRST).name: [HEAD]}

type View = Callable[..., HttpResponse]


def for_anybody(view: View) -> View:
    """Open the visitor's vault where there is one. A vault opened on the way is remembered by the browser."""

    @wraps(view)
    def entered(request: PortalRequest, language: str, **about: Any) -> HttpResponse:
        before = request.vault = access.vault_of(request)
        with acting(vault=before.id if before else None):
            response = view(request, language, **about)
        if request.vault is not None and request.vault != before:
            access.remember(response, request.vault)
        return response

    return entered


def for_residents(view: View) -> View:
    """Open the visitor's vault; who has none is asked for code or account."""

    @wraps(view)
    def entered(request: PortalRequest, language: str, **about: Any) -> HttpResponse:
        request.vault = access.vault_of(request)
        if request.vault is None:
            return HttpResponseRedirect(f"{reverse('portal:resume', args=[language])}?grund=geschlossen")
        with acting(vault=request.vault.id):
            return view(request, language, **about)

    return entered


def keep(request: PortalRequest, given: Mapping[str, Sequence[str]]) -> Vault:
    """Keep what was answered. The first answer opens a vault, and nothing before it does."""
    new = {} if request.vault else APPLICANT
    vault = request.vault = request.vault or actions.open_vault(by=RESIDENT)
    with acting(vault=vault.id):
        actions.answer(vault, {**new, **given}, by=RESIDENT)
    return vault
