"""A forwarded case reaches the other office: a task, and nobody else, reads in the name of the one and writes in that of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.cases.assessment import applied_day
from lebenslage.cases.beginning import Beginning, Sources, Typed, begun
from lebenslage.cases.clock import complete_or_not
from lebenslage.cases.facts import current_facts, typed_of
from lebenslage.cases.forwarding_letter import forwarding_pdf
from lebenslage.cases.guard import locked, note
from lebenslage.cases.models import Case, Custody, CustodyStep, Direction, Evidence, Forwarding, PaperKind
from lebenslage.cases.printing import kept_paper
from lebenslage.cases.problems import NoSuchCase
from lebenslage.cases.proofs import bring_copy, prove
from lebenslage.cases.sealed import seal_words, words_of
from lebenslage.contact import actions as contact
from lebenslage.files.queries import opened
from lebenslage.journal.actions import SYSTEM, Actor
from lebenslage.journal.clock import now, today


@dataclass(frozen=True, slots=True)
class Parcel:
    """What the first office hands over, opened: what is known and from whom, when it came, why it goes on.

    Everything is read before the other office's room is entered: nothing of the first one opens there.
    """

    case: Case
    sender: Authority
    language: str
    typed: Typed
    sources: Sources
    stored: datetime
    forwarded: datetime
    reason: str


@transaction.atomic
def deliver(forwarding_id: UUID, *, by: Actor = SYSTEM) -> Forwarding:
    """Bring a case to the office where it belongs, once; where that one is not connected, print the letter for the post.

    Raises NoSuchCase, NotAllowed.
    """
    going = Forwarding.objects.select_related("office", "by").filter(pk=forwarding_id, direction=Direction.OUT).first()
    if going is None:
        raise NoSuchCase
    case = locked(going.case_id, "hand_over", by=by)
    going.refresh_from_db(fields=["arrived", "number"])
    if going.arrived is not None:
        return going
    parcel = _packed(case, going)
    if going.office is None:
        kept_paper(case, PaperKind.FORWARDING, going.id, forwarding_pdf(parcel.case, going, parcel.reason))
    else:
        going.number = _handed_over(parcel, going.office, by)
    going.arrived = now()
    going.save(update_fields=["arrived", "number"])
    note(case, "hand_over", by=by, forwarding=str(going.id))
    return going


def _packed(case: Case, going: Forwarding) -> Parcel:
    facts = current_facts(case)
    return Parcel(
        case=case,
        sender=case.authority,
        language=case.thread.language,
        typed={fact.place: typed_of(fact) for fact in facts},
        sources={fact.place: (fact.source, fact.since) for fact in facts},
        stored=Custody.objects.get(case=case, step=CustodyStep.STORED).at,
        forwarded=going.at,
        reason=words_of(going, "reason"),
    )


def _handed_over(parcel: Parcel, office: Authority, by: Actor) -> str:
    """Write it down there; its proofs go one by one, so that no two of them are ever open at once."""
    proofs = list(Evidence.objects.filter(case=parcel.case).select_related("blob").order_by("at"))
    with acting(authority=office.id):
        there = _begun_there(parcel, office)
    copies = []
    for proof in proofs:
        content, name = opened(proof.blob), words_of(proof, "name")
        with acting(authority=office.id):
            copies.append(bring_copy(there, proof, content, name))
    with acting(authority=office.id):
        _settled(there, parcel, copies, by)
    return there.number


def _begun_there(parcel: Parcel, office: Authority) -> Case:
    old = parcel.case
    beginning = Beginning(
        office, old.vault, old.draft_id, old.version, parcel.language, old.submitted, today(), formless=old.formless, former=old.id
    )
    case = begun(beginning, parcel.typed, parcel.sources)
    chain = ((CustodyStep.STORED, parcel.stored), (CustodyStep.FORWARDED, parcel.forwarded), (CustodyStep.DELIVERED, now()))
    Custody.objects.bulk_create(Custody(case=case, authority=office, vault=old.vault, step=step, at=at) for step, at in chain)
    _remember(case, parcel)
    return case


def _remember(case: Case, parcel: Parcel) -> None:
    """From where it came, and why, under the key of the office that has it now."""
    id = uuid4()
    Forwarding.objects.create(
        id=id,
        case=case,
        authority_id=case.authority_id,
        vault_id=case.vault_id,
        direction=Direction.IN,
        office=parcel.sender,
        address="\n".join(_lines(parcel.sender)),
        number=parcel.case.number,
        sealed_reason=seal_words(case.authority_id, id, "reason", parcel.reason),
        at=parcel.forwarded,
        arrived=now(),
    )


def _lines(authority: Authority) -> Sequence[str]:
    return (authority.name, authority.office, authority.street, f"{authority.postcode} {authority.town}")


def _settled(case: Case, parcel: Parcel, proofs: Sequence[Evidence], by: Actor) -> None:
    prove(case, proofs)
    complete_or_not(case)
    case.save(update_fields=["complete"])
    contact.announce(case.thread, "forwarded_here", office=case.authority.name, former=parcel.sender.name, day=applied_day(case))
    note(case, "receive_forwarded", by=by, number=case.number, former=str(parcel.case.id))
