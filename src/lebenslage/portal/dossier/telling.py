"""A case in words: no state of the machine is shown, only sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lebenslage.cases.models import Decision
from lebenslage.cases.queries import ResidentCase, Standing
from lebenslage.cases.snapshot import lines_in
from lebenslage.contact.actions import mark_read
from lebenslage.contact.models import From, Thread
from lebenslage.contact.queries import Line
from lebenslage.kernel.units import CentPerMonth, unit_of
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import SPOKEN
from lebenslage.portal.interviews import interview_of
from lebenslage.portal.moments import day_in_words, expected_in_words, moment_in_words
from lebenslage.portal.proof_words import proof_words, whose
from lebenslage.residents.models import Draft, Vault
from lebenslage.residents.proofs import OTHER
from lebenslage.residents.queries import proofs_wanted

STEPS = ("stored", "delivered", "fetched", "accepted")


@dataclass(frozen=True, slots=True)
class Said:
    """One message; what the office typed is German in every language, and says so to a screen reader."""

    sender: str
    when: str
    text: str
    new: bool
    lang: str = ""


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
class Listed:
    """A case as the list shows it."""

    case: Standing
    name: str
    status: str
    next_step: str
    submitted: str


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
    lines_lang: str


def told(case: ResidentCase, say: Texts) -> Told:
    """A case in words."""
    return Told(
        case=case,
        name=say("benefits", case.service, "name"),
        status=say("cases", "status", case.status),
        next_step=say("cases", "next", case.next_step),
        submitted=moment_in_words(case.submitted, say),
        expected=expected_in_words(case.expected, say),
        messages=[_said(line, say) for line in reversed(case.messages)],
        chain=[Link(say("cases", "custody", s), moment_in_words(case.custody[s], say) if s in case.custody else "") for s in _steps(case)],
        proofs=[Brought(e.label, e.name, e.state, say("cases", "evidence_states", e.state), e.reason) for e in case.evidence],
        papers=[(str(p.pk), say("dossier", "papers", p.kind), moment_in_words(p.at, say)) for p in case.papers],
    )


def _steps(case: ResidentCase) -> Sequence[str]:
    """The links of the chain in their order, then those that are still to come: none where it was passed on by post."""
    return [*case.custody, *(step for step in STEPS if step not in case.custody and case.status != "forwarded")]


def standing(case: Standing, say: Texts) -> Listed:
    """Where a case stands, in words."""
    return Listed(
        case=case,
        name=say("benefits", case.service, "name"),
        status=say("cases", "status", case.status),
        next_step=say("cases", "next", case.next_step),
        submitted=moment_in_words(case.submitted, say),
    )


def told_notice(case: ResidentCase, say: Texts) -> Decided:
    """The notice of a case. Without a notice there is nothing to tell."""
    notice = case.notice
    if notice is None:
        raise ValueError("there is no notice")
    language, lines = lines_in(Decision.objects.get(notice=notice.id), say.language)
    period = say("dossier", "period", begins=day_in_words(notice.begins, say), ends=day_in_words(notice.ends, say)) if notice.begins else ""
    return Decided(
        sentence=say("dossier", "decided", notice.outcome),
        amount=say.value(notice.amount, unit_of(CentPerMonth)) if notice.amount else "",
        period=period,
        sent=say("dossier", "sent_by", notice.dispatch, day=day_in_words(notice.posted, say)) if notice.posted else "",
        until=day_in_words(notice.remedy_until, say),
        paper=str(notice.paper),
        lines=lines,
        lines_lang=SPOKEN[language].lang,
    )


def _said(line: Line, say: Texts) -> Said:
    text = line.text or say("cases", "thread", line.key, **line.values)
    typed = "de" if line.text and line.sender == "office" else ""
    return Said(line.sender, moment_in_words(line.at, say), text, line.new and line.sender != "resident", typed)


@dataclass(frozen=True, slots=True)
class Choice:
    """A proof to choose: its kind and row as they are sent, and in words."""

    value: str
    label: str


def open_proofs(case: ResidentCase, vault: Vault, language: str) -> Sequence[Choice]:
    """The proofs of an application that did not come yet, and whatever else somebody wants to bring."""
    say, interview = sentences(language), interview_of(vault, language)
    brought = {(one.kind, one.row) for one in case.evidence if one.state != "rejected"}
    wanted = [one for one in proofs_wanted(Draft.objects.get(case=case.id)) if (one.kind, one.row) not in brought]
    named = [(one, whose(one.row, interview)) for one in wanted]
    choices = [Choice(f"{one.kind}/{one.row}", f"{proof_words(one.kind, say)}{f' – {who}' if who else ''}") for one, who in named]
    return [*choices, Choice(OTHER, say("dossier", "other_proof"))]


def seen(case: ResidentCase) -> None:
    """What the office and the house wrote has been read."""
    if case.new_messages:
        thread = Thread.objects.get(pk=case.thread)
        for sender in (From.OFFICE, From.SYSTEM):
            mark_read(thread, sender=sender)
