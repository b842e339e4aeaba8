"""Every page of sign-in has one heading, labels, its language, and runs without script and without inline style."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from lebenslage.authorities.models import Staff
from lebenslage.law.texts import LANGUAGES
from tests.accounts.conftest import code, sign_in

OUTSIDE = [
    "/anmelden/",
    "/anmelden/konto-anlegen/",
    "/anmelden/konto-anlegen/passkey/",
    "/anmelden/passwort/vergessen/",
    "/anmelden/passwort/vergessen/gesendet/",
    "/anmelden/passwort/neu/",
    "/anmelden/passwort/neu/x-y/",
    "/anmelden/adresse/",
    "/anmelden/adresse/x/",
    "/anmelden/gesperrt/",
]
INSIDE = [
    "/anmelden/abmelden/",
    "/anmelden/konto/",
    "/anmelden/bestaetigen/",
    "/anmelden/zweiter-schritt/bestaetigen/",
    "/anmelden/passwort/aendern/",
    "/anmelden/app/entfernen/",
    "/anmelden/ersatzcodes/",
    "/anmelden/ersatzcodes/neu/",
    "/anmelden/passkey/einrichten/",
]
LANG = {"de": "de", "de-einfach": "de", "en": "en", "nl": "nl"}


def sound(page: str, language: str) -> None:
    """What each page must have."""
    assert f'<html lang="{LANG[language]}">' in page
    assert page.count("<h1") == 1
    assert not re.search(r"<script(?![^>]* src=)|<style| style=| on\w+=", page)
    asked = re.findall(r'<input(?![^>]*type="hidden")[^>]* id="([^"]+)"', page)
    assert set(asked) <= set(re.findall(r'<label[^>]* for="([^"]+)"', page))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", OUTSIDE)
def test_a_page_before_sign_in(client: Client, address: str, language: str) -> None:
    answer = client.get(address, {"sprache": language})
    assert answer.status_code == 200
    sound(answer.content.decode(), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_after_sign_in(client: Client, employed: Callable[..., Staff], language: str) -> None:
    employed()
    sign_in(client, "amt@example.org")
    sound(client.get("/anmelden/zweiter-schritt/", {"sprache": language}).content.decode(), language)
    client.post("/anmelden/zweiter-schritt/", {"code": code()})
    for address in INSIDE:
        answer = client.get(address, {"sprache": language})
        assert (address, answer.status_code) == (address, 200)
        sound(answer.content.decode(), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_setting_up_the_app(client: Client, employed: Callable[..., Staff], language: str) -> None:
    employed(codes=False)
    sign_in(client, "amt@example.org")
    page = client.get("/anmelden/app/einrichten/", {"sprache": language}).content.decode()
    sound(page, language)
    assert 'src="data:image/svg+xml;base64,' in page


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("de", "E-Mail-Adresse und/oder"), ("de-einfach", "E-Mail-Adresse und/oder"), ("en", "are not correct"), ("nl", "niet correct")],
)
def test_a_mistake_is_said_in_the_language_of_the_page(client: Client, language: str, sentence: str) -> None:
    client.cookies["lebenslage-sprache"] = language
    answer = client.post("/anmelden/", {"login": "wer@example.org", "password": "falsch"})
    page = answer.content.decode()
    assert sentence in page
    assert 'role="alert"' in page
    sound(page, language)


def test_a_missing_answer_is_linked_from_the_summary(client: Client) -> None:
    page = client.post("/anmelden/", {"login": "", "password": "x"}).content.decode()
    assert '<a class="kern-link" href="#id_login">' in page
    assert 'aria-describedby="id_login-hint id_login-error"' in page


def test_the_language_of_the_browser_is_spoken_where_none_was_chosen(client: Client) -> None:
    assert '<html lang="nl">' in client.get("/anmelden/", headers={"accept-language": "nl-BE,nl;q=0.9"}).content.decode()


def test_an_unknown_language_is_not_kept(client: Client) -> None:
    client.get("/anmelden/", {"sprache": "<b>"})
    assert "lebenslage-sprache" not in client.cookies


def test_a_mistake_in_the_summary_names_its_field(client: Client) -> None:
    page = client.post("/anmelden/", {"login": "wer@example.org", "password": ""}).content.decode()
    assert '<a class="kern-link" href="#id_password">Passwort: ' in page
