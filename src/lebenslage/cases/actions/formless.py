"""An application without a form: a name, or how to reach her, a town and the right she wants. Its day counts (§ 16 SGB I, § 9 SGB X)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.db import transaction

from lebenslage.accounts import scope
from lebenslage.authorities.models import Authority
from lebenslage.cases.beginning import Beginning, Typed, begun, decides_there, due_from
from lebenslage.cases.clock import complete_or_not
from lebenslage.cases.custody import link
from lebenslage.cases.facts import APPLICANT, APPLIED, current_facts, fresh_fact, typed_facts, typed_of
from lebenslage.cases.guard import keep, note
from lebenslage.cases.identity import ADDRESS, NAMES, REACHED, called, follow
from lebenslage.cases.models import Case, CaseFact, CustodyStep
from lebenslage.cases.permissions import role_of
from lebenslage.cases.problems import NotAllowed, NotReady
from lebenslage.cases.proofs import bring
from lebenslage.cases.states import State
from lebenslage.cases.tasks import print_receipt
from lebenslage.cases.transitions import BEFORE_DECISION, RESIDENT
from lebenslage.contact import actions as contact
from lebenslage.contact.models import From
from lebenslage.journal.actions import Actor
from lebenslage.journal.clock import now
from lebenslage.pages.languages import DEFAULT
from lebenslage.residents.answers import GEMEINDE, HEAD
from lebenslage.residents.models import Draft, FactSource, Vault
from lebenslage.residents.places import particular
from lebenslage.residents.queries import documents_for, sources_in, typed_in
from lebenslage.services.models import Version
from lebenslage.services.queries import current

STAY: Final = tuple(map(particular, ("plz", "ort", "ohne_anschrift", "aufenthaltsort")))
TAKEN: Final = frozenset({*NAMES, *ADDRESS, *REACHED, *STAY, GEMEINDE})
UNDECIDED: Final = frozenset(BEFORE_DECISION) | {State.PROPOSED}


@transaction.atomic
def submit_formless(vault: Vault, service: str, *, by: Actor, on: date, language: str = DEFAULT, words: str = "") -> Case:
    """Apply without a form: the office hears who asks for what, and today is the date. Nothing else of her vault is copied.

    Where an application of hers for this right is open there already, that one is returned: a second call changes nothing.
    Raises NotReady where the municipality is unclear, or where neither a name nor a way to reach her is known; NotConnected; NotAllowed.
    """
    if by.role != RESIDENT or scope.current().vault != vault.pk:
        raise NotAllowed(action="submit_formless", role=role_of(by))
    vault = Vault.objects.select_for_update().get(pk=vault.pk)
    typed = {place: texts for place, texts in typed_in(vault).items() if place in TAKEN and texts}
    if not called(typed):
        raise NotReady(missing=[particular("nachname")])
    authority, version = decides_there(service, typed), current(service)
    there = Case.objects.filter(vault=vault, authority=authority, version__service=service, state__in=UNDECIDED).first()
    if there is not None:
        return there
    stated = {APPLICANT: [HEAD], **typed, APPLIED: [f"{on:%d.%m.%Y}"]}
    case = begun(_beginning(vault, authority, version, on, language), stated, sources_in(vault))
    _welcome(case, words)
    note(case, "submit_formless", by=by, number=case.number)
    print_receipt.enqueue(str(case.id), authority=str(case.authority_id))
    return case


def _beginning(vault: Vault, authority: Authority, version: Version, on: date, language: str) -> Beginning:
    moment = now()
    draft = Draft.objects.create(vault=vault, version=version, begun=moment, touched=moment, submitted=moment)
    return Beginning(authority, vault, draft.id, version, language, moment, on, formless=True)


def _welcome(case: Case, words: str) -> None:
    link(case, CustodyStep.STORED, CustodyStep.DELIVERED)
    contact.announce(case.thread, "formless", number=case.number)
    if words.strip():
        contact.write(case.thread, words.strip(), sender=From.RESIDENT)


def waiting_for_form(vault: Vault, authority: Authority, service: str) -> Case | None:
    """The application without a form that a whole one completes, locked until the transaction ends."""
    early = Case.objects.select_for_update(of=("self",)).filter(vault=vault, authority=authority, formless=True, state__in=UNDECIDED)
    return early.filter(version__service=service).order_by("submitted").first()


def complete_form(case: Case, draft: Draft, typed: Typed, *, by: Actor, on: date, language: str) -> Case:
    """The form has come: facts and proofs are added. Number and date stay, and so does what the office has found out since."""
    former = case.draft
    case.draft, case.version, case.formless, case.due = draft, draft.version, False, due_from(on, draft.version)
    _add(case, {place: texts for place, texts in typed.items() if place != APPLIED})
    bring(case, documents_for(draft))
    known = typed_facts(current_facts(case))
    for place in (NAMES[0], ADDRESS[0]):
        follow(case, place, known)
    complete_or_not(case)
    contact.speak(case.thread, language)
    contact.announce(case.thread, "form_came", number=case.number)
    keep(case, "complete_form", by=by, number=case.number)
    former.delete()
    print_receipt.enqueue(str(case.id), authority=str(case.authority_id), about=str(draft.id))
    return case


def _add(case: Case, typed: Typed) -> None:
    """What she says now takes the place of what she said then; what the office has judged or put right itself stays."""
    standing: Mapping[str, CaseFact] = {fact.place: fact for fact in current_facts(case)}
    changed = [place for place, texts in typed.items() if place not in standing or _differs(standing[place], list(texts))]
    CaseFact.objects.filter(pk__in=[standing[place].pk for place in changed if place in standing]).update(until=now())
    known = sources_in(case.vault)
    house = (FactSource.OFFICE, now())
    CaseFact.objects.bulk_create(
        fresh_fact(case, place, typed[place], source=known.get(place, house)[0], since=known.get(place, house)[1]) for place in changed
    )


def _differs(fact: CaseFact, texts: list[str]) -> bool:
    return fact.by_id is None and list(typed_of(fact)) != texts
