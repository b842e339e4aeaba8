"""Landing page, conformance, collections and pages of features, as the standard wants them. Links are whole addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

from django.utils.timezone import localtime

from lebenslage.journal.clock import now
from lebenslage.planning.public.licences import licence_of
from lebenslage.planning.public.ogc.asked import Asked
from lebenslage.planning.public.ogc.features import CRS84, Collection
from lebenslage.planning.public.published import Published

JSON, GEOJSON, HTML = "application/json", "application/geo+json", "text/html"
OPENAPI: Final = "application/vnd.oai.openapi+json;version=3.0"
CONFORMS: Final = [f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{one}" for one in ("core", "oas30", "html", "geojson")]
TRS: Final = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
type Whole = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Document:
    """An answer: its body for machines, and what a page for people shows of it."""

    title: str
    body: Mapping[str, Any]
    media: str = JSON
    about: str = ""
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)


def landing(published: Published, whole: Whole) -> Document:
    """Where everything begins."""
    town = published.authority.name
    about = "Veröffentlichte Kennzahlen der Gebiete, nach OGC API – Features. Kleine Zahlen sind verborgen."
    links = [
        *both(whole, "", "self", JSON, "Diese Seite"),
        link(whole("api"), "service-desc", OPENAPI, "Beschreibung der Schnittstelle (OpenAPI 3.0)"),
        link(whole("api?f=html"), "service-doc", HTML, "Beschreibung der Schnittstelle"),
        *both(whole, "conformance", "conformance", JSON, "Welche Teile des Standards gelten"),
        *both(whole, "collections", "data", JSON, "Sammlungen von Gebieten"),
    ]
    return Document(
        f"{town}: Daten der Gebiete", {"title": f"{town}: Daten der Gebiete", "description": about, "links": links}, about=about
    )


def conformance(whole: Whole) -> Document:
    """Which parts of the standard hold here."""
    body = {"conformsTo": CONFORMS, "links": both(whole, "conformance", "self", JSON, "Diese Seite")}
    return Document("Welche Teile des Standards gelten", body, head=["Konformitätsklasse"], rows=[[one] for one in CONFORMS])


def collection_list(some: Sequence[Collection], whole: Whole) -> Document:
    """Every collection."""
    body = {"links": both(whole, "collections", "self", JSON, "Diese Seite"), "collections": [described(one, whole) for one in some]}
    rows = [[one.edition.title, one.id, str(len(one.edition.keys))] for one in some]
    return Document("Sammlungen von Gebieten", body, head=["Gebiete", "Kennung", "Anzahl"], rows=rows)


def collection(one: Collection, whole: Whole) -> Document:
    """A single collection."""
    names = [[sheet.indicator.name, sheet.indicator.key, sheet.indicator.definition] for sheet in one.published.latest(one.edition)]
    body = described(one, whole, own="self")
    return Document(one.edition.title, body, about=str(body["description"]), head=["Kennzahl", "Eigenschaft", "Bedeutung"], rows=names)


def described(one: Collection, whole: Whole, own: str = "collection") -> Mapping[str, Any]:
    """What is said of a collection: extent in place and time, and where its features are."""
    here, days, number = f"collections/{one.id}", one.days, len(one.published.latest(one.edition))
    licences = sorted({licence_of(sheet.licence) for sheet in one.sheets}, key=lambda found: found.name)
    return {
        "id": one.id,
        "title": one.edition.title,
        "description": f"{len(one.edition.keys)} Gebiete mit {number} Kennzahlen. Quelle: {one.edition.source}",
        "links": [
            *both(whole, here, own, JSON, one.edition.title),
            *both(whole, f"{here}/items", "items", GEOJSON, "Die Gebiete mit ihren Kennzahlen"),
            *(link(found.address, "license", HTML, found.name) for found in licences),
        ],
        "extent": {
            **({"spatial": {"bbox": [one.box], "crs": CRS84}} if one.box else {}),
            "temporal": {"interval": [[f"{days[0]}T00:00:00Z", f"{days[-1]}T23:59:59Z"]], "trs": TRS},
        },
        "itemType": "feature",
        "crs": [CRS84],
    }


def items(one: Collection, asked: Asked, given: Mapping[str, str], whole: Whole) -> Document:
    """A page of features, with the way to the next one."""
    found = one.found(asked)
    places = found[asked.offset : asked.offset + asked.limit]
    features = [one.feature(place, asked.period) for place in places]
    here = f"collections/{one.id}/items"
    links = [*both(whole, f"{here}{_query(given)}", "self", GEOJSON, "Diese Seite"), *_pages(whole, here, given, asked, len(found))]
    links.append(link(whole(f"collections/{one.id}"), "collection", JSON, one.edition.title))
    body = {
        "type": "FeatureCollection",
        "timeStamp": localtime(now()).isoformat(timespec="seconds"),
        "numberMatched": len(found),
        "numberReturned": len(features),
        "links": links,
        "features": features,
    }
    head, rows = _table(one, features)
    about = f"{len(features)} von {len(found)} Gebieten"
    return Document(f"{one.edition.title}: Gebiete", body, GEOJSON, about, head, rows, {"Content-Crs": f"<{CRS84}>"})


def feature(one: Collection, place: int, whole: Whole) -> Document:
    """A single area."""
    found, here = one.feature(place), f"collections/{one.id}/items/{one.edition.keys[place]}"
    links = [
        *both(whole, here, "self", GEOJSON, one.edition.names[place]),
        link(whole(f"collections/{one.id}"), "collection", JSON, one.edition.title),
    ]
    rows = [[name, "" if value is None else str(value)] for name, value in found["properties"].items()]
    return Document(one.edition.names[place], {**found, "links": links}, GEOJSON, head=["Eigenschaft", "Wert"], rows=rows)


def link(address: str, rel: str, media: str, title: str) -> Mapping[str, str]:
    """A link."""
    return {"href": address, "rel": rel, "type": media, "title": title, "hreflang": "de"}


def both(whole: Whole, path: str, rel: str, media: str, title: str) -> Sequence[Mapping[str, str]]:
    """A link for machines and one for people; of the page itself the latter is the alternate."""
    joined = "&" if "?" in path else "?"
    other = "alternate" if rel == "self" else rel
    return [link(whole(f"{path}{joined}f=json"), rel, media, title), link(whole(f"{path}{joined}f=html"), other, HTML, f"{title} (HTML)")]


def _pages(whole: Whole, here: str, given: Mapping[str, str], asked: Asked, number: int) -> Iterator[Mapping[str, str]]:
    after, before = asked.offset + asked.limit, max(0, asked.offset - asked.limit)
    if after < number:
        yield link(whole(here + _query({**given, "limit": asked.limit, "offset": after, "f": "json"})), "next", GEOJSON, "Weiter")
    if asked.offset:
        yield link(whole(here + _query({**given, "limit": asked.limit, "offset": before, "f": "json"})), "prev", GEOJSON, "Zurück")


def _query(given: Mapping[str, Any]) -> str:
    kept = {name: value for name, value in given.items() if name != "f" or (value == "json" and "offset" in given)}
    return f"?{urlencode(kept)}" if kept else ""


def _table(one: Collection, features: Sequence[Mapping[str, Any]]) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    latest = [sheet.indicator for sheet in one.published.latest(one.edition)]
    rows = []
    for area in features:
        known = area["properties"]
        cells = [known.get(this.key) if known.get(this.key) is not None else known.get(f"{this.key}_status", "") for this in latest]
        rows.append([known["key"], known["name"], *map(str, cells)])
    return ["Schlüssel", "Gebiet", *(this.name for this in latest)], rows
