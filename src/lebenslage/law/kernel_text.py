"""The loops of a law: one small function of the machine for each rule, and for each sum or count over the rows of a household.

A loop runs over the rows of one block of households, its values kept in a row of their own; so it touches few columns, has few branches,
and the compiler turns most of it into vector instructions. A loop finds what it reads through its *places*: the first is the number of
rows, the second the row that it fills. Its text names only what it reads, so that a change in one statute leaves the text of all others.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from llvmlite import ir

from lebenslage.law.facts import STICHTAG, Condition, Fact
from lebenslage.law.lowered_expressions import I1, POINTER, Operand, Table, costly, either
from lebenslage.law.lowered_numbers import I64
from lebenslage.law.lowering import Lowering
from lebenslage.law.nodes import HOUSEHOLD, Entity, Source
from lebenslage.law.parameters import Parameter
from lebenslage.law.places import Figure, Owner, Place, Rows, Start, Today, Total, Value, column_type, value_type
from lebenslage.law.pointing import At, CountPointing, Pointing
from lebenslage.law.rules import Rule
from lebenslage.law.schedule import Schedule
from lebenslage.law.wires import Combined, Input, NumberOf, Of

I32 = ir.IntType(32)
VOID = ir.FunctionType(ir.VoidType(), [POINTER, POINTER])


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop: its name, the statute whose file it comes from, the text of the module that holds it alone, and its places."""

    name: str
    statute: str
    text: str
    places: Sequence[Place]


class RowLoop:
    """A loop that is being written: over the rows of an entity, one value a row."""

    def __init__(self, name: str, entity: Entity, out: Place) -> None:
        """Begin with the places that every loop has."""
        self.name, self.entity = name, entity
        self.module = ir.Module(name)
        function = ir.Function(self.module, VOID, name)
        self.frame, self.index = function.args
        self.places: dict[Place, ir.Value] = {}
        self.entry, self.body = function.append_basic_block("entry"), function.append_basic_block("begin")
        self.builder = ir.IRBuilder(self.entry)
        self.builder.branch(self.body)
        self.builder.position_at_end(self.body)
        domain = self.module.add_metadata(["rows"])
        self.alone = self.module.add_metadata([self.module.add_metadata(["out", domain])])
        self.rows = self.place(Rows(entity), I64)
        self.out = self.place(out, POINTER)

    def place(self, place: Place, kind: ir.Type = POINTER) -> ir.Value:
        """What stands in a place, fetched once before the loop."""
        if place not in self.places:
            number = ir.Constant(I64, len(self.places))
            before = ir.IRBuilder()
            before.position_before(self.entry.terminator)
            slot = before.load(before.gep(self.index, [number], source_etype=I64), typ=I64)
            self.places[place] = before.load(before.gep(self.frame, [slot], source_etype=I64), typ=kind)
        return self.places[place]

    def load(self, row: ir.Value, index: ir.Value, kind: ir.Type) -> ir.Value:
        """A value from a row; the row that is being filled is never among those that are read."""
        value = self.builder.load(self.builder.gep(row, [index], source_etype=kind), typ=kind)
        value.set_metadata("noalias", self.alone)
        return value

    def store(self, value: ir.Value, index: ir.Value, row: ir.Value | None = None) -> None:
        """Put a value into the row that is filled, or into another."""
        place = self.builder.gep(self.out if row is None else row, [index], source_etype=value.type)
        stored = self.builder.store(value, place)
        if row is None:
            stored.set_metadata("alias.scope", self.alone)

    def each(self, rows: ir.Value, write: Callable[[ir.Value], None], first: ir.Value | None = None) -> None:
        """Do something for each row from `first` on."""
        start = ir.Constant(I64, 0) if first is None else first
        asked, inside, after = (self.builder.append_basic_block(name) for name in ("asked", "row", "after"))
        before = self.builder.block
        self.builder.branch(asked)
        self.builder.position_at_end(asked)
        row = self.builder.phi(I64)
        row.add_incoming(start, before)
        self.builder.cbranch(self.builder.icmp_signed("<", row, rows), inside, after)
        self.builder.position_at_end(inside)
        write(row)
        row.add_incoming(self.builder.add(row, ir.Constant(I64, 1)), self.builder.block)
        self.builder.branch(asked)
        self.builder.position_at_end(after)

    def done(self, statute: str) -> Loop:
        """Close the loop."""
        self.builder.ret_void()
        return Loop(self.name, statute, str(self.module), tuple(self.places))


class LoopWriter:
    """Writes the loops of a schedule."""

    def __init__(self, schedule: Schedule) -> None:
        """Read the functions of every rule."""
        self.schedule = schedule
        self.functions = {rule.slot: schedule.function(rule) for rule in schedule.rules}

    # --- What a wire reads ------------------------------------------------------------------------

    def value(self, source: Source, loop: RowLoop, row: ir.Value) -> ir.Value:
        """A source's value for a row of the loop."""
        if source is STICHTAG:
            return loop.place(Today(), I64)
        if isinstance(source, Condition):
            return self._holds(source, self.value(source.fact, loop, row), loop)
        at = row if source.entity == loop.entity else self.household(loop, row)
        if isinstance(source, Fact):
            return self._answer(source, loop, row, at)
        stored = value_type(source)
        found = loop.load(loop.place(Value(source.slot)), at, stored)
        return found if stored == I64 else loop.builder.icmp_signed("!=", found, ir.Constant(stored, 0))

    def household(self, loop: RowLoop, row: ir.Value) -> ir.Value:
        """The household of the block to which a row belongs."""
        if loop.entity.single:
            return row
        return loop.builder.sext(loop.load(loop.place(Owner(loop.entity)), row, I32), I64)

    def _answer(self, fact: Fact, loop: RowLoop, row: ir.Value, at: ir.Value) -> ir.Value:
        kind = column_type(fact)
        given = loop.load(loop.place(Value(fact.slot)), at, kind)
        words = (0, fact.bounds.least, fact.bounds.greatest, *fact.asked.words.values(), fact.asked.assumed or 0)
        given.set_metadata("range", loop.module.add_metadata([ir.Constant(kind, min(words)), ir.Constant(kind, max(words) + 1)]))
        wide = given if kind == I64 else loop.builder.sext(given, I64)
        when = fact.asked.when
        return wide if when is None else loop.builder.select(self.value(when, loop, row), wide, ir.Constant(I64, 0))

    def _holds(self, condition: Condition, given: ir.Value, loop: RowLoop) -> ir.Value:
        build = loop.builder
        if condition.bits:
            return build.icmp_signed("!=", build.and_(given, ir.Constant(I64, condition.bits)), ir.Constant(I64, 0))
        holds = ir.Constant(I1, 0)
        for value in sorted(condition.values):
            holds = build.or_(holds, build.icmp_signed("==", given, ir.Constant(I64, value)))
        return holds

    def read(self, wire: Input, loop: RowLoop, row: ir.Value) -> Operand:
        """What a rule receives through a wire."""
        if isinstance(wire, Parameter):
            return self._figure(wire, loop)
        if isinstance(wire, NumberOf):
            start = loop.place(Start(wire.entity))
            first, last = self._rows_of(loop, start, self.household(loop, row))
            return loop.builder.sub(last, first)
        if isinstance(wire, Combined):
            return loop.load(loop.place(self.schedule.gathered(wire)), row, I64)
        if isinstance(wire, At):
            return self._at(wire, loop, row)
        if isinstance(wire, Pointing):
            return self._pointing(wire, loop, row)
        if not isinstance(wire, Of):
            raise TypeError(f"{wire} cannot be compiled")
        value = self.value(wire.source, loop, row)
        if wire.when is None:
            return value
        return self._where(loop, self.truth(loop, self.value(wire.when, loop, row)), value, wire.otherwise)

    def _where(self, loop: RowLoop, holds: ir.Value, value: ir.Value, otherwise: int) -> ir.Value:
        return loop.builder.select(holds, self.number(loop, value), ir.Constant(I64, otherwise))

    @staticmethod
    def truth(loop: RowLoop, value: ir.Value) -> ir.Value:
        """Whether a value is not 0."""
        return value if value.type == I1 else loop.builder.icmp_signed("!=", value, ir.Constant(I64, 0))

    @staticmethod
    def number(loop: RowLoop, value: ir.Value) -> ir.Value:
        """A value in 64 bits."""
        return value if value.type == I64 else loop.builder.zext(value, I64)

    def _figure(self, parameter: Parameter, loop: RowLoop) -> Operand:
        value, shape = self.schedule.law.figures[parameter], []
        while isinstance(value, tuple):
            shape.append(len(value))
            value = value[0]
        return Table(loop.place(Figure(parameter)), tuple(shape)) if shape else loop.place(Figure(parameter), I64)

    def _rows_of(self, loop: RowLoop, start: ir.Value, household: ir.Value) -> tuple[ir.Value, ir.Value]:
        following = loop.builder.add(household, ir.Constant(I64, 1))
        return loop.load(start, household, I64), loop.load(start, following, I64)

    def _at(self, wire: At, loop: RowLoop, row: ir.Value) -> ir.Value:
        first, last = self._rows_of(loop, loop.place(Start(loop.entity)), self.household(loop, row))
        there, zero = self.value(wire.via, loop, row), ir.Constant(I64, 0)
        named = loop.builder.icmp_signed(">=", there, zero)
        greatest = loop.builder.sub(loop.builder.sub(last, first), ir.Constant(I64, 1))
        inside = loop.builder.select(loop.builder.icmp_signed(">", there, greatest), greatest, there)
        inside = loop.builder.select(named, inside, zero)
        return self._where(loop, named, self.value(wire.source, loop, loop.builder.add(first, inside)), wire.otherwise)

    def _pointing(self, wire: Pointing, loop: RowLoop, row: ir.Value) -> ir.Value:
        first, last = self._rows_of(loop, loop.place(Start(loop.entity)), self.household(loop, row))
        here = loop.builder.sub(row, first)
        if wire.when is not None:
            last = loop.builder.select(self.truth(loop, self.value(wire.when, loop, row)), last, first)
        with loop.builder.goto_entry_block():
            total = loop.builder.alloca(I64)
        loop.builder.store(ir.Constant(I64, 0), total)

        def add(each: ir.Value) -> None:
            names_her: ir.Value = ir.Constant(I1, 0)
            for fact in wire.via:
                names_her = loop.builder.or_(names_her, loop.builder.icmp_signed("==", self.value(fact, loop, each), here))
            value = self.value(wire.source, loop, each)
            counted = self.truth(loop, value) if isinstance(wire, CountPointing) else value
            added = self._where(loop, names_her, counted, 0)
            loop.builder.store(loop.builder.add(loop.builder.load(total, typ=I64), added), total)

        loop.each(last, add, first)
        return loop.builder.load(total, typ=I64)

    # --- Loops ------------------------------------------------------------------------------------

    def of_rule(self, rule: Rule) -> Loop:
        """The loop of a rule."""
        loop = RowLoop(f"rule_{rule.id}", rule.entity, Value(rule.slot))
        conditions, otherwise = self._demand(rule)

        def write(row: ir.Value) -> None:
            if not conditions:
                self._conclude(rule, loop, row)
                return
            asked: ir.Value = ir.Constant(I1, 0)
            for condition in conditions:
                asked = loop.builder.or_(asked, self.truth(loop, self.value(condition, loop, row)))
            elsewhere = ir.Constant(value_type(rule), otherwise)
            either(loop.builder, asked, lambda: self._conclude(rule, loop, row), lambda: loop.store(elsewhere, row))

        loop.each(loop.rows, write)
        return loop.done(self.statute(rule))

    def statute(self, rule: Rule) -> str:
        """The module in which a rule is written."""
        return self.schedule.law.versions[rule.slot].function.__module__

    def _conclude(self, rule: Rule, loop: RowLoop, row: ir.Value) -> None:
        version = self.schedule.law.versions[rule.slot]
        lowering = Lowering(loop.builder, self.schedule.helpers)
        value = lowering.called(self.functions[rule.slot], [self.read(wire, loop, row) for wire in version.inputs])
        if version.rounding:
            rounding = self.schedule.helpers[self.schedule.translator.helper(version.rounding.function)]
            value = lowering.called(rounding, [lowering.number(value)])
        stored = value_type(rule)
        loop.store(lowering.number(value) if stored == I64 else loop.builder.zext(lowering.flag(value), stored), row)

    def _demand(self, rule: Rule) -> tuple[Sequence[Source], int]:
        """On what a rule needs to run on a row, and its value elsewhere. A rule that only adds and compares runs on every row."""
        version = self.schedule.law.versions[rule.slot]
        pointing = any(isinstance(wire, Pointing) for wire in version.inputs)
        heavy = costly(ast.Module(self.functions[rule.slot].body, [])) or version.rounding is not None
        return (self.schedule.demand[rule.slot] or (), 0) if pointing or heavy else ((), 0)

    def of_gathered(self, wire: Combined, statute: str) -> Loop:
        """The loop that gathers a sum, count or the like for each household."""
        place = self.schedule.gathered(wire)
        loop = RowLoop(place.name, wire.source.entity, place)
        (self._extreme if place.kind in ("greatest", "least") else self._summed)(wire, place.kind, loop)
        return loop.done(statute)

    def _counted(self, wire: Combined, kind: str, loop: RowLoop, row: ir.Value, otherwise: int) -> ir.Value:
        value = self.value(wire.source, loop, row)
        value = self.number(loop, value if kind not in ("count", "any") else self.truth(loop, value))
        if wire.where is None:
            return value
        return self._where(loop, self.truth(loop, self.value(wire.where, loop, row)), value, otherwise)

    def _summed(self, wire: Combined, kind: str, loop: RowLoop) -> None:
        """Running totals over all rows of the block; a household's sum is what lies between its ends."""
        totals, start, households = loop.place(Total(loop.entity)), loop.place(Start(loop.entity)), loop.place(Rows(HOUSEHOLD), I64)
        zero, one = ir.Constant(I64, 0), ir.Constant(I64, 1)
        with loop.builder.goto_entry_block():
            running = loop.builder.alloca(I64)
        loop.builder.store(zero, running)
        loop.store(zero, zero, totals)

        def add(row: ir.Value) -> None:
            total = loop.builder.add(loop.builder.load(running, typ=I64), self._counted(wire, kind, loop, row, 0))
            loop.builder.store(total, running)
            loop.store(total, loop.builder.add(row, one), totals)

        def take(household: ir.Value) -> None:
            first, last = self._rows_of(loop, start, household)
            found = loop.builder.sub(loop.load(totals, last, I64), loop.load(totals, first, I64))
            loop.store(self.number(loop, self.truth(loop, found)) if kind == "any" else found, household)

        loop.each(loop.rows, add)
        loop.each(households, take)

    def _extreme(self, wire: Any, kind: str, loop: RowLoop) -> None:
        nothing = ir.Constant(I64, -(2**62) if kind == "greatest" else 2**62)
        households = loop.place(Rows(HOUSEHOLD), I64)
        sign = ">" if kind == "greatest" else "<"

        def compare(row: ir.Value) -> None:
            value, at = self._counted(wire, kind, loop, row, nothing.constant), self.household(loop, row)
            before = loop.builder.load(loop.builder.gep(loop.out, [at], source_etype=I64), typ=I64)
            loop.store(loop.builder.select(loop.builder.icmp_signed(sign, value, before), value, before), at)

        def close(household: ir.Value) -> None:
            found = loop.builder.load(loop.builder.gep(loop.out, [household], source_etype=I64), typ=I64)
            empty = loop.builder.icmp_signed("==", found, nothing)
            loop.store(loop.builder.select(empty, ir.Constant(I64, wire.otherwise), found), household)

        loop.each(households, lambda household: loop.store(nothing, household))
        loop.each(loop.rows, compare)
        loop.each(households, close)


def loops_of(schedule: Schedule) -> Mapping[Place, Loop]:
    """Every loop of a schedule by the place that it fills, in the order in which they run."""
    writer = LoopWriter(schedule)
    loops: dict[Place, Loop] = {}
    for rule in schedule.order:
        for wire in schedule.wires(rule):
            if isinstance(wire, Combined) and schedule.gathered(wire) not in loops:
                loops[schedule.gathered(wire)] = writer.of_gathered(wire, writer.statute(rule))
        loops[Value(rule.slot)] = writer.of_rule(rule)
    return loops
