"""What is known in a vault. It opens in its own name alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from lebenslage.accounts.prepared import prepared
from lebenslage.benefits.facts import personen
from lebenslage.journal.clock import today
from lebenslage.law.facts import Fact
from lebenslage.residents.actions.coming_back import resume
from lebenslage.residents.answers import FIRST, HEAD, Answers, Place, from_places
from lebenslage.residents.models import Consent, Document, Draft, KnownFact, Vault
from lebenslage.residents.opening import opened
from lebenslage.residents.places import ROWS
from lebenslage.residents.proofs import holds_until, proofs_for
from lebenslage.residents.sealed import file_name, typed_at, typed_of
from lebenslage.services.queries import definition

__all__ = [
    "Known", "Wanted", "answers_of", "document_of", "documents_for", "documents_of", "drafts_of", "file_name", "has_consented", "history",
    "known_facts", "offered", "proofs_wanted", "resume", "sources_in", "typed_in",
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
    """The proofs in a vault for what was not sent yet, in the order in which they came; those taken back left out."""
    with opened(vault):
        return [one for one in _brought_to(vault=vault.pk) if one.draft is None or one.draft.submitted is None]


def documents_for(draft: Draft) -> Sequence[Document]:
    """The proofs for one application; those taken back left out."""
    with opened(draft.vault):
        return [one for one in _brought_to(vault=draft.vault_id) if one.draft_id in (draft.pk, None)]


@prepared
def _brought_to(*, vault: UUID) -> QuerySet[Document]:
    return Document.objects.filter(vault=vault, removed=None).select_related("blob", "vault", "draft").order_by("since", "id")


def offered(draft: Draft, kind: str, row: str) -> Sequence[Document]:
    """Proofs of earlier applications that would do for this one, the newest first: not too old, and not used for it already."""
    with opened(draft.vault):
        mine = _brought_to(vault=draft.vault_id)
    here = {bytes(one.blob.digest) for one in mine if one.draft_id == draft.pk}
    rule = definition(draft.version).evidence_kind(kind)
    fit = [one for one in mine if one.draft is not None and one.draft.submitted and (one.kind, one.row) == (kind, row) and one.blob.shown]
    still = [one for one in fit if (holds_until(rule, one.since.date(), one.months) or date.max) >= today()]
    fresh = {bytes(one.blob.digest): one for one in still if bytes(one.blob.digest) not in here}
    return sorted(fresh.values(), key=lambda one: one.since, reverse=True)


def document_of(vault: Vault, id: UUID) -> Document | None:
    """One proof of a vault, also one that was taken back a moment ago."""
    with opened(vault):
        found: Document | None = Document.objects.filter(vault=vault, id=id).select_related("blob", "vault", "draft").first()
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
    period: int = 0

    @property
    def months(self) -> frozenset[str]:
        """The months that the papers show."""
        return frozenset(month for one in self.documents for month in one.months.split())

    @property
    def done(self) -> bool:
        """Whether something was brought, and for every month where months are asked for and were said."""
        return bool(self.documents) and (not self.period or len(self.months) >= self.period)


def proofs_wanted(draft: Draft, typed: Mapping[str, Sequence[str]] | None = None) -> Sequence[Wanted]:
    """The proofs that the answers given so far call for, in the order of the service, with what was brought.

    Two queries, or one where `typed_in` was read already.
    """
    brought, typed = documents_for(draft), typed_in(draft.vault) if typed is None else typed
    return [
        Wanted(proof.kind, proof.row, proof.facts, proof.required, [o for o in brought if proof.met_by(o.kind, o.row)], proof.period)
        for proof in proofs_for(definition(draft.version), typed)
    ]


def has_consented(vault: Vault, purpose: str) -> bool:
    """Whether a consent holds."""
    with opened(vault):
        return bool(Consent.objects.filter(vault=vault, purpose=purpose, withdrawn=None).exists())
