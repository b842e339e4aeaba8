"""Fetching a file from an allowed host: https alone, to a public address, never led away, never more than we take, never for long."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from typing import Final, Protocol
from urllib.parse import SplitResult, urljoin, urlsplit

from lebenslage.feeds.limits import MEGABYTE, MOST, MOST_MEGABYTES
from lebenslage.feeds.problems import FeedsAreOff, HostNotAllowed, LedAway, NotHttps, NotReached, PrivateAddress, TownFileTooLarge

PORT: Final = 443
SECONDS: Final = 20.0
LONGEST: Final = 120.0
MOST_STEPS: Final = 3
FOUND, MOVED = 200, (301, 302, 303, 307, 308)


class Answer(Protocol):
    """What a host answers."""

    status: int

    def getheader(self, name: str) -> str | None: ...
    def read(self, amount: int) -> bytes: ...


type Resolve = Callable[[str], Sequence[str]]
type Ask = Callable[[str, str, str], Answer]


class Pinned(HTTPSConnection):
    """A connection to an address that was looked at before; the certificate is that of the host."""

    def __init__(self, host: str, address: str) -> None:
        """Take the host and the address that was found for it."""
        super().__init__(host, PORT, timeout=SECONDS, context=ssl.create_default_context())
        self.address = address
        self.checked = ssl.create_default_context()

    def connect(self) -> None:
        """Connect to the address alone: a name that means another address a moment later changes nothing."""
        plain = socket.create_connection((self.address, PORT), timeout=SECONDS)
        self.sock = self.checked.wrap_socket(plain, server_hostname=self.host)


def resolve(host: str) -> Sequence[str]:
    """The addresses of a host."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)]


def ask(host: str, address: str, path: str) -> HTTPResponse:
    """Ask a host for a path."""
    connection = Pinned(host, address)
    connection.request("GET", path, headers={"Accept": "*/*", "User-Agent": "Lebenslage", "Accept-Encoding": "identity"})
    return connection.getresponse()


def checked(address: str, hosts: Sequence[str]) -> SplitResult:
    """An address that may be asked. Raises FeedsAreOff, NotHttps, HostNotAllowed."""
    if not hosts:
        raise FeedsAreOff
    parts = urlsplit(address.strip())
    if parts.scheme != "https" or not parts.hostname or parts.username or parts.password or parts.port not in (None, PORT):
        raise NotHttps(given=address)
    if parts.hostname.lower() not in {host.lower() for host in hosts}:
        raise HostNotAllowed(given=parts.hostname, known=list(hosts))
    return parts


def fetch(address: str, hosts: Sequence[str], *, resolve: Resolve = resolve, ask: Ask = ask) -> bytes:
    """The file at an address. Raises the problems of this room."""
    parts, began = checked(address, hosts), time.monotonic()
    for _ in range(MOST_STEPS):
        host = parts.hostname or ""
        answer = _asked(parts, _public(host, resolve), ask)
        if answer.status == FOUND:
            return _read(answer, host, began)
        if answer.status not in MOVED:
            raise NotReached(host=host)
        parts = _next(parts, answer.getheader("Location") or "", hosts)
    raise LedAway(host=parts.hostname)


def _next(parts: SplitResult, location: str, hosts: Sequence[str]) -> SplitResult:
    found = checked(urljoin(parts.geturl(), location), hosts)
    if found.hostname != parts.hostname:
        raise LedAway(host=parts.hostname)
    return found


def _public(host: str, resolve: Resolve) -> str:
    """An address of the host, where all of them are public."""
    try:
        found = resolve(host)
    except OSError as error:
        raise NotReached(host=host) from error
    if not found or not all(ipaddress.ip_address(one.partition("%")[0]).is_global for one in found):
        raise PrivateAddress(host=host)
    return found[0]


def _asked(parts: SplitResult, address: str, ask: Ask) -> Answer:
    host, path = parts.hostname or "", parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    try:
        return ask(host, address, path)
    except (OSError, HTTPException) as error:
        raise NotReached(host=host) from error


def _read(answer: Answer, host: str, began: float) -> bytes:
    taken = bytearray()
    try:
        while chunk := answer.read(MEGABYTE):
            taken += chunk
            if len(taken) > MOST:
                raise TownFileTooLarge(limit=MOST_MEGABYTES)
            if time.monotonic() - began > LONGEST:
                raise NotReached(host=host)
    except (OSError, HTTPException) as error:
        raise NotReached(host=host) from error
    return bytes(taken)
