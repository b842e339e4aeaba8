"""Which single answer decides: the facts of which one other answer would open a condition that is closed now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lebenslage.law.engine import LawOn, Result
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN
from lebenslage.law.rules import Rule

MOST_TRIED = 200
ALTERNATIVES_ARE_KNOWN = ("money", "count", "percent", "months", "area")


@dataclass(frozen=True, slots=True)
class Deciding:
    """With the answer `instead` the condition would hold; `given` is the answer now."""

    fact: Fact
    row: int
    given: int
    instead: int


def deciding(law: LawOn, result: Result) -> tuple[Deciding, ...]:
    """The answers of which one alone would open the condition that refuses and close no other; each with the first answer that does.

    Days and persons are not tried.
    """
    gate, household = result.refused_by, result.within.household
    if gate is None:
        return ()
    held = [one for one in result.benefit.gates if one is not gate and result.value(one) is not UNKNOWN and result.value(one)]
    found: dict[tuple[Fact, int], Deciding] = {}
    for one in islice(_alternatives(law, household, gate), MOST_TRIED):
        if (one.fact, one.row) in found:
            continue
        run = law.conclude(household.answered(one.fact, one.row, one.instead), gate)
        if all(value is not UNKNOWN and value for value in (rule.value(run, 0) for rule in (gate, *held))):
            found[one.fact, one.row] = one
    return tuple(found.values())


def _alternatives(law: LawOn, household: Household, gate: Rule) -> Iterator[Deciding]:
    run = law.conclude(household, gate)
    for fact in tuple(run.read):
        for row, given in enumerate(run.facts(fact)):
            if isinstance(given, int):
                yield from (Deciding(fact, row, given, other) for other in _others(fact, given) if other != given)


def _others(fact: Fact, given: int) -> Iterator[int]:
    if fact.several:
        yield from (given ^ bit for bit in fact.members.values())
    elif fact.choices is not None:
        yield from fact.members.values()
    elif fact.unit is not None and fact.unit.kind == "flag":
        yield 1 - given
    elif fact.unit is not None and fact.unit.kind in ALTERNATIVES_ARE_KNOWN:
        yield from dict.fromkeys((fact.bounds.least, fact.bounds.greatest))
