"""What comes in as HSDS goes out again as it came, and what goes out keeps to the standard."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.offers import queries
from lebenslage.offers.actions import import_directory
from lebenslage.offers.hsds.reading import read
from lebenslage.offers.hsds.writing import service_object
from lebenslage.offers.models import Service, State

UIDS = some.uuids().map(str)
WORDS = some.text("abcäöß 09:", max_size=12)
NUMBERS = some.integers(0, 500) | some.floats(0, 500).map(lambda number: round(number, 2))
ANY_HOUR = some.sampled_from(["09:00", "18:30:00", "10:00Z", "soon", ""])
ANY_DAY = some.sampled_from(["2026-01-02", "2005-01-01", "never"])


def objects(**parts: some.SearchStrategy[Any]) -> some.SearchStrategy[dict[str, Any]]:
    """An object with an identity and any of these parts."""
    return some.fixed_dictionaries({"id": UIDS}, optional=parts)


def lists(of: some.SearchStrategy[Any]) -> some.SearchStrategy[list[Any]]:
    """One or two of them, each with another identity."""
    return some.lists(of, min_size=1, max_size=2, unique_by=lambda one: one["id"])


TERM = objects(name=WORDS, description=WORDS, code=WORDS, taxonomy=some.sampled_from(["other", "lebenslage-topics"]))
ATTRIBUTES = lists(objects(link_type=some.sampled_from(["audience", "area", "closed", "x"]), value=WORDS, taxonomy_term=TERM))
SCHEDULE = objects(
    freq=some.sampled_from(["WEEKLY", "MONTHLY"]),
    byday=some.sampled_from(["MO,TU", "2TU", "-1FR", "odd"]),
    interval=some.integers(1, 2),
    opens_at=ANY_HOUR,
    closes_at=ANY_HOUR,
    valid_from=ANY_DAY,
    description=WORDS,
    timezone=some.integers(-3, 3),
    attributes=ATTRIBUTES,
)
PRICE = objects(option=WORDS, amount=NUMBERS, currency=some.sampled_from(["EUR", "GBP"]), amount_description=WORDS, valid_from=ANY_DAY)
PHONE = objects(number=WORDS, extension=some.integers(1, 99), type=WORDS)
ADDRESS = objects(address_1=WORDS, city=WORDS, postal_code=WORDS, country=WORDS)
ACCESS = objects(description=WORDS, a11y=some.fixed_dictionaries({}, optional={"hasInductionLoop": some.booleans(), "x": WORDS}))
LOCATION = objects(
    location_type=some.sampled_from(["physical", "virtual"]),
    name=WORDS,
    latitude=NUMBERS,
    addresses=lists(ADDRESS),
    accessibility=lists(ACCESS),
    schedules=lists(SCHEDULE),
    attributes=ATTRIBUTES,
    transportation=WORDS,
)
SITE = some.fixed_dictionaries({"id": UIDS, "location": LOCATION}, optional={"schedules": lists(SCHEDULE), "description": WORDS})
SERVICE = some.fixed_dictionaries(
    {"id": UIDS, "name": WORDS, "status": some.sampled_from(["active", "defunct"])},
    optional={
        "description": WORDS,
        "translations": some.dictionaries(some.sampled_from(["en", "nl"]), some.fixed_dictionaries({"name": WORDS}), min_size=1),
        "minimum_age": NUMBERS,
        "assured_date": ANY_DAY,
        "last_modified": some.sampled_from(["2023-03-15T10:30:45.123Z", "2024-01-01T00:00:00"]),
        "phones": lists(PHONE),
        "languages": lists(objects(code=some.sampled_from(["de", "tr", "x-" + "y" * 20]), note=WORDS)),
        "service_areas": lists(objects(uri=some.sampled_from(["urn:lebenslage:area:n%201", "https://example.org"]), extent=WORDS)),
        "organization": objects(name=WORDS, description=WORDS, locations=lists(LOCATION), tax_id=WORDS),
        "schedules": lists(SCHEDULE),
        "cost_options": lists(PRICE),
        "service_at_locations": lists(SITE),
        "attributes": ATTRIBUTES,
        "funding": lists(objects(source=WORDS)),
    },
)


def lost(before: Any, after: Any, path: str = "") -> Iterator[str]:
    """What stood somewhere before and does not stand there afterwards."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key, value in before.items():
            yield from lost(value, after[key], f"{path}/{key}") if key in after else ([] if value in ([], {}) else [f"{path}/{key}"])
    elif isinstance(before, list) and isinstance(after, list) and len(before) <= len(after):
        for place, value in enumerate(before):
            yield from lost(value, after[place], f"{path}/{place}")
    elif before != after:
        yield f"{path}: {before!r} became {after!r}"


def gone_through(town: Authority, document: dict[str, Any]) -> dict[str, Any]:
    """Imported and written again."""
    import_directory(town, read(json.loads(json.dumps(document))), by=SYSTEM)
    return service_object(queries.whole(Service.objects.filter(authority=town)).get(uid=UUID(document["id"])))


@given(SERVICE)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_nothing_is_lost_on_the_way_in_and_out(town: Authority, document: dict[str, Any]) -> None:
    assert list(lost(document, gone_through(town, document))) == []


@given(SERVICE)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_a_second_way_changes_nothing_more(town: Authority, document: dict[str, Any]) -> None:
    once = gone_through(town, document)
    assert gone_through(town, once) == once


def test_a_column_that_is_changed_is_changed_in_the_object(town: Authority, advice: Service) -> None:
    first = service_object(queries.whole(Service.objects.filter(pk=advice.pk)).get())
    import_directory(town, read({**first, "minimum_age": 18}), by=SYSTEM)
    Service.objects.update(phone="02999 777")
    again = service_object(queries.whole(Service.objects.filter(pk=advice.pk)).get())
    assert (again["phones"][0]["number"], again["phones"][0]["id"]) == ("02999 777", first["phones"][0]["id"])
    assert again["minimum_age"] == 18


def test_a_town_never_writes_into_the_entry_of_another(town: Authority, advice: Service) -> None:
    other = Authority.objects.create(key="05999002", name="Stadt Nebenan", office="Sozialamt")
    document = service_object(queries.whole(Service.objects.filter(pk=advice.pk)).get())
    import_directory(other, read({**document, "name": "Übernommen"}), by=SYSTEM)
    advice.refresh_from_db()
    assert advice.name == "Schuldnerberatung am Markt"
    assert Service.objects.get(authority=other).name == "Übernommen"


def test_the_machine_sees_public_entries_alone(client: Client, advice: Service, draft: Service) -> None:
    answer = client.get("/daten/05999001/hsds/services?full=true").json()
    assert (answer["total_items"], answer["contents"][0]["name"]) == (1, advice.name)
    assert client.get(f"/daten/05999001/hsds/services/{draft.uid}").status_code == 404
    assert "keeper" not in json.dumps(answer)


@pytest.mark.parametrize(
    ("asked", "number"),
    [("search=glaubiger", 1), ("search=kuchen", 1), ("per_page=1&page=2", 1), ("modified_after=2999-01-01", 0), ("organization_id=x", 0)],
)
def test_lists_are_filtered_and_come_in_pages(client: Client, advice: Service, cafe: Service, asked: str, number: int) -> None:
    answer = client.get(f"/daten/05999001/hsds/services?{asked}").json()
    assert len(answer["contents"]) == answer["size"] == number


@pytest.mark.shared
@pytest.mark.parametrize("kind", ["services", "organizations", "locations", "service_at_locations"])
def test_what_is_published_keeps_to_the_schemas(client: Client, advice: Service, cafe: Service, shared_dir: Path, kind: str) -> None:
    check = validator(shared_dir / "standards/hsds/schema", kind.removesuffix("s"))
    for one in client.get(f"/daten/05999001/hsds/{kind}").json()["contents"]:
        whole = client.get(f"/daten/05999001/hsds/{kind}/{one['id']}").json()
        assert [error.message for found in (one, whole) for error in check.iter_errors(found)] == []


@pytest.mark.shared
def test_the_example_of_the_standard_comes_back(town: Authority, shared_dir: Path) -> None:
    document = json.loads((shared_dir / "standards/hsds/examples/service_full.json").read_text(encoding="utf8"))
    again = gone_through(town, document)
    assert list(lost(document, again)) == []
    check = validator(shared_dir / "standards/hsds/schema", "service")
    assert {error.message for error in check.iter_errors(again)} <= {error.message for error in check.iter_errors(document)}


def validator(folder: Path, name: str) -> Draft202012Validator:
    """A schema of the folder; the others it leads to lie beside it."""
    schemas = {file.name: DRAFT202012.create_resource(json.loads(file.read_text(encoding="utf8"))) for file in folder.glob("*.json")}
    registry = Registry().with_resources(schemas.items())
    return Draft202012Validator(schemas[f"{name}.json"].contents, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_a_draft_stays_a_draft_when_it_comes_again(town: Authority, advice: Service) -> None:
    document = service_object(queries.whole(Service.objects.filter(pk=advice.pk)).get())
    import_directory(town, read([document]), by=SYSTEM)
    advice.refresh_from_db()
    assert (advice.state, advice.topic) == (State.PUBLIC, "geld")
