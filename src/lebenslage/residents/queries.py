"""What is known in a vault. It opens in its own name alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from lebenslage.accounts.prepared import prepared
from lebenslage.benefits.facts import personen
from lebenslage.law.facts import Fact
from lebenslage.residents.actions.coming_back import resume
from lebenslage.residents.answers import FIRST, HEAD, Answers, Place, from_places
from lebenslage.residents.models import Consent, Document, Draft, KnownFact, Vault
from lebenslage.residents.opening import opened
from lebenslage.residents.places import ROWS
from lebenslage.residents.proofs import proofs_for
from lebenslage.residents.sealed import file_name, typed_at, typed_of
from lebenslage.services.queries import definition

__all__ = [
    "Known", "Wanted", "answers_of", "document_of", "documents_of", "drafts_of", "file_name", "has_consented", "history", "known_facts",
    "proofs_wanted", "resume", "sources_in", "typed_in",
]  # fmt: skip

APPLICANT = Place(personen.verhaeltnis, FIRST)


@dataclass(frozen=True, slots=True)
class Known:
    """One answer with its source and its time; `until` is set where it is history."""

    place: str
    typed: Sequence[str]
    source: str
    since: datetime
    until: datetime | None = None


def typed_in(vault: Vault) -> Mapping[str, Sequence[str]]:
    """Everything that was typed, by place, in one query."""
    with opened(vault):
        return {place: typed_at(vault.pk, place, sealed) for place, sealed in _sealed_in(vault=vault.pk)}


@prepared
def _sealed_in(*, vault: UUID) -> QuerySet[KnownFact, tuple[str, bytes]]:
    return KnownFact.objects.filter(vault=vault, until=None).order_by("id").values_list("place", "sealed")


def answers_of(vault: Vault) -> Answers:
    """The answers of a vault as a form holds them. The first person is the one who applies until she says otherwise."""
    answers = from_places(typed_in(vault))
    if answers.at(APPLICANT.fact, FIRST):
        return answers
    return replace(answers, given={APPLICANT: [HEAD], **answers.given})


def known_facts(vault: Vault) -> Sequence[Known]:
    """What is known now, in the order in which it came, with source and time."""
    with opened(vault):
        facts = KnownFact.objects.filter(vault=vault, until=None).exclude(place__in=list(ROWS)).order_by("id")
        return [_known(fact) for fact in facts]


def sources_in(vault: Vault) -> Mapping[str, tuple[str, datetime]]:
    """From whom each answer is, and since when, by place; nothing is opened."""
    with opened(vault):
        return {place: (source, since) for place, source, since in _sources_in(vault=vault.pk)}


@prepared
def _sources_in(*, vault: UUID) -> QuerySet[KnownFact, tuple[str, str, datetime]]:
    facts = KnownFact.objects.filter(vault=vault, until=None).exclude(place__in=list(ROWS))
    return facts.order_by("id").values_list("place", "source", "since")


def history(vault: Vault, place: str) -> Sequence[Known]:
    """Every answer that was ever given at a place, the newest first."""
    with opened(vault):
        return [_known(fact) for fact in KnownFact.objects.filter(vault=vault, place=place).order_by("-id")]


def _known(fact: KnownFact) -> Known:
    return Known(fact.place, typed_of(fact), fact.source, fact.since, fact.until)


def documents_of(vault: Vault) -> Sequence[Document]:
    """The proofs in a vault, in the order in which they came; those taken back left out."""
    with opened(vault):
        return _brought_to(vault=vault.pk)


@prepared
def _brought_to(*, vault: UUID) -> QuerySet[Document]:
    return Document.objects.filter(vault=vault, removed=None).select_related("blob", "vault").order_by("since", "id")


def document_of(vault: Vault, id: UUID) -> Document | None:
    """One proof of a vault, also one that was taken back a moment ago."""
    with opened(vault):
        found: Document | None = Document.objects.filter(vault=vault, id=id).select_related("blob", "vault").first()
        return found


def drafts_of(vault: Vault) -> Sequence[Draft]:
    """The applications of a vault that are not sent yet."""
    with opened(vault):
        return list(Draft.objects.filter(vault=vault, submitted=None).select_related("version", "vault").order_by("begun"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A proof that is wanted, for a row such as `person-2` or for all; the facts that it proves, and what was brought for it.

    Its sentences stand at `evidence.<kind>.why` and `evidence.<kind>.alternatives`, its name at `proofs.<kind>`.
    """

    kind: str
    row: str
    why: Sequence[Fact]
    required: bool
    documents: Sequence[Document]


def proofs_wanted(draft: Draft, typed: Mapping[str, Sequence[str]] | None = None) -> Sequence[Wanted]:
    """The proofs that the answers given so far call for, in the order of the service, with what was brought.

    Two queries, or one where `typed_in` was read already.
    """
    brought, typed = documents_of(draft.vault), typed_in(draft.vault) if typed is None else typed
    return [
        Wanted(proof.kind, proof.row, proof.facts, proof.required, [one for one in brought if proof.met_by(one.kind, one.row)])
        for proof in proofs_for(definition(draft.version), typed)
    ]


def has_consented(vault: Vault, purpose: str) -> bool:
    """Whether a consent holds."""
    with opened(vault):
        return bool(Consent.objects.filter(vault=vault, purpose=purpose, withdrawn=None).exists())
