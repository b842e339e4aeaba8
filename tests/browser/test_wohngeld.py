"""The page in a real browser: by hand, by keyboard, without JavaScript, on a small phone, on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.walks import answer_first_questions, answer_the_rest, press

pytestmark = pytest.mark.browser

SCREENS = [(320, 1), (390, 1), (1280, 2), (1280, 4)]  # pixels wide, and how many times its size everything is shown
AMOUNT = re.compile(r"110,00.€ im Monat")


def test_without_javascript_a_pensioner_finds_her_amount(visit: Visit) -> None:
    page = visit("/de/wohngeld/", width=390, javascript=False)
    answer_first_questions(page)
    press(page)
    answer_the_rest(page)
    press(page)

    expect(page.get_by_role("heading", level=1)).to_contain_text(AMOUNT)


def test_a_question_appears_when_its_answer_is_chosen(visit: Visit) -> None:
    page = visit("/de/wohngeld/", javascript=False)
    pension = page.locator("[name=person-1-rente]")
    taxes = page.locator("#person-1-abzuege-steuern")

    expect(pension).to_be_hidden()
    expect(taxes).to_be_hidden()
    page.check("#person-1-einkommensarten-rente")
    expect(pension).to_be_visible()
    expect(taxes).to_be_visible()
    page.uncheck("#person-1-einkommensarten-rente")
    expect(pension).to_be_hidden()


def test_the_keyboard_alone_leads_to_the_amount(visit: Visit) -> None:
    page = visit("/de/wohngeld/")
    keys = page.keyboard
    keys.press("Tab")
    expect(page.locator(":focus")).to_have_text("Zum Inhalt")
    keys.press("Enter")
    tab_to(page, "gemeinde")
    keys.type("Duisburg")
    tab_to(page, "haushalt-1-wohnform-miete")
    keys.press("Space")
    tab_to(page, "haushalt-1-miete")
    keys.type("335")
    for box in ("haushalt-1-mietbestandteile-keine", "person-1-leistung-keine", "person-1-einkommensarten-rente"):
        tab_to(page, box)
        keys.press("Space")
    tab_to(page, "person-1-rente")
    keys.type("1300")
    tab_to(page, "person-1-abzuege-krankenversicherung")
    keys.press("Space")
    press_by_keyboard(page)
    answer_the_rest(page)
    press_by_keyboard(page)

    expect(page.get_by_role("heading", level=1)).to_contain_text(AMOUNT)


def test_enter_in_a_field_calculates_and_does_not_change_the_language(visit: Visit) -> None:
    page = visit("/de/wohngeld/")
    answer_first_questions(page)
    press(page)
    with page.expect_navigation():
        page.locator("[name=person-1-vermoegen]").press("Enter")

    assert page.url.endswith("/de/wohngeld/")
    expect(page.get_by_role("heading", name="Wohngeld ist möglich.")).to_be_visible()


def test_a_mistake_takes_the_focus_and_leads_to_its_field(visit: Visit) -> None:
    page = visit("/de/wohngeld/")
    answer_first_questions(page)
    page.fill("[name=haushalt-1-miete]", "viel")
    press(page)

    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.locator("[name=haushalt-1-miete]")).to_be_focused()
    expect(page.locator("[name=haushalt-1-miete]")).to_have_value("viel")


def test_the_language_changes_with_everything_that_was_answered(visit: Visit) -> None:
    page = visit("/de/wohngeld/")
    answer_first_questions(page)
    press(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Nederlands").click()

    assert page.url.endswith("/nl/wohngeld/")
    page.locator(".your-answers > summary").click()
    expect(page.locator("[name=person-1-rente]")).to_have_value("1.300,00")


def test_a_new_person_stands_where_the_page_opens(visit: Visit) -> None:
    page = visit("/de/wohngeld/", width=390, javascript=False)
    with page.expect_navigation():
        page.get_by_role("button", name="Person hinzufügen").click()

    expect(page.get_by_role("heading", name="Person 2")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_refused_by_the_safety_policy(visit: Visit, scheme: str) -> None:
    page = visit("about:blank", scheme=scheme)
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.on("requestfailed", lambda request: refused.append(request.url))
    page.goto("/de/wohngeld/")

    assert refused == []
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('600 20px \"Fira Sans\"'))")


@pytest.mark.parametrize("language", ["de", "de-einfach", "en", "nl"])
def test_no_page_is_wider_than_its_screen(visit: Visit, language: str) -> None:
    page = visit(f"/{language}/wohngeld/")
    answer_first_questions(page)
    assert too_wide(page) == []
    press(page)
    assert too_wide(page) == []
    answer_the_rest(page)
    press(page)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert too_wide(page) == []


def test_on_paper_every_step_of_the_calculation_stands(visit: Visit) -> None:
    page = visit("/de/wohngeld/")
    answer_first_questions(page)
    press(page)
    answer_the_rest(page)
    press(page)
    last_step = page.locator(".lines li").last
    expect(last_step).to_be_hidden()

    page.emulate_media(media="print")

    expect(last_step).to_be_visible()
    expect(page.get_by_role("button", name="Neu berechnen")).to_be_hidden()


def too_wide(page: Page) -> list[tuple[int, int]]:
    """On which screens, of a width and a zoom, the page must be scrolled sideways."""
    screen, found = page.context.new_cdp_session(page), []
    for width, zoom in SCREENS:
        size = {"width": width // zoom, "height": 900 // zoom, "deviceScaleFactor": zoom, "mobile": False}
        screen.send("Emulation.setDeviceMetricsOverride", size)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append((width, zoom))
    screen.detach()
    return found


def tab_to(page: Page, id: str) -> None:
    """Press Tab (and, among radio buttons, nothing else) until the field has the focus."""
    for _ in range(120):
        if page.evaluate("document.activeElement.id") == id:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {id}")


def press_by_keyboard(page: Page) -> None:
    """Reach the primary button by Tab and press it."""
    page.locator("main .kern-btn--primary:visible").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
