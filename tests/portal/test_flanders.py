"""Who lives in Flanders is asked for the rights there and for no others; who lives in Germany never hears of them."""

import json
from collections.abc import Mapping
from io import BytesIO

import pikepdf
import pytest
from django.test import Client

from lebenslage.law.texts import LANGUAGES
from tests.portal.walks import PENSIONER, Walker

COUNTRY = "haushalt-1-land"
ALONE: Mapping[str, str | list[str]] = {
    "gemeinde": "Antwerpen",
    "person-1-geburtsdatum": "12.3.1990",
    "personen": "nein",
    "haushalt-1-verblijf_belgie": "belg",
    "haushalt-1-werkelijk_verblijf": "ja",
    "haushalt-1-werkbereid": "bereid",
    "haushalt-1-andere_rechten_eerst": "ja",
    "person-1-nettoloon_belgie": "700",
    "person-1-uitkering_belgie": "0",
    "person-1-andere_middelen": "0",
    "person-1-roerend_kapitaal": "1000",
    "person-1-ki_bebouwd": "0",
    "person-1-ki_onbebouwd": "0",
    "haushalt-1-vrijstellingsgrond": "geen",
    "haushalt-1-vt_grond": "keine",
    "haushalt-1-vt_groep": "geen",
    "haushalt-1-vt_jaarinkomen": "9000",
    "haushalt-1-vt_grens_ziekenfonds": "25000",
    "haushalt-1-schuldhulp": "nein",
}
GERMAN_QUESTIONS = {"haushalt-1-wohnform", "person-1-leistung", "person-1-einkommensarten", "zahlungen", "person-1-bescheide"}


@pytest.fixture(params=["nl"])
def walker(request: pytest.FixtureRequest, client: Client) -> Walker:
    """Somebody at the beginning."""
    return Walker(client, request.param)


def test_the_first_question_has_a_quiet_way_to_flanders(walker: Walker) -> None:
    seen = walker.go("pruefen/")

    assert "Ik woon in Vlaanderen (België)" in seen.text
    assert f"/nl/pruefen/frage/{COUNTRY}/" in seen.links


def test_who_lives_alone_in_antwerp_sees_her_three_rights(walker: Walker) -> None:
    seen = walker.answer(ALONE)

    assert walker.at == "/nl/pruefen/ergebnis/"
    assert "U krijgt waarschijnlijk € 661,30 per maand" in seen.text
    assert {f"/nl/pruefen/recht/{id}/" for id in ("leefloon", "verhoogde_tegemoetkoming", "kansentarief")} <= set(seen.links)
    assert "OCMW van Antwerpen" in seen.text


def test_no_question_of_german_law_is_asked(walker: Walker) -> None:
    seen = walker.answer(ALONE)

    assert len(walker.asked) == 18
    assert not GERMAN_QUESTIONS & set(walker.asked)
    assert not [word for word in ("Wohngeld", "Jobcenter", "Duitsland") if word in seen.text.partition("©")[0]]


@pytest.mark.parametrize("walker", LANGUAGES, indirect=True)
def test_in_every_language(walker: Walker) -> None:
    seen = walker.answer(ALONE)

    assert walker.at.endswith("/pruefen/ergebnis/")
    assert "661" in seen.text
    assert "OCMW" in seen.text


def test_outside_antwerp_the_country_is_chosen_and_the_city_asked_for(walker: Walker) -> None:
    walker.go(f"pruefen/frage/{COUNTRY}/", {COUNTRY: "be"})
    assert walker.question == "person-1-geburtsdatum"

    seen = walker.answer({**ALONE, "haushalt-1-woont_in_antwerpen": "nein"})

    assert "haushalt-1-woont_in_antwerpen" in walker.asked
    assert "OCMW van de gemeente waar u verblijft" in seen.text
    assert "Dit kansentarief is er voor inwoners van Antwerpen" in seen.text


def test_where_the_right_to_stay_is_not_enough_nobody_asks_for_money(walker: Walker) -> None:
    seen = walker.answer({**ALONE, "haushalt-1-verblijf_belgie": "anders"})

    assert "person-1-nettoloon_belgie" not in walker.asked
    assert "Het hangt af van uw verblijfsrecht" in seen.text


def test_what_is_not_known_stays_open_and_the_result_says_so(walker: Walker) -> None:
    limit = "haushalt-1-vt_grens_ziekenfonds"
    for _ in range(2):
        walker.answer(ALONE, until=limit)
        walker.go(walker.at, {"spaeter": "1"})
    seen = walker.answer(ALONE, until=limit)

    assert walker.at == "/nl/pruefen/ergebnis/"
    assert "Nog niet beslist" in seen.text
    assert f"/nl/pruefen/frage/{limit}/?von=ergebnis" in seen.links


def test_the_kansentarief_follows_from_the_leefloon_to_come(walker: Walker) -> None:
    limit = "haushalt-1-vt_grens_ziekenfonds"
    for _ in range(2):
        walker.answer(ALONE, until=limit)
        walker.go(walker.at, {"spaeter": "1"})
    seen = walker.answer(ALONE, until=limit)

    assert "Vraag eerst aan: Leefloon van het OCMW" in seen.text
    assert "/nl/pruefen/recht/kansentarief/" in seen.links
    assert "haushalt-1-schuldhulp" not in walker.asked


def test_she_is_asked_as_you_and_others_by_name(walker: Walker) -> None:
    walker.answer(ALONE, until="personen")
    walker.go(walker.at, {"personen": "ja", "name": "Noor", "bisher": "1.0"})
    family = {**ALONE, "person-2-verhaeltnis": "ehegatte", "person-2-geburtsdatum": "1.2.1991"}

    assert "Hoeveel loon krijgt u per maand in handen?" in walker.answer(family, until="person-1-nettoloon_belgie").text
    assert "Leeft Noor duurzaam gescheiden" in walker.answer(family).text
    assert "Hoeveel loon krijgt Noor per maand in handen?" in walker.answer({**family, walker.question: "nein"}).text


def test_each_right_has_its_calculation_and_a_german_one_leads_back(walker: Walker) -> None:
    walker.answer(ALONE)

    assert "€ 661,30 per maand" in walker.go("pruefen/recht/leefloon/").text
    walker.go("pruefen/recht/wohngeld/")
    assert walker.at == "/nl/pruefen/ergebnis/"


def test_the_result_before_the_first_questions_leads_to_them(walker: Walker) -> None:
    walker.go(f"pruefen/frage/{COUNTRY}/", {COUNTRY: "be"})
    walker.go("pruefen/ergebnis/")

    assert walker.question == "person-1-geburtsdatum"


def test_the_paper_to_take_along_has_the_three_rights_and_no_german_paragraph(walker: Walker) -> None:
    walker.answer(ALONE)
    answer = walker.client.get("/nl/pruefen/ergebnis/pdf/")
    with pikepdf.open(BytesIO(answer.getvalue())) as paper:
        content = json.loads(paper.attachments["ergebnis.json"].get_file().read_bytes())

    assert len(content["rights"]) == 3
    assert content["anywhere"] is False
    assert "SGB" not in json.dumps(content)


def test_who_names_a_german_town_again_is_asked_for_german_rights(walker: Walker) -> None:
    walker.answer(ALONE, until="person-1-geburtsdatum")
    walker.go("pruefen/frage/gemeinde/", {"gemeinde": "Duisburg"})

    assert walker.question == "haushalt-1-wohnform"


def test_a_german_household_never_hears_of_flanders(client: Client) -> None:
    walker = Walker(client)
    walker.answer(PENSIONER)
    seen = walker.go("pruefen/alles/", {})
    while walker.question:
        walker.asked.append(walker.question)
        seen = walker.go(walker.at, {"spaeter": "1"})

    assert not [word for word in ("leefloon", "Leefloon", "OCMW", "kansentarief", "Flandern") if word in seen.text]
    assert not [name for name in walker.asked if name.endswith(("belgie", "vt_grond", "antwerpen", "land"))]


def test_back_from_the_country_leads_to_the_towns(walker: Walker) -> None:
    assert "/nl/pruefen/frage/gemeinde/" in walker.go(f"pruefen/frage/{COUNTRY}/").links


def test_who_puts_the_country_off_is_asked_for_her_town(walker: Walker) -> None:
    walker.go(f"pruefen/frage/{COUNTRY}/", {"spaeter": "1"})

    assert walker.question == "gemeinde"
