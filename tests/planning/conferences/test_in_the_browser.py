"""The kinds of pages of conferences and measures on the smallest screen: no barrier, nothing wider than the screen."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Page

from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters.measures.actions import keep_measure, keep_money
from lebenslage.quarters.measures.changes import Amount, Said
from tests.planning.conferences.conftest import Meet
from tests.planning.window import Window

pytestmark = pytest.mark.browser
WIDTH, KINDS = 320, 15
OF_A_CONFERENCE = ("eingeladen/", "tagesordnung/", "einladung/", "mitschrift/", "vorbereitung/")
OF_CONFERENCES = ("nachhalten/", "adressbuch/", "beschluss/{decision}/")
OF_MEASURES = ("{measure}/", "{measure}/bearbeiten/", "{measure}/entfernen/", "einlesen/")
OF_MONEY = ("wirkung/",)


@pytest.fixture
def busy(meet: Meet) -> Meet:
    """The conference with a decision, and a measure with money in its quarters."""
    meet.client.post(f"{meet.address}beschluss/", {"text": "Ein Lernraum öffnet.", "responsible": "Jugendamt", "due": "2026-09-01"})
    said = Said("Lernraum am Hafen", areas=["10", "24"], status="running", indicators=["child_poverty"])
    keep_money(keep_measure(meet.conference.authority, said, by=SYSTEM), [Amount(2026, 100_000, None)], by=SYSTEM)
    return meet


def addresses(busy: Meet) -> Iterator[str]:
    """One page of each kind, and what everybody reads once the minutes are out."""
    authority = busy.conference.authority
    known = {"decision": busy.conference.decisions.get().pk, "measure": authority.measures.get().pk}
    yield from (f"{busy.address}{one}" for one in OF_A_CONFERENCE)
    yield from (f"/planung/konferenzen/{one.format(**known)}" for one in OF_CONFERENCES)
    yield from (f"/planung/geld/massnahmen/{one.format(**known)}" for one in OF_MEASURES)
    yield from (f"/planung/geld/{one}" for one in OF_MONEY)
    for step in ("schritt/hold/", "schritt/approve/", "veroeffentlichen/"):
        busy.client.post(f"{busy.address}{step}")
    yield f"{busy.address}veroeffentlichen/"
    yield f"/en/stadt/05999027/konferenzen/{busy.conference.pk}/"


def test_no_barrier_and_no_sideways_scrolling(
    busy: Meet, window_of: Callable[[Client], Window], barriers: Callable[[Page], list[str]]
) -> None:
    window, found = window_of(busy.client), {}
    for address in addresses(busy):
        page = window.visit(address, WIDTH, "dark")
        wide = page.evaluate("document.documentElement.scrollWidth")
        found[address] = [*barriers(page), *([f"{wide} pixels wide"] if wide > WIDTH else [])]

    assert {address: wrong for address, wrong in found.items() if wrong} == {}
    assert len(found) == KINDS
