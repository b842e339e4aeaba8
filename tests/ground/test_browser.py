"""The accessibility check sees what it is there to see."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

GOOD = "<!doctype html><html lang='de'><title>Probe</title><main><h1>Ihr Anspruch</h1><img alt='Wappen' src='data:,'></main></html>"


def test_a_sound_page_has_no_barrier(page: Page, barriers: Callable[[Page], list[str]]) -> None:
    page.set_content(GOOD)

    assert barriers(page) == []


def test_a_picture_without_words_is_a_barrier(page: Page, barriers: Callable[[Page], list[str]]) -> None:
    page.set_content(GOOD.replace("alt='Wappen' ", ""))

    assert barriers(page) == ["image-alt: img"]


def test_a_page_wider_than_a_phone_is_noticed(phone: Page) -> None:
    phone.set_content(GOOD.replace("<main>", "<main style='width: 900px'>"))

    assert phone.evaluate("document.documentElement.scrollWidth") > 360
