"""The whole way: from the first question to the sent page, and on to the notice that was read."""

import pytest
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions
from lebenslage.cases.models import Case, Decision, Notice
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import today
from lebenslage.services.actions import publish
from tests.cases.stories import Days, Town, confirmed, open_town, work
from tests.portal.walks import PENSIONER, Walker

HERE = {**PENSIONER, "gemeinde": "Erlenbruch", "haushalt-1-miete": "560"}
NAME = {"angaben-1-vorname": "Änne", "angaben-1-nachname": "Müller"}
ADDRESS = {"angaben-1-strasse": "Am Anger", "angaben-1-hausnummer": "12a", "angaben-1-plz": "50000", "angaben-1-ort": "Erlenbruch"}


@pytest.fixture
def town(db: None) -> Town:
    """A connected town."""
    with Days():
        publish("wohngeld", by=SYSTEM)
        return open_town("05999004", "Erlenbruch")


@pytest.fixture
def walker(client: Client, town: Town) -> Walker:
    """Somebody who answered every question."""
    walker = Walker(client)
    walker.answer(HERE)
    return walker


def applied(walker: Walker) -> Case:
    """Begin the application, say who one is, and send it."""
    walker.go("antrag/", {})
    walker.go("antrag/angaben/name/", NAME)
    walker.go("antrag/angaben/anschrift/", ADDRESS)
    seen = walker.go("antrag/pruefen/")
    walker.go("antrag/absenden/", {"antrag": seen.held["antrag"][0]})
    return case_at(walker.at)


def case_at(address: str) -> Case:
    """The case of an address such as the sent page."""
    return Case._base_manager.get(pk=address.rstrip("/").split("/")[-1])


def test_from_the_first_question_to_the_sent_page(walker: Walker) -> None:
    case = applied(walker)
    work()

    seen = walker.go(walker.at)

    assert "Ihr Antrag ist angekommen" in seen.text
    assert case.number in seen.text
    assert any(link.endswith(".pdf") or "/papier/" in link for link in seen.links)
