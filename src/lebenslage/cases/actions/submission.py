"""What a resident does: submit, answer a question of the office, write, withdraw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final
from uuid import uuid4

from django.db import transaction

from lebenslage.accounts import scope
from lebenslage.authorities.models import Authority, Staff
from lebenslage.authorities.problems import UnclearMunicipality, UnknownMunicipality
from lebenslage.authorities.queries import find, responsible
from lebenslage.benefits.facts import personen
from lebenslage.cases.assessment import assessed, full_name
from lebenslage.cases.clock import complete_or_not, open_requests, paused_until_now
from lebenslage.cases.custody import link
from lebenslage.cases.facts import APPLICANT, APPLIED, fresh_fact
from lebenslage.cases.guard import keep, move, note, opened
from lebenslage.cases.identity import area, make_findable
from lebenslage.cases.models import Case, CaseFact, CustodyStep, Request
from lebenslage.cases.numbering import next_number
from lebenslage.cases.permissions import role_of
from lebenslage.cases.problems import AlreadyAnswered, NotAllowed, NotConnected, NothingSaid, NotReady
from lebenslage.cases.proofs import bring
from lebenslage.cases.sealed import seal_name
from lebenslage.cases.states import State
from lebenslage.cases.tasks import print_receipt
from lebenslage.cases.transitions import RESIDENT
from lebenslage.contact import actions as contact
from lebenslage.contact.models import From
from lebenslage.journal.actions import Actor
from lebenslage.journal.clock import now
from lebenslage.residents.answers import FIRST, GEMEINDE, HEAD, Place
from lebenslage.residents.models import Document, Draft, FactSource
from lebenslage.residents.places import NAME, ON_A_ROW, particular
from lebenslage.residents.queries import documents_of, sources_in, typed_in
from lebenslage.services.definition import Definition
from lebenslage.services.queries import definition

ALWAYS_NEEDED: Final = (Place(personen.geburtsdatum, FIRST).name, GEMEINDE)
STILL_HEARD: Final = frozenset({State.RECEIVED, State.IN_REVIEW, State.WAITING, State.PROPOSED, State.APPROVED, State.NOTIFIED})


@transaction.atomic
def submit(draft: Draft, *, by: Actor, on: date) -> Case:
    """Hand an application in: facts and proofs are copied under the authority's key. A second call returns the same case.

    Raises NotReady where name, address or birth date is missing - everything else may follow; NotConnected; NotAllowed.
    """
    if by.role != RESIDENT or scope.current().vault != draft.vault_id:
        raise NotAllowed(action="submit", role=role_of(by))
    draft = Draft.objects.select_for_update(of=("self",)).select_related("version", "vault").get(pk=draft.pk)
    if draft.submitted is not None:
        return Case.objects.get(draft=draft)
    typed = {APPLICANT: [HEAD], **needed(definition(draft.version), typed_in(draft.vault)), APPLIED: [f"{on:%d.%m.%Y}"]}
    if missing := [place for place in _identifying(definition(draft.version), typed) if not typed.get(place)]:
        raise NotReady(missing=missing)
    case = _opened_case(draft, _authority(draft, typed), typed, on)
    draft.submitted = case.submitted
    draft.save(update_fields=["submitted"])
    note(case, "submit", by=by, number=case.number)
    print_receipt.enqueue(str(case.id), authority=str(case.authority_id))
    return case


def needed(service: Definition, typed: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """What this right needs of what is known: facts that it asks, particulars that it wants, rows, names, municipality and month."""
    asked = {fact.id for fact in service.facts} | {one.id for one in service.particulars} | {NAME}
    return {place: texts for place, texts in typed.items() if (parts := ON_A_ROW.match(place)) is None or parts[3] in asked}


def _identifying(service: Definition, typed: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """The places of what says who applies, and where: an address, or where she stays and how she is reached."""
    answered = {one.id for one in service.particulars if typed.get(particular(one.id))}
    return [*(particular(one.id) for one in service.asked(answered) if one.identifies), *ALWAYS_NEEDED]


def _authority(draft: Draft, typed: Mapping[str, Sequence[str]]) -> Authority:
    try:
        municipality = find(typed[GEMEINDE][0])
    except (UnknownMunicipality, UnclearMunicipality) as problem:
        raise NotReady(missing=[GEMEINDE]) from problem
    authority = responsible(draft.version.service, municipality.key.key)
    if authority is None or not authority.connected:
        raise NotConnected(municipality=municipality.name)
    return authority


def _opened_case(draft: Draft, authority: Authority, typed: Mapping[str, Sequence[str]], on: date) -> Case:
    id, moment = uuid4(), now()
    case = Case.objects.create(
        id=id,
        authority=authority,
        vault=draft.vault,
        draft=draft,
        version=draft.version,
        number=next_number(authority.id, draft.version, on.year),
        thread=contact.begin(authority, draft.vault),
        submitted=moment,
        due=on + timedelta(definition(draft.version).decision_within_days),
        area=area(authority, typed),
        sealed_name=seal_name(authority.id, id, full_name(typed)),
    )
    _fill(case, draft, typed)
    complete_or_not(case, assessed(typed, draft.version.service))
    case.save(update_fields=["complete"])
    link(case, CustodyStep.STORED, CustodyStep.DELIVERED)
    contact.announce(case.thread, "submitted", number=case.number)
    return case


def _fill(case: Case, draft: Draft, typed: Mapping[str, Sequence[str]]) -> None:
    """Copy facts and proofs. What the house itself knows, such as the day of the application, has the office as its source."""
    known = sources_in(draft.vault)
    house = (FactSource.OFFICE, case.submitted)
    facts = []
    for place, texts in typed.items():
        source, since = house if place == APPLIED else known.get(place, house)
        facts.append(fresh_fact(case, place, texts, source=source, since=since))
    CaseFact.objects.bulk_create(facts)
    bring(case, documents_of(draft.vault))
    make_findable(case, full_name(typed))


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
    """Write to the other side. The revision stays: nothing of the case changes. Raises NothingSaid, NotAllowed."""
    case = opened(case.id, "message", by=by)
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
