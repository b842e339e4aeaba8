"""Which proofs the answers call for: one for each answered fact that is to be proved. Portal and desk ask here alike."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from lebenslage.benefits.facts import FACTS, VOCABULARY
from lebenslage.law.facts import Condition, Fact
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.pages.fields import NO, YES
from lebenslage.residents.answers import FIRST, Answers, Place, from_places
from lebenslage.services.definition import Definition, EvidenceKind

OTHER: Final = "sonstiges"
KINDS: Final = frozenset({fact.asked.evidence for fact in FACTS if fact.asked.evidence} | {OTHER})
MONTHS_A_YEAR: Final = 12
NOTHING: Final = "0,. €"


@dataclass(frozen=True, slots=True)
class Proof:
    """A kind of proof for a row, such as `person-2`, or for the household where `row` is empty; and the facts that it proves.

    `period`: for how many months there is one paper each.
    """

    kind: str
    row: str
    required: bool
    facts: Sequence[Fact]
    period: int = 0

    def met_by(self, kind: str, row: str) -> bool:
        """Whether a file of this kind, brought for this row or for all, is such a proof."""
        return kind == self.kind and (row in ("", self.row) or not self.row)


def holds_until(kind: EvidenceKind | None, came: date, months: str = "") -> date | None:
    """The last day on which a paper is taken: so many months after it came, or after the last month that it shows. None: it holds on."""
    if kind is None or kind.holds_for is None:
        return None
    if not months:
        return months_later(came, kind.holds_for)
    first = date.fromisoformat(f"{months.rsplit(maxsplit=1)[-1]}-01")
    return months_later(first, kind.holds_for + 1) - timedelta(days=1)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    month = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(month, MONTHS_A_YEAR)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def proofs_for(definition: Definition, typed: Mapping[str, Sequence[str]]) -> Sequence[Proof]:
    """The proofs that typed answers call for, in the order of the service. What proves the household proves its persons, too."""
    answers = from_places(typed)
    proofs = [proof for kind in definition.evidence for proof in _of_kind(kind, definition, answers)]
    of_all = {proof.kind for proof in proofs if not proof.row}
    return [proof for proof in proofs if not proof.row or proof.kind not in of_all]


def _of_kind(kind: EvidenceKind, definition: Definition, answers: Answers) -> Iterator[Proof]:
    asked = [fact for fact in kind.facts if fact in definition.facts]
    for entity in VOCABULARY.facts:
        for key in answers.rows[entity]:
            proved = [fact for fact in asked if fact.entity == entity and _to_prove(kind, Place(fact, key), answers)]
            if proved:
                required = kind.required and any(fact.id not in kind.optional_for for fact in proved)
                yield Proof(kind.id, "" if entity == HOUSEHOLD else f"{entity.name}-{key}", required, proved, kind.period)


def _to_prove(kind: EvidenceKind, place: Place, answers: Answers) -> bool:
    typed = answers.at(place.fact, place.key)
    free = kind.unless.get(place.fact.id, ())
    if not typed or all(text in free or not text.strip(NOTHING) for text in typed):
        return False
    when = place.fact.asked.when
    return when is None or _holds(when, place.key, answers)


def _holds(when: Condition, key: str, answers: Answers) -> bool:
    """Whether the question is still asked. An answer below a choice that was changed calls for nothing."""
    typed = answers.at(when.fact, FIRST if when.entity == HOUSEHOLD else key)
    if not typed:
        return True
    if when.fact.choices is None:
        return (YES if when.holds(1) else NO) in typed
    return any(text in when.names for text in typed)
