"""From the first question to the read notice, in a real browser: by keyboard, without JavaScript, every page free of barriers."""

import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as house
from playwright.sync_api import Browser, Page

from lebenslage.accounts.actions import set_totp
from lebenslage.bridge.actions import push
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import now
from lebenslage.quarters.models import Area, Value
from lebenslage.services.actions import publish
from tests.browser.hands import Hands
from tests.browser.journey import PASSWORD, SECRET, Caseworker, Resident, code
from tests.cases.stories import PICTURE, Days, Story, Town, open_town, work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
OCTOBER, NOVEMBER = date(2026, 10, 12), date(2026, 11, 2)

# A button is a line or three of words, never a column of letters.
TALL_BUTTONS = "[...document.querySelectorAll('.kern-btn')].filter(one => one.offsetHeight > 130).map(one => one.innerText)"

type Check = Callable[[str, Page], None]
type Sit = Callable[[dict[str, int]], Hands]


@pytest.fixture
def town(settings: object) -> Town:
    """A connected town whose staff sign in with two steps."""
    house.FIXED_DAY = OCTOBER
    publish("wohngeld", by=SYSTEM)
    town = open_town("05999004", "Erlenbruch")
    Area.objects.create(authority=town.authority, key="q1", name="Anger")
    for staff in (town.worker, town.approver, town.planner):
        staff.user.set_password(PASSWORD)
        staff.user.save()
        set_totp(staff.user, SECRET)
    yield town
    house.FIXED_DAY = date(2026, 11, 1)


@pytest.fixture
def check(chromium: Browser, server: str, barriers: Callable[[Page], list[str]]) -> Iterator[Check]:
    """Looks at a page's markup in a second browser window, where a script may run, and expects no barrier."""
    context = chromium.new_context(base_url=server, viewport=DESK, bypass_csp=True, reduced_motion="reduce")
    twin = context.new_page()
    twin.goto("/de/")

    def checked(name: str, page: Page) -> None:
        twin.set_viewport_size(page.viewport_size or DESK)
        twin.set_content(page.content())
        twin.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert barriers(twin) == [], name
        assert twin.evaluate(TALL_BUTTONS) == [], name

    yield checked
    context.close()


@pytest.fixture
def sit(chromium: Browser, server: str, check: Check) -> Iterator[Sit]:
    """Somebody sits down at a screen of some size, with no JavaScript and nothing remembered."""
    contexts = []

    def down(screen: dict[str, int]) -> Hands:
        context = chromium.new_context(base_url=server, viewport=screen, java_script_enabled=False, reduced_motion="reduce", locale="de-DE")
        contexts.append(context)
        return Hands(context.new_page(), check)

    yield down
    for context in contexts:
        context.close()


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    """A picture of a rent contract."""
    file = tmp_path / "mietvertrag.png"
    file.write_bytes(PICTURE)
    return file


def at_the_desk(hands: Hands, mail: str) -> Caseworker:
    """A member of staff, signed in."""
    worker = Caseworker(hands, mail, PASSWORD, code)
    worker.sign_in()
    return worker


def counted(town: Town) -> str:
    """What is published for October about the quarter."""
    values = Value.objects.filter(publication__authority=town.authority, publication__month=OCTOBER.replace(day=1))
    return ", ".join(sorted(f"{v.publication.indicator} {v.area.name if v.area else 'Stadt'} {v.quality} {v.value}" for v in values))


@pytest.mark.long
def test_the_whole_way(town: Town, sit: Sit, proof: Path) -> None:
    began = time.monotonic()
    resident = Resident(sit(PHONE), "Erlenbruch")
    resident.ask()
    resident.apply(proof)
    key = resident.stop()
    later = Resident(sit(PHONE), "Erlenbruch")
    later.come_back(key)
    application = later.send()
    work()

    worker = at_the_desk(sit(DESK), town.worker.user.email)
    worker.find("Müller")
    worker.look_through()
    worker.hands.page.go_back()
    worker.find("Müller")
    worker.ask_back("Bitte schicken Sie uns die letzte Seite des Mietvertrags.")
    later.answer_the_office(application, proof)
    worker.find("Müller")
    worker.accept_the_proof()
    worker.find("Müller")
    worker.propose()
    approver = at_the_desk(sit(DESK), town.approver.user.email)
    approver.find("Müller")
    approver.approve()
    work()
    worker.find("Müller")
    worker.post()

    notice = later.read(application)

    assert "181,00 € im Monat" in notice
    assert re.search(r"bis zum \d+\. \w+ 2026", notice)
    assert time.monotonic() - began < 240


def test_the_count_reaches_the_planner_and_asking_twice_lowers_nothing(town: Town, sit: Sit) -> None:
    for number in range(6):
        with Days(moment=now().replace(day=5 + number)) as days:
            Story(town, days).submitted(nachname=f"Nummer-{number}")
    house.FIXED_DAY = NOVEMBER
    push(town.authority, OCTOBER.replace(day=1), by=SYSTEM, at=now())
    published = counted(town)
    planner = at_the_desk(sit(DESK), town.planner.user.email)
    planner.hands.open("/planung/antraege/", "planning")
    seen = planner.hands.page.locator("table").first.inner_text()

    push(town.authority, OCTOBER.replace(day=1), by=SYSTEM, at=now())

    assert "Anger" in seen
    assert counted(town) == published
