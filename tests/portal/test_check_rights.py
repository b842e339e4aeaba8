"""All rights at once: after the first result she goes on, is asked only what is new, and sees what goes together and who decides."""

import json
from io import BytesIO

import pikepdf
import pytest
from django.test import Client

from lebenslage.journal.actions import SYSTEM
from lebenslage.law.texts import LANGUAGES
from lebenslage.services.actions import publish
from tests.portal.conftest import Seen
from tests.portal.walks import PENSIONER, Walker

MORE = {
    "person-1-erwerbsfaehigkeit": "erwerbsfaehig",
    "person-1-schwanger": "nein",
    "haushalt-1-warmwasser_dezentral": "nein",
    "haushalt-1-heizkosten_gesondert": "0",
    "person-1-bescheide": "keine",
    "person-1-familienstand": "ledig",
    "person-1-behindertenhilfe": "keine",
    "haushalt-1-sozialleistung_abgelehnt": "nein",
    "person-1-zuzahlungen": "0",
    "person-1-gesetzlich_versichert": "ja",
    "person-1-chronisch_krank": "nein",
    "person-1-renten_abzuege": "0",
}


def go_on(walker: Walker) -> Seen:
    """Check everything; what is not known here is put off."""
    seen = walker.go("pruefen/alles/", {})
    while walker.question:
        name = walker.question
        assert walker.asked.count(name) < 3, f"{name} comes again and again"
        walker.asked.append(name)
        seen = walker.go(walker.at, {name: MORE[name]} if name in MORE else {"spaeter": "ja"})
    return seen


@pytest.fixture(params=["de"])
def walker(request: pytest.FixtureRequest, client: Client) -> Walker:
    """A pensioner who knows what she gets of Wohngeld."""
    walker = Walker(client, request.param)
    walker.answer(PENSIONER)
    return walker


def test_the_first_result_offers_to_check_all_rights(walker: Walker) -> None:
    seen = walker.go("pruefen/ergebnis/")

    assert "Ihre anderen Rechte" in seen.text
    assert "Alle Rechte prüfen" in seen.text


def test_nothing_is_asked_twice_and_all_rights_are_answered(walker: Walker) -> None:
    before = set(walker.asked)
    seen = go_on(walker)
    new = [name for name in walker.asked if name not in before]

    assert before.isdisjoint(new)
    assert len(new) < 40
    assert "Das können Sie bekommen" in seen.text
    assert "Wohngeld" in seen.text
    assert "Das steht Ihnen nicht zu" in seen.text
    assert "/de/pruefen/recht/wohngeld/" in seen.links


def test_an_open_right_leads_to_the_question_that_decides_it(walker: Walker) -> None:
    go_on(walker)
    seen = walker.go("pruefen/ergebnis/")
    deciding = "/de/pruefen/frage/haushalt-1-sozialpass_angebot/?von=ergebnis"

    assert "Noch nicht entschieden" in seen.text
    assert deciding in seen.links
    assert "Sozialpass Sozialpass in Ihrer Stadt Beantworten" in seen.text
    assert "Sozialpass in Ihrer Stadt Beantworten" not in walker.go(deciding, {"haushalt-1-sozialpass_angebot": "nein"}).text
    assert walker.at == "/de/pruefen/ergebnis/"


def test_a_right_without_a_sum_says_so(walker: Walker) -> None:
    seen = go_on(walker)

    assert "Wohnberechtigungsschein kein fester Betrag" in seen.text


def test_each_right_has_its_calculation_on_a_page_of_its_own(walker: Walker) -> None:
    go_on(walker)
    for address in [link for link in walker.go("pruefen/ergebnis/").links if "/pruefen/recht/" in link]:
        seen = walker.go(address)

        assert seen.status == 200
        assert "So haben wir gerechnet" in seen.text


def test_a_right_that_cannot_be_had_at_the_same_time_does_not_promise_itself(client: Client) -> None:
    walker = Walker(client, "de")
    walker.answer({**PENSIONER, "person-1-rente": "640"})
    go_on(walker)
    seen = walker.go("pruefen/recht/grundsicherung/")

    assert "Das stünde Ihnen auch zu, aber nicht zugleich" in seen.text
    assert "Sie bekommen voraussichtlich" not in seen.text


@pytest.mark.parametrize("walker", LANGUAGES, indirect=True)
def test_the_paper_to_take_along_has_all_rights(walker: Walker) -> None:
    go_on(walker)
    answer = walker.client.get(f"/{walker.language}/pruefen/ergebnis/pdf/")
    with pikepdf.open(BytesIO(answer.getvalue())) as paper:
        names = [right["name"] for right in json.loads(paper.attachments["ergebnis.json"].get_file().read_bytes())["rights"]]

    assert answer.status_code == 200
    assert len(names) > 10
    assert len(names) == len(set(names))


def test_a_right_that_does_not_exist_leads_back(walker: Walker) -> None:
    go_on(walker)
    walker.go("pruefen/recht/nirgends/")

    assert walker.at == "/de/pruefen/ergebnis/"


@pytest.mark.parametrize("walker", LANGUAGES, indirect=True)
def test_in_every_language(walker: Walker) -> None:
    seen = go_on(walker)

    assert seen.status == 200
    assert walker.at.endswith("/pruefen/ergebnis/")


def test_without_answers_there_is_nothing_to_check(client: Client) -> None:
    assert client.post("/de/pruefen/alles/").headers["Location"] == "/de/pruefen/"


def test_an_application_for_wohngeld_asks_nothing_of_the_other_rights(walker: Walker) -> None:
    publish("wohngeld", by=SYSTEM)
    walker.go("pruefen/alles/", {})
    seen = walker.go("antrag/", {})

    assert "person-1-erwerbsfaehigkeit" not in " ".join(seen.links)
