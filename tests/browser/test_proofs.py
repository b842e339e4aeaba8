"""Four photos of a telephone, one of an iPhone and one taken sideways, become one proof that a caseworker accepts; by keyboard alone."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpResponse
from playwright.sync_api import Browser, Page

from lebenslage.accounts.scope import acting
from lebenslage.cases.models import Case, Evidence, EvidenceState
from lebenslage.residents.access import COOKIE, remember
from lebenslage.residents.models import Document
from tests.browser.hands import Hands
from tests.browser.journey import LINK, Resident
from tests.browser.test_journey import DESK, PHONE, Check, Sit, at_the_desk, check, sit, town
from tests.cases.stories import Days, Story, Town, work
from tests.files import papers

__all__ = ["check", "sit", "town"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGE = "main form button[formaction*='/seite/{}/{}/']"
# Where pictures of the pages are kept, when somebody wants to look at them: LEBENSLAGE_PICTURES=folder.
PICTURES = os.environ.get("LEBENSLAGE_PICTURES", "")


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Four pages of a rent contract as a telephone leaves them."""
    sheets = {
        "IMG_1.heic": papers.heic(papers.letter(line="Mietvertrag, Seite eins")),
        "IMG_2.jpg": papers.jpeg(papers.letter(line="Mietvertrag, Seite zwei"), held=papers.HELD_SIDEWAYS),
        "IMG_3.jpg": papers.jpeg(papers.letter(line="Mietvertrag, Seite vier").rotate(90, expand=True)),
        "IMG_4.png": papers.png(papers.letter((700, 933), line="Mietvertrag, Seite drei")),
    }
    for name, content in sheets.items():
        (tmp_path / name).write_bytes(content)
    return [tmp_path / name for name in sheets]


def seen_and_checked(check: Check) -> Check:
    """The check, and a picture where somebody wants one."""

    def shown(name: str, page: Page) -> None:
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)
        check(name, page)

    return shown


@pytest.fixture
def story(town: Town) -> Iterator[Story]:
    """Her story, on a calendar that is closed at its end."""
    with Days() as days:
        yield Story(town, days)


def her_telephone(chromium: Browser, server: str, check: Check, story: Story) -> Hands:
    """The browser that opens her vault."""
    context = chromium.new_context(base_url=server, viewport=PHONE, java_script_enabled=False, reduced_motion="reduce", locale="de-DE")
    remember(answer := HttpResponse(), story.vault)
    context.add_cookies([{"name": COOKIE, "value": answer.cookies[COOKIE].value, "url": server}])
    return Hands(context.new_page(), seen_and_checked(check))


@pytest.mark.long
def test_four_photos_become_one_proof_that_is_accepted(
    town: Town, story: Story, sit: Sit, chromium: Browser, server: str, check: Check, photos: list[Path]
) -> None:
    began = time.monotonic()
    story.drafted()
    hands = her_telephone(chromium, server, check, story)
    hands.open("/de/antrag/nachweise/", "proofs")
    hands.press(LINK.format("/nachweise/mietvertrag/"), "proof")
    hands.upload(photos)
    hands.go_on("proof-uploaded")
    hands.press(LINK.format("/nachweise/datei/"), "pages")
    hands.press(PAGE.format(3, "drehen"), "page-turned")
    hands.press(PAGE.format(4, "vor"), "page-moved")
    hands.press(LINK.format("/seite/3/"), "page-in-large")
    hands.page.go_back()
    hands.go_on("proof-ready")
    address = Resident(hands, "Erlenbruch").send()
    work()
    worker = at_the_desk(sit(DESK), town.worker.user.email)
    worker.hands.shown = seen_and_checked(check)
    worker.find("Müller")
    worker.look_through()

    hands.open(address, "case-with-accepted-proof")

    with acting(authority=town.authority.id):
        assert Evidence.objects.get(case=Case.objects.get()).state == EvidenceState.ACCEPTED
    with acting(vault=story.vault.pk):
        assert Document.objects.get().pages == 4
    assert "Angenommen" in hands.page.locator("main").inner_text()
    assert time.monotonic() - began < 240
