"""The kernel of a law as program text: one fused pass over households, calling every rule once a row.

Everything is a 64-bit whole number: `x<slot>` a fact, `v<slot>` a conclusion, `c<n>` what is gathered over rows, `f_`, `p_`, `o_` the columns,
figures and results that come in as arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lebenslage.law.evaluation import InForce
from lebenslage.law.facts import STICHTAG, Condition, Fact
from lebenslage.law.inputs import AnyOf, Combined, CountOf, CountPointing, GreatestOf, Input, NumberOf, Of, SumOf
from lebenslage.law.nodes import HOUSEHOLD, Entity, Source
from lebenslage.law.parameters import Parameter
from lebenslage.law.rules import Rule
from lebenslage.law.schedule import Schedule, read_always
from lebenslage.law.translation import Translator

NOTHING = -(2**62)
HEADER = '''"""Generated from the rules in force on {day}; not to be edited."""

import numpy as np
from numba import njit

_compiled = njit(nogil=True, cache=True, error_model="numpy", boundscheck=False)
'''
BLOCK = 512
COSTLY = ("//", "%", "h_")
POINTING = '''
@_compiled
def touch(column, first, last):
    total = 0
    for row in range(first, last, 16):
        total += column[row]
    return total


@_compiled
def pointing(scratch, kept, first, last, here, one, other):
    total = 0
    for row in range(first, last):
        if scratch[kept, row - first] and (one[row] == here or other[row] == here):
            total += 1
    return total
'''


@dataclass(frozen=True, slots=True)
class Kernel:
    """The text of a kernel with the columns, figures and results it takes, in the order of its arguments, and its scratch rows."""

    text: str
    entities: Sequence[Entity]
    facts: Sequence[Fact]
    parameters: Sequence[Parameter]
    results: Sequence[Rule]
    kept: int


class _Writer(Schedule):
    simple: frozenset[int] = frozenset()

    def value(self, source: Source, depth: int) -> str:
        """The expression for a source's value at a depth."""
        if source is STICHTAG:
            return "day"
        if isinstance(source, Condition):
            given = self.value(source.fact, depth)
            if source.bits:
                return f"({given} & {source.bits} != 0)"
            if len(source.values) == 1:
                return f"({given} == {next(iter(source.values))})"
            return f"({sum(1 << value for value in source.values)} >> {given} & 1 != 0)"
        if isinstance(source, Fact):
            when = source.asked.when
            column = f"x{source.slot}" if source.small or when is None else _column(source)
            return f"({column} if {self.value(when, depth)} else 0)" if when else column
        if not source.entity.single and self.depth(source) < depth:
            return f"scratch[{self.kept[source.slot]}, i]"
        return f"v{source.slot}"

    def read(self, wire: Input, depth: int) -> str:
        """The expression for what a rule receives."""
        if isinstance(wire, Parameter):
            return f"p_{wire.id}"
        if isinstance(wire, NumberOf):
            return f"n_{wire.entity.name}"
        if isinstance(wire, Combined):
            return self.name(wire)
        if isinstance(wire, CountPointing):
            columns = ", ".join(f"f_{fact.id}" for fact in wire.via)
            rows = f"{self.kept[wire.flag.slot]}, start_person[h], start_person[h + 1], i"
            return f"(pointing(scratch, {rows}, {columns}) if {self.value(wire.when, depth)} else 0)"
        if not isinstance(wire, Of):
            raise TypeError(f"{wire} cannot be compiled")
        value = self.value(wire.source, depth)
        return value if wire.when is None else f"({value} if {self.value(wire.when, depth)} else {wire.otherwise})"

    def name(self, wire: Combined) -> str:
        """The variable that gathers."""
        return f"c{self.combined.index(wire)}"

    def rule_lines(self, rules: Sequence[Rule], depth: int) -> Iterator[str]:
        """One line a rule, and one more where its value is kept for a later loop."""
        for rule in rules:
            version = self.law.versions[rule.slot]
            call = f"np.int64(r_{rule.id}({', '.join(self.read(wire, depth) for wire in version.inputs)}))"
            if version.rounding:
                call = f"h_{version.rounding.function.__name__}({call})"
            conditions, otherwise = self._when_run(rule)
            if conditions:
                asked = " or ".join(self.value(condition, depth) for condition in conditions)
                call = f"({call} if {asked} else {otherwise})"
            yield f"v{rule.slot} = {call}"
            if rule.slot in self.kept:
                yield f"scratch[{self.kept[rule.slot]}, i] = v{rule.slot}"

    def _when_run(self, rule: Rule) -> tuple[Sequence[Source], int]:
        """When a rule needs to run, and its value elsewhere: where nobody reads it, or where nothing that it reads is asked."""
        demand = self.demand[rule.slot]
        if self._cheap(rule):
            return (), 0
        if demand is not None:
            return demand, 0
        conditions: list[Condition] = []
        for wire in self.wires(rule):
            if isinstance(wire, Parameter) or (isinstance(wire, Of) and wire.source is STICHTAG):
                continue
            when = _only_when(wire)
            if when is None:
                return (), 0
            conditions.append(when)
        return _merged(conditions), self._unasked(rule)

    def _cheap(self, rule: Rule) -> bool:
        """Whether running the rule on every row costs less than asking first: it reads no wide column, divides by nothing, calls nothing."""
        wide = any(isinstance(s, Fact) and not s.small and s.asked.when for w in self.wires(rule) for s in w.sources())
        pointing = any(isinstance(w, CountPointing) for w in self.wires(rule))
        return not wide and not pointing and rule.slot in self.simple

    def _unasked(self, rule: Rule) -> int:
        version = self.law.versions[rule.slot]
        value = version.function(*(self._constant(wire) for wire in version.inputs))
        return int(version.rounding.function(value) if version.rounding else value)

    def _constant(self, wire: Input) -> Any:
        if isinstance(wire, Parameter):
            return self.law.figures[wire]
        if isinstance(wire, Of) and wire.source is STICHTAG:
            return self.law.ordinal
        return wire.otherwise if isinstance(wire, Of) and wire.when is not None else 0

    def loop_lines(self, entity: Entity, depth: int) -> Iterator[str]:
        """The loop over the rows of an entity at a depth, or nothing where nothing happens in it."""
        rules = self.at(depth, entity)
        gathered = [w for w in self.combined if w.source.entity == entity and self.loop_of(w) == depth]
        if not rules and not gathered:
            return
        for wire in gathered:
            yield f"{self.name(wire)} = {NOTHING if isinstance(wire, GreatestOf) else 0}"
        read = [source for rule in rules for source in self._before(rule)]
        always = read_always([*read, *(source for wire in gathered for source in wire.sources())])
        yield f"for row in range(start_{entity.name}[h], start_{entity.name}[h + 1]):"
        yield f"    i = row - start_{entity.name}[h]"
        yield from (f"    x{fact.slot} = {_column(fact)}" for fact in always if fact.entity == entity)
        yield from ("    " + line for line in self.rule_lines(rules, depth))
        yield from ("    " + self._gather(wire, depth) for wire in gathered)
        for wire in gathered:
            if isinstance(wire, GreatestOf):
                yield f"{self.name(wire)} = {wire.otherwise} if {self.name(wire)} == {NOTHING} else {self.name(wire)}"

    def _gather(self, wire: Combined, depth: int) -> str:
        name, value = self.name(wire), self.value(wire.source, depth)
        counts = self.value(wire.where, depth) if wire.where is not None else "True"
        if isinstance(wire, SumOf):
            return f"{name} += {value} if {counts} else 0"
        if isinstance(wire, CountOf):
            return f"{name} += 1 if {counts} and {value} else 0"
        if isinstance(wire, AnyOf):
            return f"{name} = 1 if {name} or ({counts} and {value}) else 0"
        return f"{name} = max({name}, {value}) if {counts} else {name}"

    def household_lines(self, results: Sequence[Rule]) -> Iterator[str]:
        """Everything that is done for one household."""
        for entity in self.entities:
            yield f"n_{entity.name} = start_{entity.name}[h + 1] - start_{entity.name}[h]"
        yield from (f"x{fact.slot} = {_column(fact)}" for fact in read_always(self.facts) if fact.entity.single)
        for depth in range(1 + max(self.depths.values(), default=0)):
            yield from self.rule_lines(self.at(depth, HOUSEHOLD), depth)
            for entity in self.entities:
                yield from self.loop_lines(entity, depth)
        yield from (f"o_{rule.id}[h] = v{rule.slot}" for rule in results)


def _column(fact: Fact) -> str:
    return f"np.int64(f_{fact.id}[{'h' if fact.entity.single else 'row'}])"


def _only_when(wire: Input) -> Condition | None:
    """The condition without which a wire reads a constant."""
    if not isinstance(wire, Of):
        return None
    if isinstance(wire.when, Condition):
        return wire.when
    return wire.source.asked.when if wire.when is None and isinstance(wire.source, Fact) else None


def _merged(conditions: Sequence[Condition]) -> Sequence[Condition]:
    """Conditions on bits of one fact as one test."""
    merged: dict[tuple[int, object], Condition] = {}
    for condition in conditions:
        key = (condition.fact.slot, condition.values)
        known = merged.get(key)
        merged[key] = Condition(condition.fact, condition.values, bits=condition.bits | (known.bits if known else 0))
    return list(merged.values())


def kernel_for(law: InForce, results: Sequence[Rule]) -> Kernel:
    """Write the kernel that concludes `results` for every household."""
    writer = _Writer(law, results)
    translator = Translator()
    parts = [_rule_text(translator, law, rule) for rule in writer.rules]
    writer.simple = frozenset(r.slot for r, text in zip(writer.rules, parts, strict=True) if not any(sign in text for sign in COSTLY))
    helpers = [f"@_compiled\n{text}\n" for text in translator.helpers.values()]
    parameters = list(dict.fromkeys(w for r in writer.rules for w in writer.wires(r) if isinstance(w, Parameter)))
    arguments = [
        *(f"start_{e.name}" for e in writer.entities),
        *(f"f_{f.id}" for f in writer.facts),
        *(f"p_{p.id}" for p in parameters),
        *(f"o_{r.id}" for r in results),
    ]
    lines = ["@_compiled", f"def kernel(first, last, day, scratch, {', '.join(arguments)}):"]
    lines += ["    touched = 0", f"    for block in range(first, last, {BLOCK}):", f"        end = min(block + {BLOCK}, last)"]
    lines += [f"        touched += touch(f_{f.id}, {_bounds(f)})" for f in writer.facts]
    lines += ["        for h in range(block, end):", *(f"            {line}" for line in writer.household_lines(results))]
    body = "\n".join([*lines, "    return touched"])
    text = "\n\n".join([HEADER.format(day=law.day), *helpers, *parts, POINTING, body]) + "\n"
    return Kernel(text, writer.entities, writer.facts, parameters, results, max(len(writer.kept), 1))


def _bounds(fact: Fact) -> str:
    if fact.entity.single:
        return "block, end"
    return f"start_{fact.entity.name}[block], start_{fact.entity.name}[end]"


def _rule_text(translator: Translator, law: InForce, rule: Rule) -> str:
    version = law.versions[rule.slot]
    if version.rounding:
        translator.helper(version.rounding.function)
    return "@_compiled\n" + translator.translated(version.function, f"r_{rule.id}")
