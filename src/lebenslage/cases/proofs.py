"""The proofs of a case: how they come, which facts they are for, and which ones are still wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import uuid4

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.cases.assessment import Assessed
from lebenslage.cases.models import Case, CaseFact, Evidence, EvidenceState
from lebenslage.cases.sealed import seal_words
from lebenslage.files.actions import copy_for, keep
from lebenslage.journal.clock import now, today
from lebenslage.pages.frame import sentences
from lebenslage.residents.answers import as_places
from lebenslage.residents.models import Document
from lebenslage.residents.places import ENTITIES, ON_A_ROW
from lebenslage.residents.proofs import Proof, proofs_for
from lebenslage.residents.queries import file_name
from lebenslage.services.queries import definition


def proves(kind: str, row: str, place: str) -> bool:
    """Whether a proof of a kind, for a row such as `person-2` or for all, is for the fact at a place."""
    parts = ON_A_ROW.match(place)
    entity = ENTITIES.get(parts[1]) if parts else None
    fact = VOCABULARY.facts[entity].get(parts[3]) if parts and entity is not None else None
    return fact is not None and fact.asked.evidence == kind and row in ("", place.rpartition("-")[0])


def bring(case: Case, documents: Iterable[Document]) -> Sequence[Evidence]:
    """Copy documents into a case, each once, sealed under the authority's key; facts of which nothing was proved yet get their proof."""
    there = set(Evidence.objects.filter(case=case).values_list("document_id", flat=True))
    fresh = {document.id: document for document in documents if document.id not in there}
    brought = [_copied(case, document) for document in fresh.values()]
    if brought:
        prove(case, brought)
    return brought


def prove(case: Case, brought: Sequence[Evidence]) -> None:
    """Facts of which nothing was proved yet get their proof."""
    unproved = list(CaseFact.objects.filter(case=case, until=None, evidence=None))
    for fact in unproved:
        fact.evidence = next((one for one in brought if proves(one.kind, one.row, fact.place)), None)
    CaseFact.objects.bulk_update([fact for fact in unproved if fact.evidence is not None], ["evidence"])


def bring_copy(case: Case, proof: Evidence, content: bytes, name: str) -> Evidence:
    """The same proof in a case of another authority, opened there and sealed anew here; what was thought of it there is not copied."""
    id = uuid4()
    return Evidence.objects.create(
        id=id,
        case=case,
        authority_id=case.authority_id,
        vault_id=case.vault_id,
        document_id=proof.document_id,
        blob=keep(
            content,
            media_type=proof.blob.media_type,
            key_owner=case.authority_id,
            authority=case.authority_id,
            vault=case.vault_id,
            scanned=proof.blob.scan,
        ),
        kind=proof.kind,
        row=proof.row,
        sealed_name=seal_words(case.authority_id, id, "name", name),
        at=proof.at,
    )


def _copied(case: Case, document: Document) -> Evidence:
    id = uuid4()
    return Evidence.objects.create(
        id=id,
        case=case,
        authority_id=case.authority_id,
        vault_id=case.vault_id,
        document=document,
        blob=copy_for(
            document.blob, key_owner=case.authority_id, authority=case.authority_id, vault=case.vault_id, mark=_mark(case, document)
        ),
        kind=document.kind,
        row=document.row,
        sealed_name=seal_words(case.authority_id, id, "name", _named(document)),
        at=now(),
    )


def _named(document: Document) -> str:
    """What the file was called, and which months it shows: Lohn.pdf (08/2026, 09/2026)."""
    months = ", ".join(f"{month[5:]}/{month[:4]}" for month in document.months.split())
    return f"{file_name(document)} ({months})" if months else file_name(document)


def _mark(case: Case, document: Document) -> str:
    """What stands across the copy of an identity document (PAuswG § 20 Abs. 2): that it is one, for what, for whom and of which day."""
    kind, say = definition(case.version).evidence_kind(document.kind), sentences("de")
    if kind is None or not kind.identity:
        return ""
    service = say("benefits", case.version.service, "name")
    return say("residents", "mark", service=service, town=case.authority.town, day=say.day(today().toordinal()))


def still_wanted(case: Case, outcome: Assessed) -> Sequence[Proof]:
    """The proofs without which nothing can be decided and that have not come, or were rejected."""
    came = list(Evidence.objects.filter(case=case).exclude(state=EvidenceState.REJECTED).values_list("kind", "row"))
    wanted = proofs_for(definition(case.version), as_places(outcome.answers))
    return [proof for proof in wanted if proof.required and not any(proof.met_by(kind, row) for kind, row in came)]
