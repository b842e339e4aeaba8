"""An old phone on a bad line: what the first page costs over the wire."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession

pytestmark = pytest.mark.browser

KB = 1000
MOST_WITHOUT_FONTS, MOST = 100 * KB, 250 * KB


@pytest.fixture
def wire(chromium: Browser, server: str) -> Iterator[CDPSession]:
    """A browser that has never been here, and what the line says."""
    context = chromium.new_context(base_url=server, viewport={"width": 390, "height": 844})
    yield context.new_cdp_session(context.new_page())
    context.close()


def weights(wire: CDPSession, browser: Browser) -> dict[str, float]:
    """Bytes received for each address of the first page, headers included."""
    addresses: dict[str, str] = {}
    received: dict[str, float] = {}
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", lambda said: addresses.update({said["requestId"]: said["request"]["url"]}))
    wire.on("Network.loadingFinished", lambda said: received.update({addresses[said["requestId"]]: said["encodedDataLength"]}))
    page = browser.contexts[-1].pages[0]
    page.goto("/de/")
    page.wait_for_load_state("networkidle")
    return received


def test_the_first_page_is_light(wire: CDPSession, chromium: Browser) -> None:
    received = weights(wire, chromium)
    fonts = sum(size for address, size in received.items() if address.endswith(".woff2"))

    assert len(received) > 3
    assert sum(received.values()) - fonts <= MOST_WITHOUT_FONTS
    assert sum(received.values()) <= MOST
