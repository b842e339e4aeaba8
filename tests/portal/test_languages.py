"""Four languages: each complete, each one click away, none lost on the way."""

from pathlib import Path

import pytest
import yaml
from django.test import Client

import lebenslage
from lebenslage.pages.languages import asked_for
from tests.portal.conftest import CORE, Send

HOUSE = Path(lebenslage.__file__).parent
LANGUAGES = ["de", "de-einfach", "en", "nl"]


def keys(content: object, above: str = "") -> set[str]:
    """The places of all strings in a text file."""
    if not isinstance(content, dict):
        return {above}
    return {place for key, below in content.items() for place in keys(below, f"{above}.{key}")}


@pytest.mark.parametrize("room", ["pages", "portal", "portal/start", "portal/check", "portal/apply", "portal/dossier"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(room: str, language: str) -> None:
    german, other = (keys(yaml.safe_load((HOUSE / room / f"texts/{one}.yaml").read_text(encoding="utf8"))) for one in ("de", language))

    assert other == german


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("nl-BE,nl;q=0.9,de;q=0.5", "nl"),
        ("en", "en"),
        ("fr,de;q=0.3", "de"),
        ("", "de"),
        ("tr", "de"),
        ("de;q=0,en;q=x", "de"),
        ("en;q=0", "de"),
    ],
)
def test_the_start_leads_to_the_language_of_the_browser(client: Client, header: str, language: str) -> None:
    response = client.get("/", headers={"Accept-Language": header})

    assert asked_for(header) == language
    assert response.headers["Location"] == f"/{language}/"
    assert response.headers["Vary"] == "Accept-Language"


@pytest.mark.parametrize("page", ["wohngeld/", "wohngeld/datei/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_links_to_itself_in_the_other_languages(look: Send, language: str, page: str) -> None:
    seen = look(f"/{language}/{page}")

    assert seen.status == 200
    assert {f"/{other}/{page}" for other in LANGUAGES if other != language} <= set(seen.links)


def test_after_a_form_was_sent_the_language_changes_without_losing_it(send: Send) -> None:
    page = send(CORE)

    assert 'form="fragen" formaction="/nl/wohngeld/" lang="nl"' in page.markup
    assert send(page.held, language="nl").held["haushalt-1-miete"] == ["335"]


def test_an_unknown_language_is_no_page(look: Send) -> None:
    assert look("/tlh/wohngeld/").status == 404


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ["angebote", "nachbarn", "stadt"])
def test_the_start_leads_to_help_nearby_to_neighbours_and_to_figures(client: Client, language: str, room: str) -> None:
    address = f"/{language}/{room}/"

    assert f'href="{address}"' in client.get(f"/{language}/").content.decode()
    assert client.get(address).status_code == 200
