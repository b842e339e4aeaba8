"""Published figures for machines, and charts for the pages of others. Anonymous, kept by caches, without a cookie."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.csp import CSP
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import SPOKEN
from lebenslage.planning.public import pages
from lebenslage.planning.public.files import as_csv, as_json, described
from lebenslage.planning.public.machines.language import said_in
from lebenslage.planning.public.picture import area_map, bars
from lebenslage.planning.public.published import published
from lebenslage.planning.public.said import Saying
from lebenslage.planning.public.views import kept

CSV: Final = "text/csv; charset=utf-8; header=present"
IN_A_FRAME: Final[Mapping[str, Sequence[str]]] = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.NONE],
    "frame-ancestors": ["*"],
}


@kept
@require_safe
def all_csv(request: HttpRequest, key: str) -> HttpResponse:
    return _csv(as_csv(published(key).sheets), reverse("open_data:all_metadata", args=[key]))


@kept
@require_safe
def all_metadata(request: HttpRequest, key: str) -> HttpResponse:
    return _csvw(described(published(key), None, request.build_absolute_uri(reverse("open_data:all_csv", args=[key]))))


@kept
@require_safe
def one_csv(request: HttpRequest, key: str, indicator: str) -> HttpResponse:
    return _csv(as_csv(published(key).of(indicator)), reverse("open_data:metadata", args=[key, indicator]))


@kept
@require_safe
def metadata(request: HttpRequest, key: str, indicator: str) -> HttpResponse:
    found = published(key)
    address = request.build_absolute_uri(reverse("open_data:csv", args=[key, indicator]))
    return _csvw(described(found, found.of(indicator)[0].indicator, address))


@kept
@require_safe
def one_json(request: HttpRequest, key: str, indicator: str) -> HttpResponse:
    return opened(HttpResponse(as_json(published(key), indicator), content_type="application/json"))


@kept
@require_safe
@csp_override(IN_A_FRAME)
@xframe_options_exempt
def embedded(request: HttpRequest, key: str, indicator: str) -> HttpResponse:
    language = said_in(request)
    say = sentences(language)
    page = pages.embedded(published(key, drawn=True), indicator, Saying(say))
    return render(request, "planning/public/embedded.html", {"language": SPOKEN[language], "say": say, "page": page})


@kept
@require_safe
def map_svg(request: HttpRequest, key: str, indicator: str) -> HttpResponse:
    return _svg(area_map(published(key, drawn=True).of(indicator)[0], _saying(request), alone=True))


@kept
@require_safe
def bars_svg(request: HttpRequest, key: str, indicator: str) -> HttpResponse:
    return _svg(bars(published(key).of(indicator)[0], _saying(request)))


def _saying(request: HttpRequest) -> Saying:
    return Saying(sentences(said_in(request)))


def _csv(content: str, description: str) -> HttpResponse:
    link = f'<{description}>; rel="describedby"; type="application/csvm+json"'
    return opened(HttpResponse(content, content_type=CSV, headers={"Link": link}))


def _csvw(content: object) -> HttpResponse:
    return opened(HttpResponse(json.dumps(content, ensure_ascii=False, indent=1), content_type="application/csvm+json"))


def _svg(content: str) -> HttpResponse:
    return opened(HttpResponse(content, content_type="image/svg+xml"))


def opened(answer: HttpResponse) -> HttpResponse:
    """Scripts on pages of others may read what everybody may read; so may their pages show it."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
