"""The description of a town's data: DCAT-AP.de, the same in three forms, and true to what is published."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from django.test import Client
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import OWL

from lebenslage.authorities.models import Authority
from lebenslage.quarters.models import Released

HERE = "/daten/05999027/"
DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
EU, DEF = "http://publications.europa.eu/resource/authority/", "http://dcat-ap.de/def/"
SHACL = Namespace("http://www.w3.org/ns/shacl#")
SHAPES = ("dcat-ap_2.1.1_shacl_shapes", "dcat-ap-spec-german-additions", "dcat-ap-spec-german-messages", "dcat-ap-konventionen")
VOCABULARIES: Final = {
    f"{EU}language": ("/DEU",),
    f"{EU}data-theme": ("/SOCI", "/ENVI", "/REGI"),
    f"{EU}file-type": ("/CSV", "/JSON"),
    f"{DEF}licenses": ("/dl-by-de/2.0", "/dl-zero-de/2.0", "/cc-by/4.0"),
    f"{DEF}contributors": ("/openNRW",),
    f"{DEF}politicalGeocoding/Level": ("/municipality",),
    f"{DEF}politicalGeocoding/municipalityKey": ("/05999027",),
}
"""Entries of the lists that the shapes look into: the lists themselves are large, and are not beside the repository."""


def graph(client: Client, form: str = "ttl") -> Graph:
    """What the town says of its data."""
    answer = client.get(f"{HERE}dcat.{form}")
    assert answer.status_code == 200
    return Graph().parse(data=answer.content, format={"ttl": "turtle", "rdf": "xml", "jsonld": "json-ld"}[form])


def listed() -> Iterator[tuple[URIRef, URIRef, URIRef]]:
    """The entries as the lists have them."""
    for scheme, entries in VOCABULARIES.items():
        yield from ((URIRef(scheme + entry), SKOS.inScheme, URIRef(scheme)) for entry in entries)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_every_form_says_the_same(portal: Authority, client: Client) -> None:
    assert isomorphic(graph(client, "ttl"), graph(client, "rdf"))
    assert isomorphic(graph(client, "ttl"), graph(client, "jsonld"))


def test_every_indicator_is_a_dataset_with_files_that_are_there(portal: Authority, client: Client) -> None:
    found = graph(client)
    files = [str(address).removeprefix("http://testserver") for address in found.objects(None, DCAT.downloadURL)]

    assert {str(title) for one in found.subjects(RDF.type, DCAT.Dataset) for title in found.objects(one, DCTERMS.title)} == {
        "Kinderarmut: Stadt Ahornstedt", "Bevölkerung: Stadt Ahornstedt",
    }  # fmt: skip
    assert len(files) == 4
    assert {client.get(file).status_code for file in files} == {200}


def test_a_dataset_says_whose_and_where_and_under_which_licence(portal: Authority, client: Client) -> None:
    found = graph(client)

    assert set(found.objects(None, DCATDE.politicalGeocodingURI)) == {URIRef(f"{DEF}politicalGeocoding/municipalityKey/05999027")}
    assert set(found.objects(None, DCTERMS.license)) == {URIRef(f"{DEF}licenses/dl-by-de/2.0")}
    assert set(found.objects(None, FOAF.name)) == {Literal("Stadt Ahornstedt", lang="de")}
    assert set(found.objects(None, DCAT.theme)) == {URIRef(f"{EU}data-theme/SOCI")}


def test_a_licence_without_an_entry_in_the_list_is_said_to_be_another(portal: Authority, client: Client) -> None:
    Released.objects.update(licence="Hauslizenz der Stadt")

    assert set(graph(client).objects(None, DCTERMS.license)) == {URIRef(f"{DEF}licenses/other-open")}


def faults(found: Graph, folder: Path) -> set[str]:
    """What the shapes of DCAT-AP.de find wrong or doubtful."""
    shapes = Graph()
    for name in SHAPES:
        shapes.parse(folder / "standards/dcat-ap-de" / f"{name}.ttl")
    for triple in list(shapes.triples((None, OWL.imports, None))):
        shapes.remove(triple)
    for triple in listed():
        found.add(triple)
    _, report, _ = validate(found, shacl_graph=shapes, advanced=True)
    assert isinstance(report, Graph)
    grave = [one for level in (SHACL.Violation, SHACL.Warning) for one in report.subjects(SHACL.resultSeverity, level)]
    return {
        f"{path} {message}"
        for one in grave
        for path in report.objects(one, SHACL.resultPath)
        for message in report.objects(one, SHACL.resultMessage)
    }


@pytest.mark.shared
def test_the_shapes_of_dcat_ap_de_find_nothing_wrong(portal: Authority, client: Client, shared_dir: Path) -> None:
    assert faults(graph(client), shared_dir) == set()


@pytest.mark.shared
@pytest.mark.parametrize("left_out", [DCTERMS.title, DCTERMS.publisher, DCAT.accessURL, DCATDE.contributorID, DCTERMS.license])
def test_the_shapes_notice_what_is_left_out(portal: Authority, client: Client, shared_dir: Path, left_out: URIRef) -> None:
    found = graph(client)
    found.remove((None, left_out, None))

    assert faults(found, shared_dir)
