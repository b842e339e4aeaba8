"""The pages of heat and siting in a real browser: no barrier, light and dark, wide and narrow, and they fit the screen."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser
PAGES = (
    "hitze/",
    "hitze/massnahmen/neu/",
    "hitze/brunnen/",
    "hitze/brunnen/neu/",
    "standorte/orte/",
    "standorte/wege/hereinholen/",
    "standorte/staerken/",
)
WITH_MAPS = ("hitze/", "standorte/staerken/")
THREE = {"name": "Drei", "what": "fountain", "who": "vulnerable", "hot": "on", "minutes": "10", "sites": "3", "goal": "coverage"}


def fulfil(route: Route, answer: Any) -> None:
    """Hand an answer of ours to the browser."""
    route.fulfill(status=answer.status_code, headers=dict(answer.items()), body=answer.getvalue())


@pytest.fixture
def visit(chromium: Browser, planner: Client) -> Iterator[Callable[[str, int, str], Page]]:
    """Open a page as the planner; what the browser asks for is answered in this very test."""
    contexts = []

    def opened(path: str, width: int, scheme: str) -> Page:
        asked = planner.get(path)
        context = chromium.new_context(
            base_url="http://localhost", viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )
        contexts.append(context)
        context.route("**/*", lambda route: fulfil(route, Client().get(urlsplit(route.request.url).path)))
        context.route("**/planung/**", lambda route: fulfil(route, asked))
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("width", "scheme", "pages"), [(1280, "light", WITH_MAPS), (390, "dark", PAGES)])
def test_no_barrier_and_no_sideways_scrolling(
    visit: Callable[[str, int, str], Page],
    planner: Client,
    barriers: Callable[[Page], list[str]],
    width: int,
    scheme: str,
    pages: tuple[str, ...],
) -> None:
    address = planner.post("/planung/hitze/brunnen/neu/", THREE).headers["Location"]
    found = {}
    for path in (address, f"{address}liste/", *(f"/planung/{page}" for page in pages)):
        page = visit(path, width, scheme)
        found[path] = barriers(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
