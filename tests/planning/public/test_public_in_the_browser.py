"""The public pages in a real browser: no barrier, light and dark, wide and narrow, and a chart that stands in a page of somebody else."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Route, ViewportSize

from lebenslage.authorities.models import Authority

pytestmark = pytest.mark.browser
PAGES = (
    "/de/stadt/",
    "/en/stadt/05999027/",
    "/nl/stadt/05999027/zahl/child_poverty/",
    "/de/stadt/05999027/gebiet/04/",
    "/en/stadt/05999027/zwei/",
)
MORE = ("/de-einfach/stadt/05999027/verzeichnis/", "/daten/05999027/einbetten/child_poverty/", "/daten/05999027/ogc/collections?f=html")
CHART = "/daten/05999027/einbetten/child_poverty/"
NEWSPAPER = "http://zeitung.localhost/"
FRAMED = f'<title>Zeitung</title><iframe title="Kinderarmut" src="http://localhost{CHART}"></iframe>'

type Visit = Callable[..., Page]


def ask(path: str) -> Any:
    """What we answer."""
    return Client(headers={"host": "localhost"}).get(path)


def fulfil(route: Route, answer: Any) -> None:
    """Hand an answer of ours to the browser."""
    route.fulfill(status=answer.status_code, headers=dict(answer.items()), body=answer.getvalue())


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Open a page. No server: our page is asked for first, its styles are answered in this very test; a newspaper frames our chart."""
    contexts = []

    def opened(path: str, *, width: int, scheme: Any = "light", bypass: bool = True) -> Page:
        ours = CHART if path == NEWSPAPER else path
        asked, size = ask(ours), ViewportSize(width=width, height=900)
        context = chromium.new_context(base_url="http://localhost", viewport=size, color_scheme=scheme, bypass_csp=bypass)
        contexts.append(context)
        context.route("**/*", lambda route: fulfil(route, ask(urlsplit(route.request.url).path)))
        context.route(f"http://localhost{ours}", lambda route: fulfil(route, asked))
        context.route(NEWSPAPER, lambda route: route.fulfill(content_type="text/html", body=FRAMED))
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("width", "scheme", "paths"), [(320, "dark", PAGES), (1280, "light", MORE)])
def test_no_barrier_and_no_sideways_scrolling(
    portal: Authority, visit: Visit, barriers: Callable[[Page], list[str]], width: int, scheme: str, paths: Sequence[str]
) -> None:
    for path in paths:
        page = visit(path, width=width, scheme=scheme)

        assert barriers(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_chart_stands_in_the_page_of_a_newspaper(portal: Authority, visit: Visit) -> None:
    frame = visit(NEWSPAPER, width=800, bypass=False).frame_locator("iframe")

    frame.locator("summary").click()
    assert "verborgen" in frame.locator("table").inner_text()
    assert frame.locator("svg.map").count() == 1
