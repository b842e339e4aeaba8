"""The data room in a real browser: no barrier in the dark, everything unfolded, and it fits a small phone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Route

from lebenslage.authorities.models import Authority

pytestmark = pytest.mark.browser
FITS = "document.documentElement.scrollWidth <= window.innerWidth"
ROOM = "/planung/daten/"


def fulfil(route: Route, answer: Any) -> None:
    """Hand an answer of ours to the browser."""
    route.fulfill(status=answer.status_code, headers=dict(answer.items()), body=answer.getvalue())


def opened(context: BrowserContext, client: Client, address: str) -> Page:
    """A page with everything on it unfolded. No server: what the browser asks for is answered in this very test."""
    asked, page = client.get(address), context.new_page()
    page.route("**/*", lambda route: fulfil(route, Client().get(urlsplit(route.request.url).path)))
    page.route("**/planung/**", lambda route: fulfil(route, asked))
    page.goto(address)
    for fold in page.locator("summary").all():
        fold.click()
    return page


def test_no_page_has_a_barrier_and_each_fits_a_small_phone(
    chromium: Browser,
    ahornstedt: Authority,
    enter_at: Callable[..., Client],
    barriers: Callable[[Page], list[str]],
    town_files: Path,
) -> None:
    client = enter_at(ahornstedt)
    file = SimpleUploadedFile("figures_2026.csv", (town_files / "figures_2026.csv").read_bytes())
    review = client.post(f"{ROOM}hereinholen/", {"datei": file})["Location"]
    context = chromium.new_context(
        base_url="http://localhost", viewport={"width": 320, "height": 800}, color_scheme="dark", bypass_csp=True
    )

    for address in (ROOM, f"{ROOM}hereinholen/", review):
        page = opened(context, client, address)
        assert (barriers(page), page.evaluate(FITS)) == ([], True), address
    context.close()
