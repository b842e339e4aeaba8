"""The answer of `assess` for a program. The structure is described in docs/household.md; keys are added, never renamed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from lebenslage.law.engine import Missing, Result, Status
from lebenslage.law.explain import Line, explain, headline
from lebenslage.law.nodes import UNKNOWN
from lebenslage.law.rules import Rule
from lebenslage.law.texts import Texts
from lebenslage.site.commands.answer_parts import assumed_value, person_of


def as_document(day: date, results: Mapping[str, Result], words: Texts) -> dict[str, Any]:
    """The whole answer."""
    return {"on": day.isoformat(), "language": words.language, "benefits": {id: _benefit(result, words) for id, result in results.items()}}


def _benefit(result: Result, words: Texts) -> dict[str, Any]:
    return {
        "status": result.status.value,
        "sentence": headline(result, words),
        "amount": _amount(result, words),
        "period": _period(result),
        "refused_by": _refusal(result, words),
        "missing": [{**_fact(result, m), "question": words("facts", m.fact.id, "question")} for m in result.missing],
        "assumed": [{**_fact(result, m), "value": assumed_value(m, words)} for m in result.assumed],
        "hints": [{"rule": hint.id, "sentence": words("rules", hint.id, "hint")} for hint in result.hints],
        "to_check": [
            {"figure": p.id, "label": words("figures", p.id), "source": t.source, "confidence": t.confidence} for p, t in result.to_check
        ],
        "trail": _trail(result, words),
    }


def _amount(result: Result, words: Texts) -> dict[str, Any] | None:
    if result.amount is None:
        return None
    unit = result.benefit.unit
    return {"cents": result.amount, "per": unit.per if unit else "", "text": words.value(result.amount, unit)}


def _period(result: Result) -> dict[str, str] | None:
    if result.status is not Status.YES:
        return None
    rules = {"from": result.benefit.begins, "to": result.benefit.ends}
    days = {key: result.value(rule) for key, rule in rules.items() if rule is not None}
    known = {key: date.fromordinal(day).isoformat() for key, day in days.items() if isinstance(day, int)}
    return known or None


def _refusal(result: Result, words: Texts) -> dict[str, str] | None:
    rule = result.refused_by
    if rule is None:
        return None
    return {"rule": rule.id, "sentence": words("rules", rule.id, "refused"), "cites": str(result.run.version(rule).cites)}


def _fact(result: Result, missing: Missing) -> dict[str, Any]:
    return {"fact": missing.fact.id, "person": person_of(result, missing) or None}


def _trail(result: Result, words: Texts) -> list[dict[str, Any]]:
    values: dict[tuple[Rule, int], object] = {(rule, row): value for rule, row, value, _ in result.trail}
    return [_step(line, values[line.rule, line.row]) for line in _lines(result, words)]


def _lines(result: Result, words: Texts) -> Sequence[Line]:
    return explain(result, words, everything=True)


def _step(line: Line, value: object) -> dict[str, Any]:
    return {
        "rule": line.rule.id,
        "person": line.person or None,
        "value": None if value is UNKNOWN else value,
        "unit": line.rule.unit.name if line.rule.unit else None,
        "text": line.value,
        "sentence": line.sentence,
        "cites": line.cites,
        "reads": [{"label": r.label, "text": r.value, "figure": r.figure, "to_check": r.to_check} for r in line.reads],
    }
