"""The portal under test: a client without a browser, a fixed month, and a page read the way a person with a screen reader would."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

import pytest
from django.conf import LazySettings
from django.test import Client

type Answers = Mapping[str, str | list[str]]

CORE: Answers = {
    "zeilen-person": "1",
    "person-1-verhaeltnis": "antragstellend",
    "haushalt-1-mietenstufe": "i",
    "haushalt-1-wohnform": "miete",
    "haushalt-1-miete": "335",
    "haushalt-1-mietbestandteile": "keine",
    "person-1-geburtsdatum": "14.3.1950",
    "person-1-leistung": "keine",
    "person-1-einkommensarten": "rente",
    "person-1-rente": "1.300,00",
    "person-1-abzuege": "krankenversicherung",
    "monat": "2026-11",
}
REST: Answers = {
    "haushalt-1-wohnbesonderheiten": "keine",
    "haushalt-1-todesfall": "nein",
    "person-1-lebensmittelpunkt": "ja",
    "person-1-aufenthalt": "deutsch",
    "person-1-merkmale": "keine",
    "person-1-vermoegen": "3000",
}


@dataclass
class Seen(HTMLParser):
    """What stands on a page: its words, ids, links, and every field with what it holds."""

    status: int
    markup: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    held: dict[str, list[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    pieces: list[str] = field(default_factory=list)
    _select: str = ""

    def __post_init__(self) -> None:
        """Read the markup once."""
        super().__init__()
        self.feed(self.markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids, links and fields."""
        given = {key: value or "" for key, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "select":
            self._select = name
        if tag == "input" and name:
            self.names.add(name)
            if value and ("checked" in given or given["type"] in ("text", "hidden")):
                self.held.setdefault(name, []).append(value)
        if tag == "option" and "selected" in given:
            self.held[self._select] = [value]

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.pieces.append(data)

    @property
    def text(self) -> str:
        """All words, on one line."""
        return " ".join(" ".join(self.pieces).replace("\u00a0", " ").split())


type Send = Callable[..., Seen]


@pytest.fixture(autouse=True)
def november(settings: LazySettings, db: None) -> None:
    """The pages believe that it is November 2026."""
    settings.FIXED_DAY = date(2026, 11, 1)


@pytest.fixture
def client() -> Client:
    """A browser without eyes. It need not send the form's token; `test_safety` looks at that by itself."""
    return Client()


@pytest.fixture
def send(client: Client) -> Send:
    """Send answers and read the page that comes back."""

    def sent(*answers: Answers, language: str = "de", address: str = "wohngeld/", **more: str) -> Seen:
        together = {name: value for some in (*answers, more) for name, value in some.items()}
        response = client.post(f"/{language}/{address}", together)
        return Seen(response.status_code, response.content.decode())

    return sent


@pytest.fixture
def look(client: Client) -> Send:
    """Open a page."""

    def looked(address: str) -> Seen:
        response = client.get(address)
        return Seen(response.status_code, response.content.decode())

    return looked
