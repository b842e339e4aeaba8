"""Help with a page by its three words, help that cannot wait, and who gives advice."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from lebenslage.pages.frame import frame, sentences
from lebenslage.pages.page_codes import page_of, page_with, stored
from lebenslage.portal.door import PortalRequest, for_anybody
from lebenslage.portal.help.contacts import advisers, directory, office_in
from lebenslage.portal.help.pages import explained
from lebenslage.portal.help.sharing import household_file, result_paper
from lebenslage.portal.interviews import interview_of
from lebenslage.residents.answers import GEMEINDE
from lebenslage.residents.queries import typed_in

SERVICE = "wohngeld"
LONGEST_CODE = 80


@require_safe
@for_anybody
def help_page(request: PortalRequest, language: str) -> HttpResponse:
    said = request.GET.get("code", "")[:LONGEST_CODE].strip()
    page = page_with(said) if said else ""
    context = {
        **frame(language, "portal:help"),
        "said": said,
        "code": stored().get(page, ""),
        "explained": explained(page, sentences(language)) if page else None,
        "back": _came_from(request, page),
        "office": _office(request),
    }
    return render(request, "portal/help/page.html", context, status=404 if said and not page else 200)


@require_safe
@for_anybody
def urgent(request: PortalRequest, language: str) -> HttpResponse:
    context = {**frame(language, "portal:urgent"), "urgent": directory().urgent, "office": _office(request)}
    return render(request, "portal/help/urgent.html", context)


@require_safe
@for_anybody
def advice(request: PortalRequest, language: str) -> HttpResponse:
    context = {**frame(language, "portal:advice"), "contacts": advisers(), "office": _office(request)}
    return render(request, "portal/help/advice.html", context)


@require_safe
@for_anybody
def result_file(request: PortalRequest, language: str) -> HttpResponse:
    content = household_file(interview_of(request.vault, language), sentences(language)) if request.vault else None
    if content is None:
        return redirect("portal:result", language)
    return _download(content.encode(), "application/yaml; charset=utf-8", sentences(language)("help", "share", "file_name"))


@require_safe
@for_anybody
def result_pdf(request: PortalRequest, language: str) -> HttpResponse:
    content = result_paper(interview_of(request.vault, language), language) if request.vault else None
    if content is None:
        return redirect("portal:result", language)
    return _download(content, "application/pdf", sentences(language)("help", "share", "pdf_name"))


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _office(request: PortalRequest) -> object:
    town = typed_in(request.vault).get(GEMEINDE, [""])[0] if request.vault else ""
    return office_in(town, SERVICE) if town else None


def _came_from(request: HttpRequest, page: str) -> str:
    """The way back to the page that was asked about, as the browser says it; only where it is that page, on this site."""
    parts = urlsplit(request.headers.get("Referer", ""))
    if not page or parts.netloc != request.get_host():
        return ""
    before = HttpRequest()
    try:
        before.resolver_match = resolve(parts.path)
    except Resolver404:
        return ""
    return parts.path if page_of(before) == page else ""
