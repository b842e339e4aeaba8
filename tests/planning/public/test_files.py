"""Published figures as files: every figure once, hidden ones empty with a word, described for machines."""

import csv
import io
import json

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority

ADDRESS = "/daten/05999027/"


def rows(client: Client, file: str) -> list[dict[str, str]]:
    """The lines of a CSV file."""
    return list(csv.DictReader(io.StringIO(client.get(ADDRESS + file).content.decode())))


def test_a_file_has_every_area_of_every_day_and_the_town(portal: Authority, client: Client) -> None:
    lines = rows(client, "child_poverty.csv")

    assert len(lines) == 2 * 28
    assert lines[3] == {
        "kennzahl": "child_poverty", "stand": "2026-12-31", "ebene": "quartiere", "schluessel": "04", "gebiet": "Bleiche",
        "wert": "", "status": "verborgen",
    }  # fmt: skip
    assert lines[27]["wert"] == "21.4"


def test_all_figures_in_one_file(portal: Authority, client: Client) -> None:
    assert {line["kennzahl"] for line in rows(client, "alle.csv")} == {"child_poverty", "population"}


@pytest.mark.parametrize("file", ["alle.csv", "child_poverty.csv"])
def test_a_file_is_described_column_by_column(portal: Authority, client: Client, file: str) -> None:
    answer = client.get(ADDRESS + file)
    description = json.loads(client.get(f"{ADDRESS}{file}-metadata.json").content)

    assert answer["Link"] == f'<{ADDRESS}{file}-metadata.json>; rel="describedby"; type="application/csvm+json"'
    assert description["url"] == f"http://testserver{ADDRESS}{file}"
    assert [column["name"] for column in description["tableSchema"]["columns"]] == list(rows(client, file)[0])
    assert description["dc:license"] == ["https://www.govdata.de/dl-de/by-2-0"]


def test_json_has_the_meaning_and_the_days(portal: Authority, client: Client) -> None:
    found = json.loads(client.get(f"{ADDRESS}child_poverty.json").content)

    assert (found["name"], [day["stand"] for day in found["staende"]]) == ("Kinderarmut", ["2026-12-31", "2024-12-31"])
    assert found["staende"][0]["werte"][3] == {"schluessel": "04", "gebiet": "Bleiche", "wert": None, "status": "verborgen"}


@pytest.mark.parametrize("kind", ["karte.svg", "balken.svg"])
def test_a_picture_stands_at_its_own_address(portal: Authority, client: Client, kind: str) -> None:
    answer = client.get(f"{ADDRESS}einbetten/child_poverty/{kind}")

    assert (answer["Content-Type"], answer["Access-Control-Allow-Origin"]) == ("image/svg+xml", "*")
    assert answer.content.startswith(b"<svg xmlns=")
    assert b"Kinderarmut, 31. Dezember 2026" in answer.content
