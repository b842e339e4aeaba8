"""What expressions work on, in machine instructions: numbers, yes or no, tuples, and tables of figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from llvmlite import ir

from lebenslage.law.lowered_numbers import I64, greatest, least

I1, POINTER = ir.IntType(1), ir.PointerType()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures: where it begins, and how many entries it has in each direction; `fixed` if it is the same for all rows."""

    start: ir.Value
    shape: tuple[int, ...]
    fixed: bool = False


type Operand = ir.Value | Table | tuple[Operand, ...]


class Operands:
    """Reads operands: as a number, as yes or no, entry by entry."""

    def __init__(self, builder: ir.IRBuilder, alone: ir.values.MDValue | None = None) -> None:
        """Write to where `builder` stands. `alone` marks what is read as apart from what is written, so that rows can run side by side."""
        self.builder = builder
        self.alone = alone

    def number(self, value: Operand) -> ir.Value:
        """A value as a number of 64 bits. Raises TypeError for a table."""
        if isinstance(value, (Table, tuple)):
            raise TypeError("a table stands where a number is needed")
        return value if value.type == I64 else self.builder.zext(value, I64)

    def flag(self, value: Operand) -> ir.Value:
        """Whether a value is not 0."""
        given = self.number(value) if isinstance(value, (Table, tuple)) else value
        return given if given.type == I1 else self.builder.icmp_signed("!=", given, ir.Constant(I64, 0))

    def entries(self, value: Operand) -> Iterator[Operand]:
        """The entries of a table or tuple, one by one."""
        if isinstance(value, tuple):
            yield from value
        elif isinstance(value, Table):
            for n in range(value.shape[0]):
                yield self.at(value, ir.Constant(I64, n))
        else:
            raise TypeError("a number has no entries")

    def kept(self, values: tuple[Operand, ...]) -> Table:
        """A tuple of numbers, laid down so that it can be read by a computed index."""
        with self.builder.goto_entry_block():
            place = self.builder.alloca(I64, size=ir.Constant(I64, len(values)))
        for n, value in enumerate(values):
            self.builder.store(self.number(value), self.builder.gep(place, [ir.Constant(I64, n)], source_etype=I64))
        return Table(place, (len(values),))

    def inside(self, index: ir.Value, length: int) -> ir.Value:
        """An index counted from the end where it is below 0, and in any case inside the table."""
        if isinstance(index, ir.Constant):
            return ir.Constant(I64, max(0, min(index.constant + (length if index.constant < 0 else 0), length - 1)))
        below = self.builder.icmp_signed("<", index, ir.Constant(I64, 0))
        counted = self.builder.select(below, self.builder.add(index, ir.Constant(I64, length)), index)
        return least(self.builder, [ir.Constant(I64, length - 1), greatest(self.builder, [ir.Constant(I64, 0), counted])])

    def at(self, table: Table, index: ir.Value) -> Operand:
        """What stands at a place of a table: a number, or a smaller table."""
        fixed = table.fixed and isinstance(index, ir.Constant)
        build = self.builder
        if fixed:  # read once, before the rows
            build = ir.IRBuilder()
            build.position_before(self.builder.function.entry_basic_block.terminator)
        place = build.gep(table.start, [build.mul(index, ir.Constant(I64, prod(table.shape[1:])))], source_etype=I64)
        if table.shape[1:]:
            return Table(place, table.shape[1:], fixed)
        value = build.load(place, typ=I64)
        if self.alone is not None:
            value.set_metadata("noalias", self.alone)
        return value
