"""The proofs of a case: those that came, judged or not, and those that the answers call for and that are lacking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from lebenslage.cases.proofs import proves
from lebenslage.cases.queries import CaseFile, EvidenceLine, FactLine
from lebenslage.desk.saying import Link, day, judged_mark, short_label, words
from lebenslage.residents.answers import as_places
from lebenslage.residents.proofs import OTHER, proofs_for
from lebenslage.services.queries import definition

SETTLED: Final = frozenset({"accepted", "rejected"})
NEW: Final = "received"
REASONS: Final = ("unreadable", "incomplete", "outdated", "other")


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof, judged or not."""

    id: str
    label: str
    about: str
    state: str
    mark: str
    open: bool
    new: bool
    reason: str
    address: str
    file: str
    judge: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of proof that the answers call for, for a row or for all, and the facts it is for."""

    kind: str
    row: str
    required: bool
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class ProofOfPart:
    """A proof as it stands above the facts that it is for. Without a state it is lacking, and the address is where to ask for it."""

    label: str
    address: str
    state: str
    facts: str


def label_of_proof(kind: str) -> str:
    """What a kind of proof is called, in a word or two where there is one."""
    say = words()
    if kind == OTHER:
        return say("cases", "further_proof")
    return say("desk", "short", "proofs", kind) if say.has("desk", "short", "proofs", kind) else say("proofs", kind)


def proofs(file: CaseFile) -> Sequence[Proof]:
    """Every proof of the case."""
    return [proof(file, one) for one in file.evidence]


def proof(file: CaseFile, line: EvidenceLine) -> Proof:
    """One proof in words."""
    say = words()
    judged = say("desk", "proof", "states", line.state)
    if line.judged is not None:
        judged = say("desk", "proof", "judged", state=judged, day=day(line.judged), name=line.judged_by)
    about = (whose(file, line.row), line.name, say("desk", "proof", "received", day=day(line.at)))
    return Proof(
        id=str(line.id),
        label=label_of_proof(line.kind),
        about=", ".join(part for part in about if part),
        state=judged,
        mark=judged_mark(line.state),
        open=line.state not in SETTLED,
        new=line.state == NEW,
        reason=line.reason,
        address=_address(file, line.id),
        file=reverse("desk:proof_file", args=[file.case.id, line.id]),
        judge=reverse("desk:judge_proof", args=[file.case.id, line.id]),
    )


def _address(file: CaseFile, proof: UUID) -> str:
    return reverse("desk:proof", args=[file.case.id, proof])


def row_of(place: str) -> str:
    """The row on which a place lies."""
    return place.rpartition("-")[0]


def whose(file: CaseFile, row: str) -> str:
    """The name of the person of a row; nothing where it is none of a person."""
    return next((line.person for line in file.facts if row_of(line.place) == row and line.person), "")


def proofs_wanted(file: CaseFile) -> Sequence[Wanted]:
    """Which proofs the answers call for."""
    found = proofs_for(definition(file.case.version), as_places(file.assessed.answers))
    return [Wanted(one.kind, one.row, one.required, frozenset(fact.id for fact in one.facts)) for one in found]


def proofs_lacking(file: CaseFile) -> Sequence[Link]:
    """Which of them have not come, or were rejected: each kind with those of whom it is, and the page that asks for it."""
    came = [(one.kind, one.row) for one in file.evidence if one.state != "rejected"]
    lacking = [one for one in proofs_wanted(file) if one.required and not any(k == one.kind and r in ("", one.row) for k, r in came)]
    kinds = dict.fromkeys(one.kind for one in lacking)
    return [Link(_named(file, [one for one in lacking if one.kind == kind]), _asking(file, kind)) for kind in kinds]


def _named(file: CaseFile, lacking: Sequence[Wanted]) -> str:
    people, label = [whose(file, one.row) for one in lacking], label_of_proof(lacking[0].kind)
    return f"{label} ({', '.join(people)})" if all(people) else label


def _asking(file: CaseFile, kind: str) -> str:
    return f"{reverse('desk:ask', args=[file.case.id])}?{urlencode({'was': 'nachweis', 'art': kind})}"


def belongs(proof: EvidenceLine, line: FactLine) -> bool:
    """Whether a proof is for a fact."""
    return proof.id == line.evidence or proves(proof.kind, proof.row, line.place)


def proofs_of_part(file: CaseFile, lines: Sequence[FactLine], wanted: Sequence[Wanted]) -> Sequence[ProofOfPart]:
    """What proves the facts of a part, each proof once; then what is lacking for those that nothing proves."""
    return [*_came(file, lines), *_lacking(file, lines, wanted)]


def _came(file: CaseFile, lines: Sequence[FactLine]) -> Iterator[ProofOfPart]:
    for proof in file.evidence:
        if labels := [short_label(line) for line in lines if belongs(proof, line)]:
            state = words()("desk", "proof", "states", proof.state)
            yield ProofOfPart(label_of_proof(proof.kind), _address(file, proof.id), state, ", ".join(labels))


def _lacking(file: CaseFile, lines: Sequence[FactLine], wanted: Sequence[Wanted]) -> Iterator[ProofOfPart]:
    bare = [line for line in lines if not any(belongs(proof, line) for proof in file.evidence)]
    for one in (one for one in wanted if one.required):
        if labels := [short_label(line) for line in bare if line.fact in one.ids and proves(one.kind, one.row, line.place)]:
            yield ProofOfPart(label_of_proof(one.kind), _asking(file, one.kind), "", ", ".join(labels))


def reasons_to_reject() -> Sequence[str]:
    """Sentences that a resident can read and act upon."""
    return [words()("desk", "proof", "suggestions", one) for one in REASONS]
