"""What a screen reader has of a page with a mistake: the summary announced and in focus, a link from it, the field with its sentence."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, server, visit
from tests.cases.stories import Story
from tests.rough.conftest import as_resident

__all__ = ["server", "visit"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

type Open = Callable[[str], Page]


@pytest.fixture
def opened(story: Story, visit: Visit) -> Open:
    """A page of somebody with an open application, without JavaScript."""
    story.drafted()
    (cookie,) = as_resident(story.vault).cookies.values()

    def at(address: str) -> Page:
        page = visit("/de/", javascript=False, width=390)
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": page.url}])
        page.goto(address)
        return page

    return at


def test_a_mistake_in_a_question_is_announced(opened: Open) -> None:
    page = opened("/de/pruefen/frage/person-1-geburtsdatum/")
    field = page.get_by_role("textbox", name="Wann sind Sie geboren?")

    field.fill("30.2.1950")
    field.press("Enter")

    expect(page.get_by_role("main")).to_match_aria_snapshot("""
        - alert:
          - heading "Bitte prüfen Sie eine Angabe" [level=2]
          - list:
            - listitem:
              - link "Den Tag „30.2.1950“ gibt es im Kalender nicht. Bitte prüfen Sie Tag und Monat."
        - heading "Wann sind Sie geboren?" [level=1]
        - paragraph: Den Tag „30.2.1950“ gibt es im Kalender nicht. Bitte prüfen Sie Tag und Monat.
        - textbox "Wann sind Sie geboren?": 30.2.1950
        - button "Weiter"
        - button "Das weiß ich nicht"
    """)
    in_focus_and_linked(page, "person-1-geburtsdatum")


def test_a_mistake_in_the_application_is_announced(opened: Open) -> None:
    page = opened("/de/antrag/angaben/anschrift/")

    page.get_by_role("textbox", name="Postleitzahl").fill("4213")
    page.get_by_role("textbox", name="Hausnummer").fill("zwölf")
    page.get_by_role("button", name="Weiter").click()

    expect(page.get_by_role("main")).to_match_aria_snapshot("""
        - alert:
          - heading "Bitte prüfen Sie 2 Angaben" [level=2]
          - list:
            - listitem:
              - link "Bitte schreiben Sie eine Hausnummer, zum Beispiel 12 oder 12a."
            - listitem:
              - link "Bitte schreiben Sie die Postleitzahl mit fünf Ziffern, zum Beispiel 45127."
    """)
    expect(page.get_by_role("textbox", name="Postleitzahl")).to_have_value("4213")
    in_focus_and_linked(page, "angaben-1-hausnummer")


def in_focus_and_linked(page: Page, field: str) -> None:
    """The summary has the focus; its first link leads to the field, which is wrong and described by its sentence."""
    wrong = page.locator(f"#{field}")
    expect(page.locator("#fehler")).to_be_focused()
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(wrong).to_have_accessible_description(re.compile(re.escape(page.locator("#fehler a").first.inner_text())))
    page.locator("#fehler a").first.click()
    expect(wrong).to_be_focused()
