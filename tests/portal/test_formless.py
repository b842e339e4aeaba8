"""One page, four fields: the date is fixed, at once where the town is connected, else with a sealed page to hand in."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.cases.models import Case
from lebenslage.files.installation_seal import installation_seal
from lebenslage.journal import clock
from lebenslage.journal.actions import SYSTEM
from lebenslage.law.texts import LANGUAGES
from lebenslage.papers.seal import State, check
from lebenslage.portal.formless.wish import names
from lebenslage.services.actions import publish
from tests.cases.stories import FIRST_DAY, Town, open_town, work
from tests.portal.test_unconnected import applying
from tests.portal.walks import Walker
from tests.queries_counted import asking

HER = {"name": "Änne van der Berg", "kontakt": "0201 12345", "ort": "Erlenbruch", "anliegen": "wohngeld"}
PDF = "/de/formlos/fertig/antrag.pdf"


@pytest.fixture
def town(db: None) -> Iterator[Town]:
    """A connected town, on its first day."""
    with clock.at(FIRST_DAY):
        publish("wohngeld", by=SYSTEM)
        yield open_town("05999004", "Erlenbruch")


@pytest.fixture
def walker(client: Client, town: Town) -> Walker:
    """Somebody who comes for the first time."""
    return Walker(client)


def the_case(town: Authority) -> Case:
    with acting(authority=town.pk):
        case: Case = Case._base_manager.get()
        return case


def test_in_a_connected_town_it_is_an_application_of_today(walker: Walker, town: Town) -> None:
    asked = walker.go("formlos/")
    seen = walker.go("formlos/", HER)
    work()

    assert "2. November 2026" in asked.text
    assert len(asked.names - {"csrfmiddlewaretoken"}) == 4
    assert "Ihr Antrag zählt ab 2. November 2026" in seen.text
    assert "Jetzt haben Sie Zeit" in seen.text
    case = the_case(town.authority)
    assert (case.formless, f"{case.submitted:%Y-%m-%d}") == (True, "2026-11-02")
    assert case.number in seen.text
    assert "Sie haben alles abgegeben" not in seen.text
    assert "Mit der Post an Ihre Anschrift" not in seen.text


def test_who_does_not_know_the_name_of_her_right_says_what_she_needs(walker: Walker, town: Town) -> None:
    seen = walker.go("formlos/", {**HER, "anliegen": "miete"})

    assert "Ihr Antrag zählt ab" in seen.text
    case = walker.go(walker.at.replace("antrag/gesendet", "meine"))
    assert "alle Leistungen für meine Miete, die in Frage kommen" in case.text


def test_it_is_offered_beside_the_result_and_on_the_way(client: Client, town: Town) -> None:
    walker = applying(client, gemeinde="Heek")

    assert "/de/formlos/" in walker.go("pruefen/ergebnis/").links
    assert "/de/formlos/" in walker.go("antrag/").links


def test_twice_is_once(walker: Walker, town: Town) -> None:
    walker.go("formlos/", HER)
    first = walker.at
    walker.go("formlos/", HER)

    assert walker.at == first
    the_case(town.authority)


def test_elsewhere_it_is_a_sealed_page_to_hand_in_today(walker: Walker) -> None:
    seen = walker.go("formlos/", {**HER, "ort": "duisburg"})
    pdf = walker.client.get(PDF).content

    assert "am besten noch heute ab 2. November 2026" in seen.text
    assert "Stadt Duisburg" in seen.text
    assert "47051 Duisburg" in seen.text
    assert "SGB I § 16" in seen.text
    assert check(pdf, installation_seal().certificate).state == State.UNALTERED
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) == 1
    assert walker.client.get(PDF).content == pdf


@pytest.mark.parametrize("town_typed", ["Hannover", "47051"])
def test_where_no_town_is_known_any_town_hall_will_do(walker: Walker, town_typed: str) -> None:
    seen = walker.go("formlos/", {"name": "", "kontakt": "über die Bahnhofsmission", "ort": town_typed, "gefragt": town_typed})

    assert "Jede Stadt- oder Gemeindeverwaltung" in seen.text
    assert walker.client.get(PDF).status_code == 200


@pytest.mark.parametrize(
    ("changed", "at"),
    [({"name": "", "kontakt": ""}, "name"), ({"ort": ""}, "ort"), ({"ort": "Mülheim"}, "ort"), ({"ort": "Wupertal"}, "ort")],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(walker: Walker, changed: dict[str, str], at: str) -> None:
    seen = walker.go("formlos/", {**HER, **changed})

    assert seen.status == 422
    assert f"#{at}" in seen.links
    assert seen.held.get("kontakt", [""]) == [changed.get("kontakt", HER["kontakt"])]


def test_a_town_about_which_we_asked_back_is_taken_when_it_is_sent_again(walker: Walker) -> None:
    asked = walker.go("formlos/", {**HER, "ort": "Hannover"})
    seen = walker.go("formlos/", {**HER, "ort": "Hannover", "gefragt": asked.held["gefragt"][0]})

    assert "Stimmt es so?" in asked.text
    assert "Jede Stadt- oder Gemeindeverwaltung" in seen.text


@pytest.mark.parametrize("typed", ["O'Brien-Łukasiewicz", "مريم العلي", "李", "<b>Anna</b>", "Änne\u202e\x00 Müller", "  X  "])
def test_every_name_is_taken_as_it_is(walker: Walker, typed: str) -> None:
    seen = walker.go("formlos/", {**HER, "name": typed, "ort": "Heek"})

    assert walker.at == "/de/formlos/fertig/", seen.text
    assert walker.client.get(PDF).status_code == 200


def test_what_is_too_long_is_said_and_kept(walker: Walker) -> None:
    seen = walker.go("formlos/", {**HER, "name": "x" * 300})

    assert seen.status == 422
    assert "#name" in seen.links
    assert seen.held["name"] == ["x" * 300]


@pytest.mark.parametrize("address", ["formlos/fertig/", "formlos/fertig/antrag.pdf"])
def test_before_the_page_there_is_no_paper(walker: Walker, address: str) -> None:
    walker.go("formlos/", {**HER, "ort": ""})

    assert walker.go(address).status == 200
    assert walker.at.startswith("/de/weiter/")


def test_what_she_said_stands_in_the_whole_application(walker: Walker) -> None:
    walker.go("formlos/", {**HER, "ort": "Heek", "kontakt": "a.b@example.org"})
    walker.go("antrag/", {})

    seen = walker.go("antrag/pruefen/")

    assert "Änne" in seen.text
    assert "van der Berg" in seen.text
    assert "a.b@example.org" in seen.text
    assert walker.go("formlos/").held["name"] == ["Änne van der Berg"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_every_language(client: Client, town: Town, language: str) -> None:
    walker = Walker(client, language)
    page, ready = walker.go("formlos/"), walker.go("formlos/", {**HER, "ort": "Heek"})

    assert (page.status, ready.status) == (200, 200)
    assert walker.at == f"/{language}/formlos/fertig/"


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("Änne Müller", "Änne", "Müller"),
        ("Anna Maria van der Berg", "Anna Maria", "van der Berg"),
        ("O", "", "O"),
        ("", "", ""),
        ("ali veli", "ali", "veli"),
    ],
)
def test_a_name_has_two_parts(typed: str, first: str, last: str) -> None:
    assert names(typed) == (first, last)


def test_how_often_the_pages_ask(walker: Walker) -> None:
    walker.go("formlos/", {**HER, "ort": "Heek"})
    found = {}
    for address in ("/de/formlos/", "/de/formlos/fertig/", PDF):
        walker.client.get(address)
        with asking() as asked:
            walker.client.get(address)
        found[address] = asked.count

    assert all(number <= 7 for number in found.values()), found
