"""What a town shows to everybody: for anonymous readers, kept by caches, without a cookie."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lebenslage.pages.frame import frame
from lebenslage.planning.public import pages
from lebenslage.planning.public.published import published, town_with
from lebenslage.planning.public.published import towns as towns_that_published
from lebenslage.quarters.conferences.queries import public_minutes
from lebenslage.quarters.reports import queries as reports

MINUTES = 5
kept = cache_control(public=True, max_age=MINUTES * 60)


@kept
@require_safe
def towns(request: HttpRequest, language: str) -> HttpResponse:
    return _page(request, "towns", language, {"towns": towns_that_published()})


@kept
@require_safe
def town(request: HttpRequest, language: str, key: str) -> HttpResponse:
    return _page(request, "town", language, _with_reading(key, language), key)


@kept
@require_safe
def indicator(request: HttpRequest, language: str, key: str, indicator: str) -> HttpResponse:
    page = pages.indicator(published(key, drawn=True), indicator, request.GET.get("stand", ""), language)
    return _page(request, "indicator", language, {"page": page}, key, indicator)


@kept
@require_safe
def area(request: HttpRequest, language: str, key: str, area: str) -> HttpResponse:
    page = pages.area(published(key, drawn=True), area, language)
    if page is None:
        raise Http404
    return _page(request, "area", language, {"page": page}, key, area)


@kept
@require_safe
def catalogue(request: HttpRequest, language: str, key: str) -> HttpResponse:
    return _page(request, "catalogue", language, {"page": pages.town(published(key), language)}, key)


@kept
@require_safe
def report(request: HttpRequest, language: str, key: str, number: int) -> HttpResponse:
    town = town_with(key)
    found = reports.released_report(town, number)
    if found is None:
        raise Http404
    return _page(request, "report", language, {"authority": town, "report": found}, key, str(number))


@kept
@require_safe
def report_pdf(request: HttpRequest, language: str, key: str, number: int) -> HttpResponse:
    return _file(reports.pdf(town_with(key), number), "application/pdf", "bericht.pdf")


@kept
@require_safe
def report_annex(request: HttpRequest, language: str, key: str, number: int) -> HttpResponse:
    return _file(reports.annex(town_with(key), number), "application/zip", "daten.zip")


@kept
@require_safe
def embedding(request: HttpRequest, language: str, key: str, indicator: str) -> HttpResponse:
    page = pages.embedding(published(key), indicator, language, request.build_absolute_uri)
    return _page(request, "embedding", language, {"page": page}, key, indicator)


def _with_reading(key: str, language: str) -> dict[str, Any]:
    found = published(key)
    newest, *earlier = [*reports.released_reports(found.authority), None]
    minutes = public_minutes(found.authority)
    return {"page": pages.town(found, language), "newest": newest, "earlier": earlier[:-1], "minutes": minutes}


def _file(content: bytes | None, media: str, name: str) -> HttpResponse:
    if content is None:
        raise Http404
    return HttpResponse(content, content_type=media, headers={"Content-Disposition": f'inline; filename="{name}"'})


def _page(request: HttpRequest, name: str, language: str, context: dict[str, Any], *about: str) -> HttpResponse:
    return render(request, f"planning/public/{name}.html", {**frame(language, f"public:{name}", *about), **context})
