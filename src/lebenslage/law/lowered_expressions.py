"""Expressions of rules as machine instructions: numbers, comparisons, tables, and the few functions that rules may use."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from llvmlite import ir

from lebenslage.law.lowered_numbers import I64, divided, greatest, least
from lebenslage.law.lowering_costs import costly

I1, POINTER = ir.IntType(1), ir.PointerType()
COMPARED = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=", ast.Is: "==", ast.IsNot: "!="}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures: where it begins, and how many entries it has in each direction; `fixed` if it is the same for all rows."""

    start: ir.Value
    shape: tuple[int, ...]
    fixed: bool = False


type Operand = ir.Value | Table | tuple[Operand, ...]


@dataclass
class Frame:
    """A function that is being lowered: its names, where its instructions begin, and where it goes on when it returns."""

    names: dict[str, Operand]
    assigned: frozenset[str]
    start: ir.Instruction | None
    end: ir.Block
    result: Operand | None = None
    loops: list[tuple[ir.Block, ir.Block]] = field(default_factory=list)


class Expressions(ABC):
    """Lowers expressions. `helpers` are the functions that rules call, by name."""

    def __init__(self, builder: ir.IRBuilder, helpers: Mapping[str, ast.FunctionDef], alone: ir.values.MDValue | None = None) -> None:
        """Write to where `builder` stands. `alone` marks what is read as apart from what is written, so that rows can run side by side."""
        self.alone = alone
        self.wide = True
        self.builder = builder
        self.helpers = helpers
        self.frames: list[Frame] = []

    @abstractmethod
    def called(self, function: ast.FunctionDef, arguments: Sequence[Operand]) -> Operand:
        """Lower a function's body for these arguments; what it returns."""

    @abstractmethod
    def _loaded(self, slots: Operand) -> Operand:
        """The value that stands in some places."""

    def number(self, value: Operand) -> ir.Value:
        """A value as a number of 64 bits. Raises TypeError for a table."""
        if isinstance(value, (Table, tuple)):
            raise TypeError("a table stands where a number is needed")
        return value if value.type == I64 else self.builder.zext(value, I64)

    def flag(self, value: Operand) -> ir.Value:
        """Whether a value is not 0."""
        given = self.number(value) if isinstance(value, (Table, tuple)) else value
        return given if given.type == I1 else self.builder.icmp_signed("!=", given, ir.Constant(I64, 0))

    def expression(self, node: ast.expr) -> Operand:
        """The value of an expression. Raises TypeError for what rules may not use."""
        match node:
            case ast.Constant(value=int() as given):
                return ir.Constant(I64, int(given))
            case ast.Name(id=name):
                return self._name(name)
            case ast.Tuple(elts=entries):
                return tuple(self.expression(entry) for entry in entries)
            case ast.Subscript(value=table, slice=index):
                return self._entry(self.expression(table), index)
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                return self._call(name, arguments)
            case ast.IfExp(test=test, body=body, orelse=otherwise):
                return self._chosen(self.flag(self.expression(test)), body, otherwise)
        return self._computed(node)

    def _computed(self, node: ast.expr) -> ir.Value:
        match node:
            case ast.Compare():
                return self._compared(node)
            case ast.BoolOp():
                return self._joined(node)
            case ast.UnaryOp(op=operator, operand=operand):
                return self._unary(operator, self.expression(operand))
            case ast.BinOp(left=left, op=operator, right=right):
                return self._binary(operator, self.number(self.expression(left)), self.number(self.expression(right)))
        raise TypeError(f"{ast.unparse(node)!r} cannot be compiled")

    def _name(self, name: str) -> Operand:
        frame = self.frames[-1]
        if name not in frame.names:
            raise TypeError(f"{name} is read before it has a value")
        value = frame.names[name]
        return self._loaded(value) if name in frame.assigned else value

    # --- Choices ----------------------------------------------------------------------------------

    def _compared(self, node: ast.Compare) -> ir.Value:
        left, outcome = self.expression(node.left), None
        for operator, compared in zip(node.ops, node.comparators, strict=True):
            right = self.expression(compared)
            if isinstance(operator, (ast.In, ast.NotIn)):
                found = self._among(self.number(left), right)
                one = found if isinstance(operator, ast.In) else self.builder.not_(found)
            else:
                one = self.builder.icmp_signed(COMPARED[type(operator)], self.number(left), self.number(right))
            outcome = one if outcome is None else self.builder.and_(outcome, one)
            left = right
        return outcome

    def _among(self, value: ir.Value, listed: Operand) -> ir.Value:
        found = ir.Constant(I1, 0)
        for each in self.entries(listed):
            found = self.builder.or_(found, self.builder.icmp_signed("==", value, self.number(each)))
        return found

    def _joined(self, node: ast.BoolOp) -> ir.Value:
        """`and` and `or` have the value of the operand that decides, as in Python."""
        value = self.expression(node.values[0])
        for following in node.values[1:]:
            goes_on = self.flag(value) if isinstance(node.op, ast.And) else self.builder.not_(self.flag(value))
            value = self._one_of(goes_on, following, value)
        return value

    def _one_of(self, holds: ir.Value, node: ast.expr, otherwise: Operand) -> ir.Value:
        if not costly(node):
            return self._selected(holds, self.expression(node), otherwise)
        return self._jumped(holds, lambda: self.expression(node), lambda: otherwise)

    def _chosen(self, holds: ir.Value, body: ast.expr, otherwise: ast.expr) -> Operand:
        if not costly(body) and not costly(otherwise):
            return self._selected(holds, self.expression(body), self.expression(otherwise))
        return self._jumped(holds, lambda: self.expression(body), lambda: self.expression(otherwise))

    def _selected(self, holds: ir.Value, one: Operand, other: Operand) -> Operand:
        if isinstance(one, tuple) and isinstance(other, tuple):
            return tuple(self._selected(holds, a, b) for a, b in zip(one, other, strict=True))
        if isinstance(one, Table) and isinstance(other, Table) and one.shape == other.shape:
            return Table(self.builder.select(holds, one.start, other.start), one.shape)
        if isinstance(one, ir.Value) and isinstance(other, ir.Value) and one.type == other.type == I1:
            return self.builder.select(holds, one, other)
        return self.builder.select(holds, self.number(one), self.number(other))

    def _jumped(self, holds: ir.Value, one: Callable[[], Operand], other: Callable[[], Operand]) -> ir.Value:
        yes, no, after = (self.builder.append_basic_block() for _ in range(3))
        self.builder.cbranch(holds, yes, no)
        ends = []
        for block, write in ((yes, one), (no, other)):
            self.builder.position_at_end(block)
            value = self.number(write())
            ends.append((value, self.builder.block))
            self.builder.branch(after)
        self.builder.position_at_end(after)
        value = self.builder.phi(I64)
        for incoming in ends:
            value.add_incoming(*incoming)
        return value

    # --- Arithmetic -------------------------------------------------------------------------------

    def _unary(self, operator: ast.unaryop, value: Operand) -> ir.Value:
        match operator:
            case ast.Not():
                return self.builder.not_(self.flag(value))
            case ast.USub():
                given = self.number(value)
                return ir.Constant(I64, -given.constant) if isinstance(given, ir.Constant) else self.builder.neg(given)
            case ast.Invert():
                return self.builder.not_(self.number(value))
        return self.number(value)

    def _binary(self, operator: ast.operator, left: ir.Value, right: ir.Value) -> ir.Value:
        write = {
            ast.Add: self.builder.add,
            ast.Sub: self.builder.sub,
            ast.Mult: self.builder.mul,
            ast.BitAnd: self.builder.and_,
            ast.BitOr: self.builder.or_,
            ast.BitXor: self.builder.xor,
            ast.LShift: self.builder.shl,
            ast.RShift: self.builder.ashr,
            ast.FloorDiv: lambda a, b: divided(self.builder, a, b, wide=self.wide)[0],
            ast.Mod: lambda a, b: divided(self.builder, a, b, wide=self.wide)[1],
        }.get(type(operator))
        if write is None:
            raise TypeError(f"the operator {type(operator).__name__} cannot be compiled")
        return write(left, right)

    # --- Tables and functions ---------------------------------------------------------------------

    def entries(self, value: Operand) -> Iterator[Operand]:
        """The entries of a table or tuple, one by one."""
        if isinstance(value, tuple):
            yield from value
        elif isinstance(value, Table):
            for n in range(value.shape[0]):
                yield self._at(value, ir.Constant(I64, n))
        else:
            raise TypeError("a number has no entries")

    def _entry(self, value: Operand, index: ast.expr) -> Operand:
        if isinstance(value, tuple):
            if not isinstance(index, ast.Constant) or not isinstance(index.value, int):
                value = self._kept(value)
            else:
                return value[index.value]
        if not isinstance(value, Table):
            raise TypeError("a number has no entries")
        return self._at(value, self._inside(self.number(self.expression(index)), value.shape[0]))

    def _kept(self, values: tuple[Operand, ...]) -> Table:
        """A tuple of numbers, laid down so that it can be read by a computed index."""
        with self.builder.goto_entry_block():
            place = self.builder.alloca(I64, size=ir.Constant(I64, len(values)))
        for n, value in enumerate(values):
            self.builder.store(self.number(value), self.builder.gep(place, [ir.Constant(I64, n)], source_etype=I64))
        return Table(place, (len(values),))

    def _inside(self, index: ir.Value, length: int) -> ir.Value:
        """An index counted from the end where it is below 0, and in any case inside the table."""
        if isinstance(index, ir.Constant):
            return ir.Constant(I64, max(0, min(index.constant + (length if index.constant < 0 else 0), length - 1)))
        below = self.builder.icmp_signed("<", index, ir.Constant(I64, 0))
        counted = self.builder.select(below, self.builder.add(index, ir.Constant(I64, length)), index)
        return least(self.builder, [ir.Constant(I64, length - 1), greatest(self.builder, [ir.Constant(I64, 0), counted])])

    def _at(self, table: Table, index: ir.Value) -> Operand:
        fixed = table.fixed and isinstance(index, ir.Constant)
        build = self.builder
        if fixed:  # read once, before the rows
            build = ir.IRBuilder()
            build.position_before(self.builder.function.entry_basic_block.terminator)
        size = 1
        for length in table.shape[1:]:
            size *= length
        place = build.gep(table.start, [build.mul(index, ir.Constant(I64, size))], source_etype=I64)
        if table.shape[1:]:
            return Table(place, table.shape[1:], fixed)
        value = build.load(place, typ=I64)
        if self.alone is not None:
            value.set_metadata("noalias", self.alone)
        return value

    def _call(self, name: str, arguments: Sequence[ast.expr]) -> Operand:
        values = [self.expression(argument) for argument in arguments]
        if name in self.helpers:
            return self.called(self.helpers[name], values)
        match name, values:
            case "min", _:
                return least(self.builder, [self.number(v) for v in self._several(values)])
            case "max", _:
                return greatest(self.builder, [self.number(v) for v in self._several(values)])
            case "sum", [one]:
                total = ir.Constant(I64, 0)
                for each in self.entries(one):
                    total = self.builder.add(total, self.number(each))
                return total
            case "abs", [one]:
                given = self.number(one)
                return greatest(self.builder, [given, self.builder.neg(given)])
            case "bool", [one]:
                return self.flag(one)
            case "int", [one]:
                return self.number(one)
            case "len", [(Table() | tuple()) as one]:
                return ir.Constant(I64, one.shape[0] if isinstance(one, Table) else len(one))
        raise TypeError(f"{name} cannot be called in a rule")

    def _several(self, values: Sequence[Operand]) -> Sequence[Operand]:
        return list(self.entries(values[0])) if len(values) == 1 else values


def either(builder: ir.IRBuilder, holds: ir.Value, then: Callable[[], None], otherwise: Callable[[], None]) -> None:
    """Jump to one of two pieces of work and go on behind both."""
    yes, no, after = (builder.append_basic_block() for _ in range(3))
    builder.cbranch(holds, yes, no)
    for block, write in ((yes, then), (no, otherwise)):
        builder.position_at_end(block)
        write()
        if not builder.block.is_terminated:
            builder.branch(after)
    builder.position_at_end(after)
