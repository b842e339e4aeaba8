"""Every kind of page on the smallest screen and at twice the size, in four languages: nothing is wider than its screen or in the way."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import pytest
from django.conf import settings as house
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lebenslage.journal.actions import SYSTEM
from lebenslage.law.texts import LANGUAGES
from lebenslage.residents.access import COOKIE
from lebenslage.services.actions import publish
from tests.browser.sights import Somebody, everybody
from tests.cases.stories import open_town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SMALL, TWICE = {"width": 320, "height": 640}, {"width": 640, "height": 450}
UNFOLD = "document.querySelectorAll('details').forEach(fold => fold.open = true)"
BEYOND = "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"
# A button is a line or three of words, never a column of letters.
CROOKED = "[...document.querySelectorAll('.kern-btn')].filter(one => one.offsetHeight > 130).map(one => one.innerText)"

type Open = Callable[[Somebody], Page]
type Barriers = Callable[[Page], list[str]]


@pytest.fixture
def opened(chromium: Browser, server: str) -> Iterator[Open]:
    """A browser that remembers somebody."""
    contexts: list[BrowserContext] = []

    def for_her(somebody: Somebody) -> Page:
        context = chromium.new_context(base_url=server, viewport=SMALL, bypass_csp=True, reduced_motion="reduce")
        contexts.append(context)
        if somebody.cookie:
            context.add_cookies([{"name": COOKIE, "value": somebody.cookie, "url": server}])
        return context.new_page()

    yield for_her
    for context in contexts:
        context.close()


def found_on(page: Page, screens: Sequence[dict[str, int]]) -> Iterator[str]:
    """What is wrong with a page: wider than a screen, buttons out of shape, two main actions."""
    page.evaluate(UNFOLD)
    for screen in screens:
        page.set_viewport_size(screen)
        if beyond := page.evaluate(BEYOND):
            yield f"{page.url}: {beyond} pixels too wide at {screen['width']}"
    if crooked := page.evaluate(CROOKED):
        yield f"{page.url}: {crooked} is out of shape"
    if page.locator("main .kern-btn--primary:visible").count() > 1:
        yield f"{page.url}: more than one primary action"


def seen(page: Page, somebody: Somebody, barriers: Barriers) -> Iterator[str]:
    """Her pages in every language on the small screen; each in one of them at twice the size, and with axe where no other walk looks."""
    for turn, below in enumerate(somebody.pages):
        for number, language in enumerate(LANGUAGES):
            response = page.goto(f"/{language}/{below}")
            if response is None or response.status not in (200, 404) or not page.url.endswith(f"/{language}/{below}"):
                yield f"/{language}/{below} led to {page.url}"
            chosen = number == turn % len(LANGUAGES)
            yield from found_on(page, (TWICE, SMALL) if chosen else (SMALL,))
            if chosen and not somebody.walked:
                yield from (f"{page.url}: {barrier}" for barrier in barriers(page))


@pytest.mark.long
def test_every_page_fits_the_smallest_screen_and_twice_the_size(server: str, opened: Open, barriers: Barriers) -> None:
    house.FIXED_DAY = date(2026, 11, 2)
    publish("wohngeld", by=SYSTEM)
    visitors = everybody(open_town("05999004", "Erlenbruch"))
    wrong = [one for somebody in visitors for one in seen(opened(somebody), somebody, barriers)]
    house.FIXED_DAY = date(2026, 11, 1)

    assert sum(len(somebody.pages) for somebody in visitors) > 35
    assert wrong == []


def test_on_paper_a_question_stands_without_buttons_and_a_link_with_its_address(server: str, opened: Open) -> None:
    page = opened(Somebody("", ()))
    page.emulate_media(media="print")
    page.goto("/de/pruefen/frage/gemeinde/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("input[name=gemeinde]")).to_be_visible()
    for chrome in (".page-header", ".page-tools", "main .kern-btn", ".back"):
        expect(page.locator(chrome).first).to_be_hidden()
    expect(page.locator(".on-paper")).to_have_text(re.compile("/de/pruefen/frage/gemeinde/$"))

    page.goto("/de/hilfe/sofort/")
    written = page.locator("a[href^='https://www.tafel.de']").evaluate("link => getComputedStyle(link, '::after').content")

    assert "https://www.tafel.de/tafel-suche" in written
