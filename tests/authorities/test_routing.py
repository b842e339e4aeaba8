"""Where an application belongs: a table of addresses, and what is said where nothing is known."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import lebenslage.benefits
from lebenslage.authorities.actions import Office, connect
from lebenslage.authorities.models import Channel
from lebenslage.authorities.offices import SEATS, by_rule, deciding
from lebenslage.authorities.queries import find, office_for, office_where
from lebenslage.authorities.register import MUNICIPALITIES
from lebenslage.authorities.routing import ROUTING, Route
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.journal.actions import SYSTEM
from lebenslage.kernel.keys import OfficialKey
from tests.queries_counted import asking

pytestmark = pytest.mark.django_db
TABLE = yaml.safe_load(Path(__file__).with_name("routing.yaml").read_text(encoding="utf8"))
SERVICES = ("wohngeld", "formlos")
BY_KREIS = Route(level="kreis", where="stay", department="Elterngeldstelle", cites="BEEG § 12", confidence="1src")


def town(key: str, name: str, *, services: tuple[str, ...] = ("wohngeld",), **more: Any) -> None:
    place = name.partition(" ")[2]
    connect(
        key, Office(name, "Wohngeldstelle", "Am Markt 1", "00001", place), by=SYSTEM, services=services, mietenstufe=Mietenstufe.II, **more
    )


@pytest.fixture
def invented() -> None:
    """The towns of the demonstration, two of one name, and one for which its neighbour decides."""
    town("05999004", "Stadt Erlenrath", municipalities=["05999020"])
    town("05999008", "Gemeinde Brombeck", channel=Channel.PRINT)
    town("05999016", "Stadt Doppelhausen", channel=Channel.PRINT)
    town("05999024", "Gemeinde Doppelhausen", channel=Channel.PRINT)
    town("05999020", "Gemeinde Kleinfurt", services=(), channel=Channel.PRINT)


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["typed"] or "nothing")
def test_an_application_finds_its_office(invented: None, row: dict[str, Any], service: str) -> None:
    office = office_where(service, row["typed"])

    assert (office.name, office.connected) == (row[service], service in row.get("connected", [])), row["why"]
    assert office.cites
    assert office.anywhere == "SGB I § 16 Abs. 1 und 2"


def test_the_table_has_forty_addresses_for_every_service() -> None:
    assert len(TABLE) == 40
    assert all(row["why"] and set(SERVICES) <= set(row) for row in TABLE)
    assert set(SERVICES) == set(ROUTING.services)


def test_every_municipality_has_an_office_for_every_service() -> None:
    for service in SERVICES:
        names = [office_for(service, place).name for place in MUNICIPALITIES.values()]

        assert all(names)
        assert len(set(names)) == len(MUNICIPALITIES)


def test_an_address_is_said_with_its_source_or_not_at_all() -> None:
    known, unknown = office_where("wohngeld", "Duisburg"), office_where("wohngeld", "Heek")

    assert known.lines == ["Stadt Duisburg", "Amt für Soziales und Wohnen, Wohngeldstelle", "Schwanenstraße 5-7", "47051 Duisburg"]
    assert (known.known, bool(known.source), known.seat_confidence) == (True, True, "1src")
    assert unknown.lines == ["Gemeinde Heek", "Wohngeldstelle"]
    assert (unknown.known, unknown.source, unknown.call) == (False, "", "115")


def test_a_letter_to_the_town_goes_to_an_office_of_the_town_that_is_known() -> None:
    assert office_where("formlos", "Duisburg").lines == ["Stadt Duisburg", "Schwanenstraße 5-7", "47051 Duisburg"]


def test_every_service_of_the_house_has_its_row() -> None:
    folders = {file.parent.name for file in Path(lebenslage.benefits.__path__[0]).glob("*/service.yaml")}

    assert folders
    assert folders <= set(ROUTING.services)


def test_every_address_belongs_to_a_municipality_and_names_its_source() -> None:
    for (service, key), seat in SEATS.items():
        assert service in ROUTING.services
        assert OfficialKey("DE", key) in MUNICIPALITIES
        assert seat.source
        assert seat.town
        assert len(seat.postcode) == 5


def test_what_a_town_says_of_itself_goes_before_the_register(invented: None) -> None:
    connect("05112000", Office("Stadt Duisburg", "Wohngeldstelle", "Neue Straße 1", "47051", "Duisburg"), by=SYSTEM, services=["wohngeld"])

    office = office_where("wohngeld", "Duisburg")

    assert (office.street, office.connected, office.source) == ("Neue Straße 1", True, "Stadt Duisburg")


@pytest.mark.parametrize(
    ("typed", "name"), [("Unna", "Kreis Unna"), ("Neuss", "Rhein-Kreis Neuss"), ("Aachen", "Städteregion Aachen"), ("Köln", "Stadt Köln")]
)
def test_the_next_service_is_a_row_also_where_the_kreis_decides(typed: str, name: str) -> None:
    office = by_rule("elterngeld", find(typed), BY_KREIS, None)

    assert (office.name, office.department, office.cites) == (name, "Elterngeldstelle", "BEEG § 12")


def test_an_office_is_one_question() -> None:
    with asking() as asked:
        office_where("wohngeld", "05315000")

    assert asked.count <= 2


@pytest.mark.parametrize(
    ("right", "typed", "lines"),
    [
        ("sgb2", "Duisburg", ["Stadt Duisburg", "Jobcenter"]),
        ("sgb2", "Heek", ["Kreis Borken", "Jobcenter"]),
        ("wohngeld", "Bonn", ["Stadt Bonn", "Wohngeldstelle"]),
        ("unterhaltsvorschuss", "Gladbeck", ["Stadt Gladbeck / Kreis Recklinghausen", "Jugendamt"]),
        ("unterhaltsvorschuss", "Bonn", ["Stadt Bonn", "Jugendamt"]),
        ("wohnberechtigungsschein", "Heek", ["Gemeinde Heek", "Wohnungsamt"]),
        ("kindergeld", "Heek", ["Familienkasse der Bundesagentur für Arbeit"]),
        ("sozialpass", "Heek", ["Gemeinde Heek"]),
        ("bildung_und_teilhabe", "Heek", []),
    ],
)
def test_every_right_names_who_decides(right: str, typed: str, lines: list[str]) -> None:
    assert list(deciding(right, find(typed))) == lines


def test_without_a_town_a_right_names_the_part_of_the_administration() -> None:
    assert list(deciding("sgb2", None)) == ["Jobcenter"]
