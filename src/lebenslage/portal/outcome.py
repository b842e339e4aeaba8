"""The outcome as it stands on the page: the sentence that matters, what to do, what we assumed, and every line of the calculation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.law.engine import Result, Status
from lebenslage.law.explain import Line, Reading, amount_told, assumptions, explain, headline, lines_of
from lebenslage.law.nodes import HOUSEHOLD, UNKNOWN
from lebenslage.law.rules import Rule
from lebenslage.law.texts import Texts
from lebenslage.law.wires import Of

SENTENCE_ENDS: Final = re.compile(r"(?<=[a-zäöüß”“)])\.\s+(?=[A-ZÄÖÜ])")
STEPS_TO_AMOUNT: Final = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and a value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Told:
    """One step of the calculation; the sentence is empty where it only repeats label and value."""

    person: str
    label: str
    value: str
    sentence: str
    cites: str
    reads: Sequence[Reading]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One right, told."""

    status: str
    name: str
    headline: str
    amount: str
    reasons: str
    period: Sequence[Pair]
    hints: Sequence[str]
    assumed: Sequence[Pair]
    to_check: Sequence[Pair]
    deciding: Sequence[Pair]
    lines: Sequence[Told]

    @property
    def granted(self) -> bool:
        """Whether there is a right."""
        return self.status == Status.YES.value

    @property
    def refused(self) -> bool:
        """Whether there is none."""
        return self.status == Status.NO.value


def tell(result: Result, say: Texts) -> Outcome:
    """Put a result into words."""
    lines = explain(result, say)
    first, rest = _first_sentence(headline(result, say))
    amount = amount_told(result, say)
    granted = result.status is Status.YES
    return Outcome(
        status=result.status.value,
        name=say("benefits", result.benefit.id, "name"),
        headline=first.replace(amount, "").rstrip(" :.") if granted and amount else first,
        amount=amount if granted else "",
        reasons=rest,
        period=list(_period(result, say)) if granted else (),
        hints=[say("rules", hint.id, "hint") for hint in result.hints],
        assumed=[Pair(label, answer) for label, answer in assumptions(result, say)],
        to_check=[Pair(say("figures", figure.id), table.source) for figure, table in result.to_check],
        deciding=list(_deciding(result, say)),
        lines=[_told(line) for line in lines],
    )


def _told(line: Line) -> Told:
    sentence = "" if line.sentence == f"{line.label}: {line.value}" else line.sentence
    return Told(line.person, line.label, line.value, sentence, line.cites, line.reads)


def _first_sentence(text: str) -> tuple[str, str]:
    found = SENTENCE_ENDS.search(text)
    return (text[: found.start() + 1], text[found.end() :]) if found else (text, "")


def _period(result: Result, say: Texts) -> Iterator[Pair]:
    for rule in result.benefit.period:
        value = result.value(rule)
        if value is not UNKNOWN:
            yield Pair(say.label(rule), say.value(value, rule.unit))


def _deciding(result: Result, say: Texts) -> Iterator[Pair]:
    """The few figures on which the outcome rests: what the amount, or the condition that failed, is made of. The amount comes last."""
    figures = {rule for rule in _near_the_goal(result) if _is_figure(rule)}
    lines = [line for line in lines_of(result, say, figures) if line.rule is result.benefit.amount or _came_to_something(result, line.rule)]
    last = [line for line in lines if line.rule is result.benefit.amount]
    seen = {line.value for line in last}
    for line in lines:
        if line.value not in seen:
            seen.add(line.value)
            yield Pair(line.label, line.value)
    yield from (Pair(line.label, line.value) for line in last)


def _near_the_goal(result: Result) -> set[Rule]:
    """The rules a few steps away from the amount, or from the condition that failed."""
    goal = result.refused_by or result.benefit.amount
    near = set() if goal is None else {goal}
    for _ in range(STEPS_TO_AMOUNT if goal is result.benefit.amount else 1 + STEPS_TO_AMOUNT):
        near |= {below for rule in near for below in _read_by(result, rule)}
    return near


def _read_by(result: Result, rule: Rule) -> Iterator[Rule]:
    for wire in result.within.version(rule).inputs:
        if isinstance(wire, Of) and isinstance(wire.source, Rule):
            yield wire.source


def _is_figure(rule: Rule) -> bool:
    return rule.entity is HOUSEHOLD and rule.unit is not None and rule.unit.kind in ("money", "count")


def _came_to_something(result: Result, rule: Rule) -> bool:
    value = result.value(rule)
    return isinstance(value, int) and value > 0
