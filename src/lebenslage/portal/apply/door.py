"""Pages of an open application: who has none is led to where she stands."""

from __future__ import annotations

from functools import wraps
from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect

from lebenslage.accounts.prepared import prepared
from lebenslage.cases.models import Case
from lebenslage.portal.apply.tasks import Application, application
from lebenslage.portal.door import VaultRequest, View, for_residents
from lebenslage.residents.models import Draft, Vault

SERVICE: Final = "wohngeld"


class ApplyRequest(VaultRequest):
    """A request on a page of an open application."""

    form: Application


def for_applicants(view: View) -> View:
    """Open the application. After it was sent, Back leads to the page that says so."""

    @for_residents
    @wraps(view)
    def entered(request: ApplyRequest, language: str, **about: Any) -> HttpResponse:
        draft = open_draft(request.vault)
        if draft is None:
            return to_where_it_stands(request.vault, language)
        request.form = application(draft, language)
        return view(request, language, **about)

    return entered


def open_draft(vault: Vault) -> Draft | None:
    """The application that is on its way, if any."""
    return next(iter(_open_drafts(vault=vault.pk)), None)


@prepared
def _open_drafts(*, vault: UUID) -> QuerySet[Draft]:
    return Draft.objects.filter(vault=vault, submitted=None).select_related("version", "vault").order_by("pk")[:1]


def to_where_it_stands(vault: Vault, language: str) -> HttpResponse:
    """The page of what was sent last, or the result where nothing was begun."""
    last = Case.objects.filter(vault=vault).order_by("-submitted").values_list("pk", flat=True).first()
    return redirect("portal:sent", language, last) if last else redirect("portal:result", language)
