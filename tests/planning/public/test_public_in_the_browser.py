"""The public pages in a real browser: no barrier, light and dark, wide and narrow, and a chart that stands in a page of somebody else."""

from collections.abc import Callable, Sequence

import pytest
from django.test import Client
from playwright.sync_api import Page

from lebenslage.authorities.models import Authority
from tests.planning.window import Scheme, Window, page_of

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


@pytest.fixture
def window(window_of: Callable[[Client], Window], portal: Authority) -> Window:
    """Everybody's."""
    return window_of(Client(headers={"host": "localhost"}))


@pytest.mark.parametrize(("width", "scheme", "paths"), [(320, "dark", PAGES), (1280, "light", MORE)])
def test_no_barrier_and_no_sideways_scrolling(
    window: Window, barriers: Callable[[Page], list[str]], width: int, scheme: Scheme, paths: Sequence[str]
) -> None:
    for path in paths:
        page = window.visit(path, width, scheme)

        assert barriers(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_chart_stands_in_the_page_of_a_newspaper(window: Window) -> None:
    window.know(CHART)
    window.know(NEWSPAPER, page_of(FRAMED))
    frame = window.visit(NEWSPAPER, 800, look=False).frame_locator("iframe")

    frame.locator("summary").click()
    assert "verborgen" in frame.locator("table").inner_text()
    assert frame.locator("svg.map").count() == 1
