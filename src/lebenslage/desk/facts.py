"""The facts of a case, in the middle of the screen: in the sections of the service, each with its source, its proof, its history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from lebenslage.authorities.queries import find
from lebenslage.benefits.facts import VOCABULARY
from lebenslage.cases.proofs import proves
from lebenslage.cases.queries import CaseFile, EvidenceLine, FactLine
from lebenslage.desk.kept import CORRECTION
from lebenslage.desk.saying import Link, day, judged_mark, words
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import PERSON
from lebenslage.pages.fields import Field, Sketch, draw
from lebenslage.residents.answers import GEMEINDE, as_places
from lebenslage.residents.places import ENTITIES, ON_A_ROW
from lebenslage.residents.proofs import proofs_for
from lebenslage.services.queries import definition

ELSEWHERE: Final = "weitere"
AT_THE_END: Final = frozenset({"person", "konto"})  # they stand on the left already, and nothing is computed from them


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof, judged or not."""

    id: str
    label: str
    about: str
    state: str
    mark: str
    open: bool
    reason: str
    address: str
    file: str
    judge: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One fact."""

    anchor: str
    label: str
    value: str
    source: str
    state: str
    mark: str
    open: bool
    reason: str
    wants: str
    proofs: Sequence[Link]
    judge: str
    correct: str
    field: Field
    history: Sequence[str]


@dataclass(frozen=True, slots=True)
class Part:
    """The facts of one row: a person, a payment, or the household."""

    heading: str
    facts: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the application."""

    id: str
    heading: str
    parts: Sequence[Part]
    open: Sequence[int]


def label_of_proof(kind: str) -> str:
    """What a kind of proof is called."""
    say = words()
    return say("evidence", kind, "label") if say.has("evidence", kind, "label") else kind.replace("_", " ").capitalize()


def heading_of(section: str) -> str:
    """What a section is called."""
    say = words()
    if say.has("sections", section, "heading"):
        return say("sections", section, "heading")
    return say("desk", "sections", section) if say.has("desk", "sections", section) else section.capitalize()


def sections(file: CaseFile) -> Sequence[Section]:
    """Every fact in the section of the service where it was asked; what was asked nowhere comes last."""
    lines: dict[str, list[FactLine]] = {}
    where, wanted = _sections_of(file), proofs_wanted(file)
    for line in file.facts:
        lines.setdefault(where.get(line.fact, ELSEWHERE), []).append(line)
    order = sorted(dict.fromkeys(where.values()), key=AT_THE_END.__contains__)
    return [Section(id, heading_of(id), _parts(file, lines[id], wanted), _open(lines[id])) for id in [*order, ELSEWHERE] if id in lines]


def _open(lines: Sequence[FactLine]) -> Sequence[int]:
    """The facts that nobody has judged yet; one alone has its own button."""
    found = [line.id for line in lines if line.state == "open"]
    return found if len(found) > 1 else ()


def _sections_of(file: CaseFile) -> Mapping[str, str]:
    """The section of each fact and particular, by its id."""
    said = definition(file.case.version).sections
    return {id: section.id for section in said for id in (*section.facts, *section.particulars)}


def _parts(file: CaseFile, lines: Sequence[FactLine], wanted: Sequence[Wanted]) -> Sequence[Part]:
    rows: dict[str, list[FactLine]] = {}
    for line in lines:
        rows.setdefault(_row(line.place), []).append(line)
    return [Part(_heading(row, of_row[0]), [shown(file, line, wanted) for line in of_row]) for row, of_row in rows.items()]


def _row(place: str) -> str:
    return place.rpartition("-")[0]


def _heading(row: str, line: FactLine) -> str:
    """Whose facts these are; nothing for the household."""
    if line.person:
        return line.person
    entity, _, key = row.rpartition("-")
    several = entity in ENTITIES and not ENTITIES[entity].single
    return words()("desk", "case", "row", entity=entity.capitalize(), number=key) if several else ""


def shown(file: CaseFile, line: FactLine, wanted: Sequence[Wanted]) -> Shown:
    """One fact in words."""
    say = words()
    found = [proof for proof in file.evidence if proof.id == line.evidence or proves(proof.kind, proof.row, line.place)]
    lacking = next((one.kind for one in wanted if one.required and proves(one.kind, one.row, line.place) and line.fact in one.ids), "")
    return Shown(
        anchor=line.place,
        label=line.label,
        value=_value(line) or say("desk", "none"),
        source=_source(line),
        state=say("desk", "fact", "states", line.state),
        mark=judged_mark(line.state),
        open=line.state == "open",
        reason=say("desk", "fact", "because", reason=line.reason) if line.reason else "",
        wants=label_of_proof(lacking) if lacking else "",
        proofs=[Link(f"{one.label} ({say('desk', 'proof', 'states', one.state)})", _proof_address(file, one)) for one in found],
        judge=reverse("desk:judge_fact", args=[file.case.id, line.id]),
        correct=reverse("desk:correct", args=[file.case.id, line.place]),
        field=correction(file, line.place, line.label, line.typed),
        history=[_earlier(one) for one in line.history],
    )


def _value(line: FactLine) -> str:
    """The value in words; a municipality by its name."""
    return find(line.typed[0]).name if line.place == GEMEINDE and line.typed else line.value


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of proof that the answers call for, for a row or for all, and the facts it is for."""

    kind: str
    row: str
    required: bool
    ids: frozenset[str]


def proofs_wanted(file: CaseFile) -> Sequence[Wanted]:
    """Which proofs the answers call for."""
    found = proofs_for(definition(file.case.version), as_places(file.assessed.answers))
    return [Wanted(one.kind, one.row, one.required, frozenset(fact.id for fact in one.facts)) for one in found]


def proofs_lacking(file: CaseFile) -> Sequence[Link]:
    """Which of them have not come, or were rejected: each with the page that asks for it."""
    came = [(one.kind, one.row) for one in file.evidence if one.state != "rejected"]
    lacking = [one for one in proofs_wanted(file) if one.required and not any(k == one.kind and r in ("", one.row) for k, r in came)]
    here = reverse("desk:ask", args=[file.case.id])
    return [Link(_named(file, one), f"{here}?{urlencode({'was': 'nachweis', 'art': one.kind})}") for one in lacking]


def _named(file: CaseFile, wanted: Wanted) -> str:
    person, label = _whose(file, wanted.row), label_of_proof(wanted.kind)
    return words()("at", person=person, sentence=label) if person else label


def _source(line: FactLine) -> str:
    say = words()
    source = say("desk", "fact", "sources", line.source)
    if line.by and line.source != "resident":
        return say("desk", "fact", "by", source=source, name=line.by, day=day(line.since))
    return say("desk", "fact", "source_since", source=source, day=day(line.since))


def _earlier(line: FactLine) -> str:
    say = words()
    return f"{line.value or say('desk', 'none')} – {_source(line)}" + (
        f". {say('desk', 'fact', 'because', reason=line.reason)}" if line.reason else ""
    )


def _fact_at(place: str) -> Fact | None:
    parts = ON_A_ROW.match(place)
    return VOCABULARY.facts[ENTITIES[parts[1]]].get(parts[3]) if parts and parts[1] in ENTITIES else None


def correction(file: CaseFile, place: str, label: str, typed: Sequence[str]) -> Field:
    """The field that corrects an answer: the one of the application, with what stands there now."""
    fact = _fact_at(place)
    if fact is None:
        return Field(name=f"{CORRECTION}-{place}", control="text", label=label, value=", ".join(typed))
    key = place.split("-")[1]
    keys = file.assessed.answers.rows[PERSON]
    names = list(file.assessed.household.names[PERSON]) if file.assessed.household is not None else list(keys)
    people = [(one, name) for one, name in zip(keys, names, strict=True) if one != key]
    drawn = draw(fact, Sketch(name=f"{CORRECTION}-{place}", given=typed, people=people), words())
    return replace(drawn, label=words().label(fact), help=(), hint="")


def proofs(file: CaseFile) -> Sequence[Proof]:
    """Every proof of the case."""
    return [proof(file, one) for one in file.evidence]


def proof(file: CaseFile, line: EvidenceLine) -> Proof:
    """One proof in words."""
    say = words()
    judged = f"{say('desk', 'proof', 'states', line.state)}"
    if line.judged is not None:
        judged = say("desk", "proof", "judged", state=judged, day=day(line.judged), name=line.judged_by)
    whose = _whose(file, line.row)
    about = ", ".join(part for part in (whose, line.name, say("desk", "proof", "received", day=day(line.at))) if part)
    return Proof(
        id=str(line.id),
        label=line.label,
        about=about,
        state=judged,
        mark=judged_mark(line.state),
        open=line.state not in ("accepted", "rejected"),
        reason=line.reason,
        address=_proof_address(file, line),
        file=reverse("desk:proof_file", args=[file.case.id, line.id]),
        judge=reverse("desk:judge_proof", args=[file.case.id, line.id]),
    )


def _proof_address(file: CaseFile, line: EvidenceLine) -> str:
    return reverse("desk:proof", args=[file.case.id, line.id])


def _whose(file: CaseFile, row: str) -> str:
    return next((line.person for line in file.facts if _row(line.place) == row and line.person), "")


def proven_by(file: CaseFile, line: EvidenceLine) -> Iterator[Shown]:
    """The facts that a proof is for."""
    wanted = proofs_wanted(file)
    for fact in file.facts:
        if fact.place in line.facts or proves(line.kind, line.row, fact.place):
            yield shown(file, fact, wanted)


def reasons_to_reject() -> Sequence[str]:
    """Sentences that a resident can read and act upon."""
    say = words()
    return [say("desk", "proof", "suggestions", one) for one in ("unreadable", "incomplete", "outdated", "other")]
