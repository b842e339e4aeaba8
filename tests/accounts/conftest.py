"""People who sign in, and what they hold in their hands."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client

from lebenslage.accounts.actions import make_user, set_totp
from lebenslage.accounts.models import Kind, User
from lebenslage.authorities.models import Authority, Role, Staff

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PASSWORD = "ein langer Satz"


@pytest.fixture(autouse=True)
def doors(settings: Any, db: None) -> None:
    """The doors of these tests; nobody has tried anything yet."""
    settings.ROOT_URLCONF = "tests.accounts.doors"
    cache.clear()


@pytest.fixture
def authority() -> Authority:
    return Authority.objects.create(key="05999001", name="Stadt Musterstadt", office="Wohngeldstelle", street="Markt 1", postcode="59999")


@pytest.fixture
def employed(authority: Authority) -> Callable[..., Staff]:
    """A function that employs somebody."""

    def employ(role: str = Role.CASEWORKER, *, email: str = "amt@example.org", codes: bool = True, **more: Any) -> Staff:
        user = make_user(email, PASSWORD, Kind.STAFF)
        if codes:
            set_totp(user, SECRET)
        return Staff.objects.create(user=user, authority=authority, name="Ada Amt", role=role, **more)

    return employ


@pytest.fixture
def resident() -> User:
    return make_user("person@example.org", PASSWORD, Kind.RESIDENT)


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> Any:
    """Type mail and password."""
    return client.post("/anmelden/", {"login": email, "password": password, **more})


def code(step: int = 0, *, secret: str = SECRET) -> str:
    """What the app shows now, or a step of half a minute before or after."""
    now = list(yield_hotp_counters_from_time())[1]
    return format_hotp_value(hotp_value(secret, now + step))
