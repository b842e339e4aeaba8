"""The receipt of an application."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import LANGUAGES, texts
from lebenslage.papers import problems
from lebenslage.papers.letter import OWN_TEXTS, words
from lebenslage.papers.receipt import ProofOpen, ReceiptContent, Section, Stated, receipt_page, receipt_pdf
from tests.papers.matters import ADDRESSEE, SENDER
from tests.papers.reading import attached, opened, squeezed, structure, text_of

RECEIVED = datetime(2026, 11, 3, 21, 47, tzinfo=timezone(timedelta(hours=1)))


def receipt(**changes: object) -> ReceiptContent:
    given: dict[str, object] = {
        "sender": SENDER,
        "addressee": ADDRESSEE,
        "number": "WG-2026-000123",
        "right": "Wohngeld",
        "received": RECEIVED,
        "sections": (Section("Wohnung", (Stated("Miete im Monat", "1.120,00 €"), Stated("Geburtsdatum", "14. März 1988", "Anna Berg"))),),
        "came": ("Mietvertrag",),
        "open": (ProofOpen("Rentenbescheid", date(2026, 11, 30)), ProofOpen("Kontoauszug")),
        "steps": ("Die Wohngeldstelle prüft Ihre Angaben.",),
        "facts": {"haushalt": {"miete": 112000}},
    }
    return ReceiptContent(**(given | changes))  # type: ignore[arg-type]


def test_day_time_number_and_authority_come_first() -> None:
    text = squeezed(text_of(receipt_pdf(receipt())))
    assert "3.November2026,21:47Uhr" in text
    assert text.index("21:47Uhr") < text.index("Wieesweitergeht")
    assert "StadtMusterstadt,AmtfürSozialesundWohnen,Wohngeldstelle,Rathausplatz1,50999Musterstadt" in text


def test_every_answer_and_proof_is_in_it() -> None:
    text = squeezed(text_of(receipt_pdf(receipt())))
    for part in (
        "Miete im Monat",
        "1.120,00 €",
        "Anna Berg: Geburtsdatum",
        "Mietvertrag",
        "Rentenbescheid – bitte bis zum 30. November 2026",
    ):
        assert squeezed(part) in text


def test_an_application_without_proofs_says_so() -> None:
    page = receipt_page(receipt(came=(), open=()))
    assert page["proofs"]["came_intro"] == "Sie haben noch keine Nachweise geschickt."
    assert page["proofs"]["open_intro"] == "Es fehlt kein Nachweis."


def test_its_data_are_inside_and_the_bytes_are_the_same_twice() -> None:
    pdf = receipt_pdf(receipt())
    assert attached(pdf) == {"antrag.json": receipt().data()}
    assert attached(pdf)["antrag.json"]["received"] == "2026-11-03T21:47:00+01:00"
    assert receipt_pdf(receipt()) == pdf


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language_of_the_house(language: str) -> None:
    pdf = receipt_pdf(receipt(language=language))
    with opened(pdf) as document:
        assert str(document.Root.Lang) == language.partition("-")[0]
    assert squeezed(words(language)("receipt", "stated")) in squeezed(text_of(pdf))
    assert structure(pdf).count("H1") == 1


def test_the_four_languages_have_the_same_sentences() -> None:
    keys = {
        language: {
            (part, key) for part, inner in texts(language, OWN_TEXTS).strings.items() if part in ("letter", "receipt") for key in inner
        }
        for language in LANGUAGES
    }
    assert len({frozenset(one) for one in keys.values()}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", [one.key for one in vars(problems).values() if isinstance(one, type) and one is not Problem])
def test_every_problem_has_a_sentence(language: str, problem: str) -> None:
    assert words(language).has("problems", problem)
