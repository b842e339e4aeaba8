"""The proofs of a case: how they come, which facts they are for, and which ones are still wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from uuid import uuid4

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.cases.assessment import Assessed
from lebenslage.cases.models import Case, CaseFact, Evidence, EvidenceState
from lebenslage.cases.sealed import seal_words
from lebenslage.files.actions import copy_for
from lebenslage.files.sealing import unseal_text
from lebenslage.journal.clock import now
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import PERSON, UNKNOWN
from lebenslage.residents.models import Document
from lebenslage.residents.places import ENTITIES, ON_A_ROW
from lebenslage.services.definition import Definition
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
    brought = [_copied(case, document) for document in documents if document.id not in there]
    unproved = list(CaseFact.objects.filter(case=case, until=None, evidence=None)) if brought else []
    for fact in unproved:
        fact.evidence = next((one for one in brought if proves(one.kind, one.row, fact.place)), None)
    CaseFact.objects.bulk_update([fact for fact in unproved if fact.evidence is not None], ["evidence"])
    return brought


def file_name(document: Document) -> str:
    """What the file was called."""
    return unseal_text(document.vault_id, document.sealed_name, about=f"document:{document.id}")


def _copied(case: Case, document: Document) -> Evidence:
    id = uuid4()
    return Evidence.objects.create(
        id=id,
        case=case,
        authority_id=case.authority_id,
        vault_id=case.vault_id,
        document=document,
        blob=copy_for(document.blob, key_owner=case.authority_id, authority=case.authority_id, vault=case.vault_id),
        kind=document.kind,
        row=document.row,
        sealed_name=seal_words(case.authority_id, id, "name", file_name(document)),
        at=now(),
    )


def still_wanted(case: Case, outcome: Assessed) -> Sequence[tuple[str, str]]:
    """The proofs without which nothing can be decided and that have not come, or were rejected: kind and row."""
    came = set(Evidence.objects.filter(case=case).exclude(state=EvidenceState.REJECTED).values_list("kind", "row"))
    wanted = dict.fromkeys(_wanted(definition(case.version), outcome))
    return [(kind, row) for kind, row in wanted if not {(kind, row), (kind, "")} & came]


def _wanted(service: Definition, outcome: Assessed) -> Iterator[tuple[str, str]]:
    """A proof is wanted for what was answered, unless the answer is one that needs none."""
    for kind in service.evidence:
        for fact in kind.facts if kind.required else ():
            if fact.id not in kind.optional_for:
                yield from ((kind.id, row) for row in _answered(fact, kind.unless.get(fact.id, ()), outcome))


def _answered(fact: Fact, unless: Sequence[str], outcome: Assessed) -> Iterator[str]:
    """The rows of the persons who answered, or `` for the household and for payments."""
    household, answers = outcome.household, outcome.answers
    if household is None:
        return
    for number, key in enumerate(answers.rows[fact.entity]):
        typed = answers.at(fact, key)
        if typed and not set(typed) <= set(unless) and household.get(fact, number) is not UNKNOWN:
            yield f"{PERSON.name}-{key}" if fact.entity == PERSON else ""
