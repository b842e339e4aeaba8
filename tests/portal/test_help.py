"""Help at hand: a page explained by its three words, what to do today, who gives advice, and a result to take away."""

import re

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.page_codes import stored
from lebenslage.portal.files import answers_in
from lebenslage.portal.help.contacts import directory
from tests.portal.conftest import Seen, Send
from tests.portal.walks import PENSIONER, Walker
from tests.queries_counted import asking

DUISBURG = {**PENSIONER, "person-1-rente": "1.300,00"}
QUESTIONS = {"hilfe/": 4, "hilfe/sofort/": 4, "hilfe/beratung/": 4, "pruefen/ergebnis/datei/": 3, "pruefen/ergebnis/pdf/": 3}


@pytest.fixture
def walker(client: Client) -> Walker:
    """Somebody with a result."""
    walker = Walker(client)
    walker.answer(DUISBURG)
    return walker


def code_on(page: Seen) -> str:
    """The three words at the foot of a page."""
    found = re.search(r'class="page-code">.*?<span lang="de">([a-z-]+)</span>', page.markup)
    return found[1] if found else ""


@pytest.mark.parametrize("address", ["", "pruefen/", "wohngeld/", "weiter/", "hilfe/sofort/"])
def test_the_words_at_the_foot_lead_to_what_the_page_is_for(look: Send, client: Client, address: str) -> None:
    page = Seen(200, client.get(f"/de/{address}", follow=True).content.decode())

    help_page = look(next(link for link in page.links if "/hilfe/?code=" in link))

    assert code_on(page) in stored().values()
    assert code_on(page) in help_page.text
    assert help_page.status == 200


def test_the_help_leads_back_to_its_page_and_to_no_other(client: Client) -> None:
    code = stored()["portal:resume"]
    from_there = client.get(f"/de/hilfe/?code={code}", headers={"Referer": "http://testserver/de/weiter/"})
    from_elsewhere = client.get(f"/de/hilfe/?code={code}", headers={"Referer": "http://evil.example/de/weiter/"})

    assert '<a class="kern-link kern-link--no-visited-state back" href="/de/weiter/">' in from_there.content.decode()
    assert "back" not in re.findall(r'class="[^"]*"', from_elsewhere.content.decode())[0]
    assert "/de/weiter/" not in from_elsewhere.content.decode()


def test_unknown_words_are_said_so_and_kept(look: Send) -> None:
    page = look("/de/hilfe/?code=drei+fremde+w%C3%B6rter")

    assert page.status == 404
    assert "Diese drei Wörter kennen wir nicht" in page.text
    assert page.held["code"] == ["drei fremde wörter"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_wait_has_steps_a_right_and_somebody_to_call(look: Send, language: str) -> None:
    page = look(f"/{language}/hilfe/sofort/")

    assert {one.id for one in directory().urgent} <= set(page.ids)
    assert {"tel:112", "tel:110", "tel:116117", "tel:116016", "tel:115", "tel:08001110111"} <= set(page.links)
    assert all(law in page.text for law in ("SGB I § 42", "SGB II § 22 Abs. 8", "SGB XII § 36", "StromGVV § 19"))


def test_every_contact_has_a_source_and_a_way_to_it() -> None:
    assert [one.id for one in directory().contacts if not one.source.startswith("https://") or not (one.phone or one.web)] == []
    assert {id for one in directory().urgent for id in one.contacts} | set(directory().advice) == set(directory().by_id)


def test_a_result_names_advice_help_for_today_and_what_to_take_away(walker: Walker) -> None:
    page = walker.go("pruefen/ergebnis/")

    assert {"/de/hilfe/beratung/", "/de/hilfe/sofort/#food", "/de/pruefen/ergebnis/pdf/", "/de/pruefen/ergebnis/datei/"} <= set(page.links)
    assert page.markup.count("kern-btn--primary") == 1


def test_a_downloaded_file_gives_the_same_result_at_the_advice_service(walker: Walker, send: Send) -> None:
    response = walker.client.get("/de/pruefen/ergebnis/datei/")
    amount = "110,00 € im Monat"

    opened = send({"datei": response.content.decode(), "monat": "2026-11"}, address="wohngeld/datei/")
    chosen = send({"datei": SimpleUploadedFile("haushalt.yaml", response.content), "monat": "2026-11"}, address="wohngeld/datei/")

    assert response.headers["Content-Disposition"] == 'attachment; filename="haushalt.yaml"'
    assert amount in walker.go("pruefen/ergebnis/").text
    assert amount in opened.text
    assert amount in chosen.text


def test_a_file_holds_people_by_name_and_nothing_of_the_application(walker: Walker) -> None:
    walker.go("pruefen/frage/personen/", {"personen": "ja", "naechste-name": "Ali", "bisher": "1.0"})
    document = yaml.safe_load(walker.client.get("/de/pruefen/ergebnis/datei/").content)

    assert document["haushalt"]["gemeinde"] == "Duisburg"
    assert answers_in(yaml.safe_dump(document), "2026-11").gemeinde == "Duisburg"
    assert not {"vorname", "iban", "strasse"} & set(str(document).split("'"))


def test_a_result_on_paper_is_made_and_not_kept(walker: Walker) -> None:
    response = walker.client.get("/en/pruefen/ergebnis/pdf/")

    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("what", ["datei", "pdf"])
def test_without_answers_there_is_nothing_to_take_away(client: Client, what: str) -> None:
    assert client.get(f"/de/pruefen/ergebnis/{what}/").headers["Location"] == "/de/pruefen/ergebnis/"


def test_save_and_stop_is_in_the_same_place_from_the_first_answer_on(client: Client) -> None:
    walker = Walker(client)
    first = walker.go("pruefen/")
    second = walker.go(walker.at, {"gemeinde": "Duisburg"})
    later = [walker.go(page) for page in ("pruefen/ergebnis/", "hilfe/sofort/", "meine/")]

    assert "/de/antrag/speichern/" not in first.links
    for page in (second, *later):
        tools = page.markup.split('<ul class="page-tools">')[1]
        assert 'href="/de/antrag/speichern/"' in tools.split("</ul>")[0]
    assert "/de/antrag/speichern/" not in walker.go("antrag/speichern/").links


@pytest.mark.parametrize("content", [b"\x00\xff\xfe", b"MZ" + b"\x90" * 70_000, b"- [" * 9000])
def test_a_chosen_file_that_is_none_gets_one_sentence(send: Send, content: bytes) -> None:
    page = send({"datei": SimpleUploadedFile("haushalt.yaml", content)}, address="wohngeld/datei/")

    assert page.status == 422
    assert page.markup.count('id="datei-error"') == 1


def test_help_asks_the_database_little(walker: Walker) -> None:
    asked = {}
    for page in QUESTIONS:
        walker.client.get(f"/de/{page}")
        with asking() as counted:
            walker.client.get(f"/de/{page}")
        asked[page] = counted.count

    assert asked == QUESTIONS
