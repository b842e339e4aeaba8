"""Sign-in in a real browser: a passkey through our one script, everything else without any, and no barrier on any page."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from lebenslage.accounts.models import User
from lebenslage.authorities.models import Staff
from tests.accounts.conftest import PASSWORD, code

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Barriers = Callable[[Page], list[str]]


@pytest.fixture(autouse=True, scope="session")
def beside_the_loop() -> Iterator[None]:
    """Playwright keeps a loop in this thread; the database is asked beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture
def tab(chromium: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A tab with a device that makes passkeys and asks for a finger."""
    context = chromium.new_context(base_url=live_server.url, locale="de-DE", reduced_motion="reduce")
    page = context.new_page()
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    holds = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": {"protocol": "ctap2", "transport": "internal", **holds}})
    yield page
    context.close()


@pytest.fixture
def still(chromium: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A tab without JavaScript."""
    context = chromium.new_context(base_url=live_server.url, locale="de-DE", java_script_enabled=False)
    yield context.new_page()
    context.close()


def type_password(page: Page, email: str) -> None:
    page.goto("/anmelden/?next=/anmelden/konto/")
    page.get_by_label("E-Mail-Adresse").fill(email)
    page.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Anmelden", exact=True).click()


def test_a_passkey_is_set_up_and_opens_alone(tab: Page, resident: User) -> None:
    type_password(tab, "person@example.org")
    tab.get_by_role("link", name="Passkey einrichten").click()
    tab.get_by_role("button", name="Passkey einrichten").click()
    expect(tab.get_by_role("heading", name="Ersatzcodes", level=1)).to_be_visible()
    tab.goto("/anmelden/abmelden/")
    tab.get_by_role("button", name="Abmelden").click()
    tab.goto("/anmelden/?next=/anmelden/konto/")
    tab.get_by_role("button", name="Passkey benutzen").click()
    expect(tab.get_by_text("person@example.org")).to_be_visible()


def test_an_account_opens_with_a_passkey(tab: Page) -> None:
    tab.goto("/anmelden/konto-anlegen/passkey/")
    tab.get_by_label("E-Mail-Adresse").fill("neu@example.org")
    tab.get_by_role("button", name="Weiter").click()
    with tab.expect_navigation(url="**/de/**"):
        tab.get_by_role("button", name="Konto anlegen").click()
    assert not User.objects.get(email="neu@example.org").has_usable_password()


def test_a_device_that_fails_is_said_and_the_other_way_stays(tab: Page) -> None:
    tab.goto("/anmelden/")
    tab.get_by_role("button", name="Passkey benutzen").click()
    expect(tab.get_by_text("Das hat nicht geklappt")).to_be_visible()
    expect(tab.get_by_label("Passwort", exact=True)).to_be_visible()


def test_password_and_code_need_no_script(still: Page, employed: Callable[..., Staff]) -> None:
    employed()
    type_password(still, "amt@example.org")
    assert still.get_by_role("button", name="Passkey benutzen").count() == 0
    still.get_by_label("Code").fill(code())
    still.get_by_role("button", name="Anmelden", exact=True).click()
    expect(still.get_by_text("amt@example.org")).to_be_visible()


def test_no_page_of_sign_in_has_a_barrier(tab: Page, resident: User, barriers: Barriers) -> None:
    before = ["", "konto-anlegen/", "konto-anlegen/passkey/", "passwort/vergessen/", "passwort/vergessen/gesendet/", "gesperrt/"]
    after = ["konto/", "app/einrichten/", "passkey/einrichten/", "passwort/aendern/", "abmelden/", "bestaetigen/"]
    found = {path: barriers(tab) for path in before if tab.goto(f"/anmelden/{path}")}
    tab.goto("/anmelden/")
    tab.get_by_role("button", name="Anmelden", exact=True).click()
    found["mistakes"] = barriers(tab)
    type_password(tab, "person@example.org")
    found |= {path: barriers(tab) for path in after if tab.goto(f"/anmelden/{path}")}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
