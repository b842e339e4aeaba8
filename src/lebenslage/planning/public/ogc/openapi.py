"""The definition of this interface as an OpenAPI 3.0 document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from lebenslage.pages.languages import SPOKEN
from lebenslage.planning.public.machines.language import PARAMETER
from lebenslage.planning.public.ogc.asked import FORMATS, LEAST, MOST, USUAL
from lebenslage.planning.public.ogc.links import GEOJSON, HTML, JSON, Links
from lebenslage.planning.public.published import Published

NUMBERS: Final = {"type": "array", "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}], "items": {"type": "number"}}
WAY: Final = {"style": "form", "explode": False}
PARAMETERS: Final[Mapping[str, Mapping[str, Any]]] = {
    "f": {"schema": {"type": "string", "enum": list(FORMATS)}},
    PARAMETER: {"schema": {"type": "string", "enum": list(SPOKEN)}},
    "bbox": {"schema": NUMBERS, **WAY},
    "datetime": {"schema": {"type": "string"}, **WAY},
    "limit": {"schema": {"type": "integer", "minimum": LEAST, "maximum": MOST, "default": USUAL}, **WAY},
    "offset": {"schema": {"type": "integer", "minimum": 0, "default": 0}},
    "key": {"schema": {"type": "string"}},
}
"""What each parameter may be; what it means is said in the language of the answer."""
OBJECT: Final = {"type": "object"}


def definition(published: Published, links: Links, collections: Sequence[str]) -> Mapping[str, Any]:
    """The whole document."""
    town = published.authority.name
    return {
        "openapi": "3.0.3",
        "info": {
            "title": links.word("title", town=town),
            "version": "1.0.0",
            "description": links.word("definition"),
            "contact": {"name": town},
        },
        "servers": [{"url": links.whole("").rstrip("/")}],
        "paths": _paths(links, collections),
        "components": {
            "parameters": {name: _parameter(name, links) for name in PARAMETERS},
            "responses": {"wrong": _answer(links.word("is_wrong"), JSON), "nothing": _answer(links.word("is_nothing"), JSON)},
            "schemas": {
                "exception": {**OBJECT, "required": ["code"], "properties": {"code": {"type": "string"}, "description": {"type": "string"}}}
            },
        },
    }


def _paths(links: Links, collections: Sequence[str]) -> Mapping[str, Any]:
    one, area = _in_path("collectionId", {"type": "string", "enum": list(collections)}), _in_path("featureId", {"type": "string"})
    common, of_items = ([_refer(name) for name in names] for names in (("f", PARAMETER), PARAMETERS))
    return {
        "/": _get("landing", links.word("start"), JSON, common),
        "/api": _get("api", links.word("this_document"), "application/vnd.oai.openapi+json;version=3.0", common),
        "/conformance": _get("conformance", links.word("conformance"), JSON, common),
        "/collections": _get("collections", links.word("collections"), JSON, common),
        "/collections/{collectionId}": _get("collection", links.word("one_collection"), JSON, [one, *common]),
        "/collections/{collectionId}/items": _get("items", links.word("items"), GEOJSON, [one, *of_items]),
        "/collections/{collectionId}/items/{featureId}": _get("item", links.word("one_area"), GEOJSON, [one, area, *common]),
    }


def _parameter(name: str, links: Links) -> Mapping[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": links.word("parameters", name), **PARAMETERS[name]}


def _get(name: str, summary: str, media: str, parameters: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    answers = {"200": {"description": summary, "content": {media: {"schema": OBJECT}, HTML: {"schema": {"type": "string"}}}}}
    wrong = {"400": {"$ref": "#/components/responses/wrong"}, "404": {"$ref": "#/components/responses/nothing"}}
    return {"get": {"operationId": name, "summary": summary, "parameters": list(parameters), "responses": answers | wrong}}


def _answer(description: str, media: str) -> Mapping[str, Any]:
    return {"description": description, "content": {media: {"schema": {"$ref": "#/components/schemas/exception"}}}}


def _refer(name: str) -> Mapping[str, Any]:
    return {"$ref": f"#/components/parameters/{name}"}


def _in_path(name: str, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": schema}
