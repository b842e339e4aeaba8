"""Who has no address is an applicant like any other: she sends it in a connected town, and every paper copes."""

from collections.abc import Iterator

import pytest
from django.test import Client

from lebenslage.accounts.scope import acting
from lebenslage.cases.models import Case
from lebenslage.cases.printing import addressee
from lebenslage.cases.queries import facts_of
from lebenslage.journal import clock
from lebenslage.journal.actions import SYSTEM
from lebenslage.services.actions import publish
from tests.cases.stories import FIRST_DAY, Town, open_town, work
from tests.portal.test_unconnected import applying
from tests.portal.walks import Walker

NOWHERE = {"strasse": "", "hausnummer": "", "plz": "", "ort": ""}
STAY = {"wie": "person", "angaben-1-aufenthaltsort": "Erlenbruch", "angaben-1-erreichbar": "Frau Yıldız, Am Anger 3"}


@pytest.fixture
def town(db: None) -> Iterator[Town]:
    """A connected town, on its first day."""
    with clock.at(FIRST_DAY):
        publish("wohngeld", by=SYSTEM)
        yield open_town("05999004", "Erlenbruch")


@pytest.fixture
def walker(client: Client, town: Town) -> Walker:
    """Somebody who answered everything and has no address."""
    return applying(client, gemeinde="Erlenbruch", **NOWHERE)


def test_without_address_and_without_a_stay_it_is_not_sent(walker: Walker) -> None:
    seen = walker.go("antrag/pruefen/")

    assert "antrag" not in seen.held


def test_where_she_stays_takes_the_place_of_an_address(walker: Walker, town: Town) -> None:
    tasks = walker.go("antrag/angaben/aufenthalt/", STAY)
    seen = walker.go("antrag/pruefen/")
    sent = walker.go("antrag/absenden/", {"antrag": seen.held["antrag"][0]})
    work()

    assert "Wo Sie sich aufhalten Erledigt" in tasks.text
    assert "Ihr Antrag ist angekommen" in sent.text
    assert "Mit der Post an Ihre Anschrift" not in sent.text
    with acting(authority=town.authority.pk):
        case = Case._base_manager.get()
        told = {line.place: line.value for line in facts_of(case)}
    assert told["angaben-1-erreichbar"] == "Über eine Person, der ich vertraue: Frau Yıldız, Am Anger 3"
    receipt = walker.go(walker.at)
    paper = walker.client.get(next(link for link in receipt.links if "/papier/" in link))
    assert paper.content.startswith(b"%PDF")


def test_a_letter_is_addressed_to_her_name() -> None:
    said = addressee({"angaben-1-vorname": ["Änne"], "angaben-1-nachname": ["Müller"], "angaben-1-ohne_anschrift": ["ja"]})

    assert (said.name, said.lines) == ("Änne Müller", ())
