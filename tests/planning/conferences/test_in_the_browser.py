"""The kinds of pages of conferences and measures on the smallest screen: no barrier, nothing wider than the screen."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Route, ViewportSize

from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters.measures.actions import keep_measure, keep_money
from lebenslage.quarters.measures.changes import Amount, Said
from tests.planning.conferences.conftest import Meet

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


@pytest.fixture
def opened(busy: Meet, chromium: Browser) -> Iterator[Callable[[str], Page]]:
    """Her browser on a small phone in the dark. No server: a page is asked for first, its styles are answered in this very test."""
    size = ViewportSize(width=WIDTH, height=700)
    context = chromium.new_context(base_url="http://localhost", viewport=size, color_scheme="dark", bypass_csp=True)
    context.route("**/*", lambda route: fulfil(route, Client().get(urlsplit(route.request.url).path)))
    page = context.new_page()

    def at(address: str) -> Page:
        asked = busy.client.get(address)
        assert asked.status_code == 200, address
        context.route(f"http://localhost{address}", lambda route: fulfil(route, asked))
        page.goto(address)
        return page

    yield at
    context.close()


def fulfil(route: Route, answer: Any) -> None:
    """Hand an answer of ours to the browser."""
    route.fulfill(status=answer.status_code, headers=dict(answer.items()), body=answer.getvalue())


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


def test_no_barrier_and_no_sideways_scrolling(busy: Meet, opened: Callable[[str], Page], barriers: Callable[[Page], list[str]]) -> None:
    found: dict[str, list[str]] = {}
    for address in addresses(busy):
        page = opened(address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        found[address] = [*barriers(page), *([f"{wide} pixels wide"] if wide > WIDTH else [])]

    assert {address: wrong for address, wrong in found.items() if wrong} == {}
    assert len(found) == KINDS
