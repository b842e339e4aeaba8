"""The kernel of a law as program text: a block of households at a time, one small loop a rule.

Within a block each rule runs over all its rows before the next one starts, its values kept in a scratch row; so a loop touches few columns,
has few branches and stays in the fast cache. Everything is a 64-bit whole number. `f_`, `p_`, `o_` are the columns, figures and results
that come in as arguments, `v_` the scratch rows, `hh` says for a row of an entity which household of the block it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lebenslage.law.evaluation import InForce
from lebenslage.law.facts import STICHTAG, Condition, Fact
from lebenslage.law.nodes import HOUSEHOLD, Entity, Source
from lebenslage.law.parameters import Parameter
from lebenslage.law.pointing import At, CountPointing, Pointing
from lebenslage.law.rules import Rule
from lebenslage.law.schedule import Schedule, only_when
from lebenslage.law.translation import Translator, straight
from lebenslage.law.wires import AnyOf, Combined, CountOf, GreatestOf, Input, LeastOf, NumberOf, Of, SumOf

BLOCK = 256
NOTHING = -(2**62)
COSTLY = ("//", "%", "h_")
HEADER = '''"""Generated from the rules of the law; not to be edited."""

import numpy as np
from numba import njit

_compiled = njit(nogil=True, error_model="numpy", boundscheck=False, no_cpython_wrapper=True, no_cfunc_wrapper=True)


@_compiled
def belongs(hh, start, first, last):
    for j in range(first, last):
        for row in range(start[j], start[j + 1]):
            hh[row - start[first]] = j - first


@_compiled
def numbers(out, start, first, last):
    for j in range(first, last):
        out[j - first] = start[j + 1] - start[j]
'''


@dataclass(frozen=True, slots=True)
class Kernel:
    """The text of a kernel; the columns, figures and results it takes, in the order of its arguments; its scratch rows by entity."""

    text: str
    entities: Sequence[Entity]
    facts: Sequence[Fact]
    parameters: Sequence[Parameter]
    results: Sequence[Rule]
    scratch: Sequence[int]


@dataclass
class _Loop:
    """One loop over the rows of an entity: the names it uses and what the kernel passes for them.

    `here` is the row that is read: the loop's own, or another of the same household. `before` are the lines that find that other row.
    """

    entity: Entity
    arguments: dict[str, str] = field(default_factory=dict)
    here: str = "i"
    before: list[str] = field(default_factory=list)

    def row(self, of: Entity) -> str:
        """The index into a row of an entity: the same row, or the household it belongs to."""
        if of == self.entity:
            return self.here
        self.arguments["hh"] = f"s_{self.entity.name}[0]"
        return "hh[i]"


class _Writer(Schedule):
    def __init__(self, law: InForce, results: Sequence[Rule]) -> None:
        super().__init__(law, results)
        self.translator = Translator()
        self.rows: dict[Entity, dict[object, int]] = {HOUSEHOLD: {}, **{entity: {"hh": 0} for entity in self.entities}}
        self.texts = {rule.slot: self._text(rule) for rule in self.rules}
        self.loops: list[str] = []

    def _text(self, rule: Rule) -> str:
        version = self.law.versions[rule.slot]
        if version.rounding:
            self.translator.helper(version.rounding.function)
        return self.translator.translated(version.function, f"r_{rule.id}")

    def scratch(self, entity: Entity, key: object) -> str:
        """The scratch row in which a value stands."""
        rows = self.rows[entity]
        return f"s_{entity.name}[{rows.setdefault(key, len(rows))}]"

    def value(self, source: Source, loop: _Loop) -> str:
        """The expression for a source's value in a loop."""
        if source is STICHTAG:
            loop.arguments["day"] = "day"
            return "day"
        if isinstance(source, Condition):
            given = self.value(source.fact, loop)
            if source.bits:
                return f"({given} & {source.bits} != 0)"
            if len(source.values) == 1:
                return f"({given} == {next(iter(source.values))})"
            return f"({sum(1 << value for value in source.values)} >> {given} & 1 != 0)"
        if isinstance(source, Fact):
            loop.arguments[f"f_{source.id}"] = f"f_{source.id}[{_span(source.entity)}]"
            column = f"np.int64(f_{source.id}[{loop.row(source.entity)}])"
            return f"({column} if {self.value(source.asked.when, loop)} else 0)" if source.asked.when else column
        loop.arguments[f"v_{source.id}"] = self.scratch(source.entity, source.slot)
        return f"v_{source.id}[{loop.row(source.entity)}]"

    def read(self, wire: Input, loop: _Loop) -> str:
        """The expression for what a rule receives."""
        if isinstance(wire, Parameter):
            loop.arguments[f"p_{wire.id}"] = f"p_{wire.id}"
            return f"p_{wire.id}"
        if isinstance(wire, NumberOf):
            loop.arguments[f"n_{wire.entity.name}"] = self.scratch(HOUSEHOLD, wire.entity)
            return f"n_{wire.entity.name}[{loop.row(HOUSEHOLD)}]"
        if isinstance(wire, Combined):
            name = f"c{self.combined.index(wire)}"
            loop.arguments[name] = self.scratch(HOUSEHOLD, wire)
            return f"{name}[i]"
        if isinstance(wire, At):
            return self._at(wire, loop)
        if isinstance(wire, Pointing):
            return self._pointing(wire, loop)
        if not isinstance(wire, Of):
            raise TypeError(f"{wire} cannot be compiled")
        value = self.value(wire.source, loop)
        return value if wire.when is None else f"({value} if {self.value(wire.when, loop)} else {wire.otherwise})"

    def _at(self, wire: At, loop: _Loop) -> str:
        """The value on another row of the household; found before the rule runs."""
        first, _ = self._household_rows(loop)
        pointer = self.value(wire.via, loop)
        name = f"_{len(loop.before)}"
        loop.before += [f"{name} = {wire.otherwise}", f"if {pointer} >= 0:"]
        value = self._elsewhere(wire.source, loop, f"{name}_row")
        loop.before += [f"    {name}_row = {first} + {pointer}", f"    {name} = {value}"]
        return name

    def _pointing(self, wire: Pointing, loop: _Loop) -> str:
        """The total over the rows of the household that name this one; gathered before the rule runs."""
        first, last = self._household_rows(loop)
        name = f"_{len(loop.before)}"
        value = self._elsewhere(wire.source, loop, f"{name}_row")
        pointers = [self._elsewhere(fact, loop, f"{name}_row") for fact in wire.via]
        names_her = " or ".join(f"{pointer} == i - {first}" for pointer in pointers)
        added = f"(1 if {value} else 0)" if isinstance(wire, CountPointing) else value
        loop.before += [
            f"{name} = 0",
            f"if {'True' if wire.when is None else self.value(wire.when, loop)}:",
            f"    for {name}_row in range({first}, {last}):",
            f"        if {names_her}:",
            f"            {name} += {added}",
        ]
        return name

    def _household_rows(self, loop: _Loop) -> tuple[str, str]:
        """The first row of this row's household in the block, and the row after its last."""
        loop.row(HOUSEHOLD)
        loop.arguments["start"] = f"start_{loop.entity.name}[block:end + 1]"
        return "(start[hh[i]] - start[0])", "(start[hh[i] + 1] - start[0])"

    def _elsewhere(self, source: Source, loop: _Loop, row: str) -> str:
        loop.here = row
        value = self.value(source, loop)
        loop.here = "i"
        return value

    def rule_call(self, rule: Rule) -> str:
        """Write the loop of a rule and give the line that calls it."""
        loop = _Loop(rule.entity)
        version = self.law.versions[rule.slot]
        steps = [f"{name} = {self.read(wire, loop)}" for name, wire in zip(version.names, version.inputs, strict=True)]
        body = straight(self.texts[rule.slot])
        result = body.pop() if body else f"r_{rule.id}({', '.join(version.names)})"
        rounded = f"h_{version.rounding.function.__name__}(np.int64({result}))" if version.rounding else f"np.int64({result})"
        steps = [*loop.before, *steps, *body, f"out[i] = {rounded}"]
        conditions, otherwise = self._when_run(rule)
        if conditions:
            asked = " or ".join(self.value(condition, loop) for condition in conditions)
            steps = [f"if {asked}:", *(f"    {step}" for step in steps), "else:", f"    out[i] = {otherwise}"]
        return self._loop(f"l_{rule.id}", loop, self.scratch(rule.entity, rule.slot), steps)

    def gather_calls(self, wire: Combined) -> Iterator[str]:
        """Write the loop that gathers a sum, count or the like over rows and give the lines that call it."""
        loop = _Loop(wire.source.entity)
        out = self.scratch(HOUSEHOLD, wire)
        name = f"g{self.combined.index(wire)}"
        value, counts = self.value(wire.source, loop), self.value(wire.where, loop) if wire.where is not None else "True"
        at = f"out[{loop.row(HOUSEHOLD)}]"
        step = {
            SumOf: f"{at} += {value} if {counts} else 0",
            CountOf: f"{at} += 1 if {counts} and {value} else 0",
            AnyOf: f"{at} |= 1 if {counts} and {value} else 0",
            GreatestOf: f"{at} = max({at}, {value}) if {counts} else {at}",
            LeastOf: f"{at} = min({at}, {value}) if {counts} else {at}",
        }[type(wire)]
        nothing = NOTHING * (isinstance(wire, GreatestOf) - 2 * isinstance(wire, LeastOf))
        yield f"{out}[:] = {nothing}"
        yield self._loop(name, loop, out, [step])
        if isinstance(wire, GreatestOf):
            yield f"{out}[{out} == {nothing}] = {wire.otherwise}"

    def _loop(self, name: str, loop: _Loop, out: str, steps: Sequence[str]) -> str:
        names = ", ".join(["n", "out", *loop.arguments])
        lines = "\n".join(f"        {step}" for step in steps)
        self.loops.append(f"@_compiled\ndef {name}({names}):\n    for i in range(n):\n{lines}\n")
        return f"{name}({', '.join([f'n_{loop.entity.name}', out, *loop.arguments.values()])})"

    def _when_run(self, rule: Rule) -> tuple[Sequence[Source], int]:
        """When a rule needs to run, and its value elsewhere: where nobody reads it, or where nothing that it reads is asked.

        A rule that divides by nothing and calls nothing runs on every row: that costs less than to ask first.
        """
        if not any(isinstance(w, (At, Pointing)) for w in self.wires(rule)) and not any(sign in self.texts[rule.slot] for sign in COSTLY):
            return (), 0
        demand = self.demand[rule.slot]
        if demand is not None:
            return demand, 0
        conditions: list[Condition] = []
        for wire in self.wires(rule):
            if isinstance(wire, Parameter) or (isinstance(wire, Of) and wire.source is STICHTAG):
                continue
            when = only_when(wire)
            if when is None:
                return (), 0
            conditions.append(when)
        return conditions, self._unasked(rule)

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

    def block_lines(self, results: Sequence[Rule]) -> Iterator[str]:
        """Everything that is done for one block of households."""
        for entity in self.entities:
            yield f"a_{entity.name}, z_{entity.name} = start_{entity.name}[block], start_{entity.name}[end]"
            yield f"n_{entity.name} = z_{entity.name} - a_{entity.name}"
            yield f"belongs(s_{entity.name}[0], start_{entity.name}, block, end)"
            yield f"numbers({self.scratch(HOUSEHOLD, entity)}, start_{entity.name}, block, end)"
        for depth in range(1 + max(self.depths.values(), default=0)):
            for entity in (HOUSEHOLD, *self.entities):
                yield from (self.rule_call(rule) for rule in self.at(depth, entity))
            for wire in self.combined:
                if self.loop_of(wire) == depth:
                    yield from self.gather_calls(wire)
        yield from (f"o_{rule.id}[block:end] = {self.scratch(HOUSEHOLD, rule.slot)}[:n_haushalt]" for rule in results)


def _span(entity: Entity) -> str:
    return "block:end" if entity.single else f"a_{entity.name}:z_{entity.name}"


def kernel_for(law: InForce, results: Sequence[Rule]) -> Kernel:
    """Write the kernel that concludes `results` for every household."""
    writer = _Writer(law, results)
    lines = [f"        {line}" for line in writer.block_lines(results)]
    parameters = list(dict.fromkeys(w for r in writer.rules for w in writer.wires(r) if isinstance(w, Parameter)))
    arguments = [
        *(f"s_{e.name}" for e in writer.rows),
        *(f"start_{e.name}" for e in writer.entities),
        *(f"f_{f.id}" for f in writer.facts),
        *(f"p_{p.id}" for p in parameters),
        *(f"o_{r.id}" for r in results),
    ]
    kernel = [
        '@njit(nogil=True, cache=True, error_model="numpy", boundscheck=False)',
        f"def kernel(first, last, day, {', '.join(arguments)}):",
        f"    for block in range(first, last, {BLOCK}):",
        f"        end = min(block + {BLOCK}, last)",
        "        n_haushalt = end - block",
        *lines,
    ]
    called = (text for text in writer.texts.values() if not straight(text))
    helpers = [f"@_compiled\n{text}\n" for text in (*writer.translator.helpers.values(), *called)]
    text = "\n\n".join([HEADER, *helpers, *writer.loops, "\n".join(kernel)]) + "\n"
    return Kernel(text, writer.entities, writer.facts, parameters, results, [len(rows) for rows in writer.rows.values()])
