"""A window of a real browser without a server: what it asks for was answered before, in the test itself."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Browser, Page, Route, ViewportSize

HERE = "http://localhost"
HEIGHT = 900

type Scheme = Literal["light", "dark"]


class Answer(NamedTuple):
    """What a server answers; files can be read once only, so it is read."""

    status: int
    headers: dict[str, str]
    body: bytes

    @classmethod
    def of(cls, response: Any) -> Answer:
        """Read it."""
        return cls(response.status_code, dict(response.items()), response.getvalue())


# Style sheets, scripts and fonts are the same for every test of this process.
_files: dict[str, Answer] = {}


class Window:
    """Pages as somebody sees them; one page for each kind of screen, on which the next address follows the last."""

    def __init__(self, chromium: Browser, client: Client) -> None:
        """No page is open."""
        self.chromium, self.client = chromium, client
        self._answers: dict[str, Answer] = {}
        self._pages: dict[tuple[Scheme, bool, bool], Page] = {}

    def know(self, address: str, given: Any = None) -> Answer:
        """Have the answer to an address ready: what the client is told now, or what is given."""
        answer = Answer.of(self.client.get(address) if given is None else given)
        self._answers[address if "://" in address else HERE + address] = answer
        return answer

    def visit(self, address: str, width: int = 1280, scheme: Scheme = "light", *, scripts: bool = True, look: bool = True) -> Page:
        """Open an address as it is now; `look` lets a check in past the page's policy."""
        if "://" not in address:
            self.know(address)
        page = self._page(scheme, scripts, look)
        page.set_viewport_size(ViewportSize(width=width, height=HEIGHT))
        page.goto(address)
        return page

    def close(self) -> None:
        """Forget everything."""
        for page in self._pages.values():
            page.context.close()

    def _page(self, scheme: Scheme, scripts: bool, look: bool) -> Page:
        kind = (scheme, scripts, look)
        if kind not in self._pages:
            context = self.chromium.new_context(base_url=HERE, color_scheme=scheme, java_script_enabled=scripts, bypass_csp=look)
            context.route("**/*", self._answer)
            self._pages[kind] = context.new_page()
        return self._pages[kind]

    def _answer(self, route: Route) -> None:
        url = route.request.url.partition("#")[0]
        found = self._answers.get(url) or _file(urlsplit(url).path)
        route.fulfill(status=found.status, headers=found.headers, body=found.body)


def page_of(markup: str) -> HttpResponse:
    """A page of somebody else."""
    return HttpResponse(markup, content_type="text/html; charset=utf-8")


def _file(path: str) -> Answer:
    if path not in _files:
        _files[path] = Answer.of(Client().get(path))
    return _files[path]
