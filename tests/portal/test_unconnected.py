"""Where the office is not connected the same way ends in a sealed paper, and a town that is connected later takes the same draft."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from django.http import HttpResponse
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.authorities.actions import Office, connect
from lebenslage.authorities.models import Channel
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.files.installation_seal import installation_seal
from lebenslage.journal import clock
from lebenslage.journal.actions import RESIDENT, SYSTEM
from lebenslage.papers.seal import State, check
from lebenslage.residents.access import remember
from lebenslage.residents.actions import answer, begin_draft, open_vault
from lebenslage.services.actions import publish
from tests.cases.stories import FIRST_DAY, answers
from tests.portal.test_whole_way import ADDRESS, NAME
from tests.portal.walks import PENSIONER, Walker
from tests.queries_counted import asking

KEY = "05999008"
OFFICE = Office("Gemeinde Brombeck", "Bürgerbüro", "Kirchweg 3", "00008", "Brombeck")
WITHOUT = {"wie": "beratung", "angaben-1-aufenthaltsort": "Duisburg", "angaben-1-erreichbar": "Diakonie, Am Markt 1"}
PDF = "antrag/fertig/antrag.pdf"


def brombeck(channel: str) -> None:
    connect(KEY, OFFICE, by=SYSTEM, services=["wohngeld"], channel=channel, mietenstufe=Mietenstufe.II)


@pytest.fixture
def moment() -> Iterator[datetime]:
    with clock.at(FIRST_DAY):
        yield FIRST_DAY


@pytest.fixture
def walker(client: Client, moment: datetime) -> Walker:
    """Somebody in a town that is named with its address and not connected, with every answer and who she is."""
    publish("wohngeld", by=SYSTEM)
    brombeck(Channel.PRINT)
    return applying(client, gemeinde="Brombeck", ort="Brombeck")


def applying(client: Client, **changed: str) -> Walker:
    """Somebody who answered everything and began to apply; `changed` names answers."""
    vault = open_vault()
    with acting(vault=vault.pk):
        answer(vault, answers(**changed), by=RESIDENT)
        begin_draft(vault, "wohngeld", by=RESIDENT)
    page = HttpResponse()
    remember(page, vault)
    client.cookies.update(page.cookies)
    return Walker(client)


def paper(walker: Walker) -> bytes:
    answer = walker.client.get(f"/de/{PDF}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return bytes(answer.content)


def verdict(pdf: bytes) -> State:
    return check(pdf, installation_seal().certificate).state


def test_the_same_way_ends_in_a_finished_paper(client: Client, moment: datetime) -> None:
    publish("wohngeld", by=SYSTEM)
    brombeck(Channel.PRINT)
    walker = Walker(client)
    walker.answer({**PENSIONER, "gemeinde": "Brombeck"})
    tasks = walker.go("antrag/", {})
    walker.go("antrag/angaben/name/", NAME)
    walker.go("antrag/angaben/anschrift/", ADDRESS)
    checked = walker.go("antrag/pruefen/")
    ready = walker.go("antrag/fertig/")

    assert "Brombeck nimmt Anträge hier noch nicht an" in tasks.text
    assert "Antrag fertig machen" in checked.text
    assert "antrag" not in checked.held
    assert "Gemeinde Brombeck Bürgerbüro Kirchweg 3 00008 Brombeck" in ready.text
    assert "spätestens am 30. November 2026" in ready.text
    assert "der ganze November 2026" in ready.text
    assert "WoGG § 25" in ready.text
    assert "SGB I § 16" in ready.text
    assert "Mietvertrag" in ready.text
    assert "noch 90 Tage" in ready.text
    assert f"/de/{PDF}" in ready.links


def test_the_paper_is_sealed_and_one_changed_byte_is_seen(walker: Walker) -> None:
    pdf = paper(walker)
    middle = len(pdf) // 2

    assert verdict(pdf) == State.UNALTERED
    assert verdict(pdf[:middle] + bytes([pdf[middle] ^ 1]) + pdf[middle + 1 :]) == State.ALTERED


def test_the_paper_holds_the_answers_as_data(walker: Walker) -> None:
    with pikepdf.open(BytesIO(paper(walker))) as document:
        attached = document.attachments["antrag.json"].get_file().read_bytes().decode()

        assert len(document.pages) >= 2
        assert str(document.Root.Lang).startswith("de")

    assert "Änne" in attached
    assert "person-1-rente" in attached


def test_the_same_answers_give_the_same_bytes_and_a_change_gives_others(walker: Walker) -> None:
    first = paper(walker)
    with clock.at(FIRST_DAY + timedelta(days=2)):
        assert paper(walker) == first
        walker.go("antrag/angaben/kontakt/", {"angaben-1-telefon": "0201 12345", "angaben-1-email": ""})
        changed = paper(walker)

    assert changed != first
    assert verdict(changed) == State.UNALTERED


def test_proofs_are_a_list_to_tick_off(walker: Walker) -> None:
    seen = walker.go("antrag/unterlagen/")

    assert "/de/antrag/unterlagen/" in walker.go("antrag/").links
    assert "Mietvertrag" in seen.text
    assert "Kopien" in seen.text


def test_a_town_that_is_connected_later_takes_the_same_draft(walker: Walker) -> None:
    paper(walker)
    brombeck(Channel.PLATFORM)

    seen = walker.go("antrag/fertig/")
    walker.go("antrag/absenden/", {"antrag": seen.held["antrag"][0]})

    assert re.search(r"/antrag/gesendet/", walker.at)


@pytest.mark.parametrize("address", ["antrag/fertig/", PDF])
def test_without_a_name_there_is_no_paper_yet(client: Client, moment: datetime, address: str) -> None:
    publish("wohngeld", by=SYSTEM)
    walker = applying(client, gemeinde="Heek", nachname="")

    seen = walker.go(address)

    assert walker.at == "/de/antrag/pruefen/"
    assert "brauchen wir Ihren Namen" in seen.text


def test_an_address_that_nobody_gave_us_is_not_invented(client: Client, moment: datetime) -> None:
    publish("wohngeld", by=SYSTEM)

    seen = applying(client, gemeinde="Heek").go("antrag/fertig/")

    assert "Gemeinde Heek Wohngeldstelle Straße und Hausnummer kennen wir nicht" in seen.text
    assert "115" in seen.text


def test_a_town_that_is_in_no_register_is_no_wall(client: Client, moment: datetime) -> None:
    publish("wohngeld", by=SYSTEM)

    seen = applying(client, gemeinde="", ort="Hannover").go("antrag/fertig/")

    assert "Jede Stadt- oder Gemeindeverwaltung" in seen.text
    assert "Jedes Rathaus nimmt es an" in seen.text


def test_the_town_of_the_address_will_do(client: Client, moment: datetime) -> None:
    publish("wohngeld", by=SYSTEM)

    assert "Stadt Duisburg" in applying(client, gemeinde="", ort="Duisburg").go("antrag/fertig/").text


def test_who_has_no_address_says_where_she_stays(walker: Walker) -> None:
    offered = walker.go("antrag/angaben/anschrift/")
    walker.go("antrag/angaben/aufenthalt/", WITHOUT)
    seen = walker.go("antrag/pruefen/")

    assert "Ich habe keine feste Anschrift" in offered.text
    assert "Über eine Beratungsstelle: Diakonie, Am Markt 1" in seen.text
    assert "Straße" not in seen.text.split("Ihre Wohnung")[0]
    assert "Stadt Duisburg" in walker.go("antrag/fertig/").text
    assert verdict(paper(walker)) == State.UNALTERED


def test_an_address_takes_the_place_of_the_stay_again(walker: Walker) -> None:
    walker.go("antrag/angaben/aufenthalt/", WITHOUT)
    walker.go("antrag/angaben/anschrift/", ADDRESS)

    seen = walker.go("antrag/pruefen/")

    assert "Am Anger" in seen.text
    assert "Beratungsstelle" not in seen.text


@pytest.mark.parametrize(
    ("sent", "at"),
    [
        ({**WITHOUT, "angaben-1-erreichbar": ""}, "angaben-1-erreichbar"),
        ({**WITHOUT, "angaben-1-aufenthaltsort": ""}, "angaben-1-aufenthaltsort"),
        ({**WITHOUT, "angaben-1-aufenthaltsort": "Mülheim"}, "angaben-1-aufenthaltsort"),
    ],
)
def test_what_is_missing_is_said_at_its_field(walker: Walker, sent: dict[str, str], at: str) -> None:
    seen = walker.go("antrag/angaben/aufenthalt/", sent)

    assert seen.status == 422
    assert f"#{at}" in seen.links


def test_a_stay_in_another_land_is_taken_when_it_is_sent_again(walker: Walker) -> None:
    asked = walker.go("antrag/angaben/aufenthalt/", {**WITHOUT, "angaben-1-aufenthaltsort": "Hannover"})
    walker.go("antrag/angaben/aufenthalt/", {**WITHOUT, "angaben-1-aufenthaltsort": "Hannover", "gefragt": asked.held["gefragt"][0]})

    assert "Hannover" in walker.go("antrag/pruefen/").text


def test_two_towns_are_asked_about_before_the_wrong_office_gets_it(walker: Walker) -> None:
    assert "Wohnen Sie in" not in walker.go("antrag/pruefen/").text

    walker.go("antrag/angaben/anschrift/", {**ADDRESS, "angaben-1-ort": "Duisburg-Marxloh"})

    assert "Wohnen Sie in Brombeck oder in Duisburg?" in walker.go("antrag/pruefen/").text


def test_post_that_is_collected_needs_no_more_words(walker: Walker) -> None:
    walker.go("antrag/angaben/aufenthalt/", {**WITHOUT, "wie": "abholen", "angaben-1-erreichbar": ""})

    assert "Ich hole die Post beim Amt ab" in walker.go("antrag/pruefen/").text


def test_how_often_the_pages_ask(walker: Walker) -> None:
    found = {}
    for page in ("antrag/", "antrag/fertig/", "antrag/unterlagen/", PDF):
        walker.client.get(f"/de/{page}")
        with asking() as asked:
            walker.client.get(f"/de/{page}")
        found[page] = asked.count
        assert len(asked.statements) <= 20

    assert all(number <= 8 for number in found.values()), found
