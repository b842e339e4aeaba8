"""A planner at her desk in December, and a town whose October and November are published."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Browser

from lebenslage.accounts.actions import make_user, set_totp
from lebenslage.accounts.models import Kind
from lebenslage.authorities.models import Authority, Role, Staff
from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters.actions import Part, publish
from lebenslage.quarters.models import Area
from tests.accounts.conftest import PASSWORD, SECRET, code, sign_in
from tests.planning.window import Window

QUARTERS = [("n", "Nord", 900), ("a", "Altstadt", 2100), ("h", "Hafen", 4000), ("s", "Süd", None)]
OCTOBER = {"n": 12, "a": 9, "h": 2}
NOVEMBER = {"n": 6, "a": 30, "h": 8, "s": 7}


@pytest.fixture
def town(db: None) -> Authority:
    """A town with four quarters, nothing published."""
    authority = Authority.objects.create(key="05999001", name="Stadt Musterstadt", office="Wohngeldstelle")
    for key, name, residents in QUARTERS:
        Area.objects.create(authority=authority, key=key, name=name, residents=residents)
    return authority


@pytest.fixture
def published(town: Authority) -> Authority:
    """October, in which one quarter is missing, and November."""
    given: dict[str, Any] = {"minimum": 5, "at": datetime(2026, 12, 1, tzinfo=UTC), "source": "Wohngeldstelle", "by": SYSTEM}
    publish(town, "wohngeld_antraege", date(2026, 10, 1), {**OCTOBER, None: 23}, **given)
    publish(town, "wohngeld_antraege", date(2026, 11, 1), NOVEMBER, **given)
    publish(town, Part("wohngeld_bewilligungen", of="wohngeld_antraege"), date(2026, 11, 1), {"n": 4, "a": 20, "h": 0, "s": 2}, **given)
    return town


@pytest.fixture
def enter_at() -> Callable[..., Client]:
    """Sign in somewhere with both steps, in a role."""

    def entered(authority: Authority, role: str = Role.PLANNER) -> Client:
        cache.clear()
        client, user = Client(), make_user(f"{role}@{authority.key}.example.org", PASSWORD, Kind.STAFF)
        set_totp(user, SECRET)
        Staff.objects.create(user=user, authority=authority, name="Tomke Plan", role=role)
        sign_in(client, user.email)
        client.post("/anmelden/zweiter-schritt/", {"code": code()})
        return client

    return entered


@pytest.fixture
def enter(town: Authority, enter_at: Callable[..., Client]) -> Callable[..., Client]:
    """Sign in at Musterstadt, in a role."""

    def entered(role: str = Role.PLANNER) -> Client:
        return enter_at(town, role)

    return entered


@pytest.fixture
def window_of(chromium: Browser) -> Iterator[Callable[[Client], Window]]:
    """A window of a real browser for somebody."""
    windows: list[Window] = []

    def opened(client: Client) -> Window:
        windows.append(Window(chromium, client))
        return windows[-1]

    yield opened
    for window in windows:
        window.close()
