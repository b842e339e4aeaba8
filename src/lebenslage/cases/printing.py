"""Printing a receipt or a notice in one transaction with what it means: twice is once, and a kill in between leaves nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from lebenslage.authorities.models import Authority, Staff
from lebenslage.cases.assessment import Assessed, assess, full_name
from lebenslage.cases.facts import applied_on
from lebenslage.cases.guard import move, note, opened
from lebenslage.cases.lines import FactLine, facts_of, proof_label
from lebenslage.cases.models import Case, Decision, Evidence, Notice, Paper, PaperKind
from lebenslage.cases.pace import measure
from lebenslage.cases.problems import NoSuchCase, WrongState
from lebenslage.cases.proofs import still_wanted
from lebenslage.cases.remedy import remedy_of
from lebenslage.cases.sealed import words_of
from lebenslage.cases.snapshot import assessed_again
from lebenslage.cases.states import State
from lebenslage.contact import actions as contact
from lebenslage.files.actions import keep as keep_file
from lebenslage.journal.actions import SYSTEM, Actor
from lebenslage.journal.clock import now, today
from lebenslage.law.engine import Result
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.papers.companion import COMPANIONS, companion_pdf
from lebenslage.papers.letter import Addressee, Sender
from lebenslage.papers.notice import ConfirmedFigure, Matter, Outcome, Payment
from lebenslage.papers.receipt import ProofOpen, ReceiptContent, Section, Stated, receipt_pdf
from lebenslage.papers.wohngeld import wohngeld_notice
from lebenslage.papers.wohngeld_page import wohngeld_notice_pdf
from lebenslage.residents.places import ENTITIES, PARTICULARS, particular

PDF = "application/pdf"
SHOWN_OF_IBAN = 4
LANGUAGE: Final = "de"  # the language of the authority (§ 19 Abs. 1 SGB X)
STEPS: Final = ("check", "ask", "decide")


@transaction.atomic
def issue_notice(decision_id: UUID, *, by: Staff | Actor = SYSTEM) -> Notice:
    """Print the notice of an approved decision; with it the case is notified and the resident is told.

    Who reads in another language gets a companion beside it; the German notice alone is binding.

    Raises NoSuchCase, AmountsDiffer, WrongState.
    """
    decision = Decision.objects.select_related("proposed_by", "authority").filter(pk=decision_id).first()
    if decision is None:
        raise NoSuchCase
    case = opened(decision.case_id, "notify", by=by, states=frozenset(State))
    if (printed := Notice.objects.filter(decision=decision).first()) is not None:
        return printed
    if case.state != State.APPROVED or decision.approved is None:
        raise WrongState(action="notify", state=case.state)
    result, kept = assessed_again(decision)
    matter = _matter(case, decision, kept, draft=False)
    paper = kept_paper(case, PaperKind.NOTICE, decision.id, _pdf(result, matter))
    if (language := case.thread.language) in COMPANIONS:
        kept_paper(case, PaperKind.COMPANION, decision.id, companion_pdf(result, matter, language, at=now()))
    notice = Notice.objects.create(
        case=case, authority_id=case.authority_id, vault_id=case.vault_id, decision=decision, paper=paper, issued=paper.at
    )
    measure(case.authority_id, case.version.service)
    contact.announce(case.thread, "decided", decision=str(decision.id))
    move(case, "notify", by=by, decision=str(decision.id))
    return notice


def notice_pdf(case: Case, decision: Decision, *, draft: bool = False) -> bytes:
    """The notice, assessed again from the facts of the decision. Raises AmountsDiffer, and what the paper refuses to say."""
    result, kept = assessed_again(decision)
    return _pdf(result, _matter(case, decision, kept, draft=draft))


def _pdf(result: Result, matter: Matter) -> bytes:
    return wohngeld_notice_pdf(wohngeld_notice(result, matter), at=now())


def _matter(case: Case, decision: Decision, kept: dict[str, Any], *, draft: bool) -> Matter:
    typed = {fact["place"]: fact["typed"] for fact in kept["facts"]}
    return Matter(
        outcome=Outcome(decision.outcome),
        sender=sender(decision.authority, decision.proposed_by),
        addressee=addressee(typed),
        case_number=case.number,
        applied_on=applied_on(typed),
        dated=today(),
        sent_on=today(),
        remedy=remedy_of(case.version),
        reasons=words_of(decision, "reasons"),
        payment=payment(typed) if decision.outcome != Outcome.REFUSAL else None,
        confirmed=tuple(ConfirmedFigure(one["figure"], one["by"], date.fromisoformat(one["on"])) for one in kept["confirmed"]),
        draft=draft,
    )


def sender(authority: Authority, staff: Staff | None = None) -> Sender:
    """The head of the letter."""
    place = f"{authority.postcode} {authority.town}"
    head = {"authority": authority.name, "office": authority.office, "street": authority.street, "place": place, "hours": authority.hours}
    if staff is None:
        return Sender(**head, phone=authority.phone, mail=authority.email)
    phone, mail = staff.phone or authority.phone, staff.email or authority.email
    return Sender(**head, caseworker=staff.name, room=staff.room, phone=phone, mail=mail)


def addressee(typed: Mapping[str, Sequence[str]]) -> Addressee:
    """Name and address as the resident gave them."""
    first = {id: next(iter(typed.get(particular(id), ())), "") for id in ("strasse", "hausnummer", "plz", "ort")}
    lines = (f"{first['strasse']} {first['hausnummer']}".strip(), f"{first['plz']} {first['ort']}".strip())
    return Addressee(full_name(typed), tuple(line for line in lines if line))


def payment(typed: Mapping[str, Sequence[str]]) -> Payment | None:
    """Where the money goes, the account number masked; None where she has not said yet."""
    iban = "".join(next(iter(typed.get(particular("iban"), ())), "").split())
    holder = next(iter(typed.get(particular("kontoinhaber"), ())), "") or full_name(typed)
    return Payment(masked(iban), holder) if iban else None


def masked(iban: str) -> str:
    """Country and the last digits of an account number."""
    return f"{iban[:2]}** **** {iban[-SHOWN_OF_IBAN:]}"


@transaction.atomic
def issue_receipt(case_id: UUID, *, about: UUID | None = None, by: Staff | Actor = SYSTEM) -> Paper:
    """Print the receipt of an application, once; `about` is the draft that made it whole, where the form came later."""
    case = opened(case_id, "print_receipt", by=by)
    about = about or case.id
    if (printed := Paper.objects.filter(kind=PaperKind.RECEIPT, about=about).first()) is not None:
        return printed
    paper = kept_paper(case, PaperKind.RECEIPT, about, receipt_pdf(receipt(case)))
    note(case, "print_receipt", by=by, paper=str(paper.id))
    return paper


def receipt(case: Case) -> ReceiptContent:
    """What the receipt says: that it came, what was stated, which proofs came, and which can follow."""
    say, lines = sentences(LANGUAGE), facts_of(case)
    outcome = assess(case)
    came = Evidence.objects.filter(case=case).order_by("at").values_list("kind", flat=True)
    typed = {line.place: line.typed for line in lines}
    return ReceiptContent(
        sender=sender(case.authority),
        addressee=addressee(typed),
        number=case.number,
        right=say("benefits", case.version.service, "name"),
        received=timezone.localtime(case.submitted),
        sections=tuple(sections(lines, say)),
        came=tuple(proof_label(kind, say) for kind in dict.fromkeys(came)),
        open=tuple(map(ProofOpen, _still_open(case, outcome, say))),
        steps=tuple(say("cases", "receipt", "steps", step) for step in (("complete", *STEPS) if case.formless else STEPS)),
        facts={line.place: list(line.typed) for line in lines},
        language=LANGUAGE,
    )


def _still_open(case: Case, outcome: Assessed, say: Texts) -> Sequence[str]:
    """What can follow: the form itself, where it has not come yet; else the proofs that are wanted, each kind once."""
    if case.formless:
        return [say("cases", "receipt", "the_form")]
    return [proof_label(kind, say) for kind in dict.fromkeys(proof.kind for proof in still_wanted(case, outcome))]


def sections(lines: Sequence[FactLine], say: Texts, paper: str = "receipt") -> Iterator[Section]:
    """The answers as they were given, by what they are about, under the headings of a paper."""
    for entity in (PARTICULARS, *ENTITIES):
        told = [Stated(line.label, line.value, line.person) for line in lines if line.entity == entity]
        if told:
            yield Section(say("cases", paper, entity), tuple(told))


def kept_paper(case: Case, kind: PaperKind, about: UUID, pdf: bytes) -> Paper:
    """Keep what was printed, sealed under the authority's key."""
    blob = keep_file(pdf, media_type=PDF, key_owner=case.authority_id, authority=case.authority_id, vault=case.vault_id)
    return Paper.objects.create(
        case=case, authority_id=case.authority_id, vault_id=case.vault_id, kind=kind, about=about, blob=blob, at=now()
    )
