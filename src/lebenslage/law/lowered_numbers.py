"""Arithmetic of whole numbers as Python does it, in machine instructions."""

from __future__ import annotations

from collections.abc import Sequence

from llvmlite import ir

I64 = ir.IntType(64)
ZERO, ONE = ir.Constant(I64, 0), ir.Constant(I64, 1)


def quotient(build: ir.IRBuilder, left: ir.Value, right: ir.Value) -> ir.Value:
    """`left // right`, rounded towards minus infinity; 0 where the divisor is 0."""
    left, right = _divisible(build, left, right)
    cut, below, _ = _cut(build, left, right)
    return build.sub(cut, build.zext(below, I64))


def remainder(build: ir.IRBuilder, left: ir.Value, right: ir.Value) -> ir.Value:
    """`left % right`, with the sign of the divisor; 0 where that is 0."""
    left, right = _divisible(build, left, right)
    _, below, rest = _cut(build, left, right)
    return build.select(below, build.add(rest, right), rest)


def _divisible(build: ir.IRBuilder, left: ir.Value, right: ir.Value) -> tuple[ir.Value, ir.Value]:
    """The two, or 0 and 1 where the divisor is 0."""
    if _positive(right):
        return left, right
    nothing = build.icmp_signed("==", right, ZERO)
    return build.select(nothing, ZERO, left), build.select(nothing, ONE, right)


def _cut(build: ir.IRBuilder, left: ir.Value, right: ir.Value) -> tuple[ir.Value, ir.Value, ir.Value]:
    """The quotient rounded towards zero, whether that lies above the true one, and what is left."""
    cut = build.sdiv(left, right)
    rest = build.sub(left, build.mul(cut, right))
    if _positive(right):
        return cut, build.icmp_signed("<", rest, ZERO), rest
    apart = build.icmp_signed("<", build.xor(rest, right), ZERO)
    return cut, build.and_(apart, build.icmp_signed("!=", rest, ZERO)), rest


def _positive(value: ir.Value) -> bool:
    return isinstance(value, ir.Constant) and value.constant > 0


def least(build: ir.IRBuilder, values: Sequence[ir.Value]) -> ir.Value:
    """The least of some numbers."""
    return _extreme(build, "<", values)


def greatest(build: ir.IRBuilder, values: Sequence[ir.Value]) -> ir.Value:
    """The greatest of some numbers."""
    return _extreme(build, ">", values)


def _extreme(build: ir.IRBuilder, sign: str, values: Sequence[ir.Value]) -> ir.Value:
    found = values[0]
    for value in values[1:]:
        found = build.select(build.icmp_signed(sign, value, found), value, found)
    return found
