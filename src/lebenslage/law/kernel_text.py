"""The loops of a law: one small function of the machine for each rule, and for each sum or count over the rows of a household.

A loop runs over the rows of one block of households, its values kept in a row of their own; so it touches few columns, has few branches,
and the compiler turns most of it into vector instructions. A loop finds what it reads through its *places*: the first is the number of
rows, the second the row that it fills. Its text names only what it reads, so that a change in one statute leaves the text of all others.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from llvmlite import ir

from lebenslage.law.lowered_expressions import either
from lebenslage.law.lowered_numbers import I64
from lebenslage.law.lowered_operands import I1
from lebenslage.law.lowering import Lowering
from lebenslage.law.lowering_costs import costly, divisions, leaves_early
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.places import Gathered, Place, Rows, Start, Total, Value, value_type
from lebenslage.law.pointing import Pointing
from lebenslage.law.row_loop import Loop, RowLoop
from lebenslage.law.row_reading import RowReading
from lebenslage.law.rules import Rule
from lebenslage.law.schedule import Schedule
from lebenslage.law.wires import Combined

FEW_DIVISIONS = 24


class LoopWriter(RowReading):
    """Writes the loops of a schedule."""

    def __init__(self, schedule: Schedule) -> None:
        """Read the functions of every rule."""
        super().__init__(schedule)
        self.functions = {rule.slot: schedule.function(rule) for rule in schedule.rules}

    def of_rule(self, rule: Rule) -> Loop:
        """The loop of a rule."""
        loop = RowLoop(f"rule_{rule.id}", rule.entity, Value(rule.slot))
        conditions, kind = self.schedule.demand[rule.slot] or (), value_type(rule)
        nothing = ir.Constant(kind, 0)
        loop.leave_if(loop.builder.icmp_signed("==", loop.rows, ir.Constant(I64, 0)), lambda: None)
        if conditions:
            loop.leave_if(loop.builder.not_(self._anywhere(conditions, loop)), lambda: loop.fill(nothing, loop.rows))
        by_row = conditions if self._worth_asking(rule) else ()
        differ = [self._mixed(wire, loop) for wire in self.schedule.wires(rule)]
        same = loop.builder.not_(self._any([*differ, *(self._differs(condition, loop) for condition in by_row)], loop))

        def write(row: ir.Value) -> None:
            if not by_row:
                self._conclude(rule, loop, row)
                return
            asked = self._any([self.truth(loop, self.value(condition, loop, row)) for condition in by_row], loop)
            either(loop.builder, asked, lambda: self._conclude(rule, loop, row), lambda: loop.store(nothing, row))

        loop.each(loop.builder.select(same, ir.Constant(I64, 1), loop.rows), write)
        loop.leave_if(same, lambda: loop.fill(loop.builder.load(loop.out, typ=kind), loop.rows))
        loop.compare(loop.rows, kind)
        return loop.done(self.statute(rule))

    def statute(self, rule: Rule) -> str:
        """The module in which a rule is written."""
        return self.schedule.law.versions[rule.slot].function.__module__

    def _conclude(self, rule: Rule, loop: RowLoop, row: ir.Value) -> None:
        version = self.schedule.law.versions[rule.slot]
        lowering = Lowering(loop.builder, self.schedule.helpers, loop.alone)
        lowering.wide = self._side_by_side(self.functions[rule.slot])
        value = lowering.called(self.functions[rule.slot], [self.read(wire, loop, row) for wire in version.inputs])
        if version.rounding:
            rounding = self.schedule.helpers[self.schedule.translator.helper(version.rounding.function)]
            value = lowering.called(rounding, [lowering.number(value)])
        stored = value_type(rule)
        loop.store(lowering.number(value) if stored == I64 else loop.builder.zext(lowering.flag(value), stored), row)

    def _side_by_side(self, function: ast.FunctionDef) -> bool:
        """Whether several rows are better computed at once, every way of them, or one by one with jumps."""
        helpers = self.schedule.helpers
        return not leaves_early(function, helpers) or divisions(function, helpers) <= FEW_DIVISIONS

    def _worth_asking(self, rule: Rule) -> bool:
        """Whether to ask on each row if somebody reads the rule there. One that only adds and compares costs less than to ask."""
        version = self.schedule.law.versions[rule.slot]
        pointing = any(isinstance(wire, Pointing) for wire in version.inputs)
        return pointing or version.rounding is not None or costly(ast.Module(self.functions[rule.slot].body, []))

    def of_gathered(self, place: Gathered, statute: str) -> Loop:
        """The loop that gathers a sum, count or the like for each household."""
        loop = RowLoop(place.name, place.source.entity, place)
        households = loop.place(Rows(HOUSEHOLD), I64)
        loop.leave_if(self._nothing_in(place, loop), lambda: loop.fill(ir.Constant(I64, place.otherwise), households))
        (self._extreme if place.extreme else self._summed)(place, loop)
        loop.compare(households, I64)
        return loop.done(statute)

    def _nothing_in(self, place: Gathered, loop: RowLoop) -> ir.Value:
        """Whether there is nothing to gather in the block: no row counts, or all of them are zero."""
        first = ir.Constant(I64, 0)
        empty = loop.builder.icmp_signed("==", loop.rows, first)
        looked = loop.builder.append_basic_block("looked")
        before, look = loop.builder.block, loop.builder.append_basic_block("look")
        loop.builder.cbranch(empty, looked, look)
        loop.builder.position_at_end(look)
        sources = [*([] if place.where is None else [place.where]), *([] if place.extreme else [place.source])]
        none = [self._anywhere([source], loop) for source in sources]
        found: ir.Value = ir.Constant(I1, 0)
        for anywhere in none:
            found = loop.builder.or_(found, loop.builder.not_(anywhere))
        end = loop.builder.block
        loop.builder.branch(looked)
        loop.builder.position_at_end(looked)
        answer = loop.builder.phi(I1)
        answer.add_incoming(ir.Constant(I1, 1), before)
        answer.add_incoming(found, end)
        return answer

    def _counted(self, place: Gathered, loop: RowLoop, row: ir.Value, otherwise: int) -> ir.Value:
        value = self.value(place.source, loop, row)
        value = self.number(loop, value if place.kind not in ("count", "any") else self.truth(loop, value))
        if place.where is None:
            return value
        return self._where(loop, self.truth(loop, self.value(place.where, loop, row)), value, otherwise)

    def _summed(self, place: Gathered, loop: RowLoop) -> None:
        """Running totals over all rows of the block; a household's sum is what lies between its ends."""
        totals, start, households = loop.place(Total(loop.entity)), loop.place(Start(loop.entity)), loop.place(Rows(HOUSEHOLD), I64)
        zero, one = ir.Constant(I64, 0), ir.Constant(I64, 1)
        running = loop.running_total()
        loop.store(zero, zero, totals)

        def add(row: ir.Value) -> None:
            total = loop.builder.add(loop.builder.load(running, typ=I64), self._counted(place, loop, row, 0))
            loop.builder.store(total, running)
            loop.store(total, loop.builder.add(row, one), totals)

        def take(household: ir.Value) -> None:
            first, last = self._rows_of(loop, start, household)
            found = loop.builder.sub(loop.load(totals, last, I64), loop.load(totals, first, I64))
            loop.store(self.number(loop, self.truth(loop, found)) if place.kind == "any" else found, household)

        loop.each(loop.rows, add)
        loop.each(households, take)

    def _extreme(self, place: Gathered, loop: RowLoop) -> None:
        nothing = ir.Constant(I64, -(2**62) if place.kind == "greatest" else 2**62)
        households = loop.place(Rows(HOUSEHOLD), I64)
        sign = ">" if place.kind == "greatest" else "<"

        def compare(row: ir.Value) -> None:
            value, at = self._counted(place, loop, row, nothing.constant), self.household(loop, row)
            before = loop.builder.load(loop.builder.gep(loop.out, [at], source_etype=I64), typ=I64)
            loop.store(loop.builder.select(loop.builder.icmp_signed(sign, value, before), value, before), at)

        def close(household: ir.Value) -> None:
            found = loop.builder.load(loop.builder.gep(loop.out, [household], source_etype=I64), typ=I64)
            empty = loop.builder.icmp_signed("==", found, nothing)
            loop.store(loop.builder.select(empty, ir.Constant(I64, place.otherwise), found), household)

        loop.each(households, lambda household: loop.store(nothing, household))
        loop.each(loop.rows, compare)
        loop.each(households, close)


def loops_of(schedule: Schedule) -> Mapping[Place, Loop]:
    """Every loop of a schedule by the place that it fills, in the order in which they run."""
    writer = LoopWriter(schedule)
    loops: dict[Place, Loop] = {}
    for rule in schedule.order:
        for wire in schedule.wires(rule):
            if isinstance(wire, Combined) and (place := schedule.gathered(wire)) not in loops:
                loops[place] = writer.of_gathered(place, writer.statute(rule))
        loops[Value(rule.slot)] = writer.of_rule(rule)
    return loops
