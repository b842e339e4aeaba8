"""The pages of heat and siting in a real browser: no barrier, light and dark, wide and narrow, and they fit the screen."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page

from tests.planning.window import Scheme, Window

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


@pytest.mark.parametrize(("width", "scheme", "pages"), [(1280, "light", WITH_MAPS), (390, "dark", PAGES)])
def test_no_barrier_and_no_sideways_scrolling(
    window_of: Callable[[Client], Window],
    planner: Client,
    barriers: Callable[[Page], list[str]],
    width: int,
    scheme: Scheme,
    pages: tuple[str, ...],
) -> None:
    address = planner.post("/planung/hitze/brunnen/neu/", THREE).headers["Location"]
    window, found = window_of(planner), {}
    for path in (address, f"{address}liste/", *(f"/planung/{page}" for page in pages)):
        page = window.visit(path, width, scheme)
        found[path] = barriers(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
