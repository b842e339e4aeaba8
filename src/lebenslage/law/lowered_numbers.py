"""Arithmetic of whole numbers as Python does it, in machine instructions.

A processor divides whole numbers of 64 bits one at a time, but multiplies and converts eight at once. So a quotient is first estimated in
floating point, then what is left over is divided once more, and the last step is put right; every step on the way is exact, for all numbers
below 2^62. Where a processor cannot convert 64-bit numbers in vectors its own division is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import llvmlite.binding as llvm
from llvmlite import ir

I64, F64 = ir.IntType(64), ir.DoubleType()
ZERO, ONE = ir.Constant(I64, 0), ir.Constant(I64, 1)
VECTORS = "avx512dq"


@cache
def in_vectors() -> bool:
    """Whether this processor converts whole numbers of 64 bits in vectors."""
    return bool(llvm.get_host_cpu_features().get(VECTORS, False))


def divided(build: ir.IRBuilder, left: ir.Value, right: ir.Value, *, wide: bool) -> tuple[ir.Value, ir.Value]:
    """`left // right`, rounded towards minus infinity, and `left % right`, with the sign of the divisor; both 0 where that is 0.

    `wide` is for rules that run over several rows at once.
    """
    if isinstance(right, ir.Constant) and right.constant > 0:
        return _by_positive(build, left, right, wide)
    nothing = build.icmp_signed("==", right, ZERO)
    below = build.icmp_signed("<", right, ZERO)
    divisor = build.select(below, build.neg(right), build.select(nothing, ONE, right))
    dividend = build.select(below, build.neg(left), build.select(nothing, ZERO, left))
    floor, rest = _by_positive(build, dividend, divisor, wide)
    return floor, build.select(below, build.neg(rest), rest)


def _by_positive(build: ir.IRBuilder, left: ir.Value, right: ir.Value, wide: bool) -> tuple[ir.Value, ir.Value]:
    power = isinstance(right, ir.Constant) and right.constant & (right.constant - 1) == 0
    if power:
        shift = ir.Constant(I64, right.constant.bit_length() - 1)
        return build.ashr(left, shift), build.and_(left, ir.Constant(I64, right.constant - 1))
    cut, rest = _estimated(build, left, right) if wide and in_vectors() else _cut(build, left, right)
    below, above = build.icmp_signed("<", rest, ZERO), build.icmp_signed(">=", rest, right)
    floor = build.select(below, build.sub(cut, ONE), build.select(above, build.add(cut, ONE), cut))
    return floor, build.select(below, build.add(rest, right), build.select(above, build.sub(rest, right), rest))


def _cut(build: ir.IRBuilder, left: ir.Value, right: ir.Value) -> tuple[ir.Value, ir.Value]:
    """The quotient rounded towards zero, and what is left."""
    cut = build.sdiv(left, right)
    return cut, build.sub(left, build.mul(cut, right))


def _estimated(build: ir.IRBuilder, left: ir.Value, right: ir.Value) -> tuple[ir.Value, ir.Value]:
    """A quotient that is at most one off, and what is left: between minus the divisor and the divisor."""
    if isinstance(right, ir.Constant):
        inverse: ir.Value = ir.Constant(F64, 1.0 / right.constant)
    else:
        inverse = build.fdiv(ir.Constant(F64, 1.0), build.sitofp(right, F64))
    total, rest = ZERO, left
    for _ in range(2):
        step = build.fptosi(build.fmul(build.sitofp(rest, F64), inverse), I64)
        total, rest = build.add(total, step), build.sub(rest, build.mul(step, right))
    return total, rest


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
