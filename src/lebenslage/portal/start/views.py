"""The start: help exists here."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lebenslage.pages.frame import frame
from lebenslage.portal.door import PortalRequest, for_anybody


@require_safe
@for_anybody
def start(request: PortalRequest, language: str) -> HttpResponse:
    return render(request, "portal/start/start.html", {**frame(language, "portal:start"), "begun": request.vault is not None})
