"""One question a page: only what can still change the outcome, Back always works, nothing typed is lost."""

import pytest
from django.test import Client

from lebenslage.residents.access import COOKIE
from lebenslage.residents.models import Vault
from tests.portal.conftest import Seen
from tests.portal.walks import CHILD, PENSIONER, Walker

LANGUAGES = ["de", "de-einfach", "en", "nl"]
GRANTED = {
    "person-1-leistung_stand": "bewilligt",
    "person-1-leistung_ab": "1.1.2026",
    "person-1-leistung_bis": "offen",
    "person-1-lebensmittelpunkt": "ja",
    "person-1-aufenthalt": "deutsch",
    "person-1-bei_leistung_beruecksichtigt": "nein",
}
FAMILY = {
    **PENSIONER,
    **CHILD,
    "person-2-geburtsdatum": "1.5.2014",
}


@pytest.fixture
def walker(client: Client) -> Walker:
    """Somebody at the beginning."""
    return Walker(client)


def with_child(walker: Walker) -> Seen:
    """Answer until the people, and name a child."""
    walker.answer(PENSIONER, until="personen")
    return walker.go(walker.at, {"personen": "ja", "name": "Mia", "bisher": "1.0"})


def test_the_start_says_that_help_exists(walker: Walker) -> None:
    seen = walker.go("")

    assert "Welche Hilfe steht mir zu?" in seen.text
    assert {"/de/pruefen/", "/de/weiter/", "/de/meine/", "/de/wohngeld/"} <= set(seen.links)


def test_nothing_is_kept_before_the_first_answer(walker: Walker) -> None:
    walker.go("")
    walker.go("pruefen/")

    assert COOKIE not in walker.client.cookies
    assert Vault.objects.count() == 0


def test_the_first_answer_opens_a_vault_that_no_script_reads(walker: Walker) -> None:
    walker.go("pruefen/frage/gemeinde/", {"gemeinde": "Duisburg"})

    assert Vault.objects.count() == 1
    assert walker.client.cookies[COOKIE]["httponly"]


def test_a_pensioner_answers_seventeen_questions_and_sees_her_amount(walker: Walker) -> None:
    seen = walker.answer(PENSIONER)

    assert len(walker.asked) == 17
    assert walker.at == "/de/pruefen/ergebnis/"
    assert "Sie bekommen voraussichtlich 110,00 € im Monat" in seen.text
    assert "1. November 2026" in seen.text


def test_the_same_questions_in_every_language(client: Client) -> None:
    for language in LANGUAGES:
        walker = Walker(Client(), language)
        seen = walker.answer(PENSIONER)
        assert walker.at == f"/{language}/pruefen/ergebnis/"
        assert "110" in seen.text


def test_every_question_has_one_heading_and_says_how_much_is_left(walker: Walker) -> None:
    seen = walker.answer(PENSIONER, until="person-1-leistung")

    assert seen.markup.count("<h1") == 1
    assert "Noch etwa" in seen.text
    assert "Bekommen Sie eine dieser Leistungen" in seen.text


def test_a_standing_no_asks_nothing_more(walker: Walker) -> None:
    seen = walker.answer({**PENSIONER, "person-1-leistung": "grundsicherungsgeld", **GRANTED})

    assert walker.at == "/de/pruefen/ergebnis/"
    assert "Heute ist Wohngeld für Sie nicht möglich" in seen.text
    assert "person-1-einkommensarten" not in walker.asked


def test_back_leads_to_the_question_before_with_its_answer(walker: Walker) -> None:
    seen = walker.answer(PENSIONER, until="haushalt-1-mietbestandteile")

    back = walker.go(next(link for link in seen.links if "haushalt-1-miete/" in link))

    assert back.held["haushalt-1-miete"] == ["335"]


def test_back_from_the_first_question_leads_to_the_start(walker: Walker) -> None:
    assert "/de/" in walker.go("pruefen/").links


def test_a_child_is_added_by_name_and_asked_about_by_name(walker: Walker) -> None:
    seen = with_child(walker)

    assert walker.question == "person-2-verhaeltnis"
    assert "Wie gehört Mia zu Ihnen?" in seen.text
    assert "/de/pruefen/frage/personen/" in seen.links


def test_a_family_comes_to_its_result(walker: Walker) -> None:
    with_child(walker)

    walker.answer(FAMILY)

    assert walker.at == "/de/pruefen/ergebnis/"


def test_who_has_no_income_is_not_asked_what_she_pays_from_it(walker: Walker) -> None:
    with_child(walker)
    walker.answer(FAMILY)
    assert "person-2-abzuege" not in walker.asked

    walker.go("pruefen/frage/person-2-einkommensarten/", {"person-2-einkommensarten": "minijob"})

    assert walker.question in ("person-2-abzuege", "person-2-minijob")


def test_a_second_click_on_yes_adds_nobody(walker: Walker) -> None:
    with_child(walker)

    walker.go("pruefen/frage/personen/", {"personen": "ja", "name": "Mia", "bisher": "1.0"})

    assert "Person 3" not in walker.go("pruefen/frage/personen/").text


def test_a_person_is_removed_only_after_the_consequence_is_named(walker: Walker) -> None:
    with_child(walker)

    assert "Alle Antworten zu dieser Person werden gelöscht" in walker.go("pruefen/person/2/entfernen/").text
    assert "Mia" in walker.go("pruefen/frage/personen/").text

    assert "Mia" not in walker.go("pruefen/person/2/entfernen/", {}).text


def test_a_mistake_is_named_at_the_top_and_at_the_field_and_kept(walker: Walker) -> None:
    walker.answer(PENSIONER, until="haushalt-1-miete")

    seen = walker.go(walker.at, {"haushalt-1-miete": "viel"})

    assert seen.status == 422
    assert seen.held["haushalt-1-miete"] == ["viel"]
    assert "#haushalt-1-miete" in seen.links
    assert "haushalt-1-miete-error" in seen.ids


@pytest.mark.parametrize("name", ["gemeinde", "haushalt-1-wohnform"])
def test_no_answer_is_a_friendly_mistake(walker: Walker, name: str) -> None:
    walker.answer(PENSIONER, until=name)

    assert "Diese Frage ist noch offen" in walker.go(f"pruefen/frage/{name}/", {}).text


def test_what_is_not_known_comes_back_once_and_then_the_result_says_so(walker: Walker) -> None:
    walker.answer(PENSIONER, until="person-1-vermoegen")
    walker.go(walker.at, {"spaeter": "1"})
    again = walker.answer(PENSIONER, until="person-1-vermoegen")
    assert "Diese Frage haben Sie vorhin offen gelassen" in again.text

    seen = walker.go(walker.at, {"spaeter": "1"})

    assert walker.at == "/de/pruefen/ergebnis/"
    assert "Das fehlt noch" in seen.text
    assert "/de/pruefen/frage/person-1-vermoegen/?von=ergebnis" in seen.links


def test_an_answer_is_changed_from_the_result_and_leads_back_there(walker: Walker) -> None:
    walker.answer(PENSIONER)

    seen = walker.go("pruefen/frage/haushalt-1-miete/?von=ergebnis", {"haushalt-1-miete": "400"})

    assert walker.at == "/de/pruefen/ergebnis/"
    assert "400,00 € im Monat" in seen.text


def test_a_way_back_that_is_none_of_ours_is_not_followed(walker: Walker) -> None:
    walker.answer(PENSIONER)

    walker.go("pruefen/frage/haushalt-1-miete/?von=//example.org", {"haushalt-1-miete": "400"})

    assert walker.at == "/de/pruefen/ergebnis/"


def test_two_tabs_take_turns(walker: Walker) -> None:
    walker.answer(PENSIONER, until="person-1-geburtsdatum")

    walker.go("pruefen/frage/haushalt-1-miete/", {"haushalt-1-miete": "400"})
    walker.answer(PENSIONER)

    assert "400,00 € im Monat" in walker.go("pruefen/ergebnis/").text


def test_a_lost_cookie_is_explained_and_what_was_typed_is_shown(walker: Walker) -> None:
    walker.answer(PENSIONER, until="haushalt-1-miete")
    walker.client.cookies.clear()

    seen = walker.go("pruefen/frage/haushalt-1-miete/", {"haushalt-1-miete": "335,50"})

    assert seen.status == 409
    assert "335,50" in seen.text
    assert "/de/weiter/" in seen.links


def test_a_question_that_does_not_exist_leads_to_one_that_does(walker: Walker) -> None:
    walker.answer(PENSIONER, until="haushalt-1-wohnform")

    walker.go("pruefen/frage/person-9-rente/")

    assert walker.question == "haushalt-1-wohnform"


def test_deleting_asks_first_and_then_leaves_nothing(walker: Walker) -> None:
    walker.answer(PENSIONER)
    assert "Niemand kann sie zurückholen" in walker.go("pruefen/loeschen/").text
    assert Vault.objects.count() == 1

    walker.go("pruefen/loeschen/", {})

    assert walker.at == "/de/pruefen/geloescht/"
    assert Vault.objects.count() == 0


def test_maintenance_is_asked_for_where_there_is_income(walker: Walker) -> None:
    paid = {"unterhaltszahlung-1-unterhalt_an": "sonstige_person", "unterhaltszahlung-1-unterhalt_gezahlt": "2400"}
    walker.answer(PENSIONER, until="zahlungen")
    walker.go(walker.at, {"zahlungen": "ja", "bisher": "1.0"})

    walker.answer({**PENSIONER, **paid, "unterhaltszahlung-1-unterhalt_titel": "keiner"})

    assert "Abzug für gezahlten Unterhalt" in walker.go("pruefen/ergebnis/").text
