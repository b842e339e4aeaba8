"""A household file gives the same result as the questions, and a hostile one gives a plain sentence."""

from datetime import date

import pytest

from lebenslage.authorities.queries import lookup_gemeinde
from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together.law import Law
from lebenslage.law.household import load_document
from lebenslage.portal.files import EXAMPLE
from tests.portal.conftest import Seen, Send

ADDRESS = "wohngeld/datei/"


def pasted(send: Send, text: str) -> Seen:
    """The page that answers a pasted file."""
    return send({"datei": text, "monat": "2026-11"}, address=ADDRESS)


def test_the_example_is_loaded_by_a_link_and_gives_a_result(look: Send, send: Send) -> None:
    assert "Samira:" in look("/de/wohngeld/datei/beispiel/").text

    page = pasted(send, EXAMPLE)

    result = Law.on(date(2026, 11, 1)).assess(VOCABULARY.read(load_document(EXAMPLE), {"gemeinde": lookup_gemeinde}))["wohngeld"]
    assert f"{(result.amount or 0) // 100},00 € im Monat" in page.text
    assert "1. November 2026" in page.text


def test_a_file_becomes_a_form_that_can_be_changed(send: Send) -> None:
    page = pasted(send, EXAMPLE)

    assert page.held["gemeinde"] == ["Bonn"]
    assert page.held["zeilen-person"] == ["1 2 3 4"]
    assert page.held["person-3-name"] == ["Mia"]
    assert page.held["person-1-bruttolohn"] == ["2450,00"]
    again = send(page.held)
    assert again.text.split("Hilfe zu dieser Seite")[0] == page.text.split("Hilfe zu dieser Seite")[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Das Feld ist noch leer"),
        ("x: " + "y" * 70_000, "zu groß"),
        ("[" * 5000, "Haushaltsdatei"),
        ("a: &a [1]\nb: [*a, *a]", "Haushaltsdatei"),
        ("haushalt: {miete: viel}\npersonen: {A: {}}", "A"),
        ("personen: {A: {farbe: blau}}", "farbe"),
        ("personen: {A: {}, A: {}}", "kommt zweimal vor"),
        ("haushalt: [", "nicht lesen"),
        ("- nur eine Liste", "Name und Wert"),
        ("personen: {" + ", ".join(f"P{n}: {{}}" for n in range(41)) + "}", "zu viele Personen"),
        ("personen:\n" + "\n".join(f"  P{n}: {{}}" for n in range(3000)), "zu viele Personen"),
        ("a: [" + "1, " * 9000 + "]", "zu groß"),
        ("personen: {A: {vermoegen: 1e999999}}", "Betrag"),
        ("haushalt: {wohnflaeche: 1e999999}\npersonen: {A: {}}", "keine passende Zahl lesen"),
        ("haushalt: {gemeinde: [1, 2]}\npersonen: {A: {}}", "Gemeinde"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence(send: Send, text: str, said: str) -> None:
    page = pasted(send, text)

    assert page.status == 422
    assert said in page.text
    assert "datei" in page.ids


def test_what_was_pasted_is_kept(send: Send) -> None:
    assert "farbe: blau" in pasted(send, "personen: {A: {farbe: blau}}").markup
