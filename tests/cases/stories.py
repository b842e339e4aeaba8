"""Builders: a town with its people, a resident's answers, and the steps of a case in the words of a story. Real actions only."""

from __future__ import annotations

from base64 import b64decode
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django_tasks_db.models import DBTaskResult

from lebenslage.accounts.scope import acting
from lebenslage.authorities.actions import Office, StreetRange, connect, employ, set_streets
from lebenslage.authorities.models import Authority, Role, Staff
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.cases import actions, queries
from lebenslage.cases.models import Case, Decision, Dispatch, Notice, Request
from lebenslage.journal import clock
from lebenslage.journal.actions import RESIDENT, SYSTEM
from lebenslage.residents.actions import add_document, answer, begin_draft, open_vault
from lebenslage.residents.models import Draft, Vault
from lebenslage.services.actions import publish

FIRST_DAY = datetime(2026, 11, 2, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))

PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")

PARTICULARS = {
    "vorname": "Änne",
    "nachname": "Müller-Lüdenscheidt",
    "strasse": "Am Anger",
    "hausnummer": "12a",
    "plz": "50000",
    "ort": "Erlenbruch",
    "iban": "DE02120300000000202051",
}
HOME = {"wohnform": "miete", "miete": "560", "mietbestandteile": "keine", "wohnbesonderheiten": "keine", "todesfall": "nein"}
PENSIONER = {
    "verhaeltnis": "antragstellend",
    "geburtsdatum": "3.11.1950",
    "lebensmittelpunkt": "ja",
    "aufenthalt": "deutsch",
    "merkmale": "keine",
    "leistung": "keine",
    "einkommensarten": "rente",
    "abzuege": "krankenversicherung",
    "vermoegen": "0",
    "rente": "1300",
}


HOLDERS = {"zuwendungen": "person", "email": "angaben"}


def answers(**changed: str) -> dict[str, list[str]]:
    """The answers of a pensioner who lives alone. `changed` names facts or particulars; an empty text leaves one out."""
    places = {f"angaben-1-{id}": text for id, text in PARTICULARS.items()}
    places |= {f"haushalt-1-{id}": text for id, text in HOME.items()} | {f"person-1-{id}": text for id, text in PENSIONER.items()}
    places |= {"gemeinde": "05999004", "zeilen-person": "1"}
    for id, text in changed.items():
        places[next((name for name in places if name.rpartition("-")[2] == id), f"{HOLDERS.get(id, 'haushalt')}-1-{id}")] = text
    return {place: [text] if text else [] for place, text in places.items()}


@dataclass
class Days(ExitStack):
    """The calendar of a test."""

    moment: datetime = FIRST_DAY

    def __post_init__(self) -> None:
        """Stand still on the first day."""
        super().__init__()
        self.enter_context(clock.at(self.moment))

    def go_by(self, days: int) -> None:
        """Let days pass."""
        self.moment += timedelta(days)
        self.enter_context(clock.at(self.moment))


@dataclass(frozen=True)
class Town:
    """A town and who works there."""

    authority: Authority
    worker: Staff
    colleague: Staff
    approver: Staff
    planner: Staff
    administrator: Staff


def open_town(key: str, name: str) -> Town:
    """Connect an invented town and employ its people."""
    office = Office(f"Stadt {name}", "Wohngeldstelle", "Rathausplatz 1", "50000", name, phone="0200 1000", email=f"rathaus@{key}.example")
    authority = connect(key, office, by=SYSTEM, services=["wohngeld"], mietenstufe=Mietenstufe.III)
    set_streets(authority, [StreetRange("Am Anger", "q1"), StreetRange("Hauptstraße", "q2")], by=SYSTEM)
    people = [
        ("Kaya", Role.CASEWORKER),
        ("Weber", Role.CASEWORKER),
        ("Okoye", Role.APPROVER),
        ("Plan", Role.PLANNER),
        ("Amt", Role.ADMINISTRATOR),
    ]
    staff = [employ(authority, name=f"Frau {who}", email=f"{who.lower()}@{key}.example", role=role, by=SYSTEM) for who, role in people]
    return Town(authority, *staff)


@dataclass
class Story:
    """One resident's application, told step by step. Each step returns what the action returned."""

    town: Town
    days: Days
    vault: Vault = field(default_factory=open_vault)
    given: dict[str, list[str]] = field(default_factory=answers)

    def drafted(self, **changed: str) -> Draft:
        """She answers and begins an application."""
        publish("wohngeld", by=SYSTEM)
        with acting(vault=self.vault.id):
            answer(self.vault, {**self.given, **answers(**changed)}, by=RESIDENT)
            return begin_draft(self.vault, "wohngeld", by=RESIDENT)

    def submitted(self, **changed: str) -> Case:
        """She hands it in."""
        draft = self.drafted(**changed)
        with acting(vault=self.vault.id):
            return actions.submit(draft, by=RESIDENT, on=clock.today())

    def reviewed(self, **changed: str) -> Case:
        """A caseworker has begun the review."""
        case = self.submitted(**changed)
        with acting(authority=self.town.authority.id):
            case = actions.take(case, by=self.town.worker, revision=case.revision)
            return actions.review(case, by=self.town.worker, revision=case.revision)

    def asked(self, **more: Any) -> Request:
        """The office has asked her for her contract within two weeks."""
        case = self.reviewed()
        due = clock.today() + timedelta(14)
        with acting(authority=self.town.authority.id):
            return actions.ask(
                case, by=self.town.worker, text="Bitte schicken Sie den Mietvertrag.", due=due, revision=case.revision, **more
            )

    def proposed(self, outcome: str = "grant", reasons: str = "", **changed: str) -> Decision:
        """A decision is proposed, every figure confirmed."""
        case = self.reviewed(**changed)
        with acting(authority=self.town.authority.id):
            case = confirmed(case, self.town.worker)
            return actions.propose(case, by=self.town.worker, outcome=outcome, reasons=reasons, revision=case.revision)

    def approved(self, outcome: str = "grant", reasons: str = "", **changed: str) -> Decision:
        """A second person approves it."""
        return self._approve(self.proposed(outcome, reasons, **changed))

    def _approve(self, decision: Decision) -> Decision:
        with acting(authority=self.town.authority.id):
            return actions.approve(decision, by=self.town.approver, revision=now(decision.case).revision)

    def approve_and_print(self, decision: Decision) -> None:
        """A second person approves, and the notice is printed."""
        self._approve(decision)
        work()

    def notified(self, outcome: str = "grant", reasons: str = "", **changed: str) -> Notice:
        """The notice is printed."""
        decision = self.approved(outcome, reasons, **changed)
        work()
        with acting(authority=self.town.authority.id):
            return Notice.objects.select_related("case", "decision").get(decision=decision)

    def sent(self, **changed: str) -> Notice:
        """The notice has gone out by post on the day it was printed."""
        notice = self.notified(**changed)
        with acting(authority=self.town.authority.id):
            return actions.record_dispatch(notice, by=self.town.worker, dispatch=Dispatch.POST, posted=clock.today())

    def with_everything(self) -> tuple[Draft, Notice]:
        """A case that is decided and printed, with a proof and a settled question in it."""
        draft = self.drafted()
        with acting(vault=self.vault.id):
            add_document(draft, content=PICTURE, name="Vertrag.png", kind="mietvertrag", by=RESIDENT)
            case = actions.submit(draft, by=RESIDENT, on=clock.today())
        with acting(authority=self.town.authority.id):
            case = actions.take(case, by=self.town.worker, revision=case.revision)
            case = actions.review(case, by=self.town.worker, revision=case.revision)
            due = clock.today() + timedelta(14)
            request = actions.ask(case, by=self.town.worker, text="Wie hoch ist die Heizung?", due=due, revision=case.revision)
            case = actions.answer_request(request, text="Am Telefon: 70 Euro.", documents=[], by=self.town.worker)
            decision = actions.propose(case, by=self.town.worker, outcome="grant", reasons="", revision=case.revision)
        self.approve_and_print(decision)
        with acting(authority=self.town.authority.id):
            return draft, Notice.objects.select_related("decision", "paper", "case").get()

    def seen(self, case: Case) -> queries.ResidentCase:
        """What she sees."""
        with acting(vault=self.vault.id):
            return queries.resident_case(self.vault, case.id)


def confirmed(case: Case, by: Staff) -> Case:
    """Confirm every figure that a proposal would wait for."""
    result = queries.assess(case).result
    for figure, _ in result.to_check if result else ():
        case = actions.confirm_figure(case, figure.id, by=by, revision=case.revision)
    return case


def now(case: Case) -> Case:
    """The case as it is in the database."""
    return Case.objects.get(pk=case.pk)


def work() -> int:
    """Do every task that waits, as the worker would; how many there were."""
    waiting = list(DBTaskResult.objects.ready())
    for row in waiting:
        row.task.func(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
        row.set_successful(None)
    return len(waiting)
