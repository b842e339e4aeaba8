"""The rest of a case in words: its head, the person and her deadlines, questions, messages, the decision and its notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import reverse

from lebenslage.benefits.facts import personen
from lebenslage.cases.models import CustodyStep, Direction, Dispatch, Forwarding
from lebenslage.cases.queries import CaseFile, DecisionLine, RequestLine
from lebenslage.cases.remedy import remedy_of
from lebenslage.cases.sealed import words_of
from lebenslage.cases.states import State
from lebenslage.contact.queries import Line
from lebenslage.desk.saying import Link, Pair, clock, day, short_value, state_in_words, state_mark, words
from lebenslage.journal.clock import today
from lebenslage.kernel.units import CentPerMonth, unit_of

FIRST_PERSON: Final = "person-1-"
IN_THIS_OFFICE: Final = (CustodyStep.STORED, CustodyStep.DELIVERED, CustodyStep.FETCHED, CustodyStep.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a case."""

    id: UUID
    number: str
    name: str
    service: str
    state: str
    mark: str
    paused: str
    revision: int
    notes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Person:
    """The left side: who applies, who lives with her, which days count, how the application came in."""

    applicant: Sequence[Pair]
    household: Sequence[Pair]
    deadlines: Sequence[Pair]
    custody: Sequence[Pair]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the office, and how it stands."""

    text: str
    standing: str
    withdraw: str


@dataclass(frozen=True, slots=True)
class Said:
    """A message."""

    sender: str
    head: str
    text: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in words."""

    outcome: str
    amount: str
    period: str
    people: Sequence[str]
    reasons: str
    returned: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A notice: where it is, how it went out, from when it counts."""

    address: str
    issued: str
    sent: Sequence[Pair]
    rules: Sequence[str]
    ways: Sequence[Mapping[str, str]]
    today: str


def head(file: CaseFile) -> Head:
    """What stands above a case."""
    say, case = words(), file.case
    paused = say("desk", "case", "paused", day=day(case.waiting_since)) if case.waiting_since else ""
    service = say("benefits", case.version.service, "name")
    mark = state_mark(case.state)
    return Head(case.id, case.number, file.name, service, state_in_words(case.state), mark, paused, case.revision, list(_notes(file)))


def _notes(file: CaseFile) -> Iterator[str]:
    """What somebody must know before anything else."""
    if file.case.formless:
        yield words()("desk", "case", "formless")
    yield from _forwardings(file)


def _forwardings(file: CaseFile) -> Iterator[str]:
    """From where a case came, and where it went, in sentences."""
    for one in file.forwardings:
        about = {"office": one.address.partition("\n")[0], "day": day(one.at), "reason": words_of(one, "reason"), "number": one.number}
        when = f"{day(one.arrived)}, {clock(one.arrived)}" if one.arrived is not None else ""
        yield words()("desk", "forward", _stage(one), when=when, **about)


def _stage(one: Forwarding) -> str:
    """How far it is: it came here; it is under way, has arrived there, or is printed for the post."""
    if one.direction == Direction.IN:
        return "came"
    if one.arrived is None:
        return "under_way"
    return "arrived" if one.office_id is not None else "printed"


def person(file: CaseFile) -> Person:
    """The left side."""
    return Person(list(_applicant(file)), list(_household(file)), list(_deadlines(file)), list(_custody(file)))


def _applicant(file: CaseFile) -> Iterator[Pair]:
    say = words()
    told = {line.fact: line.value for line in file.facts if line.place.startswith(("angaben-1-", FIRST_PERSON)) or "-" not in line.place}
    street = f"{told.get('strasse', '')} {told.get('hausnummer', '')}".strip()
    town = f"{told.get('plz', '')} {told.get('ort', '')}".strip()
    yield Pair(file.name, say("desk", "case", "born", day=told.get(personen.geburtsdatum.id, say("desk", "none"))))
    for key, value in (
        ("address", ", ".join(part for part in (street, town) if part)),
        ("contact", ", ".join(told[id] for id in ("telefon", "email") if told.get(id))),
        ("account", told.get("iban", "")),
    ):
        if value:
            yield Pair(say("desk", "case", key), value)


def _household(file: CaseFile) -> Iterator[Pair]:
    """Every member with her place in the household and her birthday."""
    rows: dict[str, dict[str, str]] = {}
    for line in file.facts:
        if line.person:
            rows.setdefault(line.person, {})[line.fact] = short_value(line)
    for name, told in rows.items():
        about = (told.get(personen.verhaeltnis.id, ""), told.get(personen.geburtsdatum.id, ""))
        yield Pair(name, ", ".join(part for part in about if part))


def _deadlines(file: CaseFile) -> Iterator[Pair]:
    say, case = words(), file.case
    yield Pair(say("desk", "case", "received"), f"{day(case.submitted)}, {clock(case.submitted)}")
    if case.due is not None:
        yield Pair(say("desk", "case", "due_paused" if case.waiting_since else "due"), day(case.due))
    for request in file.requests:
        if request.open:
            yield Pair(say("desk", "case", "answer_until"), day(request.due))
    if file.notice is not None and file.notice.remedy_until is not None:
        yield Pair(remedy_until(file), day(file.notice.remedy_until))
    yield Pair(say("desk", "case", "worker"), case.worker.name if case.worker is not None else say("desk", "nobody"))


def _custody(file: CaseFile) -> Iterator[Pair]:
    say, done = words(), file.case.state == State.FORWARDED
    for step in (*file.custody, *(step for step in IN_THIS_OFFICE if step not in file.custody and not done)):
        at = file.custody.get(step)
        yield Pair(say("desk", "case", "custody_steps", step), f"{day(at)}, {clock(at)}" if at else say("desk", "none"))


def requests(file: CaseFile) -> Sequence[Asked]:
    """The questions of the office."""
    open_to_change = "ask" in file.allowed
    return [Asked(one.text, _standing(one), _withdrawing(file, one) if one.open and open_to_change else "") for one in file.requests]


def _withdrawing(file: CaseFile, request: RequestLine) -> str:
    return reverse("desk:withdraw_request", args=[file.case.id, request.id])


def _standing(request: RequestLine) -> str:
    say = words()
    if request.answered is not None:
        return say("desk", "requests", "answered", answered=day(request.answered))
    if request.withdrawn is not None:
        return say("desk", "requests", "withdrawn", withdrawn=day(request.withdrawn))
    return say("desk", "requests", "open", asked=day(request.asked), due=day(request.due))


def messages(file: CaseFile) -> Sequence[Said]:
    """What was written."""
    return [_message(one) for one in file.messages]


def _message(line: Line) -> Said:
    say = words()
    sender = say("desk", "messages", line.sender)
    return Said(
        line.sender, say("desk", "messages", "head", sender=sender, day=day(line.at), time=clock(line.at)), line.text or _announced(line)
    )


def _announced(line: Line) -> str:
    """A sentence of the house, filled with its values."""
    say = words()
    path = ("desk", "messages", "announced", line.key)
    return say(*path, **line.values) if say.has(*path) else line.key


def papers(file: CaseFile) -> Sequence[Link]:
    """What was printed."""
    say = words()
    return [
        Link(f"{say('desk', 'case', one.kind)}, {day(one.at)}", reverse("desk:paper", args=[file.case.id, one.id])) for one in file.papers
    ]


def decision(file: CaseFile) -> Decided | None:
    """The decision that stands, or the last one that came back."""
    line = file.standing or (file.decisions[-1] if file.decisions else None)
    return decided(line) if line is not None else None


def decided(line: DecisionLine) -> Decided:
    """A decision in words."""
    say = words()
    period = say("desk", "decision", "period", begins=day(line.begins), ends=day(line.ends)) if line.begins else ""
    people = [say("desk", "decision", "proposed", name=line.proposed_by, day=day(line.proposed))]
    if line.approved is not None:
        people.append(say("desk", "decision", "approved", name=line.approved_by, day=day(line.approved)))
    returned = (
        say("desk", "decision", "returned_by", name=line.returned_by, day=day(line.returned), reason=line.return_reason)
        if line.returned
        else ""
    )
    return Decided(
        outcome=say("desk", "propose", "outcomes", line.outcome),
        amount=say.value(line.amount, unit_of(CentPerMonth)) if line.amount else "",
        period=period,
        people=people,
        reasons=line.reasons,
        returned=returned,
    )


def notice(file: CaseFile) -> Sent | None:
    """The notice, once it is printed."""
    found, say = file.notice, words()
    if found is None:
        return None
    pairs = (
        (say("desk", "notice", "posted"), found.posted),
        (say("desk", "notice", "counts_from"), found.counts_from),
        (remedy_until(file), found.remedy_until),
        (say("desk", "notice", "read"), found.read),
    )
    sent = [Pair(label, day(when)) for label, when in pairs if when]
    way = Pair(say("desk", "notice", "way"), say("desk", "notice", "ways", found.dispatch))
    return Sent(
        address=reverse("desk:paper", args=[file.case.id, found.paper_id]),
        issued=say("desk", "notice", "issued", day=day(found.issued)),
        sent=[way, *sent] if found.posted else [],
        rules=[say("desk", "notice", "rule_notified"), rule_of_remedy(file)],
        ways=[{"id": way, "label": say("desk", "notice", "ways", way)} for way in Dispatch.values],
        today=today().isoformat(),
    )


def remedy_until(file: CaseFile) -> str:
    """What the last day of the remedy of this service is called."""
    return words()("desk", "remedy", remedy_of(file.case.version).kind, "until")


def rule_of_remedy(file: CaseFile) -> str:
    """How long the decision can be disputed, and by which law, as the service says it."""
    say, remedy = words(), remedy_of(file.case.version)
    months = say("desk", "remedy", "one_month" if remedy.months == 1 else "months", number=remedy.months)
    return say("desk", "remedy", remedy.kind, "rule", months=months, cites=", ".join(remedy.cites))


def printing(file: CaseFile) -> bool:
    """Whether the notice is at the press."""
    return file.case.state == State.APPROVED
