"""What follows from a notice that she does not have yet is asked and answered at once, as if she held it; few questions, none twice."""

from collections.abc import Mapping

import pytest
from django.test import Client

from tests.portal.conftest import Seen
from tests.portal.walks import CHILD, PENSIONER, Walker

type Given = Mapping[str, str | list[str]]

POOR: Given = {
    **PENSIONER,
    "haushalt-1-miete": "700",
    "person-1-rente": "950",
    "person-1-renten_abzuege": "110",
    "haushalt-1-warmwasser_dezentral": "nein",
    "haushalt-1-heizkosten_gesondert": "0",
    "haushalt-1-sozialpass_angebot": "ja",
    "haushalt-1-sozialticket_angebot": "nein",
    "haushalt-1-zuzahlungen": "0",
}
MOTHER: Given = {
    **PENSIONER,
    "haushalt-1-miete": "700",
    "haushalt-1-warmwasser_dezentral": "nein",
    "haushalt-1-heizkosten_gesondert": "0",
    "haushalt-1-sozialpass_angebot": "nein",
    "haushalt-1-sozialticket_angebot": "nein",
    "haushalt-1-zuzahlungen": "0",
    "person-1-geburtsdatum": "12.3.1990",
    "person-1-einkommensarten": "lohn",
    "person-1-bruttolohn": "1400",
    "person-1-werbungskosten": "0",
    "person-1-gewerkschaftsbeitrag": "0",
    "person-1-nettolohn": "1080",
    "person-1-abzuege": ["steuern", "krankenversicherung", "rentenversicherung"],
    "person-1-familienstand": "getrennt",
    "person-1-erwerbsfaehigkeit": "erwerbsfaehig",
    "person-1-schwanger": "nein",
    "person-1-behindertenhilfe": "keine",
    "haushalt-1-sozialleistung_abgelehnt": "nein",
    **CHILD,
    "person-2-geburtsdatum": "4.5.2017",
    "person-2-bildungsort": "allgemeinbildende_schule",
    "person-2-bildungsbedarfe": ["mittagessen", "klassenfahrt"],
    "person-2-mittagessen_kosten": "60",
    "person-2-klassenfahrt_kosten": "150",
}

STUDENT: Given = {
    **POOR,
    "person-1-geburtsdatum": "4.5.2003",
    "person-1-einkommensarten": "ausbildungsfoerderung",
    "person-1-ausbildungsfoerderung": "600",
    "person-1-abzuege": "keine",
    "person-1-merkmale": "ausbildung",
    "person-1-erwerbsfaehigkeit": "erwerbsfaehig",
    "person-1-ausbildungsart": "studium",
    "person-1-bafoeg": "erhalten",
    "person-1-vollwaise": "nein",
    "person-1-schwanger": "nein",
    "person-1-behindertenhilfe": "keine",
    "haushalt-1-sozialleistung_abgelehnt": "nein",
    "person-1-bescheide": "bafoeg",
    "person-1-foerderung_bescheid_ab": "1.10.2026",
    "person-1-foerderung_bescheid_bis": "30.9.2027",
}


def check_all(walker: Walker, answers: Given) -> Seen:
    """Answer what is asked for all rights; what is not among the answers is put off."""
    seen = walker.go("pruefen/alles/", {})
    while walker.question:
        name = walker.question
        assert walker.asked.count(name) < 3, f"{name} comes again and again"
        walker.asked.append(name)
        seen = walker.go(walker.at, {name: answers[name]} if name in answers else {"spaeter": "1"})
    return seen


@pytest.fixture
def walker(client: Client) -> Walker:
    """Somebody at the beginning."""
    return Walker(client)


@pytest.fixture
def pensioner(walker: Walker) -> Walker:
    """She would get Grundsicherung, and has no notice of anything."""
    walker.answer(POOR)
    walker.asked.clear()
    return walker


@pytest.fixture
def mother(walker: Walker) -> Walker:
    """She would get Wohngeld and Kinderzuschlag beside her work, for herself and Mia."""
    walker.answer(MOTHER, until="personen")
    walker.go(walker.at, {"personen": "ja", "name": "Mia", "bisher": "1.0"})
    walker.answer(MOTHER)
    walker.asked.clear()
    return walker


def test_a_pensioner_answers_six_more_questions_and_all_is_decided(pensioner: Walker) -> None:
    seen = check_all(pensioner, POOR)

    assert len(pensioner.asked) == 6
    assert "Noch nicht entschieden" not in seen.text


def test_what_her_new_notice_opens_is_hers(pensioner: Walker) -> None:
    seen = check_all(pensioner, POOR)

    assert "18,36 € im Monat" in seen.text
    assert "Beantragen Sie zuerst: Grundsicherung" in seen.text
    assert "/de/pruefen/recht/sozialpass/" in seen.links
    assert "Ihre Stadt oder Gemeinde" in seen.text


def test_nobody_is_asked_for_notices_where_the_new_one_decides(pensioner: Walker) -> None:
    check_all(pensioner, POOR)

    assert not {"person-1-bescheide", "haushalt-1-sozialleistung_abgelehnt"} & set(pensioner.asked)


def test_who_has_paid_nothing_is_not_asked_about_illness(pensioner: Walker) -> None:
    check_all(pensioner, POOR)

    assert "person-1-chronisch_krank" not in pensioner.asked


def test_what_the_town_offers_may_stay_open_and_the_result_says_so(pensioner: Walker) -> None:
    seen = check_all(pensioner, {name: typed for name, typed in POOR.items() if name != "haushalt-1-sozialpass_angebot"})

    assert pensioner.asked.count("haushalt-1-sozialpass_angebot") == 2
    assert "Noch nicht entschieden" in seen.text
    assert "/de/pruefen/frage/haushalt-1-sozialpass_angebot/?von=ergebnis" in seen.links


def test_a_child_gets_what_school_costs_by_the_notice_to_come(mother: Walker) -> None:
    seen = check_all(mother, MOTHER)

    assert "Noch nicht entschieden" not in seen.text
    assert "210,00 €" in seen.text
    assert len(mother.asked) <= 15


def test_costs_of_school_are_asked_for_the_child_alone(mother: Walker) -> None:
    check_all(mother, MOTHER)

    assert "person-2-bildungsbedarfe" in mother.asked
    assert not [name for name in mother.asked if name.startswith("person-1-bildung")]


def test_what_hangs_on_an_open_question_is_not_asked(mother: Walker) -> None:
    check_all(mother, {name: typed for name, typed in MOTHER.items() if name != "haushalt-1-sozialleistung_abgelehnt"})

    assert mother.asked.count("haushalt-1-sozialleistung_abgelehnt") == 2
    assert "haushalt-1-einkommen_ueber_bedarf" not in mother.asked


def test_the_calculation_of_a_right_that_follows_is_the_one_with_the_notice(mother: Walker) -> None:
    check_all(mother, MOTHER)

    assert "210,00 €" in mother.go("pruefen/recht/bildung_und_teilhabe/").text


def test_who_lives_alone_is_not_asked_for_parents_in_her_home(walker: Walker) -> None:
    walker.answer(STUDENT)
    check_all(walker, STUDENT)

    assert "person-1-foerderung_bescheid_bis" in walker.asked
    assert not [name for name in walker.asked if "elternteil" in name]
