"""A loop of the machine while it is being written: its places, its rows, and what it says of the values that it filled in.

Beside each place of a frame stands a mark: whether the values differ in this block of households. Where all that a loop reads is the same
on every row, it runs for one row only; where nobody in the block asks for its rule, not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from llvmlite import ir

from lebenslage.law.lowered_numbers import I64
from lebenslage.law.lowered_operands import I1, POINTER
from lebenslage.law.nodes import Entity
from lebenslage.law.places import Place, Rows

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
        self.filled = out
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

    def mixed(self, place: Place) -> ir.Value:
        """Whether the values in a place differ in this block; beside each place stands its mark."""
        return self.builder.icmp_signed("!=", self.builder.load(self._mark(place), typ=I64), ir.Constant(I64, 0))

    def mark(self, mixed: ir.Value) -> None:
        """Say whether the values of this loop differ."""
        self.builder.store(self.builder.zext(mixed, I64), self._mark(self.filled))

    def _mark(self, place: Place) -> ir.Value:
        self.place(place)
        slot = self.builder.load(
            self.builder.gep(self.index, [ir.Constant(I64, list(self.places).index(place))], source_etype=I64), typ=I64
        )
        return self.builder.gep(self.frame, [self.builder.add(slot, ir.Constant(I64, 1))], source_etype=I64)

    def fill(self, value: ir.Value, rows: ir.Value) -> None:
        """One value on all rows."""
        self.builder.call(self._shared(f"fill_{value.type}", ir.VoidType(), value.type), [self.out, rows, value])
        self.mark(ir.Constant(I1, 0))

    def compare(self, rows: ir.Value, kind: ir.Type) -> None:
        """Look whether the values that were filled in differ, and say so."""
        found = self.builder.call(self._shared(f"differ_{kind}", I64), [self.out, rows])
        self.mark(self.builder.icmp_signed("!=", found, ir.Constant(I64, 0)))

    def _shared(self, name: str, answer: ir.Type, *more: ir.Type) -> ir.Function:
        """A function that stands beside the driver, once for all loops."""
        known = self.module.globals.get(name)
        return known or ir.Function(self.module, ir.FunctionType(answer, [POINTER, I64, *more]), name)

    def leave_if(self, holds: ir.Value, write: Callable[[], None]) -> None:
        """Do something and end the loop here where a condition holds."""
        leaving, staying = self.builder.append_basic_block("leave"), self.builder.append_basic_block("stay")
        self.builder.cbranch(holds, leaving, staying)
        self.builder.position_at_end(leaving)
        write()
        self.builder.ret_void()
        self.builder.position_at_end(staying)

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

    def running_total(self) -> ir.Value:
        """Room for a number that begins with 0."""
        with self.builder.goto_entry_block():
            total = self.builder.alloca(I64)
        self.builder.store(ir.Constant(I64, 0), total)
        return total

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
