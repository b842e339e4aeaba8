"""The workbench in a real browser: by keyboard, by mouse, without scripts, on a small screen, and no barrier on any page of the room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle

import pytest
from django.test import Client
from playwright.sync_api import Locator, Page, expect

from lebenslage.authorities.models import Authority
from lebenslage.quarters.models import Edition
from tests.planning.window import Scheme, Window

pytestmark = pytest.mark.browser
WORKBENCH = "/planung/karte/?merkmal=child_poverty"
PAGES = ("?merkmal=child_poverty", "index/", "gebiet/{key}/", "zwei/", "mehrfach/", "muster/", "zeit/", "vergleich/?gebiet={key}")
STOPS = ".bench-map svg.map a[tabindex='0']"


class Door:
    """Pages of the room for a planner who is signed in; also the part of a page that its script asks for is ready."""

    def __init__(self, window: Window) -> None:
        """No page is open."""
        self.window = window

    def know(self, address: str) -> None:
        """Have the answer ready."""
        path = f"/planung/karte/{address}" if address.startswith("?") else address
        for one in (path, f"{path}&teil=gebiet") if "?" in path else (path,):
            self.window.know(one)

    def visit(self, path: str, width: int = 1280, scheme: Scheme = "light", *, scripts: bool = True) -> Page:
        """Open a page."""
        self.know(path)
        return self.window.visit(path, width, scheme, scripts=scripts, look=False)


@pytest.fixture
def door(window_of: Callable[[Client], Window], ahornstedt: Authority, enter_at: Callable[..., Client]) -> Door:
    """The door of Ahornstedt."""
    return Door(window_of(enter_at(ahornstedt)))


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
    screens: Iterator[tuple[int, Scheme]] = cycle([(320, "dark"), (1280, "light")])
    found = {}
    for path, (width, scheme) in zip(PAGES, screens, strict=False):
        page = door.visit(f"/planung/karte/{path.format(key=key)}", width, scheme)
        found[path] = barriers(page)
        page.set_viewport_size({"width": 320, "height": 900})
        page.wait_for_function("innerWidth === 320")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
