"""One application and the office that works on it: each method is one real action on one day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import wraps
from typing import Any, Final
from uuid import UUID

from django.core.management import call_command
from django.utils import timezone

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Staff
from lebenslage.cases import actions, queries
from lebenslage.cases.actions.decision import to_confirm
from lebenslage.cases.models import Case, CaseFact, Dispatch, Evidence, FactState, Notice, Request
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import at, today
from lebenslage.residents.actions import add_document
from lebenslage.residents.models import Vault
from lebenslage.site.demonstration.people import Person

MORNING: Final = time(9, 30)
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Office:
    """A case on its way: whose it is, who works on it, who decides with her."""

    case_id: UUID
    person: Person
    vault: Vault
    worker: Staff
    second: Staff
    last_day: date

    def on(self, after: int) -> datetime:
        """A working day some days after the application, never later than the day of the demonstration."""
        day = min(self.person.day + timedelta(after), self.last_day)
        while day.weekday() >= SATURDAY:
            day -= timedelta(1)
        return timezone.make_aware(datetime.combine(max(day, self.person.day), MORNING))

    @property
    def case(self) -> Case:
        """The case as it is now."""
        return Case.objects.select_related("version", "thread", "authority", "vault").get(pk=self.case_id)


def _desk(action: Callable[..., None]) -> Callable[..., None]:
    """Do it in the name of the authority, some days after the application."""

    @wraps(action)
    def done(office: Office, *said: Any, after: int, **more: Any) -> None:
        with at(office.on(after)), acting(authority=office.worker.authority_id):
            action(office, office.case, *said, **more)

    return done


@_desk
def take(office: Office, case: Case) -> None:
    """Take the case on."""
    actions.take(case, by=office.worker, revision=case.revision)


@_desk
def review(office: Office, case: Case) -> None:
    """Begin the review."""
    actions.review(case, by=office.worker, revision=case.revision)


@_desk
def accept(office: Office, case: Case, *, most: int = 6) -> None:
    """Open the file, accept the proofs and then the facts, and stand for figures of low confidence."""
    queries.open_case(case.id, by=office.worker)
    for proof in Evidence.objects.filter(case=case, judged=None)[:most]:
        case = actions.judge_evidence(proof, by=office.worker, accepted=True, reason="", revision=case.revision)
    for fact in CaseFact.objects.filter(case=case, until=None, state=FactState.OPEN)[:most]:
        case = actions.judge_fact(fact, by=office.worker, accepted=True, reason="", revision=case.revision)
    result = queries.assess(case).result
    for figure in to_confirm(case, result) if result else ():
        case = actions.confirm_figure(case, figure, by=office.worker, revision=case.revision)


@_desk
def ask(office: Office, case: Case, text: str, kind: str, *, days: int) -> None:
    """Ask for a proof until a day."""
    actions.ask(case, by=office.worker, text=text, evidence_kind=kind, due=today() + timedelta(days), revision=case.revision)


@_desk
def resume(office: Office, case: Case) -> None:
    """Go on without an answer."""
    actions.resume(case, by=office.worker, revision=case.revision)


@_desk
def propose(office: Office, case: Case, outcome: str, reasons: str) -> None:
    """Propose a decision."""
    actions.propose(case, by=office.worker, outcome=outcome, reasons=reasons, revision=case.revision)


@_desk
def send_back(office: Office, case: Case, reason: str) -> None:
    """The second person does not agree yet."""
    decision = case.decisions.get(returned=None)
    actions.return_proposal(decision, by=office.second, reason=reason, revision=case.revision)


@_desk
def approve(office: Office, case: Case) -> None:
    """The second person agrees."""
    queries.open_case(case.id, by=office.second)
    decision = case.decisions.get(returned=None)
    actions.approve(decision, by=office.second, revision=case.revision)


@_desk
def post(office: Office, case: Case) -> None:
    """Put the notice into the post."""
    notice = Notice.objects.get(case=case)
    actions.record_dispatch(notice, by=office.worker, dispatch=Dispatch.POST, posted=today(), revision=case.revision)


def work_off(office: Office, *, after: int) -> None:
    """Let the printer work off what waits for it."""
    with at(office.on(after)):
        call_command("db_worker", queue_name="*", batch=True, interval=0, startup_delay=False, verbosity=0)


def withdraw(office: Office, *, after: int) -> None:
    """She takes her application back."""
    with at(office.on(after)), acting(vault=office.vault.pk):
        actions.withdraw(office.case, by=RESIDENT)


def hear(office: Office, text: str, paper: bytes, *, after: int) -> None:
    """She answers what the office asked."""
    with at(office.on(after)), acting(vault=office.vault.pk):
        asked = Request.objects.select_related("case").get(case_id=office.case_id, answered=None)
        page = add_document(office.vault, content=paper, name="seite.png", kind=asked.evidence_kind, row="", by=RESIDENT)
        actions.answer_request(asked, text=text, documents=[page], by=RESIDENT)
