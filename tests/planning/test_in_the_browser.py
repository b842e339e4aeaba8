"""The planner's page in a real browser: no barrier, light and dark, wide and narrow, and it fits the screen."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page

from tests.planning.window import Scheme, Window

pytestmark = pytest.mark.browser


@pytest.fixture
def window(window_of: Callable[[Client], Window], enter: Callable[..., Client]) -> Window:
    """The planner's, who is signed in."""
    return window_of(enter())


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("month", ["2026-10", "2026-11", "gestern"])
def test_no_barrier_and_no_sideways_scrolling(
    window: Window, barriers: Callable[[Page], list[str]], month: str, width: int, scheme: Scheme
) -> None:
    page = window.visit(f"/planung/antraege/?monat={month}", width, scheme)
    page.locator("summary").click()

    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_before_the_first_publication(window: Window, barriers: Callable[[Page], list[str]], scheme: Scheme) -> None:
    assert barriers(window.visit("/planung/antraege/", 390, scheme)) == []
