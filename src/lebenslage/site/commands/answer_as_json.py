"""The answer of `assess` for a program. The structure is described in docs/household.md; keys are added, never renamed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from lebenslage.benefits.together.claims import whose
from lebenslage.benefits.together.overview import Overview, Right
from lebenslage.kernel.units import Unit
from lebenslage.law.deciding import deciding
from lebenslage.law.engine import LawOn, Missing, Result, Status
from lebenslage.law.explain import Line, assumed_told, explain, headline
from lebenslage.law.nodes import PERSON, UNKNOWN
from lebenslage.law.rules import Rule
from lebenslage.law.texts import Texts
from lebenslage.site.commands.answer_parts import MONTHLY, person_of, reason_cites


def as_document(law: LawOn, overview: Overview, words: Texts) -> dict[str, Any]:
    """The whole answer."""
    return {
        "on": law.day.isoformat(),
        "language": words.language,
        "benefits": {
            right.id: {**_benefit(right.alone, words), **_beside_others(right, words), "decides": _decides(law, right.alone)}
            for right in overview.rights.values()
        },
        "together": _together(overview, words),
        "reform": {figure: str(value) for figure, value in overview.figures.items()},
    }


def _decides(law: LawOn, result: Result) -> list[dict[str, Any]]:
    """The answers of which one alone would open the condition that refuses."""
    return [
        {"fact": one.fact.id, "person": person_of(result, Missing(one.fact, one.row)) or None, "given": one.given, "instead": one.instead}
        for one in deciding(law, result)
    ]


def _beside_others(right: Right, words: Texts) -> dict[str, Any]:
    """What becomes of a right beside the others."""
    return {"standing": right.standing.value, "paid": _amount(right.amount, right.alone.benefit.unit, words), "for": _each(right)}


def _each(right: Right) -> dict[str, int]:
    names = right.together.within.household.names[PERSON]
    return {str(names[row]): cents for row, cents in whose(right.together).items()}


def _together(overview: Overview, words: Texts) -> dict[str, Any]:
    """The best lawful combination, why, and what the rights do to each other."""
    choice = overview.choice
    return {
        "best": choice.best.id.value if choice.best is not None else None,
        "monthly": _amount(overview.monthly, MONTHLY, words),
        "duty": choice.duty,
        "ways": {
            way.id.value: {"rights": dict(way.amounts), "total": way.total} for way in (overview.living.beside, overview.living.minimum)
        },
        "reasons": [
            {"reason": one.id, "amounts": dict(one.amounts), "sentence": one.told(words), "cites": reason_cites(one)}
            for one in choice.reasons
        ],
        "conflicts": [
            {
                "right": one.right,
                "other": one.other,
                "kind": one.kind.value,
                "sentence": words("together", "relations", one.id),
                "cites": str(one.cites),
            }
            for one in overview.conflicts
        ],
    }


def _benefit(result: Result, words: Texts) -> dict[str, Any]:
    return {
        "status": result.status.value,
        "sentence": headline(result, words),
        "amount": _amount(result.amount, result.benefit.unit, words),
        "period": _period(result),
        "refused_by": _refusal(result, words),
        "refusal": _no_table(result, words),
        "missing": [{**_fact(result, m), "question": words("facts", m.fact.id, "question")} for m in result.missing],
        "assumed": [{**_fact(result, m), "value": assumed_told(m, words)} for m in result.assumed],
        "hints": [{"rule": hint.id, "sentence": words("rules", hint.id, "hint")} for hint in result.hints],
        "to_check": [
            {"figure": p.id, "label": words("figures", p.id), "source": t.source, "confidence": t.confidence} for p, t in result.to_check
        ],
        "trail": _trail(result, words),
    }


def _amount(cents: int | None, unit: Unit | None, words: Texts) -> dict[str, Any] | None:
    if cents is None:
        return None
    return {"cents": cents, "per": unit.per if unit else "", "text": words.value(cents, unit)}


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
    return {"rule": rule.id, "sentence": words("rules", rule.id, "refused"), "cites": str(result.within.version(rule).cites)}


def _no_table(result: Result, words: Texts) -> str | None:
    return None if result.refusal is None else words.problem(result.refusal)


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
