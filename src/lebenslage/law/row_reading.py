"""What a loop reads: the machine's instructions for every wire of a rule, and for whether a wire carries the same to every row."""

from __future__ import annotations

from collections.abc import Sequence

from llvmlite import ir

from lebenslage.law.facts import STICHTAG, Condition, Fact
from lebenslage.law.lowered_numbers import I64
from lebenslage.law.lowered_operands import I1, Operand, Table
from lebenslage.law.nodes import Source
from lebenslage.law.parameters import Parameter
from lebenslage.law.places import Figure, Owner, Start, Today, Value, column_type, value_type
from lebenslage.law.pointing import At, CountPointing, Pointing
from lebenslage.law.row_loop import RowLoop
from lebenslage.law.schedule import Schedule
from lebenslage.law.wires import Combined, Input, NumberOf, Of

I32 = ir.IntType(32)


class RowReading:
    """Reads wires in loops of a schedule."""

    def __init__(self, schedule: Schedule) -> None:
        """Read for the law of this schedule."""
        self.schedule = schedule

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
        given, when = self._given(fact, loop, at), fact.asked.when
        return given if when is None else loop.builder.select(self.value(when, loop, row), given, ir.Constant(I64, 0))

    @staticmethod
    def _given(fact: Fact, loop: RowLoop, at: ir.Value) -> ir.Value:
        """What stands in a fact's column, asked or not."""
        kind = column_type(fact)
        given = loop.load(loop.place(Value(fact.slot)), at, kind)
        words = (0, fact.bounds.least, fact.bounds.greatest, *fact.asked.words.values(), fact.asked.assumed or 0)
        given.set_metadata("range", loop.module.add_metadata([ir.Constant(kind, min(words)), ir.Constant(kind, max(words) + 1)]))
        return given if kind == I64 else loop.builder.sext(given, I64)

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
        return Table(loop.place(Figure(parameter)), tuple(shape), fixed=True) if shape else loop.place(Figure(parameter), I64)

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
        total = loop.running_total()

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

    # --- What is the same on every row ------------------------------------------------------------

    @staticmethod
    def _any(flags: Sequence[ir.Value], loop: RowLoop) -> ir.Value:
        found: ir.Value = ir.Constant(I1, 0)
        for flag in flags:
            found = loop.builder.or_(found, flag)
        return found

    def _anywhere(self, conditions: Sequence[Source], loop: RowLoop) -> ir.Value:
        """Whether one of some conditions may hold on a row of the block."""
        first = ir.Constant(I64, 0)
        holds = [self.truth(loop, self.value(condition, loop, first)) for condition in conditions]
        return self._any([*holds, *(self._differs(condition, loop) for condition in conditions)], loop)

    def _differs(self, source: Source, loop: RowLoop) -> ir.Value:
        """Whether a source's values differ in the block."""
        if source is STICHTAG:
            return ir.Constant(I1, 0)
        if isinstance(source, Condition):
            return self._differs(source.fact, loop)
        mixed = loop.mixed(Value(source.slot))
        if not isinstance(source, Fact) or source.asked.when is None:
            return mixed
        first = ir.Constant(I64, 0)
        at = first if source.entity == loop.entity else self.household(loop, first)
        return self._guarded(source.asked.when, mixed, self._given(source, loop, at), 0, loop)

    def _guarded(self, when: Source, differs: ir.Value, value: ir.Value, otherwise: int, loop: RowLoop) -> ir.Value:
        """Whether values differ of which rows see only those where a condition holds, else another; `value` is the first of them."""
        holds = self.truth(loop, self.value(when, loop, ir.Constant(I64, 0)))
        other = loop.builder.icmp_signed("!=", self.number(loop, value), ir.Constant(I64, otherwise))
        by_condition = loop.builder.and_(self._differs(when, loop), loop.builder.or_(differs, other))
        return loop.builder.or_(by_condition, loop.builder.and_(holds, differs))

    def _mixed(self, wire: Input, loop: RowLoop) -> ir.Value:
        """Whether what a wire carries may differ in the block."""
        match wire:
            case Parameter():
                return ir.Constant(I1, 0)
            case Combined():
                return loop.mixed(self.schedule.gathered(wire))
            case Of(source=source, when=when, otherwise=otherwise):
                differs = self._differs(source, loop)
                if when is None:
                    return differs
                return self._guarded(when, differs, self.value(source, loop, ir.Constant(I64, 0)), otherwise, loop)
        return ir.Constant(I1, 1)
