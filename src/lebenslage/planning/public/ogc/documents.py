"""Landing page, conformance, collections and pages of features, as the standard wants them. Links are whole addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.timezone import localtime

from lebenslage.journal.clock import now
from lebenslage.planning.public.files import STATUS
from lebenslage.planning.public.licences import licence_of
from lebenslage.planning.public.machines.language import PARAMETER
from lebenslage.planning.public.ogc.asked import Asked
from lebenslage.planning.public.ogc.features import CRS84, Collection
from lebenslage.planning.public.ogc.links import GEOJSON, HTML, JSON, Link, Links
from lebenslage.planning.public.published import Published
from lebenslage.planning.public.said import FIGURES
from lebenslage.quarters.columns import Mark

OPENAPI: Final = "application/vnd.oai.openapi+json;version=3.0"
CONFORMS: Final = [f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{one}" for one in ("core", "oas30", "html", "geojson")]
TRS: Final = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
OF_THE_PAGE: Final = frozenset({"f", PARAMETER})
"""What says how a page looks, not what stands on it."""


@dataclass(frozen=True, slots=True)
class Document:
    """An answer: its body for machines, and what a page for people shows of it. A title that is a name of the town's is `named`."""

    title: str
    body: Mapping[str, Any]
    media: str = JSON
    about: str = ""
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)
    named: bool = False


def landing(published: Published, links: Links) -> Document:
    """Where everything begins."""
    title, about = links.word("title", town=published.authority.name), links.word("about")
    found = [
        *links.of_itself(""),
        links.to("api", "service-desc", OPENAPI, links.word("api_of")),
        links.to("api", "service-doc", HTML, links.word("api"), f="html"),
        *links.both("conformance", "conformance", JSON, links.word("conformance")),
        *links.both("collections", "data", JSON, links.word("collections")),
    ]
    return Document(title, {"title": title, "description": about, "links": found}, about=about)


def conformance(links: Links) -> Document:
    """Which parts of the standard hold here."""
    body = {"conformsTo": CONFORMS, "links": links.of_itself("conformance")}
    return Document(links.word("conformance"), body, head=[links.word("class")], rows=[[one] for one in CONFORMS])


def collection_list(some: Sequence[Collection], links: Links) -> Document:
    """Every collection."""
    body = {"links": links.of_itself("collections"), "collections": [described(one, links) for one in some]}
    rows = [[one.edition.title, one.id, str(len(one.edition.keys))] for one in some]
    head = [links.word(one) for one in ("areas", "id", "number")]
    return Document(links.word("collections"), body, head=head, rows=rows)


def collection(one: Collection, links: Links) -> Document:
    """A single collection."""
    names = [[sheet.indicator.name, sheet.indicator.key, sheet.indicator.definition] for sheet in one.published.latest(one.edition)]
    body = described(one, links, own="self")
    head = [links.word(word) for word in ("indicator", "property", "meaning")]
    return Document(one.edition.title, body, about=str(body["description"]), head=head, rows=names, named=True)


def described(one: Collection, links: Links, own: str = "collection") -> Mapping[str, Any]:
    """What is said of a collection: extent in place and time, and where its features are."""
    here, number = f"collections/{one.id}", len(one.published.latest(one.edition))
    given = {"areas": len(one.edition.keys), "number": number, "source": one.edition.source}
    licences = sorted({licence_of(sheet.licence) for sheet in one.sheets}, key=lambda found: found.name)
    return {
        "id": one.id,
        "title": one.edition.title,
        "description": links.word("described", **given),
        "links": [
            *links.both(here, own, JSON, one.edition.title),
            *links.both(f"{here}/items", "items", GEOJSON, links.word("items")),
            *(links.out(found.address, "license", HTML, found.name) for found in licences),
        ],
        "extent": _extent(one),
        "itemType": "feature",
        "crs": [CRS84],
    }


def items(one: Collection, asked: Asked, given: Mapping[str, str], links: Links) -> Document:
    """A page of features, with the way to the next one."""
    found = one.found(asked)
    features = [one.feature(place, asked.period) for place in found[asked.offset : asked.offset + asked.limit]]
    here, query = f"collections/{one.id}/items", {name: value for name, value in given.items() if name not in OF_THE_PAGE}
    body = {
        "type": "FeatureCollection",
        "timeStamp": localtime(now()).isoformat(timespec="seconds"),
        "numberMatched": len(found),
        "numberReturned": len(features),
        "links": [
            *links.of_itself(here, GEOJSON, **query),
            *_pages(links, here, query, asked, len(found)),
            links.to(f"collections/{one.id}", "collection", JSON, one.edition.title),
        ],
        "features": features,
    }
    head, rows = _table(one, features, links)
    title, about = links.word("areas_of", title=one.edition.title), links.word("some_of", number=len(features), all=len(found))
    return Document(title, body, GEOJSON, about, head, rows, {"Content-Crs": f"<{CRS84}>"})


def feature(one: Collection, place: int, links: Links) -> Document:
    """A single area."""
    found, here = one.feature(place), f"collections/{one.id}/items/{one.edition.keys[place]}"
    leads = [
        *links.both(here, "self", GEOJSON, one.edition.names[place]),
        links.to(f"collections/{one.id}", "collection", JSON, one.edition.title),
    ]
    rows = [[name, "" if value is None else str(value)] for name, value in found["properties"].items()]
    head = [links.word("property"), links.word("value")]
    return Document(one.edition.names[place], {**found, "links": leads}, GEOJSON, head=head, rows=rows, named=True)


def _extent(one: Collection) -> Mapping[str, Any]:
    days = one.days
    place = {"spatial": {"bbox": [one.box], "crs": CRS84}} if one.box else {}
    return {**place, "temporal": {"interval": [[f"{days[0]}T00:00:00Z", f"{days[-1]}T23:59:59Z"]], "trs": TRS}}


def _pages(links: Links, here: str, query: Mapping[str, str], asked: Asked, number: int) -> Iterator[Link]:
    after, before = asked.offset + asked.limit, max(0, asked.offset - asked.limit)
    if after < number:
        yield links.to(here, "next", GEOJSON, links.word("next"), **{**query, "limit": asked.limit, "offset": after, "f": "json"})
    if asked.offset:
        yield links.to(here, "prev", GEOJSON, links.word("prev"), **{**query, "limit": asked.limit, "offset": before, "f": "json"})


def _table(one: Collection, features: Sequence[Mapping[str, Any]], links: Links) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    latest = [sheet.indicator for sheet in one.published.latest(one.edition)]
    absent = {STATUS[mark]: links.say(FIGURES, word) for mark, word in ((Mark.SUPPRESSED, "hidden"), (Mark.MISSING, "missing"))}
    rows = []
    for area in features:
        known = area["properties"]
        cells = [absent.get(known.get(f"{this.key}_status", ""), known.get(this.key, "")) for this in latest]
        rows.append([known["key"], known["name"], *map(str, cells)])
    return [links.word("key"), links.word("area"), *(this.name for this in latest)], rows
