"""Every form of a resident on which something is typed: its fields by kind, and how a text is sent there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.test import Client

from tests.portal.conftest import CORE, REST
from tests.rough.pages import Page, page_of


@dataclass(frozen=True)
class Form:
    """A form, opened. `kinds`: the kind of input of each field; `along`: what else is sent; `together`: fields filled in at once."""

    name: str
    client: Client
    address: str
    kinds: Mapping[str, str]
    along: Mapping[str, str | list[str]] = field(default_factory=dict)
    together: Sequence[str] = ()

    def send(self, filled: Mapping[str, str]) -> Page:
        """Type into some fields and send the form."""
        return page_of(self.client.post(self.address.format(field=next(iter(filled))), {**self.along, **filled}))


QUESTIONS = {
    "gemeinde": "town",
    "haushalt-1-miete": "amount",
    "person-1-geburtsdatum": "day",
    "person-2-name": "nickname",
    "haushalt-1-wohnflaeche": "number",
}
TWO_PEOPLE = {"zeilen-person": "1 2", "person-2-verhaeltnis": "partner"}


def stateless(client: Client) -> Form:
    """The calculator on one page."""
    along = {**CORE, **REST, **TWO_PEOPLE}
    return Form("calculator", client, "/de/wohngeld/", {**QUESTIONS, "monat": "month"}, along, list(QUESTIONS))


def household_file(client: Client) -> Form:
    """The field for a household file."""
    return Form("household file", client, "/de/wohngeld/datei/", {"datei": "household"}, {"monat": "2026-11"})


def check(client: Client) -> Form:
    """The questions of the interview, each on its page: somebody who rents, and her partner."""
    begun = {"gemeinde": "Duisburg", "haushalt-1-wohnform": "miete", "personen": ["ja"], "person-2-verhaeltnis": "partner"}
    for name, typed in begun.items():
        client.post(f"/de/pruefen/frage/{name}/", {name: typed})
    return Form("check", client, "/de/pruefen/frage/{field}/", QUESTIONS)


def next_person(client: Client) -> Form:
    """The name of one more person, on the page of the list."""
    check(client)
    return Form("one more person", client, "/de/pruefen/frage/personen/", {"name": "nickname"}, {"personen": "ja"})


def resume(client: Client) -> Form:
    """Code and birth date."""
    along = {"code": "KF7M-2QXD-9HNT", "geburtsdatum": "3.11.1950"}
    return Form("resume", client, "/de/weiter/", {"code": "code", "geburtsdatum": "day"}, along)


def formless(client: Client) -> Form:
    """The one page of an application without a form, in a town that is not connected."""
    along = {"name": "Änne Müller", "kontakt": "0201 12345", "ort": "Duisburg", "anliegen": "wohngeld"}
    return Form("formless", client, "/de/formlos/", {"name": "nickname", "kontakt": "nickname"}, along)


def mail(client: Client) -> Form:
    """The address to which we write. A vault must be open."""
    return Form("mail", client, "/de/meine/post/", {"adresse": "mail"})


PARTICULARS: Mapping[str, Mapping[str, str]] = {
    "name": {"angaben-1-vorname": "name", "angaben-1-nachname": "name"},
    "anschrift": {
        "angaben-1-strasse": "street",
        "angaben-1-hausnummer": "house_number",
        "angaben-1-plz": "postcode",
        "angaben-1-ort": "place",
    },
    "aufenthalt": {"angaben-1-aufenthaltsort": "place", "angaben-1-erreichbar": "reach"},
    "kontakt": {"angaben-1-telefon": "phone", "angaben-1-email": "mail"},
    "konto": {"angaben-1-iban": "iban", "angaben-1-kontoinhaber": "name"},
}
OPTIONAL = frozenset({"angaben-1-kontoinhaber"})
ALONG = {
    "angaben-1-vorname": "Änne",
    "angaben-1-nachname": "Müller",
    "angaben-1-strasse": "Am Anger",
    "angaben-1-hausnummer": "1",
    "angaben-1-plz": "50000",
    "angaben-1-ort": "Erlenbruch",
    "angaben-1-aufenthaltsort": "Erlenbruch",
    "angaben-1-erreichbar": "0201 12345",
}


def particulars(client: Client, page: str) -> Form:
    """A page of the application. The application must be open."""
    return Form(page, client, f"/de/antrag/angaben/{page}/", PARTICULARS[page], ALONG)
