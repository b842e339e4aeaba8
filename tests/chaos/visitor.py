"""Somebody at a browser that follows no script: cookies, forms, and patience when the server is away."""

import http.client
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

PATIENCE = 60
TOKEN = "t" * 32
HELD = re.compile(r'name="([\w-]+)"\s+value="([^"]*)"')


@dataclass
class Answer:
    """What came back, whole."""

    status: int
    location: str
    text: str

    def held(self, name: str) -> str:
        """What a hidden field of the page holds."""
        return next(value for key, value in HELD.findall(self.text) if key == name)


@dataclass
class Visitor:
    """One browser. Whatever was not answered is sent again, as people do."""

    port: int
    cookies: dict[str, str] = field(default_factory=lambda: {"lebenslage-csrf": TOKEN})

    def get(self, address: str) -> Answer:
        """Open a page."""
        return self._patiently("GET", address, "")

    def post(self, address: str, typed: Mapping[str, str]) -> Answer:
        """Send a form."""
        return self._patiently("POST", address, urlencode({**typed, "csrfmiddlewaretoken": TOKEN}))

    def _patiently(self, method: str, address: str, body: str) -> Answer:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                answer = self._once(method, address, body)
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
            else:
                assert answer.status < 500, (method, address, answer)
                return answer
        raise TimeoutError(f"nobody answers: {method} {address}")

    def _once(self, method: str, address: str, body: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, address, body or None, headers)
            response = connection.getresponse()
            text = response.read().decode("utf-8", errors="replace")
        finally:
            connection.close()
        for header in response.headers.get_all("Set-Cookie") or ():
            name, _, value = header.split(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, response.headers.get("Location", ""), text)
