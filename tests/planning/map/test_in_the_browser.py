"""The workbench in a real browser: by keyboard, by mouse, without scripts, on a small screen, and no barrier on any page of the room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, ViewportSize, expect

from lebenslage.authorities.models import Authority
from lebenslage.quarters.models import Edition

pytestmark = pytest.mark.browser
WORKBENCH = "/planung/karte/?merkmal=child_poverty"
PAGES = ("?merkmal=child_poverty", "index/", "gebiet/{key}/", "zwei/", "mehrfach/", "muster/", "zeit/", "vergleich/?gebiet={key}")
STOPS = ".bench-map svg.map a[tabindex='0']"


class Answer(NamedTuple):
    """What a server answers; files can be read once only, so it is read."""

    status: int
    headers: dict[str, str]
    body: bytes

    @classmethod
    def of(cls, response: Any) -> Answer:
        """Read it."""
        return cls(response.status_code, dict(response.items()), response.getvalue())


class Door:
    """Pages of the room for a planner who is signed in. No server: what the browser asks for was answered before, in this very test."""

    def __init__(self, chromium: Browser, client: Client) -> None:
        """No page is open."""
        self.chromium, self.client = chromium, client
        self.answers: dict[str, Answer] = {}
        self.contexts: list[BrowserContext] = []

    def know(self, address: str) -> None:
        """Have the answer ready, and the part of the page that the script asks for."""
        path = f"/planung/karte/{address}" if address.startswith("?") else address
        for one in (path, f"{path}&teil=gebiet") if "?" in path else (path,):
            self.answers[one] = Answer.of(self.client.get(one))

    def visit(self, path: str, width: int = 1280, scheme: Literal["light", "dark"] = "light", *, scripts: bool = True) -> Page:
        """Open a page."""
        self.know(path)
        screen: ViewportSize = {"width": width, "height": 900}
        self.contexts.append(
            self.chromium.new_context(base_url="http://localhost", viewport=screen, color_scheme=scheme, java_script_enabled=scripts)
        )
        self.contexts[-1].route("**/*", self._answer)
        page = self.contexts[-1].new_page()
        page.goto(path)
        return page

    def _answer(self, route: Route) -> None:
        asked = urlsplit(route.request.url)
        address = urlunsplit(("", "", *asked[2:4], ""))
        if address not in self.answers:
            self.answers[address] = Answer.of(Client().get(asked.path))
        found = self.answers[address]
        route.fulfill(status=found.status, headers=found.headers, body=found.body)


@pytest.fixture
def door(chromium: Browser, ahornstedt: Authority, enter_at: Callable[..., Client]) -> Iterator[Door]:
    """The door of Ahornstedt."""
    opened = Door(chromium, enter_at(ahornstedt))
    yield opened
    for context in opened.contexts:
        context.close()


def choose(door: Door, area: Locator) -> None:
    """Click on an area."""
    door.know(area.get_attribute("href") or "")
    area.click()


def chosen_in_panel_and_table(page: Page) -> str:
    """The name of the chosen area, which both say."""
    row = page.locator(".bench-table tr[aria-current='true'] th")
    expect(row).to_have_count(1)
    expect(page.locator("#gebiet h2")).to_contain_text(row.inner_text())
    return row.inner_text()


def test_by_keyboard_and_by_mouse(door: Door) -> None:
    page = door.visit(WORKBENCH)
    page.evaluate("window.sameDocument = true")
    assert page.locator(STOPS).count() == 1

    page.locator("a[href='#tabelle']").focus()
    page.keyboard.press("Tab")
    here = page.evaluate("document.activeElement.dataset.area")
    moves = []
    for key in ("ArrowDown", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
        moves.append(page.evaluate("document.activeElement.dataset.area"))
    door.know(page.evaluate("document.activeElement.getAttribute('href')"))
    page.keyboard.press("Enter")
    by_keyboard = chosen_in_panel_and_table(page)

    assert here is not None
    assert moves[0] != here
    assert page.locator(f"a[data-area='{moves[-1]}']").last.inner_text() == by_keyboard
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('svg.map')") is None

    other = next(place for place in ("0", "5") if place != moves[-1])
    choose(door, page.locator(f".bench-map a[data-area='{other}']"))
    expect(page.locator(f".bench-table tr[data-row='{other}']")).to_have_attribute("aria-current", "true")
    assert chosen_in_panel_and_table(page) != by_keyboard
    assert page.evaluate("window.sameDocument") is True
    assert "gebiet=" in page.url


def test_without_scripts_map_and_table_lead_on(door: Door) -> None:
    page = door.visit(WORKBENCH, scripts=False)

    choose(door, page.locator(".bench-map a[data-area='3']"))
    expect(page.locator(".bench-table tr[data-row='3']")).to_have_attribute("aria-current", "true")
    by_map = chosen_in_panel_and_table(page)
    choose(door, page.locator(".bench-table a[data-area='7']"))
    expect(page.locator(".bench-table tr[data-row='7']")).to_have_attribute("aria-current", "true")
    assert chosen_in_panel_and_table(page) != by_map


def test_no_barrier_and_no_sideways_scrolling(door: Door, barriers: Callable[[Page], list[str]]) -> None:
    key = Edition.objects.earliest("pk").keys[0]
    screens: Iterator[tuple[int, Literal["light", "dark"]]] = cycle([(320, "dark"), (1280, "light")])
    found = {}
    for path, (width, scheme) in zip(PAGES, screens, strict=False):
        page = door.visit(f"/planung/karte/{path.format(key=key)}", width, scheme)
        found[path] = barriers(page)
        page.set_viewport_size({"width": 320, "height": 900})
        page.wait_for_function("innerWidth === 320")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
