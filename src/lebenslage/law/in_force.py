"""What is law on a day: the versions and figures behind some goals, why they are not known, and the same law with other figures."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import InvalidOperation
from functools import cache
from typing import Any, Final

from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.law.evaluation import InForce
from lebenslage.law.nodes import Source
from lebenslage.law.parameters import Parameter, Table, scaled
from lebenslage.law.problems import UnknownFigure, WrongFigure
from lebenslage.law.rules import Rule, Version

REFORM: Final = "Reform"


def in_force_on(on: date, goals: Iterable[Rule]) -> InForce:
    """Resolve what the goals need on a day. Raises DateWithoutTable."""
    reached = list(reachable(goals, on))
    versions = {rule.slot: rule.on(on) for rule in reached if isinstance(rule, Rule)}
    tables = {wire: wire.on(on) for version in versions.values() for wire in version.inputs if isinstance(wire, Parameter)}
    return _with_tables(InForce(on, on.replace(day=1).toordinal(), versions, {}, {}, {}), tables)


def with_figures(law: InForce, figures: Mapping[str, Any]) -> InForce:
    """The same law with other figures, by id, as people write them (euros). Each must be confirmed before a notice may rest on it.

    Raises UnknownFigure, WrongFigure.
    """
    known = {parameter.id: parameter for parameter in law.tables}
    tables, reform = dict(law.tables), dict(law.reform)
    for name, given in figures.items():
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
            raise UnknownFigure(figure=name, suggestion=", ".join(close))
        parameter = known[name]
        value = _read_figure(parameter, tables[parameter], given)
        tables[parameter] = dataclasses.replace(tables[parameter], value=value, source=REFORM, confidence="mem")
        reform[name] = value
    return dataclasses.replace(_with_tables(law, tables), reform=reform)


def _with_tables(law: InForce, tables: Mapping[Parameter, Table]) -> InForce:
    doubtful = {p for p, t in tables.items() if t.to_check}
    by_rule = {slot: found for slot, v in law.versions.items() if (found := [w for w in v.inputs if w in doubtful])}
    return dataclasses.replace(law, tables=tables, figures={p: t.value for p, t in tables.items()}, doubtful=by_rule)


def _read_figure(parameter: Parameter, now: Table, given: Any) -> Any:
    try:
        value = scaled(given, parameter.unit.decimals)
    except (InvalidOperation, ValueError) as error:
        raise WrongFigure(figure=parameter.id, given=given) from error
    if _shape(value) != _shape(now.value):
        raise WrongFigure(figure=parameter.id, given=given)
    return value


def _shape(value: Any) -> Any:
    return tuple(map(_shape, value)) if isinstance(value, tuple) else None


def refusals_on(day: date, goals: Iterable[Rule]) -> Mapping[int, DateWithoutTable]:
    """By slot, why a source behind the goals cannot be concluded on a day: a figure not known then, or a rule that did not exist."""
    found: dict[int, DateWithoutTable] = {}
    for source in reachable(goals, day):
        refusal = _own_refusal(source, day) if isinstance(source, Rule) else None
        behind = refusal or next((found[read.slot] for read in _read_by(source, day) if read.slot in found), None)
        if behind is not None:
            found[source.slot] = behind
    return found


def _own_refusal(rule: Rule, day: date) -> DateWithoutTable | None:
    """A figure of the rule is not known; where the rule has no version, its figures say from when to when the law is known here."""
    version = _version(rule, day)
    for wire in version.inputs if version else (wire for one in rule.versions for wire in one.inputs):
        refusal = wire.refusal(day) if isinstance(wire, Parameter) else None
        if refusal is not None:
            return refusal
    if version is not None:
        return None
    return DateWithoutTable(parameter=rule.id, on=day, first=rule.versions[0].since, last=rule.versions[-1].until)


def _version(rule: Rule, day: date) -> Version | None:
    return next((version for version in rule.versions if version.since <= day <= version.until), None)


@cache
def slots_behind(goals: tuple[Rule, ...]) -> frozenset[int]:
    """The slots of every source that the goals read, directly or not. The graph of rules stands once all modules are imported."""
    return frozenset(source.slot for source in reachable(goals))


def reachable(goals: Iterable[Source], on: date | None = None) -> Iterator[Source]:
    """Every source that the goals read, directly or not, each after what it reads: on a day, or in any version."""
    done: set[int] = set()
    waiting = [iter(goals)]
    above: list[Source] = []
    while waiting:
        source = next(waiting[-1], None)
        if source is None:
            waiting.pop()
            if above:
                yield above.pop()
        elif source.slot not in done:
            done.add(source.slot)
            above.append(source)
            waiting.append(iter(_read_by(source, on)))


def _read_by(source: Source, on: date | None) -> Iterable[Source]:
    version = _version(source, on) if on is not None and isinstance(source, Rule) else None
    return source.sources() if version is None else version.sources
