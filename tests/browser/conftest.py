"""A server on this machine for the real browser, and a browser that runs no JavaScript where a test wants none."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from socketserver import ThreadingMixIn
from typing import Any, ClassVar
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.wsgi import get_wsgi_application
from django.db import connections
from playwright.sync_api import Browser, Page
from pytest_django.plugin import DjangoDbBlocker

from lebenslage.accounts.actions import make_user, set_totp
from lebenslage.accounts.models import Kind
from lebenslage.authorities.models import Authority, Role, Staff
from tests.browser.journey import PASSWORD, SECRET, code
from tests.browser.planners import Planner

LEAVE_MOTION_OUT = "reduce"
PATIENCE, GLANCE = 10, 0.01

type Visit = Callable[..., Page]


class _Threaded(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    at_work: ClassVar[set[int]] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Note that somebody waits for an answer."""
        self.at_work.add(id(request))
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and give the database its connection back."""
        super().process_request_thread(request, client_address)
        connections.close_all()
        self.at_work.discard(id(request))


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the test says what went wrong."""


@pytest.fixture(scope="session")
def server(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of the pages, in November 2026. They may ask the database at any time."""
    settings.FIXED_DAY = date(2026, 11, 1)
    with django_db_blocker.unblock(), make_server("127.0.0.1", 0, get_wsgi_application(), _Threaded, _Quiet) as serving:
        thread = threading.Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def nothing_in_the_air(request: pytest.FixtureRequest) -> Iterator[None]:
    """The tables are emptied when every answer is out: a request that nobody waits for any more would stand in the way."""
    if request.node.get_closest_marker("django_db") or "transactional_db" in request.fixturenames:
        request.getfixturevalue("_django_db_helper")
    yield
    until = time.monotonic() + PATIENCE
    while _Threaded.at_work and time.monotonic() < until:
        time.sleep(GLANCE)


@pytest.fixture
def visit(chromium: Browser, server: str) -> Iterator[Visit]:
    """Open a page of the server on a screen of some width, light or dark, with or without JavaScript."""
    contexts = []

    def opened(path: str, *, width: int = 1280, scheme: str = "light", javascript: bool = True) -> Page:
        context = chromium.new_context(
            base_url=server,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion=LEAVE_MOTION_OUT,
            bypass_csp=javascript,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def empty_town(server: str, transactional_db: None) -> Authority:
    """A town of which nothing is known yet, and who plans there."""
    cache.clear()
    town = Authority.objects.create(key="05999127", name="Stadt Ahornstedt", office="Stabsstelle Sozialplanung")
    user = make_user("kettler@05999127.example.org", PASSWORD, Kind.STAFF)
    set_totp(user, SECRET)
    Staff.objects.create(user=user, authority=town, name="Ruth Kettler", role=Role.PLANNER)
    return town


@pytest.fixture
def planner(chromium: Browser, server: str, empty_town: Authority, barriers: Callable[[Page], list[str]]) -> Iterator[Planner]:
    """She has signed in on a desktop; every kind of page she comes to is free of barriers."""
    context = chromium.new_context(base_url=server, viewport={"width": 1280, "height": 900}, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto("/planung/")
    page.fill("input[type=email]", "kettler@05999127.example.org")
    page.fill("input[type=password]", PASSWORD)
    page.click("main button.kern-btn--primary")
    page.fill("input[name=code]", code())
    page.click("main button.kern-btn--primary")
    page.wait_for_url("**/planung/")

    found: dict[str, list[str]] = {}

    def shown(name: str, page: Page) -> None:
        kind = name.partition("-figures")[0]
        if kind not in found:
            found[kind] = barriers(page)

    yield Planner(page, shown)
    context.close()
    assert {name: some for name, some in found.items() if some} == {}
