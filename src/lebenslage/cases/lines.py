"""The parts of a case as they are read: facts, proofs, questions, decisions - opened, put into words, nothing computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.cases.assessment import Assessed, assessed, names_of_people
from lebenslage.cases.facts import counts, reason_of, typed_facts, typed_of
from lebenslage.cases.models import Case, CaseFact, Decision, Evidence, Request
from lebenslage.cases.sealed import words_of
from lebenslage.journal.clock import today
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.residents.models import FactSource
from lebenslage.residents.places import ENTITIES, ON_A_ROW, PARTICULARS, ROWS
from lebenslage.residents.proofs import OTHER


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact: what it is, of whom, its value in words, from whom, since when, what the office thinks of it, and what stood there before.

    `typed` is the answer as it was typed, for a form that corrects it. `counts` is false where the law is not told.
    """

    id: int
    place: str
    entity: str
    fact: str
    label: str
    person: str
    value: str
    typed: Sequence[str]
    source: str
    since: datetime
    state: str
    counts: bool
    reason: str
    by: str
    evidence: UUID | None
    history: Sequence[FactLine] = ()


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One proof."""

    id: UUID
    kind: str
    label: str
    row: str
    name: str
    state: str
    reason: str
    media_type: str
    size: int
    at: datetime
    judged: datetime | None
    judged_by: str
    facts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One question of the office."""

    id: UUID
    text: str
    evidence_kind: str
    place: str
    asked: datetime
    asked_by: str
    due: date
    warning: bool
    answered: datetime | None
    withdrawn: datetime | None

    @property
    def open(self) -> bool:
        """Whether an answer is awaited."""
        return self.answered is None and self.withdrawn is None

    @property
    def overdue(self) -> bool:
        """Whether it was not answered in time."""
        return self.open and self.due < today()


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision, standing or sent back."""

    id: UUID
    outcome: str
    amount: int
    begins: date | None
    ends: date | None
    reasons: str
    proposed: datetime
    proposed_by: str
    proposer: UUID
    approved: datetime | None
    approved_by: str
    returned: datetime | None
    returned_by: str
    return_reason: str


class FactLines:
    """Makes the lines of the facts of one case."""

    def __init__(self, outcome: Assessed, typed: Mapping[str, Sequence[str]], say: Texts) -> None:
        """Take what was understood, so that values are said as the law reads them."""
        self.outcome, self.say = outcome, say
        keys = outcome.answers.rows[PERSON]
        self.names = dict(zip(keys, names_of_people(outcome.answers, typed, say.language), strict=True))

    def told(self, facts: Iterable[CaseFact]) -> Iterator[FactLine]:
        """The current facts with what stood there before, in the order of the form."""
        earlier: dict[str, list[FactLine]] = {}
        current = []
        for fact in facts:
            if fact.place in ROWS:
                continue
            if fact.until is None:
                current.append(fact)
            else:
                earlier.setdefault(fact.place, []).append(self._line(fact))
        for fact in sorted(current, key=lambda one: _order(one.place)):
            yield self._line(fact, tuple(earlier.get(fact.place, ())))

    def _line(self, fact: CaseFact, history: Sequence[FactLine] = ()) -> FactLine:
        typed, (entity, key, id) = typed_of(fact), _parts(fact.place)
        law_fact = VOCABULARY.facts[ENTITIES[entity]].get(id) if entity in ENTITIES else None
        return FactLine(
            id=fact.id,
            place=fact.place,
            entity=entity,
            fact=id,
            label=self._label(entity, id, law_fact),
            person=self.names.get(key, "") if entity == PERSON.name else "",
            value=self._value(law_fact, key, typed, current=fact.until is None),
            typed=typed,
            source=FactSource(fact.source).value,
            since=fact.since,
            state=fact.state,
            counts=fact.until is None and counts(fact.place, fact.state),
            reason=reason_of(fact),
            by=fact.by.name if fact.by is not None else "",
            evidence=fact.evidence_id,
            history=history,
        )

    def _label(self, entity: str, id: str, fact: Fact | None) -> str:
        if fact is not None:
            return self.say.label(fact)
        if entity == PARTICULARS and self.say.has("particulars", id, "label"):
            return self.say("particulars", id, "label")
        return self.say("cases", "facts", id) if self.say.has("cases", "facts", id) else id

    def _value(self, fact: Fact | None, key: str, typed: Sequence[str], *, current: bool) -> str:
        if fact is None or self.outcome.household is None:
            return ", ".join(typed)
        given = self._given(fact, key, self.outcome.household) if current else None
        if given is None:
            return self._choices(fact, typed) or ", ".join(typed)
        word = next((word for word, meant in fact.asked.words.items() if meant == given), "")
        return self.say("words", word) if word else self.say.value(given, fact.unit, fact.choices, self.outcome.household.names[PERSON])

    def _given(self, fact: Fact, key: str, household: Household) -> int | None:
        """The answer as the household holds it; None where it was not read."""
        rows = [key] if fact.entity.single else list(self.outcome.answers.rows[fact.entity])
        if fact not in household.given or key not in rows:
            return None
        value = household.get(fact, rows.index(key))
        return value if isinstance(value, int) else None

    def _choices(self, fact: Fact, typed: Sequence[str]) -> str:
        if fact.choices is None:
            return ""
        kind = fact.choices.__name__
        return ", ".join(self.say("choices", kind, one) if self.say.has("choices", kind, one) else one for one in typed)


def facts_of(case: Case, language: str = "de") -> Sequence[FactLine]:
    """The facts of a case in words, with source, judgement, proof and history."""
    facts = list(CaseFact.objects.filter(case=case).select_related("by").order_by("id"))
    outcome = assessed(typed_facts(fact for fact in facts if fact.until is None), case.version.service)
    return fact_lines(facts, outcome, language)


def fact_lines(facts: Sequence[CaseFact], outcome: Assessed, language: str = "de") -> Sequence[FactLine]:
    """The same for facts that were read and assessed already."""
    typed = {fact.place: typed_of(fact) for fact in facts if fact.until is None}
    return list(FactLines(outcome, typed, sentences(language)).told(facts))


def _parts(place: str) -> tuple[str, str, str]:
    found = ON_A_ROW.match(place)
    return (found[1], found[2], found[3]) if found else ("", "", place)


def _order(place: str) -> tuple[int, int, int]:
    """Particulars first, then household, persons and payments, each row by row in the order of the facts."""
    entity, key, id = _parts(place)
    if entity not in ENTITIES:
        return (-1, 0, 0)
    known = list(VOCABULARY.facts[ENTITIES[entity]])
    return (list(ENTITIES).index(entity), int(key), known.index(id) if id in known else -1)


def evidence_lines(proofs: Iterable[Evidence], facts: Iterable[CaseFact], say: Texts) -> Iterator[EvidenceLine]:
    """The proofs with the places of the facts they are for."""
    places: dict[UUID, list[str]] = {}
    for fact in facts:
        if fact.evidence_id and fact.until is None:
            places.setdefault(fact.evidence_id, []).append(fact.place)
    for proof in proofs:
        yield EvidenceLine(
            id=proof.id,
            kind=proof.kind,
            label=proof_label(proof.kind, say),
            row=proof.row,
            name=words_of(proof, "name"),
            state=proof.state,
            reason=words_of(proof, "reason"),
            media_type=proof.blob.media_type,
            size=proof.blob.size,
            at=proof.at,
            judged=proof.judged,
            judged_by=proof.judged_by.name if proof.judged_by is not None else "",
            facts=places.get(proof.id, ()),
        )


def proof_label(kind: str, say: Texts) -> str:
    """A kind of proof in words; what is of no kind is a further proof."""
    return say("cases", "further_proof") if kind == OTHER else say("proofs", kind)


def request_line(request: Request) -> RequestLine:
    """A question of the office."""
    return RequestLine(
        id=request.id,
        text=words_of(request, "text"),
        evidence_kind=request.evidence_kind,
        place=request.place,
        asked=request.asked,
        asked_by=request.asked_by.name,
        due=request.due,
        warning=request.warning,
        answered=request.answered,
        withdrawn=request.withdrawn,
    )


def decision_line(decision: Decision) -> DecisionLine:
    """A decision."""
    return DecisionLine(
        id=decision.id,
        outcome=decision.outcome,
        amount=decision.amount,
        begins=decision.begins,
        ends=decision.ends,
        reasons=words_of(decision, "reasons"),
        proposed=decision.proposed,
        proposed_by=decision.proposed_by.name,
        proposer=decision.proposed_by_id,
        approved=decision.approved,
        approved_by=decision.approved_by.name if decision.approved_by is not None else "",
        returned=decision.returned,
        returned_by=decision.returned_by.name if decision.returned_by is not None else "",
        return_reason=words_of(decision, "return"),
    )
