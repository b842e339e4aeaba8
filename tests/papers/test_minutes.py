"""The minutes of a conference on paper: decisions first, a draft that says so, functions without names where they are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from lebenslage.papers.minutes import Decided, MinutesContent, Point, Present, minutes_page, minutes_pdf
from tests.papers.reading import attached, text_of

LEARNING = Decided(
    1, "Das Familienzentrum öffnet an drei Nachmittagen einen Lernraum.", "Caritasverband", "1. September 2026", "einstimmig"
)
PLACES = Decided(2, "Das Jugendamt legt eine Liste freier Kita-Plätze je Quartier vor.", "Jugendamt", "15. Dezember 2026")


def minutes() -> MinutesContent:
    """Minutes with everything in them."""
    return MinutesContent(
        authority="Stadt Ahornstedt",
        office="Stabsstelle Sozialplanung",
        title="Aufwachsen am Hafenrand",
        day="12. Mai 2026",
        clock="14 bis 16 Uhr",
        place="Familienzentrum am Hafen, Kaistraße 3",
        areas=("Hafenrand", "Tuchmacher"),
        present=(
            Present("Verwaltung", "Leitung Frühe Hilfen, Jugendamt", "Maria Sonnenschein"),
            Present("Verwaltung", "Schulrätin, Schulamt", "Dr. Elif Aydin"),
            Present("Politik", "Vorsitz Sozialausschuss, Bezirksvertretung", "Peter Halm"),
        ),
        absent=("Jan Kramer (Leitung Familienzentrum, Caritasverband)",),
        points=(
            Point("Begrüßung und Rückblick auf die Beschlüsse"),
            Point("Das Quartier in Zahlen", "Kinderarmut ist seit 2024 gestiegen.\nDer Bus fährt nachmittags nur stündlich.", (PLACES,)),
            Point("Was fehlt, was gelingt?", "Es fehlt ein Raum am Nachmittag, in dem Kinder Hausaufgaben machen können.", (LEARNING,)),
        ),
        decisions=(LEARNING, PLACES),
        made=datetime(2026, 5, 13, 9, tzinfo=timezone(timedelta(hours=2))),
    )


def for_everybody() -> MinutesContent:
    """The same minutes as everybody may read them: functions alone, no time of day, nobody who stayed away."""
    present = tuple(Present("", one.function) for one in minutes().present)
    return replace(minutes(), public=True, draft=False, clock="", present=present, absent=())


def test_what_was_decided_stands_before_who_was_there() -> None:
    text = text_of(minutes_pdf(minutes()))

    assert text.index("Lernraum") < text.index("Maria Sonnenschein") < text.index("nur stündlich")
    assert "Abstimmung: einstimmig" in " ".join(text.split())


@pytest.mark.parametrize(("draft", "said"), [(True, "Niederschrift – Entwurf"), (False, "Niederschrift")])
def test_a_draft_says_that_it_is_one(draft: bool, said: str) -> None:
    page = minutes_page(replace(minutes(), draft=draft, approved_by="Ruth Kettler"))

    assert page["kind"] == said
    assert ("Genehmigt von Ruth Kettler" in page["end"]) is not draft


def test_without_a_name_the_function_stands_alone() -> None:
    page = minutes_page(replace(minutes(), present=(Present("Politik", "Vorsitz Sozialausschuss"),)))

    assert page["present"]["sides"] == [{"side": "Politik", "people": ["Vorsitz Sozialausschuss"]}]


def test_minutes_for_everybody_say_so_and_name_nobody() -> None:
    text = " ".join(text_of(minutes_pdf(for_everybody())).split())

    assert "Niederschrift für alle" in text
    assert "Wann 12. Mai 2026 Wo" in text
    assert "Veröffentlicht am 13. Mai 2026. Hier steht nur, was für alle bestimmt ist." in text
    assert "Leitung Frühe Hilfen, Jugendamt" in text
    assert "Sonnenschein" not in text


def test_the_same_content_lies_beside_it_as_data() -> None:
    data = attached(minutes_pdf(minutes()))["niederschrift.json"]

    assert [one["number"] for one in data["decisions"]] == [1, 2]
