"""The measures of the heat plan: who does what when, and how a summer follows the one before."""

from collections.abc import Callable

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.quarters.places.models import Step

STEPS = "/planung/hitze/massnahmen/"
NEW = {
    "title": "Brunnen einschalten",
    "department": "Grünflächenamt",
    "level": "before",
    "season": "2027",
    "work": "open",
    "due": "2027-04-15",
}


@pytest.fixture
def colleague(ahornstedt: Authority, enter_at: Callable[..., Client]) -> Client:
    """Somebody of a department: she keeps measures."""
    return enter_at(ahornstedt, "department")


def test_a_measure_says_who_when_and_how_far(colleague: Client) -> None:
    colleague.post(f"{STEPS}neu/", NEW | {"area": "13"})

    page = colleague.get(STEPS).content.decode()
    assert all(word in page for word in ("Vor dem Sommer", "Brunnen einschalten", "Grünflächenamt", "Kirchlinde", "15.04.2027", "offen"))


def test_next_summer_takes_over_what_is_open_and_that_once(colleague: Client) -> None:
    colleague.post(f"{STEPS}neu/", NEW)
    colleague.post(f"{STEPS}neu/", NEW | {"title": "Schulen", "work": "done"})
    colleague.post(f"{STEPS}naechster-sommer/")
    taken = Step.objects.get(season=2028)
    assert (taken.title, taken.follows.title, str(taken.due)) == ("Brunnen einschalten", "Brunnen einschalten", "2028-04-15")

    page = colleague.get(STEPS).content.decode()
    assert "Maßnahmen für den Sommer 2028" in page
    assert "übernommen" in page
    assert "Schulen" in colleague.get(f"{STEPS}?sommer=2027").content.decode()


def test_a_measure_is_changed_removed_and_brought_back(colleague: Client) -> None:
    colleague.post(f"{STEPS}neu/", NEW)
    step = Step.objects.get()
    colleague.post(f"{STEPS}{step.pk}/", NEW | {"work": "done"})
    assert "Nichts ist mehr offen." in colleague.get(STEPS).content.decode()

    colleague.post(f"{STEPS}{step.pk}/entfernen/")
    assert "Noch steht keine Maßnahme" in colleague.get(f"{STEPS}?sommer=2027").content.decode()
    colleague.post(f"{STEPS}{step.pk}/entfernen/", {"zurueck": "1"})
    assert "Brunnen einschalten" in colleague.get(STEPS).content.decode()


def test_what_is_missing_is_said_at_its_field(colleague: Client) -> None:
    answer = colleague.post(f"{STEPS}neu/", NEW | {"department": "", "due": "bald"})

    assert answer.status_code == 422
    assert 'href="#department"' in answer.content.decode()
    assert 'href="#due"' in answer.content.decode()


def test_the_measures_of_another_town_are_not_there(colleague: Client, enter: Callable[..., Client]) -> None:
    colleague.post(f"{STEPS}neu/", NEW)

    assert enter().get(f"{STEPS}{Step.objects.get().pk}/").status_code == 404
