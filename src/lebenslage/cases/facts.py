"""The facts of a case: typed texts at places, sealed under the authority's key, and how they become answers again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from lebenslage.authorities.models import Staff
from lebenslage.benefits.facts import antrag, personen
from lebenslage.cases.models import Case, CaseFact, Evidence, FactState
from lebenslage.files.sealing import seal_json, seal_text, unseal_json, unseal_text
from lebenslage.journal.clock import now
from lebenslage.kernel.dates import read_day
from lebenslage.residents.answers import FIRST, Place
from lebenslage.residents.models import FactSource

APPLIED: Final = Place(antrag.antragsdatum, FIRST).name
APPLICANT: Final = Place(personen.verhaeltnis, FIRST).name


def seal_typed(authority: UUID, case: UUID, place: str, typed: Sequence[str]) -> bytes:
    """Seal what was typed."""
    return seal_json(authority, list(typed), about=f"{case}:{place}")


def typed_of(fact: CaseFact) -> Sequence[str]:
    """What was typed."""
    return unseal_json(fact.authority_id, fact.sealed, about=f"{fact.case_id}:{fact.place}")


def reason_of(fact: CaseFact) -> str:
    """Why the office changed or rejected it; empty where it did not."""
    sealed = fact.sealed_reason
    return unseal_text(fact.authority_id, sealed, about=f"{fact.case_id}:{fact.place}:reason") if sealed is not None else ""


def seal_reason(fact: CaseFact, reason: str) -> bytes:
    """Seal why."""
    return seal_text(fact.authority_id, reason, about=f"{fact.case_id}:{fact.place}:reason")


def fresh_fact(case: Case, place: str, typed: Sequence[str], *, source: str, since: datetime, evidence: Evidence | None = None) -> CaseFact:
    """A fact of a case, not kept yet."""
    return CaseFact(
        case=case,
        authority_id=case.authority_id,
        vault_id=case.vault_id,
        place=place,
        sealed=seal_typed(case.authority_id, case.id, place, typed),
        source=source,
        since=since,
        evidence=evidence,
    )


def correct(case: Case, place: str, typed: Sequence[str], *, by: Staff, reason: str, evidence: Evidence | None) -> CaseFact:
    """End what stands at a place and begin what the office found, accepted, with its reason."""
    moment = now()
    former = CaseFact.objects.filter(case=case, place=place, until=None).first()
    if former is not None:
        former.until = moment
        former.save(update_fields=["until"])
    source = FactSource.PROOF if evidence is not None else FactSource.OFFICE
    evidence = evidence or (former.evidence if former is not None else None)
    fact = fresh_fact(case, place, typed, source=source, since=moment, evidence=evidence)
    fact.state, fact.by, fact.sealed_reason = FactState.ACCEPTED, by, seal_reason(fact, reason)
    fact.save()
    return fact


def current_facts(case: Case) -> Sequence[CaseFact]:
    """What is known now, in the order in which it came."""
    return list(CaseFact.objects.filter(case=case, until=None).order_by("id"))


def counts(place: str, state: str) -> bool:
    """Whether the law is told: not what the office has rejected. The day of the application stays in any case."""
    return state != FactState.REJECTED or place == APPLIED


def typed_facts(facts: Iterable[CaseFact]) -> Mapping[str, Sequence[str]]:
    """What was typed, by place, as far as it counts."""
    return {fact.place: typed_of(fact) for fact in facts if counts(fact.place, fact.state)}


def applied_on(typed: Mapping[str, Sequence[str]]) -> date:
    """The day of the application. Raises UnreadableDate, KeyError where a case has none."""
    return date.fromordinal(read_day(typed[APPLIED][0]))
