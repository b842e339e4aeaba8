"""The directory in the hands of planners: kept, published, brought in, taken out, printed, and set against the need."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lebenslage.authorities.models import Authority, Role
from lebenslage.journal.actions import SYSTEM
from lebenslage.offers import keeping, queries
from lebenslage.offers.actions import Entry, House, keep_entry, set_state
from lebenslage.offers.models import Service, State
from lebenslage.offers.table import read_any, written_table
from tests.queries_counted import asking

ENTRY = {
    "name": "Mieterrat",
    "topic": "wohnen",
    "description": "Hilfe bei Ärger mit dem Vermieter.",
    "organization": "Mieterverein",
    "hours": "Mo-Do 9-12",
    "prices": "Beratung: 5,00",
    "street": "Uferstraße 1",
    "area": "25",
    "access_level": "ja",
    "languages": ["de", "tr"],
}


def kept(authority: Authority, **words: str) -> Service:
    """A public entry in the quarter 25."""
    given = {"name": "Rat am Ufer", "description": "Rat.", "topic": "geld", **words}
    house = House("Haus am Ufer", "Uferstraße 1", latitude=50.9865, longitude=6.8938, area="25")
    service = keep_entry(authority, Entry(given, "Rat e. V.", house), by=SYSTEM)
    set_state(service, State.PUBLIC, by=SYSTEM)
    return service


def test_an_entry_is_kept_published_and_found(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    client = enter_at(ahornstedt, Role.DEPARTMENT)
    assert client.post("/planung/angebote/neu/", ENTRY).status_code == 302
    service = Service.objects.get()
    assert Client().get(f"/de/angebote/{service.pk}/").status_code == 404
    client.post(f"/planung/angebote/{service.pk}/stand/", {"stand": "public"})
    page = Client().get(f"/de/angebote/{service.pk}/").content.decode()
    assert all(words in page for words in ("Mo-Do", "9 bis 12 Uhr", "Beratung: 5,00", "Deutsch, Türkçe", "Uferstraße 1"))
    assert "Mieterrat" in client.get("/planung/angebote/?suche=vermieter&thema=wohnen&stand=public&sortierung=-geprueft").content.decode()


def test_languages_that_the_form_does_not_ask_for_stay(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    service, client = kept(ahornstedt), enter_at(ahornstedt)
    Service.objects.update(translations={"ar": {"name": "نصيحة"}, "en": {"name": "Advice"}})
    assert client.post(f"/planung/angebote/{service.pk}/", {**ENTRY, "nl_name": "Raad"}).status_code == 302
    texts = Service.objects.get().translations
    assert (texts["ar"], texts["nl"]["name"], "en" in texts) == ({"name": "نصيحة"}, "Raad", False)


def test_what_is_typed_wrongly_leads_to_its_field(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    answer = enter_at(ahornstedt).post("/planung/angebote/neu/", {**ENTRY, "hours": "nachts", "name": ""})
    assert answer.status_code == 422
    assert all(f'href="#{field}"' in answer.content.decode() for field in ("hours", "name"))
    assert not Service.objects.exists()


def test_a_reader_looks_and_changes_nothing(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    service, client = kept(ahornstedt), enter_at(ahornstedt, Role.READER)
    assert client.get(f"/planung/angebote/{service.pk}/").status_code == 200
    assert client.post(f"/planung/angebote/{service.pk}/", ENTRY).status_code == 403
    for address in ("neu/", f"{service.pk}/stand/", f"{service.pk}/stimmt/", f"{service.pk}/entfernen/", "pflege/", "einlesen/"):
        assert client.post(f"/planung/angebote/{address}").status_code in (403, 405)
    assert Service.objects.get().name == "Rat am Ufer"


def test_an_entry_of_another_town_is_not_there(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    other = Authority.objects.create(key="05999002", name="Stadt Nebenan", office="Sozialamt", town="Nebenan")
    service, client = kept(other), enter_at(ahornstedt)
    assert service.organization is not None
    assert client.get(f"/planung/angebote/{service.pk}/").status_code == 404
    for address in (f"{service.pk}/stand/", f"{service.pk}/entfernen/", f"pflege/{service.organization.pk}/link/"):
        assert client.post(f"/planung/angebote/{address}", {"stand": "draft"}).status_code == 404
    keeping.change(service, {"description": "Anders."})
    change = queries.waiting(other).get()
    assert client.post(f"/planung/angebote/pflege/aenderung/{change.pk}/", {"antwort": "ja"}).status_code == 404


def test_a_file_is_looked_at_before_anything_is_kept(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    client = enter_at(ahornstedt)
    text = "name;beschreibung;thema;zeiten;preise;strasse\nTafel;Essen für alle.;essen;Di 13-15;2,00;Gasstraße 5\nOhne;Nur so.;;;;\n"
    file = SimpleUploadedFile("angebote.csv", text.encode())
    page = client.post("/planung/angebote/einlesen/", {"file": file}).content.decode()
    assert "2 Angebote wären neu" in page
    assert "1 ohne Thema" in page
    assert not Service.objects.exists()
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert client.post("/planung/angebote/einlesen/", {"text": "0" * 64, "behalten": "ja"}).status_code == 422
    client.post("/planung/angebote/einlesen/", {"text": digest, "behalten": "ja", "public": "on"})
    assert dict(Service.objects.values_list("name", "state")) == {"Tafel": State.PUBLIC, "Ohne": State.DRAFT}


@pytest.mark.parametrize("text", ["", "{}", "[1]", "a;b\n1;2", "{" * 3000])
def test_a_file_that_is_none_is_said_to_be(ahornstedt: Authority, enter_at: Callable[..., Client], text: str) -> None:
    answer = enter_at(ahornstedt).post("/planung/angebote/einlesen/", {"file": SimpleUploadedFile("x.json", text.encode() or b" ")})
    assert answer.status_code == 422


def test_the_table_begins_no_formula_and_comes_back(ahornstedt: Authority) -> None:
    kept(ahornstedt, name="=HYPERLINK(1)", phone="+49 2999 1")
    table = written_table(queries.with_parts(queries.entries(ahornstedt)))
    assert "'=HYPERLINK(1)" in table
    assert "'+49 2999 1" in table
    (again,) = read_any(table, ahornstedt).services
    assert (again.kept["name"], again.kept["phones"][0]["number"]) == ("=HYPERLINK(1)", "+49 2999 1")


def test_the_download_is_the_whole_directory_in_hsds(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    kept(ahornstedt)
    answer = json.loads(enter_at(ahornstedt).get("/planung/angebote/angebote.json").content)
    assert [one["name"] for one in answer["contents"]] == ["Rat am Ufer"]


def test_gaps_name_where_the_need_is_high_and_nothing_is_there(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    kept(ahornstedt)
    client = enter_at(ahornstedt)
    with asking() as asked:
        page = client.get("/planung/angebote/luecken/?indikator=basic_income&thema=geld").content.decode()
    assert "In 9 von 27 Quartieren" in page
    assert "Hoher Bedarf, kein Angebot" in page
    assert asked.count <= 20
    near = client.get("/planung/angebote/luecken/?indikator=basic_income&thema=geld&umkreis=1500").content.decode()
    assert "mehr als 1500 m Luftlinie" in near
    assert "In 9 von 27" not in near
    assert client.get("/planung/angebote/luecken.csv?thema=geld").content.decode("utf-8-sig").startswith("Schlüssel;Quartier;")


def test_without_figures_the_gaps_page_says_what_to_do(enter: Callable[..., Client]) -> None:
    assert "Zu den Daten" in enter().get("/planung/angebote/luecken/").content.decode()


def test_a_board_shows_what_is_in_the_quarter_and_no_more(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    kept(ahornstedt)
    keep_entry(ahornstedt, Entry({"name": "Entwurf", "description": "Nein.", "topic": "rat"}), by=SYSTEM)
    client = enter_at(ahornstedt, Role.READER)
    page = client.get("/planung/angebote/aushang/25/").content.decode()
    assert "Rat am Ufer" in page
    assert "Entwurf" not in page
    assert client.get("/planung/angebote/aushang/99/").status_code == 404


def test_upkeep_shows_what_waits_and_what_is_stale(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    service, client = kept(ahornstedt), enter_at(ahornstedt)
    keeping.change(service, {"description": "Neue Worte."})
    Service.objects.update(verified_on=None)
    with asking() as asked:
        page = client.get("/planung/angebote/pflege/").content.decode()
    assert asked.count <= 20
    assert all(words in page for words in ("Neue Worte.", "Noch nie geprüft", "Rat e. V."))
    client.post(f"/planung/angebote/pflege/aenderung/{queries.waiting(ahornstedt).get().pk}/", {"antwort": "ja"})
    client.post(f"/planung/angebote/{service.pk}/stimmt/", {"von": "pflege"})
    assert "Nichts wartet." in client.get("/planung/angebote/pflege/").content.decode()
