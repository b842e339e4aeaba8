"""The kernel of a law as program text: one fused pass over households, calling every rule once a row.

Rules are ordered by depth. A household rule that adds up a person's value stands one depth below the loop in which that value is made;
within a depth the household's rules come first, then one loop over the rows of each entity. Values that a later loop needs are kept in a
small scratch table. Everything is a 64-bit whole number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lebenslage.law.engine import reachable
from lebenslage.law.evaluation import InForce
from lebenslage.law.facts import STICHTAG, Condition, Fact
from lebenslage.law.inputs import AnyOf, Combined, CountOf, CountPointing, GreatestOf, Input, NumberOf, Of, SumOf
from lebenslage.law.nodes import HOUSEHOLD, Entity, Source
from lebenslage.law.parameters import Parameter
from lebenslage.law.rules import Rule
from lebenslage.law.translation import Translator

HEADER = '''"""Generated from the rules in force on {day}; not to be edited."""

import numpy as np
from numba import njit

_compiled = njit(nogil=True, cache=True, error_model="numpy", boundscheck=False)
'''


@dataclass
class Kernel:
    """The text of a kernel with the columns, figures and results it takes, in the order of its arguments."""

    text: str
    entities: Sequence[Entity]
    facts: Sequence[Fact]
    parameters: Sequence[Parameter]
    results: Sequence[Rule]
    kept: int


@dataclass
class _Writer:
    law: InForce
    results: Sequence[Rule]
    rules: list[Rule] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    depths: dict[int, int] = field(default_factory=dict)
    kept: dict[int, int] = field(default_factory=dict)
    combined: list[Combined] = field(default_factory=list)

    def __post_init__(self) -> None:
        sources = list(reachable(self.results))
        self.rules = [s for s in sources if isinstance(s, Rule)]
        self.facts = [s for s in sources if isinstance(s, Fact)]
        self.entities = [e for e in dict.fromkeys(s.entity for s in sources) if not e.single]
        for rule in self.rules:
            self.depths[rule.slot] = max((self._depth_of(wire) for wire in self._wires(rule)), default=0)
            self.combined += [wire for wire in self._wires(rule) if isinstance(wire, Combined)]
        self._keep()

    def _wires(self, rule: Rule) -> Sequence[Input]:
        return self.law.versions[rule.slot].inputs

    def _depth_of(self, wire: Input) -> int:
        deepest = max((self.depth(source) for source in wire.sources()), default=0)
        return deepest + isinstance(wire, (Combined, CountPointing))

    def depth(self, source: Source) -> int:
        """In which pass a source has its value: facts and conditions are there from the start."""
        return self.depths.get(source.slot, 0)

    def _keep(self) -> None:
        """Give a scratch row to every value of a person that another loop than its own reads."""
        for rule in self.rules:
            for wire in self._wires(rule):
                for source in wire.sources():
                    if isinstance(source, Rule) and not source.entity.single and (isinstance(wire, CountPointing) or self._later(wire, rule, source)):
                        self.kept.setdefault(source.slot, len(self.kept))

    def _later(self, wire: Input, rule: Rule, source: Source) -> bool:
        loop = self.loop_of(wire) if isinstance(wire, Combined) else self.depth(rule)
        return loop > self.depth(source)

    def loop_of(self, wire: Combined) -> int:
        """The depth of the loop in which a sum, count or the like is gathered."""
        return max(self.depth(source) for source in wire.sources())

    def name(self, wire: Combined) -> str:
        """The variable that gathers."""
        return f"c{self.combined.index(wire)}"

    def value(self, source: Source, depth: int) -> str:
        """The expression for a source's value inside a loop (or for the household) of a depth."""
        if source is STICHTAG:
            return "day"
        if isinstance(source, Condition):
            given = self.value(source.fact, depth)
            if source.bits:
                return f"(({given}) & {source.bits} != 0)"
            return "(" + " or ".join(f"({given}) == {value}" for value in sorted(source.values)) + ")"
        if isinstance(source, Fact):
            column = f"np.int64(f_{source.id}[{'start_person[h]' if source.entity.single else 'row'}])"
            when = source.asked.when
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
            return self._pointing(wire, depth)
        if not isinstance(wire, Of):
            raise TypeError(f"{wire} cannot be compiled")
        value = self.value(wire.source, depth)
        return value if wire.when is None else f"({value} if {self.value(wire.when, depth)} else {wire.otherwise})"

    def _pointing(self, wire: CountPointing, depth: int) -> str:
        columns = ", ".join(f"f_{fact.id}" for fact in wire.via)
        kept = self.kept[wire.flag.slot]
        return f"(pointing(scratch, {kept}, start_person[h], start_person[h + 1], i, {columns}) if {self.value(wire.when, depth)} else 0)"

    def guarded(self, rule: Rule, depth: int) -> str:
        """The call of a rule; skipped where all that it reads is not asked and its value is then known beforehand."""
        call = f"np.int64(r_{rule.id}({', '.join(self.read(wire, depth) for wire in self._wires(rule))}))"
        conditions = self._conditions(rule)
        if not conditions:
            return call
        asked = " or ".join(f"({self.value(condition, depth)})" for condition in conditions)
        return f"({call} if {asked} else {self._unasked(rule)})"

    def _conditions(self, rule: Rule) -> Sequence[Condition]:
        """The conditions under which the rule reads anything at all; none where it always does."""
        conditions: list[Condition] = []
        for wire in self._wires(rule):
            if isinstance(wire, Parameter) or (isinstance(wire, Of) and wire.source is STICHTAG):
                continue
            when = _only_when(wire)
            if when is None:
                return []
            conditions.append(when)
        return _merged(conditions)

    def _unasked(self, rule: Rule) -> int:
        version = self.law.versions[rule.slot]
        constants = [self._constant(wire) for wire in version.inputs]
        value = version.function(*constants)
        return int(version.rounding.function(value) if version.rounding else value)

    def _constant(self, wire: Input) -> Any:
        if isinstance(wire, Parameter):
            return self.law.figures[wire]
        if isinstance(wire, Of) and wire.source is STICHTAG:
            return self.law.ordinal
        return wire.otherwise if isinstance(wire, Of) and wire.when is not None else 0

    def rule_lines(self, rules: Sequence[Rule], depth: int) -> Iterator[str]:
        """One line a rule, and one more where its value is kept for a later loop."""
        for rule in rules:
            call = self.guarded(rule, depth)
            rounding = self.law.versions[rule.slot].rounding
            yield f"v{rule.slot} = h_{rounding.function.__name__}({call})" if rounding else f"v{rule.slot} = {call}"
            if rule.slot in self.kept:
                yield f"scratch[{self.kept[rule.slot]}, i] = v{rule.slot}"

    def loop_lines(self, entity: Entity, depth: int) -> Iterator[str]:
        """The loop over the rows of an entity at a depth, or nothing where nothing happens in it."""
        rules = [r for r in self.rules if r.entity == entity and self.depth(r) == depth]
        gathered = [w for w in self.combined if w.source.entity == entity and self.loop_of(w) == depth]
        if not rules and not gathered:
            return
        for wire in gathered:
            yield f"{self.name(wire)} = {NOTHING if isinstance(wire, GreatestOf) else 0}"
        yield f"for row in range(start_{entity.name}[h], start_{entity.name}[h + 1]):"
        yield f"    i = row - start_{entity.name}[h]"
        yield from ("    " + line for line in self.rule_lines(rules, depth))
        yield from ("    " + self._gather(wire, depth) for wire in gathered)
        for wire in gathered:
            if isinstance(wire, GreatestOf):
                yield f"{self.name(wire)} = {wire.otherwise} if {self.name(wire)} == {NOTHING} else {self.name(wire)}"

    def _gather(self, wire: Combined, depth: int) -> str:
        name, value = self.name(wire), self.value(wire.source, depth)
        counts = self.value(wire.where, depth) if wire.where is not None else "True"
        if isinstance(wire, SumOf):
            return f"{name} += ({value}) if {counts} else 0"
        if isinstance(wire, CountOf):
            return f"{name} += 1 if ({counts}) and ({value}) else 0"
        if isinstance(wire, AnyOf):
            return f"{name} = 1 if {name} or (({counts}) and ({value})) else 0"
        return f"{name} = max({name}, {value}) if {counts} else {name}"


NOTHING = -(2**62)
POINTING = '''
@_compiled
def pointing(scratch, kept, first, last, here, one, other):
    total = 0
    for row in range(first, last):
        if scratch[kept, row - first] and (one[row] == here or other[row] == here):
            total += 1
    return total
'''


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
    helpers = [f"@_compiled\n{text}\n" for text in translator.helpers.values()]
    versions = [law.versions[r.slot] for r in writer.rules]
    parameters = list(dict.fromkeys(w for v in versions for w in v.inputs if isinstance(w, Parameter)))
    arguments = [
        *(f"start_{e.name}" for e in writer.entities),
        *(f"f_{f.id}" for f in writer.facts),
        *(f"p_{p.id}" for p in parameters),
        *(f"o_{r.id}" for r in results),
    ]
    lines = [f"def kernel(first, last, day, scratch, {', '.join(arguments)}):", "    for h in range(first, last):"]
    lines += [f"        {line}" for line in _household_lines(writer, results)]
    body = "\n".join(["@_compiled", *lines])
    text = "\n\n".join([HEADER.format(day=law.day), *helpers, *parts, POINTING, body]) + "\n"
    return Kernel(text, writer.entities, writer.facts, parameters, results, max(len(writer.kept), 1))


def _rule_text(translator: Translator, law: InForce, rule: Rule) -> str:
    version = law.versions[rule.slot]
    if version.rounding:
        translator.helper(version.rounding.function)
    return "@_compiled\n" + translator.translated(version.function, f"r_{rule.id}")


def _household_lines(writer: _Writer, results: Sequence[Rule]) -> Iterator[str]:
    for entity in writer.entities:
        yield f"n_{entity.name} = start_{entity.name}[h + 1] - start_{entity.name}[h]"
    for depth in range(1 + max(writer.depths.values(), default=0)):
        yield from writer.rule_lines([r for r in writer.rules if r.entity is HOUSEHOLD and writer.depth(r) == depth], depth)
        for entity in writer.entities:
            yield from writer.loop_lines(entity, depth)
    for rule in results:
        yield f"o_{rule.id}[h] = v{rule.slot}"
