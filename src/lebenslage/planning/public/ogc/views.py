"""The answers, as JSON or as a page. Anonymous, kept by caches, without a cookie."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from functools import wraps
from http import HTTPStatus
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from lebenslage.pages.frame import Translation, sentences
from lebenslage.pages.languages import SPOKEN
from lebenslage.planning.public.machines.language import PARAMETER, liked
from lebenslage.planning.public.machines.views import opened
from lebenslage.planning.public.ogc import documents, features
from lebenslage.planning.public.ogc.asked import COMMON, FORMATS, OF_ITEMS, NotUnderstood, asked, only
from lebenslage.planning.public.ogc.documents import OPENAPI, Document
from lebenslage.planning.public.ogc.links import GEOJSON, HTML, JSON, ROOM, Links, Whole
from lebenslage.planning.public.ogc.openapi import definition
from lebenslage.planning.public.published import Published, published
from lebenslage.planning.public.views import kept

type Answering = Callable[..., Document]


def answers(known: Collection[str] = COMMON) -> Callable[[Answering], Callable[..., HttpResponse]]:
    """Answer in the form and the language asked for; what is asked wrongly is answered with a sentence, what is not there, too."""

    def decorate(view: Answering) -> Callable[..., HttpResponse]:
        @kept
        @require_safe
        @wraps(view)
        def answered(request: HttpRequest, key: str, **about: str) -> HttpResponse:
            say = sentences(liked(request))
            try:
                only(request.GET, known)
                form, links = _form(request), Links(_whole(request, key), say, _lang(request))
                document = view(request, published(key), links, **about)
            except NotUnderstood as wrong:
                found = _exception("InvalidParameterValue", say(ROOM, "wrong", wrong.what, **wrong.details), HTTPStatus.BAD_REQUEST)
            except Http404:
                found = _exception("NotFound", say(ROOM, "nothing"), HTTPStatus.NOT_FOUND)
            else:
                found = _page(request, document) if form == "html" else _json(document)
            return _negotiated(found, say.language)

        return answered

    return decorate


@answers()
def landing(request: HttpRequest, found: Published, links: Links) -> Document:
    return documents.landing(found, links)


@answers()
def api(request: HttpRequest, found: Published, links: Links) -> Document:
    body = definition(found, links, [one.id for one in features.collections(found)])
    rows = [[path, methods["get"]["summary"]] for path, methods in body["paths"].items()]
    head = [links.word("address"), links.word("what")]
    return Document(links.word("api"), body, OPENAPI, str(body["info"]["description"]), head, rows)


@answers()
def conformance(request: HttpRequest, found: Published, links: Links) -> Document:
    return documents.conformance(links)


@answers()
def collections(request: HttpRequest, found: Published, links: Links) -> Document:
    return documents.collection_list(features.collections(found), links)


@answers()
def collection(request: HttpRequest, found: Published, links: Links, collection: str) -> Document:
    return documents.collection(_chosen(found, collection), links)


@answers(OF_ITEMS)
def items(request: HttpRequest, found: Published, links: Links, collection: str) -> Document:
    given = request.GET.dict()
    return documents.items(_chosen(found, collection), asked(given), given, links)


@answers()
def item(request: HttpRequest, found: Published, links: Links, collection: str, feature: str) -> Document:
    chosen = _chosen(found, collection)
    if feature not in chosen.edition.keys:
        raise Http404
    return documents.feature(chosen, chosen.edition.keys.index(feature), links)


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
        return "html" if request.get_preferred_type([JSON, GEOJSON, HTML]) == HTML else "json"
    if wanted not in FORMATS:
        raise NotUnderstood("f")
    return wanted


def _lang(request: HttpRequest) -> str:
    """The language that stands in the address; empty without. Raises NotUnderstood."""
    given = request.GET.get(PARAMETER, "")
    if PARAMETER in request.GET and given not in SPOKEN:
        raise NotUnderstood("lang", known=", ".join(SPOKEN))
    return given


def _json(document: Document) -> HttpResponse:
    content = json.dumps(document.body, ensure_ascii=False)
    return HttpResponse(content, content_type=document.media, headers=dict(document.headers))


def _page(request: HttpRequest, document: Document) -> HttpResponse:
    language = liked(request)
    context = {"language": SPOKEN[language], "say": sentences(language), "translations": _translations(request, language)}
    return render(request, "planning/public/ogc.html", {**context, "document": document, "links": document.body.get("links", [])})


def _translations(request: HttpRequest, language: str) -> Sequence[Translation]:
    """The same page in each language."""
    given = {**request.GET.dict(), "f": "html"}
    return [Translation(one, f"{request.path}?{urlencode({**given, PARAMETER: code})}", code == language) for code, one in SPOKEN.items()]


def _exception(code: str, sentence: str, status: int) -> HttpResponse:
    content = json.dumps({"code": code, "description": sentence}, ensure_ascii=False)
    return HttpResponse(content, content_type=JSON, status=status)


def _negotiated(answer: HttpResponse, language: str) -> HttpResponse:
    patch_vary_headers(answer, ["Accept", "Accept-Language"])
    answer.headers["Content-Language"] = SPOKEN[language].lang
    return opened(answer)
