"""Nothing is kept, nothing is logged, nothing a visitor sends runs."""

import logging
import re

import pytest
from django.test import Client

from lebenslage.portal.files import EXAMPLE
from lebenslage.residents.answers import MOST_ROWS
from tests.portal.conftest import CORE, REST, Send

SECRET = "Zwetschgenkuchen"
# It reads aloud and prints; every page works without it.
OUR_SCRIPT = '<script src="/static/pages/aloud.js" defer>'


def test_the_page_allows_nothing_but_its_own_style_form_and_file(client: Client) -> None:
    policy = client.get("/de/wohngeld/").headers["Content-Security-Policy"]

    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == "'self'"
    assert rules["form-action"] == "'self'"
    assert rules["frame-ancestors"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert "unsafe" not in policy


@pytest.mark.parametrize("address", ["/de/wohngeld/", "/de/wohngeld/datei/", "/en/nowhere/"])
def test_no_page_has_a_script_or_a_style_of_its_own(client: Client, address: str) -> None:
    markup = client.get(address).content.decode()

    assert re.findall(r"<script[^>]*>[^<]*", markup) == [OUR_SCRIPT]
    assert "<style" not in markup
    assert " style=" not in markup
    assert " onclick" not in markup


def test_no_cache_and_no_other_site_learns_of_a_page(client: Client) -> None:
    headers = client.get("/de/wohngeld/").headers

    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"


def test_the_only_cookie_protects_the_form(client: Client) -> None:
    client.get("/de/wohngeld/")

    assert list(client.cookies) == ["lebenslage-csrf"]
    cookie = client.cookies["lebenslage-csrf"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert not cookie["expires"]


def test_a_form_without_its_token_is_refused_with_a_plain_sentence() -> None:
    response = Client(enforce_csrf_checks=True).post("/de/wohngeld/", CORE)

    assert response.status_code == 403
    assert "Ihre Antworten sind noch da" in response.content.decode()


def test_a_form_whose_cookies_are_gone_shows_what_was_typed_and_no_password() -> None:
    sent = {"haushalt-1-miete": "335,50", "password": SECRET}

    markup = Client(enforce_csrf_checks=True).post("/de/pruefen/frage/haushalt-1-miete/", sent).content.decode()

    assert "335,50" in markup
    assert SECRET not in markup


def test_answers_in_an_address_are_not_read(client: Client) -> None:
    assert SECRET not in client.get(f"/de/wohngeld/?person-1-name={SECRET}&gemeinde={SECRET}").content.decode()


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}", "{say.strings}", "\x00\u202e\ud83d"]
)
@pytest.mark.parametrize(
    "field", ["gemeinde", "person-2-name", "haushalt-1-miete", "monat", "zeilen-person", "schritt", "person-1-leistung"]
)
def test_hostile_input_comes_back_as_text(client: Client, field: str, hostile: str) -> None:
    sent = hostile.encode("utf-8", "replace").decode()

    response = client.post("/de/wohngeld/", {**CORE, "zeilen-person": "1 2", field: sent})

    markup = response.content.decode()
    assert response.status_code in (200, 422)
    assert re.findall(r"<script[^>]*>[^<]*", markup) == [OUR_SCRIPT]
    assert "<img" not in markup
    assert "14 }}" not in markup


def test_a_hostile_file_comes_back_as_text(send: Send) -> None:
    page = send({"datei": "personen: {'<script>alert(1)</script>': {farbe: '<img src=x>'}}"}, address="wohngeld/datei/")

    assert re.findall(r"<script[^>]*>[^<]*", page.markup) == [OUR_SCRIPT]
    assert "<img" not in page.markup


def test_nothing_that_was_typed_is_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    typed = {"zeilen-person": "1 2", "person-2-name": SECRET, "gemeinde": SECRET, "haushalt-1-miete": SECRET}

    client.post("/de/wohngeld/", {**CORE, **typed})
    client.post("/de/wohngeld/", {**CORE, **REST, "zeilen-person": "1 2", "person-2-name": SECRET})
    client.post("/de/wohngeld/datei/", {"datei": EXAMPLE.replace("Samira", SECRET)})
    client.post("/de/wohngeld/datei/", {"datei": f"{SECRET}: ["})
    Client(enforce_csrf_checks=True).post("/de/wohngeld/", typed)

    assert caplog.records
    assert SECRET not in caplog.text


def test_more_persons_than_a_household_has_are_not_taken(send: Send) -> None:
    rows = " ".join(str(n) for n in range(1, 200))

    page = send({**CORE, "zeilen-person": rows}, schritt="dazu person")

    assert len(page.held["zeilen-person"][0].split()) == MOST_ROWS
