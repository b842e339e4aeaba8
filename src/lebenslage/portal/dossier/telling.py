"""A case in words: no state of the machine is shown, only sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lebenslage.cases.models import Decision
from lebenslage.cases.queries import ResidentCase
from lebenslage.cases.sealed import snapshot_of
from lebenslage.contact.queries import Line
from lebenslage.kernel.units import CentPerMonth, unit_of
from lebenslage.law.texts import Texts
from lebenslage.portal.moments import day_in_words, moment_in_words

STEPS = ("stored", "delivered", "fetched", "accepted")


@dataclass(frozen=True, slots=True)
class Said:
    """One message."""

    sender: str
    when: str
    text: str
    new: bool


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain of custody; the time is empty where it is still to come."""

    name: str
    when: str


@dataclass(frozen=True, slots=True)
class Brought:
    """A proof with what became of it."""

    label: str
    name: str
    state: str
    state_words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """A case as its page shows it."""

    case: ResidentCase
    name: str
    status: str
    next_step: str
    submitted: str
    expected: str
    messages: Sequence[Said]
    chain: Sequence[Link]
    proofs: Sequence[Brought]
    papers: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Decided:
    """A notice in words."""

    sentence: str
    amount: str
    period: str
    sent: str
    until: str
    paper: str
    lines: Sequence[Mapping[str, str]]


def told(case: ResidentCase, say: Texts) -> Told:
    """A case in words."""
    return Told(
        case=case,
        name=say("benefits", case.service, "name"),
        status=say("cases", "status", case.status),
        next_step=say("cases", "next", case.next_step),
        submitted=moment_in_words(case.submitted, say),
        expected=say("cases", "expected", median=case.expected.median, most=case.expected.most) if case.expected else "",
        messages=[_said(line, say) for line in reversed(case.messages)],
        chain=[Link(say("cases", "custody", s), moment_in_words(case.custody[s], say) if s in case.custody else "") for s in STEPS],
        proofs=[Brought(e.label, e.name, e.state, say("cases", "evidence_states", e.state), e.reason) for e in case.evidence],
        papers=[(str(p.pk), say("dossier", "papers", p.kind), moment_in_words(p.at, say)) for p in case.papers],
    )


def told_notice(case: ResidentCase, say: Texts) -> Decided:
    """The notice of a case. Without a notice there is nothing to tell."""
    notice = case.notice
    if notice is None:
        raise ValueError("there is no notice")
    period = say("dossier", "period", begins=day_in_words(notice.begins, say), ends=day_in_words(notice.ends, say)) if notice.begins else ""
    return Decided(
        sentence=say("dossier", "decided", notice.outcome),
        amount=say.value(notice.amount, unit_of(CentPerMonth)) if notice.amount else "",
        period=period,
        sent=say("dossier", "sent_by", notice.dispatch, day=day_in_words(notice.posted, say)) if notice.posted else "",
        until=day_in_words(notice.remedy_until, say),
        paper=str(notice.paper),
        lines=snapshot_of(Decision.objects.get(notice=notice.id))["lines"],
    )


def _said(line: Line, say: Texts) -> Said:
    text = line.text or say("cases", "thread", line.key, **line.values)
    return Said(line.sender, moment_in_words(line.at, say), text, line.new and line.sender != "resident")
