"""The answers, as JSON or as a page. Anonymous, kept by caches, without a cookie."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from functools import wraps
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT, SPOKEN
from lebenslage.planning.public.machines.views import opened
from lebenslage.planning.public.ogc import documents, features
from lebenslage.planning.public.ogc.asked import COMMON, FORMATS, OF_ITEMS, NotUnderstood, asked, only
from lebenslage.planning.public.ogc.documents import JSON, OPENAPI, Document, Whole
from lebenslage.planning.public.ogc.openapi import definition
from lebenslage.planning.public.published import Published, published
from lebenslage.planning.public.views import kept

type Answering = Callable[..., Document]
HTML = "text/html"


def answers(known: Collection[str] = COMMON) -> Callable[[Answering], Callable[..., HttpResponse]]:
    """Answer in the form that is asked for; what is asked wrongly is answered with a sentence, what is not there, too."""

    def decorate(view: Answering) -> Callable[..., HttpResponse]:
        @kept
        @require_safe
        @wraps(view)
        def answered(request: HttpRequest, key: str, **about: str) -> HttpResponse:
            try:
                only(request.GET, known)
                form = _form(request)
                found = published(key)
                document = view(request, found, _whole(request, key), **about)
            except NotUnderstood as wrong:
                return _exception("InvalidParameterValue", str(wrong), HTTPStatus.BAD_REQUEST)
            except Http404:
                return _exception("NotFound", "Hier ist nichts veröffentlicht.", HTTPStatus.NOT_FOUND)
            return _page(request, document) if form == "html" else _json(document)

        return answered

    return decorate


@answers()
def landing(request: HttpRequest, found: Published, whole: Whole) -> Document:
    return documents.landing(found, whole)


@answers()
def api(request: HttpRequest, found: Published, whole: Whole) -> Document:
    body = definition(found, whole(""), [one.id for one in features.collections(found)])
    rows = [[path, methods["get"]["summary"]] for path, methods in body["paths"].items()]
    return Document("Beschreibung der Schnittstelle", body, OPENAPI, str(body["info"]["description"]), ["Adresse", "Was dort ist"], rows)


@answers()
def conformance(request: HttpRequest, found: Published, whole: Whole) -> Document:
    return documents.conformance(whole)


@answers()
def collections(request: HttpRequest, found: Published, whole: Whole) -> Document:
    return documents.collection_list(features.collections(found), whole)


@answers()
def collection(request: HttpRequest, found: Published, whole: Whole, collection: str) -> Document:
    return documents.collection(_chosen(found, collection), whole)


@answers(OF_ITEMS)
def items(request: HttpRequest, found: Published, whole: Whole, collection: str) -> Document:
    given = request.GET.dict()
    return documents.items(_chosen(found, collection), asked(given), given, whole)


@answers()
def item(request: HttpRequest, found: Published, whole: Whole, collection: str, feature: str) -> Document:
    chosen = _chosen(found, collection)
    if feature not in chosen.edition.keys:
        raise Http404
    return documents.feature(chosen, chosen.edition.keys.index(feature), whole)


def _chosen(found: Published, id: str) -> features.Collection:
    chosen = next((one for one in features.collections(found) if one.id == id), None)
    if chosen is None:
        raise Http404
    return chosen


def _whole(request: HttpRequest, key: str) -> Whole:
    base = request.build_absolute_uri(reverse("open_data:ogc", args=[key]))
    return lambda path: f"{base}{path}"


def _form(request: HttpRequest) -> str:
    """As the address says, or else as the browser likes it. Raises NotUnderstood."""
    wanted = request.GET.get("f")
    if wanted is None:
        return "html" if request.get_preferred_type([JSON, documents.GEOJSON, HTML]) == HTML else "json"
    if wanted not in FORMATS:
        raise NotUnderstood("„f“ ist json oder html.")
    return wanted


def _json(document: Document) -> HttpResponse:
    content = json.dumps(document.body, ensure_ascii=False)
    return _negotiated(HttpResponse(content, content_type=document.media, headers=dict(document.headers)))


def _page(request: HttpRequest, document: Document) -> HttpResponse:
    context = {"language": SPOKEN[DEFAULT], "say": sentences(DEFAULT), "document": document, "links": document.body.get("links", [])}
    return _negotiated(render(request, "planning/public/ogc.html", context))


def _exception(code: str, sentence: str, status: int) -> HttpResponse:
    content = json.dumps({"code": code, "description": sentence}, ensure_ascii=False)
    return _negotiated(HttpResponse(content, content_type=JSON, status=status))


def _negotiated(answer: HttpResponse) -> HttpResponse:
    patch_vary_headers(answer, ["Accept"])
    return opened(answer)
