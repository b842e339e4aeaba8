"""OGC API - Features, Part 1: Core (OGC 17-069r4), requirement by requirement; each test names those that it shows.

Requirements classes: Core (1 to 34), GeoJSON (/req/geojson), HTML (/req/html), OpenAPI 3.0 (/req/oas30); GML is not offered.
`COVERED` lists what is shown, and a test holds it against all of them. No official suite was run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import shapely
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.planning.public.ogc.asked import NotUnderstood, Period, asked
from lebenslage.quarters.models import Edition, Released

HERE = "/daten/05999027/ogc/"
ITEMS = f"{HERE}collections/quartiere-2020-01-01/items"
CORE = (  # noqa: SIM905 - easier to read
    "root-op root-success api-definition-op api-definition-success conformance-op conformance-success http query-param-unknown "
    "query-param-invalid crs84 fc-md-op fc-md-success fc-md-links fc-md-items fc-md-items-links fc-md-extent sfc-md-op sfc-md-success "
    "fc-op fc-limit-definition fc-limit-response-1 fc-bbox-definition fc-bbox-response fc-time-definition fc-time-response fc-response "
    "fc-links fc-rel-type fc-timeStamp fc-numberMatched fc-numberReturned f-op f-success f-links"
).split()
OTHERS = (  # noqa: SIM905 - easier to read
    "geojson/definition geojson/content html/definition html/content oas30/oas-definition-1 oas30/oas-definition-2 oas30/oas-impl "
    "oas30/completeness oas30/exception-codes oas30/security"
).split()
ALL = {*(f"core/{one}" for one in CORE), *OTHERS}
COVERED: set[str] = set()


def shows[T: Callable[..., None]](*requirements: str) -> Callable[[T], T]:
    """Note which requirements a test shows."""
    COVERED.update(requirements)
    return lambda test: test


def ask(path: str = "", status: int = 200, **more: str) -> dict[str, Any]:
    """What is answered to a machine."""
    answer = Client().get(path if path.startswith("/") else HERE + path, more, headers={"accept": "application/json"})
    assert answer.status_code == status, answer.content
    found: dict[str, Any] = json.loads(answer.content)
    return found


def rels(document: dict[str, Any]) -> dict[str, str]:
    """The address of each relation, the first of several."""
    return {link["rel"]: link["href"].removeprefix("http://testserver") for link in reversed(document["links"])}


@shows("core/root-op", "core/root-success")
def test_the_landing_page_leads_to_definition_conformance_and_data(portal: Authority) -> None:
    found = ask()

    assert {"service-desc", "service-doc", "conformance", "data", "self", "alternate"} <= set(rels(found))
    assert found["title"]
    assert all(ask(rels(found)[rel]) for rel in ("conformance", "data", "service-desc"))


@shows("core/api-definition-op", "core/api-definition-success", "oas30/oas-definition-1", "oas30/oas-definition-2")
def test_the_definition_is_an_openapi_document(portal: Authority) -> None:
    answer = Client().get(f"{HERE}api")
    found = json.loads(answer.content)

    assert answer["Content-Type"] == "application/vnd.oai.openapi+json;version=3.0"
    assert found["openapi"].startswith("3.0.")
    assert {"title", "version"} <= set(found["info"])
    assert all(operation["responses"] for path in found["paths"].values() for operation in path.values())


@shows("oas30/completeness", "oas30/oas-impl", "oas30/exception-codes", "oas30/security")
def test_the_definition_names_every_address_every_answer_and_every_parameter(portal: Authority) -> None:
    found = ask("api")
    inside = {"collectionId": "quartiere-2020-01-01", "featureId": "04"}

    for path, methods in found["paths"].items():
        address = HERE.rstrip("/") + path.format(**inside)
        assert ask(address)
        assert {"200", "400", "404"} <= set(methods["get"]["responses"])
        assert ask(address, 400, nonsense="1")["description"]
    assert found["servers"][0]["url"] == f"http://testserver{HERE.rstrip('/')}"
    assert "securitySchemes" not in found["components"]


@shows("core/conformance-op", "core/conformance-success")
def test_the_classes_of_the_standard_are_declared(portal: Authority) -> None:
    classes = {one.rsplit("/", 1)[1] for one in ask("conformance")["conformsTo"]}

    assert classes == {"core", "oas30", "html", "geojson"}


@shows("core/http")
def test_http_is_spoken(portal: Authority) -> None:
    client = Client()

    assert client.head(ITEMS).status_code == 200
    assert client.post(ITEMS).status_code == 405
    assert ask(f"{HERE}collections/nichts", 404)["code"] == "NotFound"
    assert "public" in client.get(ITEMS)["Cache-Control"]
    assert not client.cookies


@shows("core/query-param-unknown")
@pytest.mark.parametrize("path", ["", "conformance", "collections", "collections/quartiere-2020-01-01", ITEMS, f"{ITEMS}/04"])
def test_an_unknown_parameter_is_refused_with_a_sentence(portal: Authority, path: str) -> None:
    assert "„farbe“ ist hier nicht bekannt" in ask(path, 400, farbe="rot")["description"]


@shows("core/query-param-invalid")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("limit", one) for one in ("0", "-1", "viele", "1.5", "")),
        *(("bbox", one) for one in ("1,2,3", "a,b,c,d", "1,9,2,3", "nan,1,2,3", "")),
        *(("datetime", one) for one in ("gestern", "2026-13-01", "2026-12-31/2024-12-31", "../..", "2026", "")),
        ("offset", "-5"),
        ("f", "gml"),
    ],
)
def test_a_wrong_parameter_is_refused_with_a_sentence(portal: Authority, name: str, value: str) -> None:
    assert f"„{name}“" in ask(ITEMS, 400, **{name: value})["description"]


@shows("core/crs84", "geojson/definition", "geojson/content")
def test_areas_are_geojson_longitude_before_latitude(portal: Authority) -> None:
    answer = Client().get(ITEMS)
    shapes = [shapely.from_geojson(json.dumps(one["geometry"])) for one in json.loads(answer.content)["features"]]

    assert answer["Content-Type"] == "application/geo+json"
    assert answer["Content-Crs"] == "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>"
    assert all(6 < shape.centroid.x < 8 and 50 < shape.centroid.y < 52 and shape.is_valid for shape in shapes)


@shows("core/fc-md-op", "core/fc-md-success", "core/fc-md-links", "core/fc-md-items", "core/fc-md-items-links", "core/fc-md-extent")
def test_every_edition_of_the_areas_is_a_collection(portal: Authority) -> None:
    found = ask("collections")
    [one] = found["collections"]
    west, south, east, north = one["extent"]["spatial"]["bbox"][0]

    assert {"self", "alternate"} <= set(rels(found))
    assert (one["id"], one["itemType"]) == ("quartiere-2020-01-01", "feature")
    assert {link["type"] for link in one["links"] if link["rel"] == "items"} == {"application/geo+json", "text/html"}
    assert west < east
    assert south < north
    assert one["extent"]["temporal"]["interval"] == [["2024-12-31T00:00:00Z", "2026-12-31T23:59:59Z"]]


@shows("core/sfc-md-op", "core/sfc-md-success")
def test_a_collection_says_the_same_alone(portal: Authority) -> None:
    [one] = ask("collections")["collections"]
    alone = ask(f"collections/{one['id']}")

    assert {key: value for key, value in one.items() if key != "links"} == {key: value for key, value in alone.items() if key != "links"}
    assert {"items", "self", "license"} <= set(rels(alone))


@shows("core/fc-op", "core/fc-response", "core/fc-numberMatched", "core/fc-numberReturned", "core/fc-timeStamp")
def test_areas_come_with_their_latest_figures(portal: Authority) -> None:
    found = ask(ITEMS)
    hidden = found["features"][3]["properties"]

    assert (found["type"], found["numberMatched"], found["numberReturned"]) == ("FeatureCollection", 27, 27)
    assert found["timeStamp"].startswith("20")
    assert (hidden["child_poverty"], hidden["child_poverty_status"]) == (None, "verborgen")
    assert hidden["child_poverty_stand"] == "2026-12-31"
    assert isinstance(hidden["population"], int)


@shows("core/fc-limit-definition", "core/fc-limit-response-1", "core/fc-links", "core/fc-rel-type")
def test_pages_lead_on_until_every_area_was_seen_once(portal: Authority) -> None:
    address, seen = f"{ITEMS}?limit=10&f=json", []
    while address:
        found = ask(address)
        assert found["numberReturned"] == len(found["features"]) <= 10
        assert all({"rel", "type", "href"} <= set(link) for link in found["links"])
        seen += [one["id"] for one in found["features"]]
        address = rels(found).get("next", "")

    assert seen == [f"{number:02d}" for number in range(1, 28)]
    assert ask(ITEMS, limit="1000000")["numberReturned"] == 27


@shows("core/fc-bbox-definition", "core/fc-bbox-response")
def test_a_box_finds_the_areas_that_touch_it(portal: Authority) -> None:
    areas = {one["id"]: shapely.from_geojson(json.dumps(one["geometry"])) for one in ask(ITEMS)["features"]}
    middle = areas["04"].centroid
    box = (middle.x - 0.003, middle.y - 0.002, middle.x + 0.003, middle.y + 0.002)

    found = {one["id"] for one in ask(ITEMS, bbox=",".join(map(str, box)))["features"]}
    assert found == {id for id, shape in areas.items() if shape.intersects(shapely.box(*box))}
    assert 0 < len(found) < 27
    assert found == {one["id"] for one in ask(ITEMS, bbox=f"{box[0]},{box[1]},0,{box[2]},{box[3]},99")["features"]}
    assert ask(ITEMS, bbox="170,50,-170,52")["numberMatched"] == 0
    assert ask(ITEMS, bbox="170,50,20,52")["numberMatched"] == 27


@shows("core/fc-time-definition", "core/fc-time-response")
@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2024-12-31", "2024-12-31"),
        ("2024-12-31T12:00:00Z", "2024-12-31"),
        ("../2025-06-30", "2024-12-31"),
        ("2025-01-01/..", "2026-12-31"),
        ("/2026-12-31", "2026-12-31"),
        ("2020-01-01/2030-01-01", "2026-12-31"),
        ("2025-06-30", ""),
    ],
)
def test_a_period_finds_areas_with_figures_in_it_and_shows_the_latest_of_them(portal: Authority, period: str, day: str) -> None:
    found = ask(ITEMS, datetime=period)["features"]

    assert {one["properties"]["child_poverty_stand"] for one in found} == ({day} if day else set())


def test_a_key_finds_its_area_alone(portal: Authority) -> None:
    assert [one["id"] for one in ask(ITEMS, key="07")["features"]] == ["07"]
    assert ask(ITEMS, key="Hafenrand")["numberMatched"] == 0


@shows("core/f-op", "core/f-success", "core/f-links")
def test_an_area_has_its_own_address(portal: Authority) -> None:
    found = ask(f"{ITEMS}/04")

    assert (found["type"], found["id"], found["properties"]["name"]) == ("Feature", "04", "Bleiche")
    assert {"self", "alternate", "collection"} <= set(rels(found))
    assert ask(f"{ITEMS}/99", 404)["description"]


@shows("html/definition", "html/content")
@pytest.mark.parametrize("path", ["", "api", "conformance", "collections", "collections/quartiere-2020-01-01", ITEMS, f"{ITEMS}/04"])
def test_every_answer_is_a_page_too(portal: Authority, path: str) -> None:
    address = path if path.startswith("/") else HERE + path
    asked_for, liked = Client().get(address, {"f": "html"}), Client().get(address, headers={"accept": "text/html,*/*;q=0.8"})

    assert asked_for["Content-Type"].startswith("text/html")
    assert "Accept" in asked_for["Vary"]
    assert asked_for.content.decode().count("<h1") == 1
    assert liked["Content-Type"] == asked_for["Content-Type"]
    assert not asked_for.cookies


PATHS = ["", "api", "conformance", "collections", "collections/quartiere-2020-01-01", ITEMS, f"{ITEMS}/04"]


@pytest.mark.parametrize(
    ("language", "lang", "words"),
    [("de", "de", "Diese Seite"), ("de-einfach", "de", "Diese Seite"), ("en", "en", "This page"), ("nl", "nl", "Deze pagina")],
)
def test_pages_speak_the_language_that_is_asked_for_and_so_do_their_links(portal: Authority, language: str, lang: str, words: str) -> None:
    for path in PATHS:
        answer = Client().get(path if path.startswith("/") else HERE + path, {"f": "html", "lang": language})
        page = answer.content.decode()

        assert f'<html lang="{lang}">' in page
        assert answer["Content-Language"] == lang
        assert page.count("hreflang=") >= 3
        assert path == "api" or path.endswith("/04") or f"{words} (HTML)" in page or path == "collections/quartiere-2020-01-01"
        assert all(f"lang={language}" in link for link in re.findall(rf'<li><a class="kern-link" href="([^"]*{HERE}[^"]*)"', page))


def test_without_it_pages_speak_as_the_browser_likes(portal: Authority) -> None:
    liked = Client().get(HERE, {"f": "html"}, headers={"accept-language": "nl-BE,nl;q=0.9"})

    assert "Verzamelingen van gebieden" in liked.content.decode()
    assert "Accept-Language" in liked["Vary"]
    assert "Sammlungen von Gebieten" in Client().get(HERE, {"f": "html"}).content.decode()


def test_a_wrong_parameter_is_told_in_the_language_of_the_answer(portal: Authority) -> None:
    assert ask(ITEMS, 400, lang="en", limit="0")["description"] == "“limit” is a whole number from 1, for example limit=10."
    assert ask(ITEMS, 400, lang="fr")["description"].startswith("„lang“ ist eine dieser Sprachen")
    assert {link["title"] for link in ask(lang="en")["links"] if link["rel"] == "self"} == {"This page"}


def test_hidden_figures_are_words_on_a_page(portal: Authority) -> None:
    assert '<td class="kern-table__cell">hidden</td>' in Client().get(ITEMS, {"f": "html", "lang": "en"}).content.decode()


def test_areas_without_outlines_come_without_a_place(portal: Authority) -> None:
    given = {"level": "bezirke", "title": "Bezirke", "valid_from": date(2021, 1, 1), "keys": ["n"], "names": ["Nord"]}
    areas = Edition.objects.create(authority=portal, at=portal.editions.get().at, **given)
    one = Released.objects.filter(indicator__key="population").first()
    assert one is not None
    one.pk, one.edition, one.numbers, one.qualities = None, areas, [12.0], "g"
    one.save(force_insert=True)

    here = f"{HERE}collections/bezirke-2021-01-01"
    assert ask(f"{here}/items")["features"][0]["geometry"] is None
    assert "spatial" not in ask(here)["extent"]


def test_periods_are_read_as_the_standard_writes_them() -> None:
    assert asked({"datetime": "2024-12-31t12:00:00z/.."}).period == Period(date(2024, 12, 31), None)
    with pytest.raises(NotUnderstood):
        asked({"datetime": "2024-12-31 "})


def test_every_requirement_is_shown_by_a_test() -> None:
    assert COVERED == ALL
