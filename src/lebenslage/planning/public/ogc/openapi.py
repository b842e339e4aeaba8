"""The definition of this interface as an OpenAPI 3.0 document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from lebenslage.planning.public.ogc.asked import FORMATS, LEAST, MOST, USUAL
from lebenslage.planning.public.ogc.documents import GEOJSON, HTML, JSON
from lebenslage.planning.public.published import Published

NUMBERS: Final = {"type": "array", "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}], "items": {"type": "number"}}
PARAMETERS: Final[Mapping[str, Mapping[str, Any]]] = {
    "f": {"description": "Die Form der Antwort.", "schema": {"type": "string", "enum": list(FORMATS)}},
    "bbox": {"description": "West, Süd, Ost, Nord in Grad (CRS84).", "schema": NUMBERS, "style": "form", "explode": False},
    "datetime": {
        "description": "Ein Tag oder ein Zeitraum (RFC 3339); offen mit zwei Punkten: 2024-01-01/..",
        "schema": {"type": "string"},
        "style": "form",
        "explode": False,
    },
    "limit": {
        "description": "Wie viele Gebiete eine Seite hat.",
        "schema": {"type": "integer", "minimum": LEAST, "maximum": MOST, "default": USUAL},
        "style": "form",
        "explode": False,
    },
    "offset": {"description": "Mit dem wievielten Gebiet die Seite beginnt.", "schema": {"type": "integer", "minimum": 0, "default": 0}},
    "key": {"description": "Nur das Gebiet mit diesem Schlüssel.", "schema": {"type": "string"}},
}
OBJECT: Final = {"type": "object"}


def definition(published: Published, server: str, collections: Sequence[str]) -> Mapping[str, Any]:
    """The whole document."""
    one, area = _in_path("collectionId", {"type": "string", "enum": list(collections)}), _in_path("featureId", {"type": "string"})
    of_items = [_refer(name) for name in PARAMETERS]
    return {
        "openapi": "3.0.3",
        "info": {
            "title": f"{published.authority.name}: Daten der Gebiete",
            "version": "1.0.0",
            "description": "Veröffentlichte Kennzahlen nach OGC API – Features, Teil 1: Core (17-069r4). Kleine Zahlen sind verborgen.",
            "contact": {"name": published.authority.name},
        },
        "servers": [{"url": server.rstrip("/")}],
        "paths": {
            "/": _get("landing", "Der Anfang", JSON, [_refer("f")]),
            "/api": _get("api", "Dieses Dokument", "application/vnd.oai.openapi+json;version=3.0", [_refer("f")]),
            "/conformance": _get("conformance", "Welche Teile des Standards gelten", JSON, [_refer("f")]),
            "/collections": _get("collections", "Sammlungen von Gebieten", JSON, [_refer("f")]),
            "/collections/{collectionId}": _get("collection", "Eine Sammlung", JSON, [one, _refer("f")]),
            "/collections/{collectionId}/items": _get("items", "Gebiete mit ihren Kennzahlen", GEOJSON, [one, *of_items]),
            "/collections/{collectionId}/items/{featureId}": _get("item", "Ein Gebiet", GEOJSON, [one, area, _refer("f")]),
        },
        "components": {
            "parameters": {name: {"name": name, "in": "query", "required": False, **what} for name, what in PARAMETERS.items()},
            "responses": {
                "wrong": _answer("Ein Parameter ist unbekannt oder falsch.", JSON),
                "nothing": _answer("Das gibt es hier nicht.", JSON),
            },
            "schemas": {
                "exception": {**OBJECT, "required": ["code"], "properties": {"code": {"type": "string"}, "description": {"type": "string"}}}
            },
        },
    }


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
