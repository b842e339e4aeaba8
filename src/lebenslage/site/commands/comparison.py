"""A worked case against what the law says here: every figure that the case names, to the cent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from lebenslage.benefits.together.law import Law
from lebenslage.kernel.dates import read_day
from lebenslage.kernel.errors import UnreadableDate
from lebenslage.kernel.units import Unit
from lebenslage.law.engine import Result
from lebenslage.law.in_force import reachable
from lebenslage.law.nodes import Value
from lebenslage.law.rules import Rule
from lebenslage.law.texts import Texts
from lebenslage.site.commands.household_files import read_household
from lebenslage.site.commands.problems import NotACase
from lebenslage.site.commands.worked_cases import Case, Expected

CENTS = 2


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure on which a case and this law disagree."""

    what: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A case with the results for its household and every difference."""

    case: Case
    results: Mapping[str, Result]
    differences: tuple[Difference, ...]


def compare(case: Case, words: Texts) -> Comparison:
    """Assess the household of a case. Raises NotACase, and what reading a household raises."""
    law = Law.on(case.on)
    results = law.assess(read_household(case.household, case.on), *case.expect)
    found = [d for id, expected in case.expect.items() for d in _differences(case, expected, results[id], words)]
    return Comparison(case, results, tuple(found))


def _differences(case: Case, expected: Expected, result: Result, words: Texts) -> Iterator[Difference]:
    if result.status is not expected.status:
        yield Difference("status", expected.status.value, result.status.value)
    refused_by = result.refused_by.id if result.refused_by else ""
    if expected.refused_by and expected.refused_by != refused_by:
        yield Difference("refused_by", expected.refused_by, refused_by)
    missing = tuple(sorted({m.fact.id for m in result.missing}))
    if expected.missing and tuple(sorted(expected.missing)) != missing:
        yield Difference("missing", ", ".join(expected.missing), ", ".join(missing))
    if expected.amount is not None:
        yield from _one(case, "amount", result.benefit.unit, expected.amount, result.amount, words)
    for name, said in expected.values.items():
        yield from _values(case, str(name), said, result, words)


def _values(case: Case, name: str, said: object, result: Result, words: Texts) -> Iterator[Difference]:
    rule = _rules(Law.on(case.on)).get(name)
    if rule is None or rule.entity.single == isinstance(said, Mapping):
        raise NotACase(file=case.file, case=case.id, field=name)
    if not isinstance(said, Mapping):
        yield from _one(case, name, rule.unit, said, result.value(rule), words)
        return
    names = list(result.within.household.names[rule.entity])
    for person, one in said.items():
        if person not in names:
            raise NotACase(file=case.file, case=case.id, field=f"{name}: {person}")
        yield from _one(case, f"{name}: {person}", rule.unit, one, result.value(rule, names.index(person)), words)


def _one(case: Case, what: str, unit: Unit | None, said: object, found: Value | None, words: Texts) -> Iterator[Difference]:
    try:
        expected = _whole(said, unit)
    except (InvalidOperation, UnreadableDate) as error:
        raise NotACase(file=case.file, case=case.id, field=what) from error
    if not isinstance(found, int):
        yield Difference(what, str(said), words("unknown"))
    elif _to_the_cent(found, unit) != expected:
        yield Difference(what, str(said), words.value(found, unit))


def _whole(said: object, unit: Unit | None) -> int:
    """What the case says, in cents, or as a whole number of its unit. Raises InvalidOperation, UnreadableDate."""
    if unit is not None and unit.kind == "day":
        return read_day(said)
    decimals = min(unit.decimals, CENTS) if unit else 0
    exact = Decimal(str(int(said) if isinstance(said, bool) else said)).scaleb(decimals)
    if exact != exact.to_integral_value():
        raise InvalidOperation
    return int(exact)


def _to_the_cent(value: int, unit: Unit | None) -> int:
    return value // 10 ** max(0, unit.decimals - CENTS) if unit else int(value)


@cache
def _rules(law: Law) -> Mapping[str, Rule]:
    return {source.id: source for source in reachable(law.goals) if isinstance(source, Rule)}
