"""A mistake is said plainly, at its field and at the top, and nothing that was typed is lost."""

import pytest

from tests.portal.conftest import CORE, REST, Seen, Send


def summary(page: Seen) -> list[str]:
    """Where the links of the error summary lead."""
    return [link.removeprefix("#") for link in page.links if link.startswith("#") and link != "#inhalt"]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("haushalt-1-miete", "viel", "keinen Betrag lesen"),
        ("haushalt-1-miete", "-5", "zu klein"),
        ("haushalt-1-miete", "9999999999", "zu groß"),
        ("person-1-geburtsdatum", "31.2.1950", "gibt es im Kalender nicht"),
        ("haushalt-1-wohnflaeche", "1e999999", "keine passende Zahl lesen"),
        ("person-1-leistung", "alles", "kennen wir die Antwort"),
        ("gemeinde", "Atlantis", "Atlantis"),
        ("monat", "2027-01", "vom 1. Januar 2023 bis zum 31. Dezember 2026"),
        ("monat", "gestern", "Diesen Monat können wir nicht lesen"),
    ],
)
def test_a_mistake_is_named_and_linked(send: Send, field: str, typed: str, said: str) -> None:
    page = send(CORE, REST, {field: typed})

    assert page.status == 422
    assert said in page.text
    assert len(summary(page)) == 1
    assert summary(page)[0] in page.ids
    assert f"{field}-error" in page.ids


def test_every_answer_is_kept(send: Send) -> None:
    answers = {**CORE, **REST, "haushalt-1-miete": "viel", "person-1-geburtsdatum": "gestern"}

    page = send(answers)

    kept = {name: page.held.get(name, [""])[-1] for name in answers}
    assert kept == answers
    assert len(summary(page)) == 2


def test_the_summary_can_be_focused_and_is_announced(send: Send) -> None:
    page = send(CORE, {"haushalt-1-miete": "viel"})

    assert 'role="alert" tabindex="-1" id="fehler" autofocus' in page.markup
    assert "Bitte prüfen Sie eine Angabe" in page.text


def test_none_of_them_and_one_of_them_are_not_both_taken(send: Send) -> None:
    page = send(CORE, REST, {"person-1-abzuege": ["steuern", "keine"]})

    assert page.status == 422
    assert "Bitte geben Sie nur eine davon" in page.text


def test_an_amount_and_the_flat_rate_are_not_both_taken(send: Send) -> None:
    heating = {"haushalt-1-mietbestandteile": "heizung", "haushalt-1-heizkosten": ["80", "pauschal"]}

    assert send(CORE, REST, heating).status == 422


def test_with_several_persons_the_summary_says_whose_answer(send: Send) -> None:
    child = {"zeilen-person": "1 2", "person-2-name": "Mia", "person-2-verhaeltnis": "kind", "person-2-geburtsdatum": "bald"}

    page = send(CORE, child)

    assert "Mia: " in page.text
    assert summary(page) == ["person-2-geburtsdatum"]


def test_two_persons_with_one_name_are_told_apart(send: Send) -> None:
    names = {"zeilen-person": "1 2 3", "person-2-name": "Mia", "person-3-name": "Mia"}

    page = send(CORE, names)

    assert "Der Name „Mia“ kommt zweimal vor" in page.text
    assert summary(page) == ["person-3-name"]


def test_a_child_older_than_its_parent_leads_to_a_person(send: Send) -> None:
    child = {
        "zeilen-person": "1 2",
        "person-2-verhaeltnis": "kind",
        "person-2-geburtsdatum": "1.1.1930",
        "person-2-elternteil_1": "1",
    }

    page = send(CORE, child)

    assert page.status == 422
    assert "nicht jünger" in page.text
    assert summary(page)[0] in page.ids


def test_a_label_stands_in_the_sentence_without_its_id(send: Send) -> None:
    assert "(miete)" not in send(CORE, {"haushalt-1-miete": "viel"}).text


def test_an_address_that_does_not_exist_says_what_to_do(look: Send) -> None:
    page = look("/nl/niets/")

    assert page.status == 404
    assert "Deze pagina bestaat niet" in page.text
