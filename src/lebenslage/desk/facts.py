"""The facts of a case, in the middle of the screen: a line each, in the sections of the service; what is ordinary is folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from django.urls import reverse

from lebenslage.authorities.queries import find
from lebenslage.benefits.facts import VOCABULARY
from lebenslage.cases.queries import CaseFile, EvidenceLine, FactLine
from lebenslage.desk.kept import CORRECTION
from lebenslage.desk.ordinary import KNOWN, foldable, is_said_elsewhere, stands_out
from lebenslage.desk.proofs import ProofOfPart, Wanted, belongs, proofs_of_part, proofs_wanted, row_of
from lebenslage.desk.saying import day, judged_mark, short_label, short_value, words
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import PERSON
from lebenslage.pages.fields import Field, Sketch, draw
from lebenslage.residents.answers import GEMEINDE
from lebenslage.residents.places import ENTITIES, NAME, ON_A_ROW
from lebenslage.services.queries import definition

ELSEWHERE: Final = "weitere"


@dataclass(frozen=True, slots=True)
class Shown:
    """One fact. `field` is there while it is being changed."""

    id: int
    anchor: str
    label: str
    value: str
    source: str
    state: str
    mark: str
    open: bool
    reason: str
    judge: str
    correct: str
    history: Sequence[str]
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The facts of one row: a person, a payment, or the household."""

    heading: str
    facts: Sequence[Shown]
    proofs: Sequence[ProofOfPart] = ()


@dataclass(frozen=True, slots=True)
class Fold:
    """What needs no look at first: how many facts, which, and those of them that nobody has judged."""

    sentence: str
    parts: Sequence[Part]
    waiting: Sequence[int]
    open: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the application. `waiting` are its facts that nobody has judged yet, where there are several."""

    id: str
    heading: str
    parts: Sequence[Part]
    fold: Fold | None
    waiting: Sequence[int]


def heading_of(section: str) -> str:
    """What a section is called."""
    say = words()
    if say.has("sections", section, "heading"):
        return say("sections", section, "heading")
    return say("desk", "sections", section) if say.has("desk", "sections", section) else section.capitalize()


@dataclass(frozen=True, slots=True)
class Facts:
    """Puts the facts of a case into words; `changing` is the place of the one that is being changed."""

    file: CaseFile
    changing: str = ""

    def sections(self) -> Sequence[Section]:
        """Every fact in the section of the service where it was asked; what stands on the left already comes last."""
        where = _sections_of(self.file)
        lines: dict[str, list[FactLine]] = {}
        for line in self.file.facts:
            if not is_said_elsewhere(self.file, line):
                lines.setdefault(where.get(line.fact, ELSEWHERE), []).append(line)
        order = sorted(dict.fromkeys(where.values()), key=KNOWN.__contains__)
        wanted = proofs_wanted(self.file)
        return [self._section(id, lines[id], wanted) for id in [*order, ELSEWHERE] if id in lines]

    def _section(self, id: str, lines: Sequence[FactLine], wanted: Sequence[Wanted]) -> Section:
        folded = foldable(id, lines)
        shown = [line for line in lines if line not in folded]
        waiting = _waiting(lines)
        parts = [replace(part, proofs=self._proofs(part, lines, wanted)) for part in self._parts(shown)]
        return Section(id, heading_of(id), parts, self._fold(id, folded), waiting if len(waiting) > 1 else ())

    def _proofs(self, part: Part, lines: Sequence[FactLine], wanted: Sequence[Wanted]) -> Sequence[ProofOfPart]:
        row = row_of(part.facts[0].anchor)
        return proofs_of_part(self.file, [line for line in lines if row_of(line.place) == row], wanted)

    def _fold(self, id: str, lines: Sequence[FactLine]) -> Fold | None:
        if not lines:
            return None
        labels = ", ".join(dict.fromkeys(short_label(line) for line in lines))
        sentence = words()("desk", "fold", "known" if id in KNOWN else "ordinary", number=len(lines), labels=labels)
        opened = any(stands_out(self.file, line) or line.place == self.changing for line in lines)
        return Fold(sentence, self._parts(lines), _waiting(lines), opened)

    def _parts(self, lines: Sequence[FactLine]) -> Sequence[Part]:
        rows = [(row, list(of_row)) for row, of_row in groupby(lines, key=lambda line: row_of(line.place))]
        return [Part(_heading(row, of_row[0]), [self.shown(line) for line in of_row]) for row, of_row in rows]

    def proven_by(self, proof: EvidenceLine) -> Iterator[Shown]:
        """The facts that a proof is for."""
        return (self.shown(line) for line in self.file.facts if belongs(proof, line))

    def shown(self, line: FactLine) -> Shown:
        """One fact in words."""
        say = words()
        return Shown(
            id=line.id,
            anchor=line.place,
            label=short_label(line),
            value=_value(line) or say("desk", "none"),
            source=_source(line),
            state=say("desk", "fact", "states", line.state),
            mark=judged_mark(line.state),
            open=line.state == "open",
            reason=say("desk", "fact", "because", reason=line.reason) if line.reason else "",
            judge=reverse("desk:judge_fact", args=[self.file.case.id, line.id]),
            correct=reverse("desk:correct", args=[self.file.case.id, line.place]),
            history=[_earlier(one) for one in line.history],
            field=correction(self.file, line) if line.place == self.changing else None,
        )


def _waiting(lines: Sequence[FactLine]) -> Sequence[int]:
    return [line.id for line in lines if line.state == "open"]


def _sections_of(file: CaseFile) -> Mapping[str, str]:
    """The section of each fact and particular, by its id; names and the town stand with who applies."""
    said = definition(file.case.version).sections
    applicant = next(section.id for section in said if section.id in KNOWN)
    asked = {id: section.id for section in said for id in (*section.facts, *section.particulars)}
    return {**asked, NAME: applicant, GEMEINDE: applicant}


def _heading(row: str, line: FactLine) -> str:
    """Whose facts these are; nothing for the household."""
    if line.person:
        return line.person
    entity, _, key = row.rpartition("-")
    several = entity in ENTITIES and not ENTITIES[entity].single
    return words()("desk", "case", "row", entity=entity.capitalize(), number=key) if several else ""


def _value(line: FactLine) -> str:
    """The value in words; a municipality by its name."""
    return find(line.typed[0]).name if line.place == GEMEINDE and line.typed else short_value(line)


def _source(line: FactLine) -> str:
    say = words()
    source = say("desk", "fact", "sources", line.source)
    if line.by and line.source != "resident":
        return say("desk", "fact", "by", source=source, name=line.by, day=day(line.since))
    return say("desk", "fact", "source_since", source=source, day=day(line.since))


def _earlier(line: FactLine) -> str:
    say = words()
    because = f". {say('desk', 'fact', 'because', reason=line.reason)}" if line.reason else ""
    return f"{line.value or say('desk', 'none')} – {_source(line)}{because}"


def _fact_at(place: str) -> Fact | None:
    parts = ON_A_ROW.match(place)
    return VOCABULARY.facts[ENTITIES[parts[1]]].get(parts[3]) if parts and parts[1] in ENTITIES else None


def correction(file: CaseFile, line: FactLine) -> Field:
    """The field that corrects an answer: the one of the application, with what stands there now."""
    fact, name = _fact_at(line.place), f"{CORRECTION}-{line.place}"
    if fact is None:
        return Field(name=name, control="text", label=line.label, value=", ".join(line.typed))
    key = line.place.split("-")[1]
    keys = file.assessed.answers.rows[PERSON]
    names = list(file.assessed.household.names[PERSON]) if file.assessed.household is not None else list(keys)
    people = [(one, person) for one, person in zip(keys, names, strict=True) if one != key]
    drawn = draw(fact, Sketch(name=name, given=line.typed, people=people), words())
    return replace(drawn, label=line.label, help=(), hint="")
