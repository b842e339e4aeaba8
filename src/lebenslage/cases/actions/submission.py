"""What a resident does: submit, answer a question of the office, write, withdraw."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from django.db import transaction

from lebenslage.accounts import scope
from lebenslage.authorities.models import Authority, Staff
from lebenslage.benefits.facts import personen
from lebenslage.cases.actions.formless import complete_form, waiting_for_form
from lebenslage.cases.assessment import assessed
from lebenslage.cases.beginning import Beginning, Typed, begun, decides_there, needed
from lebenslage.cases.clock import complete_or_not, open_requests, paused_until_now
from lebenslage.cases.custody import link
from lebenslage.cases.facts import APPLICANT, APPLIED
from lebenslage.cases.guard import keep, move, note, opened
from lebenslage.cases.models import Case, CustodyStep, Request
from lebenslage.cases.permissions import role_of
from lebenslage.cases.problems import AlreadyAnswered, NotAllowed, NothingSaid, NotReady
from lebenslage.cases.proofs import bring
from lebenslage.cases.states import State
from lebenslage.cases.tasks import print_receipt
from lebenslage.cases.transitions import RESIDENT
from lebenslage.contact import actions as contact
from lebenslage.contact.models import From
from lebenslage.journal.actions import Actor
from lebenslage.journal.clock import now
from lebenslage.pages.languages import DEFAULT
from lebenslage.residents.answers import FIRST, GEMEINDE, HEAD, Place
from lebenslage.residents.models import Document, Draft
from lebenslage.residents.places import particular
from lebenslage.residents.queries import documents_for, sources_in, typed_in
from lebenslage.services.definition import Definition
from lebenslage.services.queries import definition

ALWAYS_NEEDED: Final = (Place(personen.geburtsdatum, FIRST).name, GEMEINDE)
STILL_HEARD: Final = frozenset({State.RECEIVED, State.IN_REVIEW, State.WAITING, State.PROPOSED, State.APPROVED, State.NOTIFIED})


@transaction.atomic
def submit(draft: Draft, *, by: Actor, on: date, language: str = DEFAULT) -> Case:
    """Hand an application in: facts and proofs are copied under the authority's key. A second call returns the same case.

    Where the resident has applied there without a form, that case becomes whole: it keeps its number and its date.
    Raises NotReady where name, address or birth date is missing - everything else may follow; NotConnected; NotAllowed.
    """
    if by.role != RESIDENT or scope.current().vault != draft.vault_id:
        raise NotAllowed(action="submit", role=role_of(by))
    draft = Draft.objects.select_for_update(of=("self",)).select_related("version", "vault").get(pk=draft.pk)
    if draft.submitted is not None:
        return went_to(draft)
    typed = {APPLICANT: [HEAD], **needed(definition(draft.version), typed_in(draft.vault)), APPLIED: [f"{on:%d.%m.%Y}"]}
    if missing := [place for place in _identifying(definition(draft.version), typed) if not typed.get(place)]:
        raise NotReady(missing=missing)
    authority = decides_there(draft.version.service, typed)
    draft.submitted = now()
    draft.save(update_fields=["submitted"])
    early = waiting_for_form(draft.vault, authority, draft.version.service)
    if early is not None:
        return complete_form(early, draft, typed, by=by, on=on, language=language)
    return _handed_in(draft, authority, typed, by=by, on=on, language=language)


def went_to(draft: Draft) -> Case:
    """The case of a draft that was sent, at the office that has it now."""
    cases = list(Case.objects.filter(draft=draft))
    went_on = {case.former for case in cases}
    return next(case for case in cases if case.id not in went_on)


def _identifying(service: Definition, typed: Typed) -> Sequence[str]:
    """The places of what says who applies, and where."""
    answered = {one.id for one in service.particulars if typed.get(particular(one.id))}
    return [*(particular(one.id) for one in service.asked(answered) if one.identifies), *ALWAYS_NEEDED]


def _handed_in(draft: Draft, authority: Authority, typed: Typed, *, by: Actor, on: date, language: str) -> Case:
    assert draft.submitted is not None
    beginning = Beginning(authority, draft.vault, draft.id, draft.version, language, draft.submitted, on)
    case = begun(beginning, typed, {place: known for place, known in sources_in(draft.vault).items() if place != APPLIED})
    bring(case, documents_for(draft))
    complete_or_not(case, assessed(typed, draft.version.service))
    case.save(update_fields=["complete"])
    link(case, CustodyStep.STORED, CustodyStep.DELIVERED)
    contact.announce(case.thread, "submitted", number=case.number)
    note(case, "submit", by=by, number=case.number)
    print_receipt.enqueue(str(case.id), authority=str(case.authority_id))
    return case


@transaction.atomic
def answer_request(request: Request, *, text: str, documents: Iterable[Document], by: Actor | Staff) -> Case:
    """Answer a question of the office. With the last one the clock goes on. A late answer counts, too, until the case is closed.

    Raises AlreadyAnswered, NothingSaid, WrongState, NotAllowed.
    """
    case = opened(request.case_id, "answer", by=by, states=STILL_HEARD)
    request = Request.objects.select_for_update().get(pk=request.pk)
    brought = list(documents)
    if request.answered is not None or request.withdrawn is not None:
        raise AlreadyAnswered
    if not text.strip() and not brought:
        raise NothingSaid
    request.answered = now()
    request.save(update_fields=["answered"])
    bring(case, brought)
    _heard(case, text, by)
    complete_or_not(case)
    if case.state == State.WAITING and not open_requests(case):
        paused_until_now(case)
        return move(case, "answer", by=by, proofs=len(brought))
    return keep(case, "answer", by=by, proofs=len(brought))


def _heard(case: Case, text: str, by: Actor | Staff) -> None:
    if not text.strip():
        contact.announce(case.thread, "proofs_brought")
    elif isinstance(by, Staff):
        contact.write(case.thread, text.strip(), sender=From.OFFICE, author=by.id)
    else:
        contact.write(case.thread, text.strip(), sender=From.RESIDENT)


@transaction.atomic
def bring_proofs(case: Case, *, documents: Iterable[Document], by: Actor) -> Case:
    """Bring proofs that nobody asked for yet: what was not at hand when the application was sent. Raises NothingSaid, WrongState."""
    case = opened(case.id, "bring_proofs", by=by, states=STILL_HEARD | {State.SUBMITTED})
    brought = bring(case, documents)
    if not brought:
        raise NothingSaid
    _heard(case, "", by)
    complete_or_not(case)
    return keep(case, "bring_proofs", by=by, proofs=len(brought))


@transaction.atomic
def message(case: Case, text: str, *, by: Actor | Staff) -> Case:
    """Write to the other side. The revision stays: nothing of the case changes. Who passed a case on is no side of it any more.

    Raises NothingSaid, NotAllowed, WrongState.
    """
    case = opened(case.id, "message", by=by, states=frozenset(State) - {State.FORWARDED})
    if not text.strip():
        raise NothingSaid
    _heard(case, text, by)
    note(case, "message", by=by)
    return case


@transaction.atomic
def withdraw(case: Case, *, by: Actor) -> Case:
    """Take an application back before it is decided. Raises WrongState, NotAllowed."""
    case = opened(case.id, "withdraw", by=by)
    case.closed, case.waiting_since = now(), None
    contact.announce(case.thread, "withdrawn")
    return move(case, "withdraw", by=by)
