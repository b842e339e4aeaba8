"""What a decision rests on, kept as it was: the facts with their sources, the day and the digest of the law, the outcome, every line."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from lebenslage import benefits, law
from lebenslage.benefits.together.law import words
from lebenslage.cases.assessment import Assessed, assessed
from lebenslage.cases.facts import counts, typed_of
from lebenslage.cases.models import Case, CaseFact, Confirmation, Decision
from lebenslage.cases.problems import AmountsDiffer
from lebenslage.cases.sealed import snapshot_of
from lebenslage.law.engine import Result, Status
from lebenslage.law.explain import Line, explain
from lebenslage.law.rules import Rule

FORMAT: Final = 1
GERMAN: Final = "de"
STATUTE: Final = (Path(benefits.__file__).parent, Path(law.__file__).parent)


class Ground(StrEnum):
    """Why it is decided so: the law says it, or the resident did not help to find out (§ 66 SGB I)."""

    LAW = "law"
    COOPERATION = "cooperation"


def take_snapshot(case: Case, facts: Sequence[CaseFact], outcome: Assessed, ground: Ground) -> dict[str, Any]:
    """Everything that makes the outcome repeatable."""
    assert outcome.result is not None
    assert outcome.day is not None
    return {
        "format": FORMAT,
        "day": outcome.day.isoformat(),
        "law": law_version(),
        "service": {"id": case.version.service, "version": case.version.number, "digest": case.version.digest},
        "ground": ground.value,
        "facts": [_fact(fact) for fact in facts],
        "confirmed": [_confirmed(one) for one in Confirmation.objects.filter(case=case).select_related("by").order_by("id")],
        **told(outcome.result),
    }


def told(result: Result) -> dict[str, Any]:
    """The outcome: status, amount, period, and every line of the calculation in words."""
    return {
        "status": result.status.value,
        "amount": result.amount or 0,
        "begins": _day(result, result.benefit.begins),
        "ends": _day(result, result.benefit.ends),
        "refused_by": result.refused_by.id if result.refused_by is not None else "",
        "lines": [_line(line) for line in explain(result, words(GERMAN))],
    }


def lines_in(decision: Decision, language: str) -> tuple[str, Sequence[Mapping[str, str]]]:
    """The language and every line of the calculation: the wanted one; German, as it was kept, where the law has changed since."""
    if language == GERMAN:
        return GERMAN, snapshot_of(decision)["lines"]
    try:
        result, _ = assessed_again(decision)
    except AmountsDiffer:
        return GERMAN, snapshot_of(decision)["lines"]
    return language, [_line(line) for line in explain(result, words(language))]


def begins_ends(result: Result) -> tuple[date | None, date | None]:
    """The period of a grant."""
    found = (_day(result, result.benefit.begins), _day(result, result.benefit.ends))
    begins, ends = (date.fromisoformat(day) if day else None for day in found)
    return begins, ends


def _day(result: Result, rule: Rule | None) -> str:
    value = result.value(rule) if rule is not None and result.status is Status.YES else None
    return date.fromordinal(value).isoformat() if isinstance(value, int) else ""


def _fact(fact: CaseFact) -> dict[str, Any]:
    return {
        "place": fact.place,
        "typed": list(typed_of(fact)),
        "source": fact.source,
        "since": fact.since.isoformat(),
        "state": fact.state,
        "evidence": str(fact.evidence_id or ""),
    }


def _confirmed(one: Confirmation) -> dict[str, str]:
    return {"figure": one.figure, "by": one.by.name, "on": one.at.date().isoformat()}


def _line(line: Line) -> dict[str, str]:
    return {
        "rule": line.rule.id,
        "person": line.person,
        "label": line.label,
        "sentence": line.sentence,
        "value": line.value,
        "cites": line.cites,
    }


@cache
def law_version() -> Mapping[str, str]:
    """The version of this program and a digest of every rule and figure of the law it holds."""
    digest = hashlib.sha256()
    for root in STATUTE:
        for file in sorted(f for suffix in ("py", "yaml") for f in root.rglob(f"*.{suffix}") if "texts" not in f.parts):
            digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return {"program": metadata.version("lebenslage"), "digest": digest.hexdigest()}


def assessed_again(decision: Decision) -> tuple[Result, dict[str, Any]]:
    """The result of the facts of a decision, assessed anew on its day. Raises AmountsDiffer unless it is the very same result."""
    kept = snapshot_of(decision)
    typed = {fact["place"]: fact["typed"] for fact in kept["facts"] if counts(fact["place"], fact["state"])}
    outcome = assessed(typed, kept["service"]["id"])
    result = outcome.result
    if result is None or outcome.day != date.fromisoformat(kept["day"]) or not _same(told(result), kept, decision):
        raise AmountsDiffer(decision=str(decision.id))
    return result, kept


def _same(now: Mapping[str, Any], kept: Mapping[str, Any], decision: Decision) -> bool:
    """Status, amount and period are the same, and a grant grants just that."""
    alike = all(now[key] == kept[key] for key in ("status", "amount", "begins", "ends"))
    granted = decision.outcome == "refusal" or decision.amount == now["amount"]
    return alike and granted
