"""An office with two people, an application on its way, and browsers without eyes that are signed in with both steps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from lebenslage.accounts.scope import acting
from lebenslage.authorities.actions import Office, connect, employ
from lebenslage.authorities.models import Authority, Role, Staff
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.cases import actions
from lebenslage.cases.models import Case
from lebenslage.journal.actions import RESIDENT, SYSTEM
from lebenslage.residents.actions import add_document, answer, begin_draft, open_vault
from lebenslage.residents.models import Vault
from lebenslage.services.actions import publish

TOWN, NEIGHBOUR = "05999004", "05999008"
ANSWERS: Mapping[str, str] = {
    "angaben-1-vorname": "Änne",
    "angaben-1-nachname": "Müller",
    "angaben-1-strasse": "Am Anger",
    "angaben-1-hausnummer": "12a",
    "angaben-1-plz": "50000",
    "angaben-1-ort": "Erlenbruch",
    "angaben-1-iban": "DE02120300000000202051",
    "gemeinde": TOWN,
    "zeilen-person": "1",
    "haushalt-1-wohnform": "miete",
    "haushalt-1-miete": "560",
    "haushalt-1-mietbestandteile": "keine",
    "haushalt-1-wohnbesonderheiten": "keine",
    "haushalt-1-todesfall": "nein",
    "person-1-verhaeltnis": "antragstellend",
    "person-1-geburtsdatum": "3.11.1950",
    "person-1-lebensmittelpunkt": "ja",
    "person-1-aufenthalt": "deutsch",
    "person-1-merkmale": "keine",
    "person-1-leistung": "keine",
    "person-1-einkommensarten": "rente",
    "person-1-abzuege": "krankenversicherung",
    "person-1-vermoegen": "0",
    "person-1-rente": "1300",
}


@dataclass
class Desk:
    """Somebody at her desk: her browser, and what she sees and presses there."""

    staff: Staff
    client: Client

    def look(self, address: str, status: int = 200) -> str:
        """Open a page and read it."""
        return read(self.client.get(address), status)

    def press(self, case: Case, step: str, status: int = 302, **typed: Any) -> str:
        """Send a step with the revision of the case as it is now, unless another is named."""
        with acting(authority=self.staff.authority_id):
            now = Case.objects.get(pk=case.pk).revision
        return read(self.client.post(f"/amt/fall/{case.id}/{step}", {"revision": now, **typed}), status)


def read(response: HttpResponse, status: int) -> str:
    """The text of an answer that has this status."""
    text = unescape(response.content.decode())
    assert response.status_code == status, text[:3000]
    return text


@dataclass
class Days:
    """The calendar: it stands still until a test lets days pass."""

    settings: LazySettings

    def pass_by(self, days: int) -> None:
        """Let some days pass."""
        self.settings.FIXED_DAY += timedelta(days)


@pytest.fixture(autouse=True)
def days(settings: LazySettings) -> Days:
    """It is Monday, 2 November 2026."""
    settings.FIXED_DAY = date(2026, 11, 2)
    return Days(settings)


@pytest.fixture
def authority(db: None) -> Authority:
    """A town that decides on Wohngeld."""
    publish("wohngeld", by=SYSTEM)
    return town(TOWN, "Erlenbruch")


def town(key: str, name: str) -> Authority:
    """An invented town."""
    office = Office(name=f"Stadt {name}", office="Wohngeldstelle", street="Markt 1", postcode="50000", town=name)
    return connect(key, office, by=SYSTEM, services=["wohngeld"], mietenstufe=Mietenstufe.III)


@pytest.fixture
def at_desk() -> Callable[..., Desk]:
    """A function that employs somebody and sits her down at her desk."""

    def sit(authority: Authority, name: str = "Ada Amt", role: str = Role.CASEWORKER, **more: Any) -> Desk:
        email = f"{name.split(maxsplit=1)[0].lower()}@{authority.key}.example"
        staff = employ(authority, name=name, email=email, role=role, by=SYSTEM, password="ein langer Satz")
        client = Client(**more)
        client.force_login(staff.user)
        session, at = client.session, timezone.now().timestamp()
        session["account_authentication_methods_user"] = str(staff.user.pk)
        session["account_authentication_methods"] = [{"method": "password", "at": at}, {"method": "mfa", "at": at}]
        session.save()
        return Desk(staff, client)

    return sit


@pytest.fixture
def worker(authority: Authority, at_desk: Callable[..., Desk]) -> Desk:
    """A caseworker."""
    return at_desk(authority)


@pytest.fixture
def approver(authority: Authority, at_desk: Callable[..., Desk]) -> Desk:
    """Somebody who approves."""
    return at_desk(authority, "Bela Büro", Role.APPROVER)


def applied(content: bytes | None = None, **changed: str) -> Case:
    """A finished application of a pensioner who lives alone; `changed` names facts of hers, known or new."""
    vault = open_vault()
    typed = {place: changed.pop(place.rpartition("-")[2], text) for place, text in ANSWERS.items()}
    typed |= {f"person-1-{id}": text for id, text in changed.items()}
    answer(vault, {place: [text] for place, text in typed.items()}, by=RESIDENT)
    draft = begin_draft(vault, "wohngeld", by=RESIDENT)
    if content is not None:
        add_document(draft, content=content, name="vertrag.pdf", kind="mietvertrag", row="", by=RESIDENT)
    return submitted(vault)


def submitted(vault: Vault) -> Case:
    """Hand it in."""
    with acting(vault=vault.id):
        return actions.submit(begin_draft(vault, "wohngeld", by=RESIDENT), by=RESIDENT, on=date(2026, 11, 2))


@pytest.fixture
def case(authority: Authority) -> Case:
    """An application that has just come in."""
    return applied()


@pytest.fixture
def reviewed(case: Case, worker: Desk) -> Case:
    """The same in review, with every figure of low confidence confirmed."""
    worker.press(case, "uebernehmen/")
    worker.press(case, "pruefen/")
    confirm_figures(worker, case)
    return case


def confirm_figures(desk: Desk, case: Case) -> None:
    """Stand for every figure that the page names."""
    page = desk.look(f"/amt/fall/{case.id}/")
    while 'name="zahl" value="' in page:
        desk.press(case, "zahl/", zahl=page.split('name="zahl" value="')[1].split('"')[0])
        page = desk.look(f"/amt/fall/{case.id}/")


def printed() -> None:
    """Let the press print what was ordered."""
    for task in DBTaskResult.objects.ready():
        task.task.func(*task.args_kwargs["args"], **task.args_kwargs["kwargs"])
        task.delete()
