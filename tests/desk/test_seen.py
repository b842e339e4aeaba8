"""axe finds nothing at the desk, light and dark, phone and desktop, every fold open; keys walk the list."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from playwright.sync_api import Browser, BrowserContext, Page, Route

from lebenslage.authorities.models import Authority
from lebenslage.cases.models import Case
from tests.desk.conftest import Desk, applied
from tests.desk.test_case import LETTER, the_proof

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

type Open = Callable[..., Page]
type Barriers = Callable[[Page], list[str]]
SITE = "http://desk.example"
SCREENS = [(1280, "light"), (390, "dark")]


@pytest.fixture(autouse=True, scope="session")
def beside_the_loop() -> Iterator[None]:
    """Playwright keeps a loop in this thread; the database is asked beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


def serve(context: BrowserContext, pages: Mapping[str, HttpResponse]) -> None:
    """Answer the browser with pages that are drawn already, and with style sheets: no server, no second thread."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        if path.startswith("/static/"):
            route.fulfill(path=finders.find(path.removeprefix("/static/").partition("?")[0]))
        elif path in pages:
            route.fulfill(headers=dict(pages[path].headers), body=pages[path].content)
        else:
            route.abort()

    context.route("**/*", answer)


@pytest.fixture
def sit_down(chromium: Browser) -> Iterator[Open]:
    """Open the first of some pages as somebody who is signed in; `look` lets the barrier check in past the page's policy."""
    contexts = []

    def opened(desk: Desk, *paths: str, width: int = 1280, scheme: Any = "light", look: bool = True) -> Page:
        context = chromium.new_context(base_url=SITE, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=look)
        serve(context, {path: desk.client.get(path) for path in paths})
        contexts.append(context)
        page = context.new_page()
        page.goto(paths[0])
        return page

    yield opened
    for context in contexts:
        context.close()


def unfold(page: Page) -> Page:
    """Open every fold."""
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    return page


@pytest.fixture
def proven(authority: Authority, worker: Desk) -> Case:
    """A case in review with a proof, a corrected fact, a figure to check and a message."""
    case = applied(LETTER, einkommensarten="zuwendung", zuwendungen="9000")
    worker.press(case, "uebernehmen/")
    worker.press(case, "pruefen/")
    worker.press(case, "angabe/haushalt-1-miete/berichtigen/", **{"wert-haushalt-1-miete": "580", "grund": "Laut Vertrag."})
    worker.press(case, "nachricht/", text="Guten Tag.")
    return case


@pytest.mark.long
def test_no_barrier_on_any_page(sit_down: Open, barriers: Barriers, worker: Desk, proven: Case) -> None:
    here = f"/amt/fall/{proven.id}/"
    steps = [f"{here}{step}" for step in ("nachfragen/", "weiterleiten/?ort=Hagen", "entscheidung/vorschlag/")]
    pages = ["/amt/", "/amt/?ansicht=closed", here, *steps]
    changing = [f"{here}?aendern={place}" for place in ("haushalt-1-miete", "person-1-merkmale", "angaben-1-ort")]
    every = [*pages, *changing, f"{here}nachweis/{the_proof(proven).id}/"]
    for width, scheme in SCREENS:
        page = sit_down(worker, *every, width=width, scheme=scheme)
        for address in every:
            page.goto(address)
            assert barriers(unfold(page)) == [], address
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address


def test_no_barrier_where_a_decision_waits(sit_down: Open, barriers: Barriers, reviewed: Case, worker: Desk, approver: Desk) -> None:
    worker.press(reviewed, "entscheidung/vorschlag/", ergebnis="grant", begruendung="", schritt="senden")
    for desk, address in [(approver, "entscheidung/"), (worker, "")]:
        assert barriers(unfold(sit_down(desk, f"/amt/fall/{reviewed.id}/{address}"))) == []


def test_no_barrier_before_a_case_is_passed_on(chromium: Browser, barriers: Barriers, worker: Desk, case: Case) -> None:
    here = f"/amt/fall/{case.id}/weiterleiten/"
    typed = {"ort": "Hagen", "ziel": "05914000", "grund": "Die Wohnung liegt dort.", "revision": case.revision}
    for step in ("vorschau", "senden"):
        context = chromium.new_context(base_url=SITE, viewport={"width": 390, "height": 900}, bypass_csp=True)
        sent = worker.client.post(here, {**typed, "schritt": step})
        serve(context, {here: sent if step == "vorschau" else worker.client.get(f"/amt/fall/{case.id}/")})
        page = context.new_page()
        page.goto(here)
        assert barriers(page) == []
        context.close()


def test_j_and_k_walk_through_the_list_and_enter_opens(sit_down: Open, case: Case, worker: Desk) -> None:
    second = applied()
    page = sit_down(worker, "/amt/?ansicht=team&sortierung=number", f"/amt/fall/{case.id}/", look=False)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == second.number
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/fall/{case.id}/")
