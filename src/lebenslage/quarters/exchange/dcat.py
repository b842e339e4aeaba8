"""What a town publishes, described as DCAT-AP.de 2.0 wants it, so that GovData and the portal of the Land find it. Needs rdflib."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef

from lebenslage.authorities.models import Authority, AuthorityKind

DCATDE: Final = Namespace("http://dcat-ap.de/def/dcatde/")
DEF: Final = "http://dcat-ap.de/def/"
EU: Final = "http://publications.europa.eu/resource/authority/"
MEDIA: Final = "https://www.iana.org/assignments/media-types/"
VCARD: Final = Namespace("http://www.w3.org/2006/vcard/ns#")
LICENCES: Final[Mapping[str, str]] = {
    "dl-de/by-2-0": "dl-by-de/2.0",
    "dl-de/zero-2-0": "dl-zero-de/2.0",
    "cc-by-4.0": "cc-by/4.0",
    "cc-zero": "cc-zero",
    "odbl": "odbl",
}
OTHER_LICENCE: Final = "other-open"
CONTRIBUTORS: Final[Mapping[str, str]] = {"05": "openNRW"}
"""Under whose name the Land hands on to GovData what its towns describe; of the others the town names it in its own copy."""
FORMS: Final[Mapping[str, str]] = {"ttl": "turtle", "rdf": "pretty-xml", "jsonld": "json-ld"}


@dataclass(frozen=True, slots=True)
class File:
    """A file of a dataset: its whole address, its title, its type in the list of the EU (`CSV`) and as media type."""

    address: str
    title: str
    kind: str
    media: str
    conforms_to: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset: what it is, when it was published and changed, for which days it is true, and its files."""

    address: str
    title: str
    description: str
    landing: str
    issued: datetime
    modified: datetime
    days: tuple[date, date]
    licence: str
    source: str
    files: Sequence[File]
    keywords: Sequence[str] = ()
    themes: Sequence[str] = ("SOCI",)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All datasets of a town under one address; `service` is the address of its OGC API Features, if there is one."""

    address: str
    homepage: str
    datasets: Sequence[Dataset]
    service: str = ""
    contributor: str = field(default="")


def described(authority: Authority, given: Catalogue) -> Graph:
    """The catalogue as a graph of DCAT-AP.de."""
    graph = Graph()
    for prefix, names in {"dcat": DCAT, "dct": DCTERMS, "dcatde": DCATDE, "foaf": FOAF, "vcard": VCARD}.items():
        graph.bind(prefix, names)
    office, node = _publisher(graph, authority, given), URIRef(given.address)
    graph.add((node, RDF.type, DCAT.Catalog))
    graph.add((node, DCTERMS.title, _german(f"Daten der Gebiete: {authority.name}")))
    graph.add(
        (node, DCTERMS.description, _german(f"Was {authority.name} über ihre Gebiete veröffentlicht hat. Kleine Zahlen sind verborgen."))
    )
    graph.add((node, DCTERMS.publisher, office))
    graph.add((node, FOAF.homepage, URIRef(given.homepage)))
    graph.add((node, DCTERMS.language, URIRef(f"{EU}language/DEU")))
    graph.add((node, DCAT.themeTaxonomy, URIRef(f"{EU}data-theme")))
    for one in given.datasets:
        graph.add((node, DCAT.dataset, _dataset(graph, one, authority, office, given)))
    if given.service:
        graph.add((node, DCAT.service, _service(graph, given, authority)))
    return graph


def written(graph: Graph, form: str) -> str:
    """The graph as text: `ttl`, `rdf` or `jsonld`."""
    return graph.serialize(format=FORMS[form])


def _publisher(graph: Graph, authority: Authority, given: Catalogue) -> URIRef:
    node = URIRef(f"{given.homepage}#publisher")
    graph.add((node, RDF.type, FOAF.Organization))
    graph.add((node, RDF.type, FOAF.Agent))
    graph.add((node, FOAF.name, _german(authority.name)))
    return node


def _dataset(graph: Graph, one: Dataset, authority: Authority, office: URIRef, given: Catalogue) -> URIRef:
    node = URIRef(one.address)
    graph.add((node, RDF.type, DCAT.Dataset))
    graph.add((node, DCTERMS.title, _german(one.title)))
    graph.add((node, DCTERMS.description, _german(one.description)))
    graph.add((node, DCTERMS.identifier, Literal(one.address)))
    graph.add((node, DCAT.landingPage, URIRef(one.landing)))
    graph.add((node, DCTERMS.issued, _moment(one.issued)))
    graph.add((node, DCTERMS.modified, _moment(one.modified)))
    graph.add((node, DCTERMS.language, URIRef(f"{EU}language/DEU")))
    for name in (DCTERMS.publisher, DCATDE.originator, DCATDE.maintainer):
        graph.add((node, name, office))
    for word in one.keywords:
        graph.add((node, DCAT.keyword, _german(word)))
    for theme in one.themes:
        graph.add((node, DCAT.theme, URIRef(f"{EU}data-theme/{theme}")))
    _placed(graph, node, authority, given)
    graph.add((node, DCTERMS.temporal, _period(graph, one)))
    graph.add((node, DCAT.contactPoint, _contact(graph, authority, given)))
    for file in one.files:
        graph.add((node, DCAT.distribution, _file(graph, file, one, authority)))
    return node


def _placed(graph: Graph, node: URIRef, authority: Authority, given: Catalogue) -> None:
    """Which town it is, by its official key; outside Germany the key means nothing there."""
    graph.add((node, DCATDE.geocodingDescription, _german(authority.town or authority.name)))
    if authority.country != "DE":
        return
    district = authority.kind == AuthorityKind.KREIS
    level, kind = ("administrativeDistrict", "districtKey") if district else ("municipality", "municipalityKey")
    graph.add((node, DCATDE.politicalGeocodingLevelURI, URIRef(f"{DEF}politicalGeocoding/Level/{level}")))
    graph.add((node, DCATDE.politicalGeocodingURI, URIRef(f"{DEF}politicalGeocoding/{kind}/{authority.key}")))
    contributor = given.contributor or CONTRIBUTORS.get(authority.key[:2], "")
    if contributor:
        graph.add((node, DCATDE.contributorID, URIRef(f"{DEF}contributors/{contributor}")))


def _period(graph: Graph, one: Dataset) -> URIRef:
    node = URIRef(f"{one.address}-days")
    graph.add((node, RDF.type, DCTERMS.PeriodOfTime))
    for name, day in zip((DCAT.startDate, DCAT.endDate), one.days, strict=True):
        graph.add((node, name, Literal(day, datatype=XSD.date)))
    return node


def _contact(graph: Graph, authority: Authority, given: Catalogue) -> URIRef:
    """An address for mail where the town has one, else the page of the town."""
    node = URIRef(f"{given.homepage}#contact")
    graph.add((node, RDF.type, VCARD.Organization))
    graph.add((node, RDF.type, VCARD.Kind))
    graph.add((node, VCARD.fn, _german(f"{authority.office}, {authority.name}")))
    name, address = (VCARD.hasEmail, f"mailto:{authority.email}") if authority.email else (VCARD.hasURL, given.homepage)
    graph.add((node, name, URIRef(address)))
    return node


def _file(graph: Graph, file: File, one: Dataset, authority: Authority) -> URIRef:
    node = URIRef(f"{file.address}#distribution")
    graph.add((node, RDF.type, DCAT.Distribution))
    graph.add((node, DCTERMS.title, _german(file.title)))
    graph.add((node, DCAT.accessURL, URIRef(file.address)))
    graph.add((node, DCAT.downloadURL, URIRef(file.address)))
    graph.add((node, DCTERMS.format, URIRef(f"{EU}file-type/{file.kind}")))
    graph.add((node, DCAT.mediaType, URIRef(MEDIA + file.media)))
    graph.add((node, DCTERMS.modified, _moment(one.modified)))
    graph.add((node, DCTERMS.license, URIRef(f"{DEF}licenses/{LICENCES.get(one.licence.lower(), OTHER_LICENCE)}")))
    graph.add((node, DCATDE.licenseAttributionByText, _german(f"{authority.name}: {one.source}")))
    if file.conforms_to:
        graph.add((node, DCTERMS.conformsTo, URIRef(file.conforms_to)))
    return node


def _service(graph: Graph, given: Catalogue, authority: Authority) -> URIRef:
    node = URIRef(f"{given.service}#service")
    graph.add((node, RDF.type, DCAT.DataService))
    graph.add((node, DCTERMS.title, _german(f"OGC API – Features: {authority.name}")))
    graph.add((node, DCAT.endpointURL, URIRef(given.service)))
    graph.add((node, DCAT.endpointDescription, URIRef(f"{given.service}api")))
    for one in given.datasets:
        graph.add((node, DCAT.servesDataset, URIRef(one.address)))
    return node


def _german(text: str) -> Literal:
    return Literal(text, lang="de")


def _moment(at: datetime) -> Literal:
    return Literal(at.isoformat(timespec="seconds"), datatype=XSD.dateTime)
