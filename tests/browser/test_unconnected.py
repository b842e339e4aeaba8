"""From the result to the sealed paper where the town is not connected, and a formless page in a minute: by keyboard, free of barriers."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.conf import settings as house
from django.http import HttpResponse
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from lebenslage.accounts.scope import acting
from lebenslage.authorities.actions import Office, connect
from lebenslage.authorities.models import Channel
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.files.installation_seal import installation_seal
from lebenslage.journal.actions import RESIDENT, SYSTEM
from lebenslage.papers.seal import State, check
from lebenslage.residents.access import COOKIE, remember
from lebenslage.residents.actions import answer, open_vault
from lebenslage.services.actions import publish
from tests.browser.hands import Hands
from tests.cases.stories import answers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE: ViewportSize = {"width": 390, "height": 844}
NOVEMBER = date(2026, 11, 2)
ABOUT = {"name": {"angaben-1-vorname": "Änne", "angaben-1-nachname": "Müller"}}
STAY = {"angaben-1-aufenthaltsort": "Brombeck", "angaben-1-erreichbar": "Diakonie, Am Markt 1"}
LINK = "main a[href*='{}']"

type Barriers = Callable[[Page], list[str]]


@pytest.fixture
def town() -> Iterator[None]:
    """A town that is named with its address, and takes no applications here."""
    before, house.FIXED_DAY = house.FIXED_DAY, NOVEMBER
    publish("wohngeld", by=SYSTEM)
    office = Office("Gemeinde Brombeck", "Bürgerbüro", "Kirchweg 3", "00008", "Brombeck")
    connect("05999008", office, by=SYSTEM, services=["wohngeld"], channel=Channel.PRINT, mietenstufe=Mietenstufe.II)
    yield
    house.FIXED_DAY = before


@pytest.fixture
def context(chromium: Browser, server: str) -> Iterator[BrowserContext]:
    """A phone; only axe runs a script there."""
    context = chromium.new_context(base_url=server, viewport=PHONE, reduced_motion="reduce", bypass_csp=True, locale="de-DE")
    yield context
    context.close()


@pytest.fixture
def hands(context: BrowserContext, barriers: Barriers) -> Hands:
    """Hands that know the keyboard alone; each page that they come to is looked at, once by its name."""
    seen = set[str]()

    def look(name: str, page: Page) -> None:
        assert name in seen or barriers(page) == [], name
        seen.add(name)

    return Hands(context.new_page(), look)


def answered(context: BrowserContext, server: str) -> None:
    """She has answered every question in this browser, and said nothing about herself."""
    vault = open_vault()
    nothing = {"vorname": "", "nachname": "", "strasse": "", "hausnummer": "", "plz": "", "ort": ""}
    with acting(vault=vault.pk):
        answer(vault, {**answers(**nothing), "gemeinde": ["Brombeck"]}, by=RESIDENT)
    remember(page := HttpResponse(), vault)
    context.add_cookies([{"name": COOKIE, "value": page.cookies[COOKIE].value, "url": server}])


def seal_of(pdf: bytes) -> State:
    return check(pdf, installation_seal().certificate).state


def fetched(page: Page) -> bytes:
    """The paper that the primary action of the page hands out."""
    address = page.locator("main .kern-btn--primary").get_attribute("href")
    assert address
    return page.request.get(address).body()


def test_from_the_result_to_a_sealed_paper_without_an_address(town: None, context: BrowserContext, server: str, hands: Hands) -> None:
    answered(context, server)
    hands.open("/de/pruefen/ergebnis/", "result")
    hands.press("main form[action*='/antrag/'] button", "task-list")
    hands.press(LINK.format("/angaben/name/"), "name")
    for field, given in ABOUT["name"].items():
        hands.answer(field, given)
    hands.go_on("task-list")
    hands.press(LINK.format("/angaben/anschrift/"), "address")
    hands.press(LINK.format("/angaben/aufenthalt/"), "stay")
    hands.type("#angaben-1-aufenthaltsort", STAY["angaben-1-aufenthaltsort"])
    hands.choose("wie", "beratung")
    hands.go_on("stay-refused")
    assert hands.page.locator(".error-summary a[href='#angaben-1-erreichbar']").count() == 1
    hands.type("#angaben-1-erreichbar", STAY["angaben-1-erreichbar"])
    hands.go_on("task-list")
    hands.press(LINK.format("/antrag/unterlagen/"), "checklist")
    hands.go_on("task-list")
    hands.go_on("check-answers")
    hands.go_on("ready")

    pdf = fetched(hands.page)

    assert "30. November 2026" in hands.page.locator("main").inner_text()
    assert seal_of(pdf) == State.UNALTERED
    assert fetched(hands.page) == pdf
    assert seal_of(pdf[:-200] + bytes([pdf[-200] ^ 1]) + pdf[-199:]) == State.ALTERED
    with pikepdf.open(BytesIO(pdf)) as document:
        assert "antrag.json" in document.attachments


def test_an_application_in_one_minute(town: None, hands: Hands) -> None:
    hands.open("/de/formlos/", "formless")
    hands.go_on("refused")
    hands.type("#name", "Änne Müller")
    hands.type("#ort", "Brombeck")
    hands.choose("anliegen", "miete")
    hands.go_on("ready")

    assert "2. November 2026" in hands.page.locator("h1").inner_text()
    assert seal_of(fetched(hands.page)) == State.UNALTERED
