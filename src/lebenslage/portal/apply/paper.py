"""Where the office is not connected: the same way ends in a finished, sealed paper, and a page that says what to do with it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lebenslage.journal.clock import today
from lebenslage.pages.frame import frame
from lebenslage.portal.apply.door import ApplyRequest, for_applicants
from lebenslage.portal.apply.enclosed import enclosed
from lebenslage.portal.apply.printing import sealed_application
from lebenslage.portal.apply.tasks import Application
from lebenslage.portal.moments import day_in_words
from lebenslage.portal.months import in_words
from lebenslage.residents.models import Vault

PDF: Final = "application/pdf"
FILE: Final = "antrag-wohngeld.pdf"
HOURS_A_DAY: Final = 24


@require_safe
@for_applicants
def ready(request: ApplyRequest, language: str) -> HttpResponse:
    """The paper is ready: where to, in three steps, by when, with what."""
    form = request.form
    if form.office.connected or not form.may_be_sent:
        return redirect("portal:check_answers", language)
    context = {
        **frame(language, "portal:ready"),
        "form": form,
        "office": form.office,
        "proofs": [enclosed(one, form) for one in form.wanted],
        **_by_when(form, today()),
        **_kept(request.vault),
    }
    return render(request, "portal/apply/ready.html", context)


@require_safe
@for_applicants
def application_pdf(request: ApplyRequest, language: str) -> HttpResponse:
    """The paper itself. The same answers give the same bytes."""
    form = request.form
    if form.office.connected or not form.may_be_sent:
        return redirect("portal:check_answers", language)
    return HttpResponse(sealed_application(form), content_type=PDF, headers={"Content-Disposition": f'attachment; filename="{FILE}"'})


@require_safe
@for_applicants
def checklist(request: ApplyRequest, language: str) -> HttpResponse:
    """Every proof that goes with the paper, with why and what will do instead."""
    proofs = [enclosed(one, request.form) for one in request.form.wanted]
    return render(request, "portal/apply/checklist.html", {**frame(language, "portal:checklist"), "proofs": proofs})


def _by_when(form: Application, on: date) -> Mapping[str, object]:
    """The last day on which the paper still counts for this month, where the right begins with the month of the application."""
    begins = form.definition.back_dating
    last = on.replace(day=monthrange(on.year, on.month)[1])
    counts = begins.begins == "month_of_application"
    day = last if counts else on
    return {"until": day_in_words(day, form.say), "month": in_words(f"{on:%Y-%m}", form.say) if counts else "", "cites": begins.cites}


def _kept(vault: Vault) -> Mapping[str, object]:
    """For how long her answers are kept, and whether she can come back to them on another device."""
    has_key = vault.code_digest is not None or vault.user_id is not None
    return {"has_key": has_key, "kept_days": vault.kept_hours // HOURS_A_DAY if vault.kept_hours is not None else None}
