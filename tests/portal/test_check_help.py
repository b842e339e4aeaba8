"""At each question: why we ask, where the answer stands, and a way on for who does not know it; the result says what that costs."""

import re

import pytest
from django.test import Client

from lebenslage.benefits.facts import FACTS, VOCABULARY, wohnen
from lebenslage.law.facts import Fact
from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import sentences
from lebenslage.portal.check.asking import Asked, ask
from lebenslage.portal.check.interview import Interview, Notes
from lebenslage.residents.answers import FIRST, GEMEINDE, Answers, Place
from tests.portal.walks import PENSIONER, Walker


def asked(fact: Fact, language: str) -> Asked:
    """The question about a fact, as its page draws it."""
    say = sentences(language)
    return ask(Place(fact, FIRST).name, Interview(Answers({entity: [FIRST] for entity in VOCABULARY.facts}), Notes(), say), say)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_says_why_and_can_be_put_off(language: str) -> None:
    drawn = [asked(fact, language) for fact in FACTS]

    assert all(one.can_be_put_off for one in drawn)
    assert all(one.field.help for one in drawn)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_that_a_paper_answers_says_where_it_stands(language: str) -> None:
    proved = [fact for fact in FACTS if fact.asked.evidence]

    where = {fact.id: asked(fact, language).field.where for fact in proved}

    assert len(where) > 70
    assert [id for id, sentence in where.items() if not re.fullmatch(r".{15,}[.?]", sentence)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_stands_on_a_paper_or_is_settled_by_the_office_or_known_by_heart(language: str) -> None:
    amounts = [fact for fact in FACTS if fact.unit is not None and fact.unit.kind in ("money", "percent", "area")]

    assert [fact.id for fact in amounts if not asked(fact, language).field.where] == []


@pytest.mark.parametrize("name", [GEMEINDE, "personen", "zahlungen", "person-1-name"])
def test_lists_names_and_the_town_say_why_too(name: str) -> None:
    say = sentences("de")
    drawn = ask(name, Interview(Answers({entity: [FIRST] for entity in VOCABULARY.facts}), Notes(), say), say)

    assert drawn.field.help


def test_the_page_folds_why_and_where(client: Client) -> None:
    walker = Walker(client)
    seen = walker.answer(PENSIONER, until="haushalt-1-miete")

    assert seen.markup.count('<details class="quiet why">') == 2
    assert "Wo steht das?" in seen.text
    assert "Warum wir das fragen" in seen.text
    assert "Das weiß ich nicht" in seen.text


def test_what_is_not_known_is_named_in_the_result_with_what_it_could_change(client: Client) -> None:
    walker = Walker(client)
    walker.answer({name: typed for name, typed in PENSIONER.items() if name != "person-1-vermoegen"})
    for _ in range(2):
        walker.go(f"pruefen/frage/{walker.question or 'person-1-vermoegen'}/", {"spaeter": "1"})
        walker.answer(PENSIONER, until="person-1-vermoegen")

    seen = walker.go("pruefen/ergebnis/")

    assert "Das fehlt noch Vermögen" in seen.text
    assert "Je nach Antwort bekommen Sie nichts oder bis zu 110,00 € im Monat." in seen.text


def test_an_answer_that_could_be_read_otherwise_is_shown_as_it_was_read(client: Client) -> None:
    walker = Walker(client)
    walker.answer(PENSIONER, until="haushalt-1-miete")

    seen = walker.go(walker.at, {"haushalt-1-miete": "1.200"})

    assert f"Bei „{sentences('de').label(wohnen.miete)}“ haben wir verstanden: 1.200,00 € im Monat" in seen.text
    assert "/de/pruefen/frage/haushalt-1-miete/" in seen.links
    assert "So haben wir es verstanden: 1.200,00 € im Monat" in walker.go("pruefen/frage/haushalt-1-miete/").text


def test_an_answer_with_one_reading_alone_is_not_repeated(client: Client) -> None:
    walker = Walker(client)
    walker.answer(PENSIONER, until="haushalt-1-miete")

    assert "haben wir verstanden" not in walker.go(walker.at, {"haushalt-1-miete": "335"}).text
