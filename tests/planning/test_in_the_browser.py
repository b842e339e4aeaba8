"""The planner's page in a real browser: no barrier, light and dark, wide and narrow, and it fits the screen."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser
type Visit = Callable[..., Page]


def fulfil(route: Route, answer: Any) -> None:
    """Hand an answer of ours to the browser."""
    route.fulfill(status=answer.status_code, headers=dict(answer.items()), body=answer.getvalue())


@pytest.fixture
def visit(chromium: Browser, enter: Callable[..., Client]) -> Iterator[Visit]:
    """Open a page as the planner who is signed in. No server: what the browser asks for is answered in this very test."""
    client, contexts = enter(), []

    def opened(path: str, *, width: int, scheme: str) -> Page:
        asked = client.get(path)
        context = chromium.new_context(
            base_url="http://localhost", viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )
        contexts.append(context)
        context.route("**/*", lambda route: fulfil(route, Client().get(urlsplit(route.request.url).path)))
        context.route("**/planung/antraege/*", lambda route: fulfil(route, asked))
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("month", ["2026-10", "2026-11", "gestern"])
def test_no_barrier_and_no_sideways_scrolling(
    visit: Visit, barriers: Callable[[Page], list[str]], month: str, width: int, scheme: str
) -> None:
    page = visit(f"/planung/antraege/?monat={month}", width=width, scheme=scheme)
    page.locator("summary").click()

    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_before_the_first_publication(visit: Visit, barriers: Callable[[Page], list[str]], scheme: str) -> None:
    assert barriers(visit("/planung/antraege/", width=390, scheme=scheme)) == []
