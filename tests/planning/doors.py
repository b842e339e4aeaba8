"""Every address of the planners' door and of what everybody may read of it, and a walk through all pages that lead on from one another."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

LINK = re.compile(r'(?:href|src|action)="([^"#]+)')
CHANGING = re.compile(r'csrfmiddlewaretoken" value="\w+"|nonce-\w+')
OURS = re.compile(r"^/(planung|daten|[a-z-]+/stadt)/")

type Guard = Callable[[str], bool]


def patterns(under: str) -> Iterator[tuple[str, URLPattern]]:
    """Every pattern whose address begins so: its address with a 0 for every number and the like."""
    yield from _walk(get_resolver().url_patterns, "", under)


def _walk(some: list[URLPattern | URLResolver], before: str, under: str) -> Iterator[tuple[str, URLPattern]]:
    for one in some:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, route, under)
        elif route.startswith(under):
            yield "/" + re.sub(r"<(\w+:)?(\w+)>", _sample, route), one


def _sample(hole: re.Match[str]) -> str:
    if (hole[1] or "").startswith("uuid"):
        return "00000000-0000-4000-8000-000000000000"
    return {"language:": "de", "int:": "0"}.get(hole[1] or "", "x")


def walked(client: Client, *starts: str, most: int = 400) -> Mapping[str, str]:
    """What stands on each page that can be reached by links from the first ones: the text by address, without what changes every time."""
    seen: dict[str, str] = {}
    waiting = deque(starts)
    while waiting and len(seen) < most:
        address = waiting.popleft()
        if address in seen:
            continue
        answer = client.get(address)
        body = answer.getvalue().decode("utf8", "replace")
        seen[address] = CHANGING.sub("", f"{answer.status_code} {answer.headers.get('Location', '')}\n{body}")
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            waiting.extend(_leads_to(address, body, seen))
        if answer.headers.get("Location"):
            waiting.append(urljoin(address, answer.headers["Location"]))
    return seen


def _leads_to(address: str, body: str, seen: Mapping[str, str]) -> Iterator[str]:
    for link in LINK.findall(body):
        whole = urlsplit(urljoin(address, unescape(link)))
        found = f"{whole.path}?{whole.query}" if whole.query else whole.path
        if OURS.match(found) and found not in seen:
            yield found
