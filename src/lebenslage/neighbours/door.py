"""The door of the neighbours: which board, and who comes. Everybody may read; who writes has an account and has agreed to the rules."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from lebenslage.accounts.access import signed_in
from lebenslage.accounts.models import User
from lebenslage.accounts.scope import acting
from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Authority, Role
from lebenslage.neighbours.actions.taking_part import speak
from lebenslage.neighbours.looking_after import connector_of
from lebenslage.neighbours.models import Connector, Neighbour
from lebenslage.neighbours.queries import neighbour_of, town_with_board
from lebenslage.pages.views import sorry
from lebenslage.residents.access import vault_of
from lebenslage.residents.models import Vault

type View = Callable[..., HttpResponse]


class BoardRequest(HttpRequest):
    """A request to a board; `vault` and `neighbour` where somebody with an account comes."""

    town: Authority
    vault: Vault | None
    neighbour: Neighbour | None


class NeighbourRequest(HttpRequest):
    """A request of somebody who takes part on this board."""

    town: Authority
    vault: Vault
    neighbour: Neighbour


class ConnectorRequest(StaffRequest):
    """A request of a connector."""

    connector: Connector


def for_anybody(view: View) -> View:
    """Open a board that everybody may read; its rows are asked for in the name of the town."""

    @wraps(view)
    def entered(request: Any, language: str, town: str, **about: Any) -> HttpResponse:
        request.town = town_with_board(town)
        if request.town is None:
            raise Http404
        vault = vault_of(request)
        request.vault = vault if vault is not None and vault.user_id is not None else None
        own = request.vault.id if request.vault else None
        with acting(authority=request.town.id, vault=own):
            request.neighbour = neighbour_of(own)
            if request.neighbour is not None and request.method == "POST":
                speak(request.neighbour, language)
            return view(request, language, **about)

    return entered


def with_account(view: View) -> View:
    """Let in residents who are signed in; everybody else signs in first."""

    @for_anybody
    @wraps(view)
    def entered(request: Any, language: str, **about: Any) -> HttpResponse:
        user = signed_in(request)
        if user is None:
            return redirect_to_login(request.get_full_path())
        return sorry(request, "not_yours", status=403) if user.is_staff_member else view(request, language, **about)

    return entered


def for_neighbours(view: View) -> View:
    """Let in who takes part on this board; who does not yet reads the rules first."""

    @with_account
    @wraps(view)
    def entered(request: Any, language: str, **about: Any) -> HttpResponse:
        neighbour: Neighbour | None = request.neighbour
        if neighbour is None or neighbour.authority_id != request.town.id:
            return redirect("neighbours:join", language, request.town.key)
        return view(request, language, **about)

    return entered


def for_connectors(view: View) -> View:
    """Let in staff who meet residents and are trained to connect neighbours."""

    @staff_required(Role.CASEWORKER, Role.ADMINISTRATOR)
    @wraps(view)
    def entered(request: ConnectorRequest, **about: Any) -> HttpResponse:
        found = connector_of(request.staff)
        if found is None:
            return sorry(request, "not_yours", status=403)
        request.connector = found
        return view(request, **about)

    return entered


def account_of(request: HttpRequest) -> User:
    """Who is signed in, behind `with_account`."""
    user = signed_in(request)
    assert user is not None
    return user
