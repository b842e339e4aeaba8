"""A pensioner asks for her Wohngeld; a family is added; the page grows only by what can still change the outcome."""

import pytest

from tests.portal.conftest import CORE, REST, Send

AMOUNT = {"de": "110,00 € im Monat", "de-einfach": "110,00 €", "en": "€110.00 a month", "nl": "€ 110,00 per maand"}


def test_a_pensioner_sees_her_amount(send: Send) -> None:
    page = send(CORE, REST)

    assert page.status == 200
    assert "Sie bekommen voraussichtlich Wohngeld 110,00 € im Monat" in page.text
    assert "Ihr Ergebnis für November 2026" in page.text


def test_every_line_names_its_paragraph(send: Send) -> None:
    page = send(CORE, REST)

    assert page.markup.count('class="line-cites"') == page.markup.count('class="line-head"') > 20
    assert "WoGG § 19 Abs. 1" in page.text


def test_the_first_answers_lead_to_the_questions_that_still_decide(send: Send) -> None:
    page = send(CORE)

    assert "Wohngeld ist möglich." in page.text
    assert "Noch 6 Fragen" in page.text
    assert set(REST) <= page.names


def test_a_question_that_cannot_change_the_outcome_is_not_asked(send: Send) -> None:
    page = send(CORE, REST)

    assert 'class="open-questions"' not in page.markup
    assert "haushalt-1-wohnflaeche" not in page.names


def test_what_was_answered_stays_and_can_be_changed(send: Send) -> None:
    page = send(CORE, REST)

    assert page.held["haushalt-1-miete"] == ["335"]
    assert page.held["person-1-rente"] == ["1.300,00"]
    assert page.held["person-1-abzuege"] == ["krankenversicherung"]


def test_too_much_income_is_told_with_the_reason_and_where_help_is(send: Send) -> None:
    page = send(CORE, REST, **{"person-1-rente": "4300"})

    assert "Heute bekommen Sie voraussichtlich kein Wohngeld." in page.text
    assert "Das ändert sich, wenn" in page.text
    assert "Lassen Sie sich beraten." in page.text


def test_a_town_is_enough_to_know_the_rent_level(send: Send) -> None:
    level = {name: value for name, value in CORE.items() if name != "haushalt-1-mietenstufe"}

    assert "110,00 € im Monat" in send(level, REST, gemeinde="Duisburg").text


def test_nothing_answered_is_no_mistake(send: Send) -> None:
    page = send({"zeilen-person": "1", "person-1-verhaeltnis": "antragstellend"})

    assert page.status == 200
    assert {"gemeinde", "haushalt-1-wohnform", "person-1-einkommensarten"} <= page.names


def test_a_person_is_added_and_removed_without_losing_an_answer(send: Send) -> None:
    two = send(CORE, schritt="dazu person")
    assert two.held["zeilen-person"] == ["1 2"]
    assert "person-2-verhaeltnis" in two.names

    one = send(CORE, {"zeilen-person": "1 2", "person-2-geburtsdatum": "1.1.2015"}, schritt="weg person 2")
    assert one.held["zeilen-person"] == ["1"]
    assert one.held["haushalt-1-miete"] == ["335"]
    assert "person-2-geburtsdatum" not in one.names


def test_the_person_who_applies_cannot_be_removed(send: Send) -> None:
    assert send(CORE, schritt="weg person 1").held["zeilen-person"] == ["1"]


def test_a_removed_person_leaves_the_others_where_they_are(send: Send) -> None:
    three = {"zeilen-person": "1 2 3", "person-3-name": "Mia", "person-3-geburtsdatum": "1.1.2015"}

    page = send(CORE, three, schritt="weg person 2")

    assert page.held["zeilen-person"] == ["1 3"]
    assert page.held["person-3-name"] == ["Mia"]


def test_maintenance_that_is_paid_lowers_the_income(send: Send) -> None:
    paid = {
        "zeilen-unterhaltszahlung": "1",
        "unterhaltszahlung-1-unterhalt_an": "sonstige_person",
        "unterhaltszahlung-1-unterhalt_gezahlt": "2.400",
        "unterhaltszahlung-1-unterhalt_titel": "keiner",
    }

    page = send(CORE, REST, paid)

    assert "Abzug für gezahlten Unterhalt" in page.text
    assert "110,00 € im Monat" not in page.text


def test_the_day_of_the_application_tells_from_when(send: Send) -> None:
    page = send(CORE, REST, **{"haushalt-1-antragsdatum": "12.11.2026"})

    assert "1. November 2026" in page.text
    assert "31. Oktober 2027" in page.text


@pytest.mark.parametrize("language", ["de", "de-einfach", "en", "nl"])
def test_the_same_story_in_every_language(send: Send, language: str) -> None:
    page = send(CORE, REST, language=language)

    assert AMOUNT[language] in page.text
    assert f'<html lang="{language.split("-", maxsplit=1)[0]}">' in page.markup


@pytest.mark.parametrize("day", ["14.03.1950", "14-3-1950", "14/03/1950", "1950-03-14"])
def test_a_day_is_read_as_people_write_it(send: Send, day: str) -> None:
    assert "110,00 € im Monat" in send(CORE, REST, **{"person-1-geburtsdatum": day}).text


def test_an_answer_below_a_choice_that_was_changed_does_not_count(send: Send) -> None:
    page = send(CORE, REST, **{"person-1-bruttolohn": "9.999,00"})

    assert "110,00 € im Monat" in page.text
