"""Expressions of rules as machine instructions: comparisons, choices, arithmetic, and the few functions that rules may use."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from llvmlite import ir

from lebenslage.law.lowered_numbers import I64, divided, greatest, least
from lebenslage.law.lowered_operands import I1, Operand, Operands, Table
from lebenslage.law.lowering_costs import costly

COMPARED = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=", ast.Is: "==", ast.IsNot: "!="}


@dataclass
class Frame:
    """A function that is being lowered: its names, where its instructions begin, and where it goes on when it returns."""

    names: dict[str, Operand]
    assigned: frozenset[str]
    start: ir.Instruction | None
    end: ir.Block
    result: Operand | None = None
    loops: list[tuple[ir.Block, ir.Block]] = field(default_factory=list)


class Expressions(Operands, ABC):
    """Lowers expressions. `helpers` are the functions that rules call, by name."""

    def __init__(self, builder: ir.IRBuilder, helpers: Mapping[str, ast.FunctionDef], alone: ir.values.MDValue | None = None) -> None:
        """Write to where `builder` stands; `alone` as for operands."""
        super().__init__(builder, alone)
        self.wide = True
        self.helpers = helpers
        self.frames: list[Frame] = []

    @abstractmethod
    def called(self, function: ast.FunctionDef, arguments: Sequence[Operand]) -> Operand:
        """Lower a function's body for these arguments; what it returns."""

    @abstractmethod
    def _loaded(self, slots: Operand) -> Operand:
        """The value that stands in some places."""

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
        ends: list[tuple[ir.Value, ir.Block]] = []

        def write(operand: Callable[[], Operand]) -> None:
            value = self.number(operand())
            ends.append((value, self.builder.block))

        either(self.builder, holds, lambda: write(one), lambda: write(other))
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

    def _entry(self, value: Operand, index: ast.expr) -> Operand:
        if isinstance(value, tuple):
            if isinstance(index, ast.Constant) and isinstance(index.value, int):
                return value[index.value]
            value = self.kept(value)
        if not isinstance(value, Table):
            raise TypeError("a number has no entries")
        return self.at(value, self.inside(self.number(self.expression(index)), value.shape[0]))

    def _call(self, name: str, arguments: Sequence[ast.expr]) -> Operand:
        values = [self.expression(argument) for argument in arguments]
        if name in self.helpers:
            return self.called(self.helpers[name], values)
        write: Callable[..., Operand] | None = {
            "min": lambda *several: least(self.builder, self._numbers(several)),
            "max": lambda *several: greatest(self.builder, self._numbers(several)),
            "sum": self._sum,
            "abs": self._absolute,
            "bool": self.flag,
            "int": self.number,
            "len": self._length,
        }.get(name)
        if write is None:
            raise TypeError(f"{name} cannot be called in a rule")
        return write(*values)

    def _numbers(self, values: Sequence[Operand]) -> Sequence[ir.Value]:
        """The numbers that are compared: the arguments, or the entries of the only one."""
        return [self.number(value) for value in (self.entries(values[0]) if len(values) == 1 else values)]

    def _sum(self, listed: Operand) -> ir.Value:
        total = ir.Constant(I64, 0)
        for each in self.entries(listed):
            total = self.builder.add(total, self.number(each))
        return total

    def _absolute(self, value: Operand) -> ir.Value:
        given = self.number(value)
        return greatest(self.builder, [given, self.builder.neg(given)])

    def _length(self, listed: Operand) -> ir.Value:
        if isinstance(listed, ir.Value):
            raise TypeError("a number has no entries")
        return ir.Constant(I64, listed.shape[0] if isinstance(listed, Table) else len(listed))


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
