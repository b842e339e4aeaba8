"""The whole way in each language: from the first question to the read notice, every page in that language and without a barrier."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings as house
from playwright.sync_api import Browser, Page

from lebenslage.accounts.actions import set_totp
from lebenslage.accounts.scope import acting
from lebenslage.cases import actions
from lebenslage.cases.models import Case, Decision, Dispatch, Notice
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import today
from lebenslage.pages.languages import SPOKEN
from lebenslage.services.actions import publish
from tests.browser.hands import Swift
from tests.browser.journey import PASSWORD, SECRET, Resident, code
from tests.browser.readers import CONTROLS, DOORS, left_in_german, read, unnamed
from tests.cases.stories import PICTURE, Town, confirmed, now, open_town, work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}
OCTOBER = date(2026, 10, 12)
QUESTION = "Bitte schicken Sie uns die letzte Seite."
ANSWER = "Hier ist die letzte Seite."

type Barriers = Callable[[Page], list[str]]


@pytest.fixture
def town() -> Iterator[Town]:
    """A connected town in October."""
    before, house.FIXED_DAY = house.FIXED_DAY, OCTOBER
    publish("wohngeld", by=SYSTEM)
    yield open_town("05999004", "Erlenbruch")
    house.FIXED_DAY = before


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    """A picture of a rent contract."""
    file = tmp_path / "contract.png"
    file.write_bytes(PICTURE)
    return file


@pytest.fixture
def page(chromium: Browser, server: str) -> Iterator[Page]:
    """A phone. Only axe runs a script there: no page has one that it needs."""
    context = chromium.new_context(base_url=server, viewport=PHONE, reduced_motion="reduce", bypass_csp=True, locale="de-DE")
    yield context.new_page()
    context.close()


@dataclass
class Looking:
    """Looks at each page on the way: its language, its words, its controls; at those that are no question also for barriers."""

    language: str
    barriers: Barriers
    seen: set[str] = field(default_factory=set)

    def __call__(self, name: str, page: Page) -> None:
        """Look at one page."""
        words = read(page.content())
        assert words.language == SPOKEN[self.language].lang, name
        if words.language != "de":
            assert left_in_german(words, (ANSWER,)) == set(), (name, page.url)
        controls = {**CONTROLS[self.language], **DOORS[self.language]}
        assert unnamed(page, controls.get(name, ())) == [], name
        if not name.startswith("after-") and name not in self.seen:
            page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
            assert self.barriers(page) == [], name
        self.seen.add(name)


def ask_back(town: Town) -> None:
    """The office takes the case and asks."""
    with acting(authority=town.authority.id):
        case = actions.take(case := Case._base_manager.get(), by=town.worker, revision=case.revision)
        case = actions.review(case, by=town.worker, revision=case.revision)
        actions.ask(case, by=town.worker, text=QUESTION, due=today() + timedelta(14), revision=case.revision)


def decide(town: Town) -> None:
    """The office grants, prints and posts."""
    with acting(authority=town.authority.id):
        case = confirmed(now(Case._base_manager.get()), town.worker)
        decision: Decision = actions.propose(case, by=town.worker, outcome="grant", reasons="", revision=case.revision)
        actions.approve(decision, by=town.approver, revision=now(case).revision)
    work()
    with acting(authority=town.authority.id):
        actions.record_dispatch(Notice.objects.get(case=case), by=town.worker, dispatch=Dispatch.POST, posted=today())


@pytest.mark.long
@pytest.mark.parametrize(("language", "amount"), [("de-einfach", "181,00 €"), ("en", "€181.00"), ("nl", "€ 181,00")])
def test_the_whole_way_in_this_language(town: Town, page: Page, barriers: Barriers, proof: Path, language: str, amount: str) -> None:
    look = Looking(language, barriers)
    resident = Resident(Swift(page, look), "Erlenbruch", language)
    resident.ask()
    resident.apply(proof)
    resident.come_back(resident.stop())
    application = resident.send()
    work()
    ask_back(town)
    resident.answer_the_office(application, proof)
    decide(town)

    notice = resident.read(application)

    assert amount in notice
    assert set(CONTROLS[language]) <= look.seen


@pytest.mark.parametrize("language", ["de-einfach", "en", "nl"])
def test_the_doors_in_this_language(town: Town, page: Page, barriers: Barriers, language: str) -> None:
    look = Looking(language, barriers)
    hands, primary = Swift(page, look), "main button.kern-btn--primary"
    town.worker.user.set_password(PASSWORD)
    town.worker.user.save()
    set_totp(town.worker.user, SECRET)
    hands.open(f"/anmelden/konto-anlegen/?sprache={language}", "new-account")
    hands.open("/anmelden/?next=/anmelden/konto/", "sign-in")
    hands.press(primary, "mistakes")
    hands.type("input[type=email]", town.worker.user.email)
    hands.type("input[type=password]", PASSWORD)
    hands.press(primary, "second-step")
    hands.type("input[name=code]", code())
    hands.press(primary, "account")
    hands.open("/anmelden/passkey/einrichten/", "passkey")
    hands.open("/anmelden/app/einrichten/", "app")
    hands.open("/anmelden/abmelden/", "sign-out")

    assert set(DOORS[language]) <= look.seen
