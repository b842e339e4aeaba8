"""The data room in a real browser: no barrier in the dark, everything unfolded, and it fits a small phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page

from lebenslage.authorities.models import Authority
from tests.planning.window import Window

pytestmark = pytest.mark.browser
FITS = "document.documentElement.scrollWidth <= window.innerWidth"
ROOM = "/planung/daten/"


def unfolded(page: Page) -> Page:
    """Everything on it opened."""
    for fold in page.locator("summary").all():
        fold.click()
    return page


def test_no_page_has_a_barrier_and_each_fits_a_small_phone(
    window_of: Callable[[Client], Window],
    ahornstedt: Authority,
    enter_at: Callable[..., Client],
    barriers: Callable[[Page], list[str]],
    town_files: Path,
) -> None:
    client = enter_at(ahornstedt)
    file = SimpleUploadedFile("figures_2026.csv", (town_files / "figures_2026.csv").read_bytes())
    review = client.post(f"{ROOM}hereinholen/", {"datei": file})["Location"]
    window = window_of(client)

    for address in (ROOM, f"{ROOM}hereinholen/", review):
        page = unfolded(window.visit(address, 320, "dark"))
        assert (barriers(page), page.evaluate(FITS)) == ([], True), address
