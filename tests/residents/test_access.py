"""A browser opens the vault that its signed cookie names; an account opens its own."""

from datetime import UTC, datetime, timedelta

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

from lebenslage.accounts.models import User
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import at
from lebenslage.residents.access import COOKIE, forget, remember, vault_of
from lebenslage.residents.actions import attach, close_vault, open_vault, sweep
from lebenslage.residents.models import Vault

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def request_with(cookie: str = "", user: User | None = None) -> HttpRequest:
    request = HttpRequest()
    request.COOKIES = {COOKIE: cookie} if cookie else {}
    request.user = user or AnonymousUser()
    return request


def cookie_of(vault: Vault) -> str:
    remember(response := HttpResponse(), vault)
    assert response.cookies[COOKIE]["httponly"]
    return str(response.cookies[COOKIE].value)


def test_a_browser_comes_back_to_its_vault(vault: Vault) -> None:
    assert vault_of(request_with(cookie_of(vault))) == vault


def test_a_forged_cookie_opens_nothing(vault: Vault) -> None:
    assert vault_of(request_with(str(vault.pk))) is None
    assert vault_of(request_with(cookie_of(vault)[:-1] + "_")) is None
    assert vault_of(request_with()) is None


def test_a_vault_with_an_account_opens_by_the_account_alone(vault: Vault) -> None:
    cookie, user = cookie_of(vault), User.objects.create_user("a@example.org")
    attach(vault, user, by=RESIDENT)

    assert vault_of(request_with(cookie)) is None
    assert vault_of(request_with(user=user)) == vault


def test_a_closed_vault_is_no_longer_opened(vault: Vault) -> None:
    cookie = cookie_of(vault)
    close_vault(vault, by=RESIDENT)

    assert vault_of(request_with(cookie)) is None


def test_a_browser_forgets(vault: Vault) -> None:
    forget(response := HttpResponse())

    assert response.cookies[COOKIE].value == ""


def test_reading_keeps_a_vault_alive(db: None) -> None:
    with at(NOON):
        cookie = cookie_of(open_vault())
    with at(NOON + timedelta(hours=20)):
        vault = vault_of(request_with(cookie))

    assert vault is not None
    assert vault.expires == NOON + timedelta(hours=44)
    assert sweep(NOON + timedelta(hours=30)).closed == 0
