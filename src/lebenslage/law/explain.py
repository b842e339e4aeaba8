"""The explanation of a result: every step in words, with its figures and paragraphs, in the order of conclusion."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lebenslage.law.engine import Missing, Result, Status
from lebenslage.law.evaluation import Step
from lebenslage.law.facts import Fact
from lebenslage.law.in_force import slots_behind
from lebenslage.law.nodes import PERSON, UNKNOWN
from lebenslage.law.parameters import Parameter
from lebenslage.law.rules import Rule, Version
from lebenslage.law.texts import Texts
from lebenslage.law.wires import Of


@dataclass(frozen=True, slots=True)
class Reading:
    """What a step read: the label of the input, its value in words, and whether it is a figure of the law."""

    label: str
    value: str
    figure: bool
    to_check: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One step in words. `person` is empty for a step of the household.

    `weight` is false where nothing came of it (a zero), and for a yes or no that only leads on to another step.
    """

    rule: Rule
    row: int
    person: str
    label: str
    sentence: str
    value: str
    cites: str
    reads: tuple[Reading, ...]
    weight: bool


def explain(result: Result, words: Texts, *, everything: bool = False) -> Sequence[Line]:
    """The lines from the facts to the amount. Without `everything`, steps from which nothing came are left out."""
    wanted = slots_behind((*result.benefit.decisive, *result.benefit.period))
    steps = ((step, _has_weight(result, words, step)) for step in result.trail if step[0].slot in wanted)
    return [_line(result, words, step, weight) for step, weight in steps if everything or weight]


def lines_of(result: Result, words: Texts, rules: Collection[Rule]) -> Sequence[Line]:
    """The lines of some rules, whatever came of them."""
    return [_line(result, words, step, _has_weight(result, words, step)) for step in result.trail if step[0] in rules]


def assumed_told(missing: Missing, words: Texts) -> str:
    """The answer that is assumed where nobody gave one, in words."""
    asked, assumed = missing.fact.asked, missing.fact.asked.assumed or 0
    word = next((word for word, value in asked.words.items() if value == asked.assumed), "")
    return words("words", word) if word else words.value(assumed, missing.fact.unit, missing.fact.choices)


def assumptions(result: Result, words: Texts) -> Sequence[tuple[str, str]]:
    """What was taken for the ordinary case: label and answer, each fact once; whose it is, where it is not everybody's."""
    return [(_whose(result, asked, words), assumed_told(asked[0], words)) for asked in _by_fact(result.assumed)]


def _by_fact(missing: Sequence[Missing]) -> Sequence[Sequence[Missing]]:
    found: dict[Fact, list[Missing]] = {}
    for one in missing:
        found.setdefault(one.fact, []).append(one)
    return list(found.values())


def _whose(result: Result, asked: Sequence[Missing], words: Texts) -> str:
    fact = asked[0].fact
    names = result.within.household.names[fact.entity]
    if fact.entity.single or len(asked) == len(names) > 1:
        return words.label(fact)
    return words("at", person=", ".join(names[one.row] for one in asked), sentence=words.label(fact))


def headline(result: Result, words: Texts) -> str:
    """The outcome in one sentence: the right with its amount, or which fact decides against it, or what is still open."""
    if result.status is Status.YES:
        return words("benefits", result.benefit.id, "yes", amount=amount_told(result, words))
    if result.status is Status.NO and result.refused_by is not None:
        return words("rules", result.refused_by.id, "refused")
    if result.refusal is not None:
        return words.problem(result.refusal)
    return words("benefits", result.benefit.id, "unknown")


def amount_told(result: Result, words: Texts) -> str:
    """The amount with its period; empty where there is none, or where the right has no sum."""
    return "" if result.amount is None else words.value(result.amount, result.benefit.unit)


def open_questions(result: Result, words: Texts) -> Sequence[str]:
    """The questions that still decide, with the person or payment they are about."""
    return [_question(result, words, missing) for missing in result.missing]


def _question(result: Result, words: Texts, missing: Missing) -> str:
    entity = missing.fact.entity
    question = words("facts", missing.fact.id, "question")
    return question if entity.single else words("at", person=result.within.household.names[entity][missing.row], sentence=question)


def _has_weight(result: Result, words: Texts, step: Step) -> bool:
    rule, _, value, _ = step
    if not value or value is UNKNOWN:
        return False
    leads_on = rule.unit is not None and rule.unit.kind == "flag" and rule not in result.benefit.gates
    return not leads_on or words.has("rules", rule.id, "line")


def _line(result: Result, words: Texts, step: Step, weight: bool) -> Line:
    rule, row, value, inputs = step
    run = result.within
    version = run.version(rule)
    person = "" if rule.entity.single else str(run.household.names[rule.entity][row])
    shown = words.value(value, rule.unit, rule.choices)
    label = words.label(rule)
    sentence = f"{label}: {shown}"
    if words.has("rules", rule.id, "line"):
        names = run.household.names[PERSON]
        given = zip(version.names, version.inputs, inputs, strict=True)
        values = {name: words.value(v, w.unit, w.choices, names) for name, w, v in given if _plain(v)}  # type: ignore[arg-type]
        sentence = words("rules", rule.id, "line", value=shown, **values)
    return Line(rule, row, person, label, sentence, shown, str(version.cites), tuple(_reads(result, words, version, inputs)), weight)


def _plain(value: Any) -> bool:
    return isinstance(value, int) or value is UNKNOWN


def _reads(result: Result, words: Texts, version: Version, inputs: Sequence[Any]) -> Iterator[Reading]:
    names = result.within.household.names[PERSON]
    for wire, value in zip(version.inputs, inputs, strict=True):
        if isinstance(wire, Of):
            if value and isinstance(wire.source, Rule):
                shown = words.value(value, wire.unit, wire.source.choices, names)
                yield Reading(words.label(wire.source), shown, figure=False, to_check=False)
        elif isinstance(wire, Parameter):
            shown = words.value(value, wire.unit) if _plain(value) else words("table")
            yield Reading(words("figures", wire.id), shown, figure=True, to_check=result.within.law.tables[wire].to_check)
