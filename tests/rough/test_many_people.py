"""Thirty people in one household: every page answers, the application is sent; more than fit are told what to do."""

import time

import pytest
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.cases.models import Case
from lebenslage.journal.actions import RESIDENT
from lebenslage.residents.actions import answer
from lebenslage.residents.answers import MOST_ROWS
from tests.cases.stories import Story, work
from tests.portal.conftest import CORE, REST
from tests.rough.conftest import as_resident
from tests.rough.pages import page_of

pytestmark = pytest.mark.usefixtures("november")
CHILD = {
    "verhaeltnis": "kind",
    "geburtsdatum": "1.5.2014",
    "lebensmittelpunkt": "ja",
    "aufenthalt": "deutsch",
    "merkmale": "keine",
    "leistung": "keine",
    "einkommensarten": "keine",
    "abzuege": "keine",
    "betreuung": "nicht_geteilt",
    "kindergeld": "nein",
    "vermoegen": "0",
    "elternteil_1": "1",
    "elternteil_2": "niemand",
}
SLOW = 2.5  # seconds of a processor for a page

LARGE = 2_000_000  # letters, most of them alike: a tenth of it travels


def children(number: int) -> dict[str, str]:
    """The answers about so many children."""
    rows = {"zeilen-person": " ".join(str(key) for key in range(1, number + 2))}
    return rows | {f"person-{key}-{id}": typed for key in range(2, number + 2) for id, typed in CHILD.items()}


def moved_in(story: Story, number: int) -> None:
    """So many children live with her, and the rent is what it is then."""
    with acting(vault=story.vault.id):
        answer(story.vault, {place: [typed] for place, typed in children(number).items()}, by=RESIDENT)


def test_thirty_people_on_one_page(client: Client) -> None:
    begun = time.process_time()

    page = page_of(client.post("/de/wohngeld/", {**CORE, **REST, **children(29), "haushalt-1-miete": "2.900"}))

    assert page.status == 200
    assert len(page.markup) < LARGE
    assert "Sie bekommen voraussichtlich Wohngeld" in page.text
    assert time.process_time() - begun < SLOW


def test_thirty_people_from_the_questions_to_the_office(story: Story) -> None:
    draft = story.drafted()
    moved_in(story, 29)
    client = as_resident(story.vault)

    for address in ("pruefen/frage/personen/", "pruefen/frage/person-30-vermoegen/", "pruefen/ergebnis/", "antrag/", "antrag/pruefen/"):
        begun = time.process_time()
        assert client.get(f"/de/{address}").status_code == 200
        assert time.process_time() - begun < SLOW, address
    client.post("/de/antrag/absenden/", {"antrag": str(draft.pk)})
    work()
    with acting(authority=story.town.authority.id):
        assert Case.objects.get(draft=draft).number.startswith("WG-2026-")


def test_more_people_than_fit_are_told_what_to_do_on_the_page_of_questions(client: Client) -> None:
    full = children(MOST_ROWS - 1)

    page = page_of(client.post("/de/wohngeld/", {**CORE, **full, "schritt": "dazu person"}))

    assert page.status == 422
    assert f"Mehr als {MOST_ROWS} können wir hier nicht aufnehmen. Bitte wenden Sie sich" in page.text
    assert page.summary == ["#personen"]
    assert "personen" in page.by_id


def test_more_people_than_fit_are_told_what_to_do_in_the_interview(story: Story) -> None:
    moved_in(story, MOST_ROWS - 1)

    page = page_of(as_resident(story.vault).post("/de/pruefen/frage/personen/", {"personen": "ja", "name": "Mia"}))

    assert page.status == 422
    assert f"Mehr als {MOST_ROWS} können wir hier nicht aufnehmen. Bitte wenden Sie sich" in page.text
    assert page.values["name"] == "Mia"
