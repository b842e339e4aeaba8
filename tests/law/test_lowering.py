"""What rules may say, compiled: the same numbers as plain Python, for all numbers of 64 bits that a law can meet."""

import ast
import inspect
import textwrap
from collections.abc import Callable
from ctypes import CFUNCTYPE, c_int64
from typing import Any

import llvmlite.binding as llvm
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llvmlite import ir

from lebenslage.kernel.dates import age_on, month_of
from lebenslage.kernel.fixed import multiplied
from lebenslage.law.lowered_numbers import I64
from lebenslage.law.lowering import Lowering
from lebenslage.law.machine import _target, compiled
from lebenslage.law.translation import Translator

type Function = Callable[..., int]
AGES = (6, 14, 18, 25)
KEPT: list[object] = []

numbers = st.integers(-(2**62), 2**62)
small = st.integers(-1000, 1000)


def machine(function: Any, *, wide: bool) -> Function:
    """A function as machine code."""
    translator = Translator()
    lowered = translator.translated(function, "f")
    module = ir.Module("test")
    count = len(inspect.signature(function).parameters)
    made = ir.Function(module, ir.FunctionType(I64, [I64] * count), "f")
    entry, body = made.append_basic_block("entry"), made.append_basic_block("body")
    ir.IRBuilder(entry).branch(body)
    builder = ir.IRBuilder(body)
    lowering = Lowering(builder, translator.helpers)
    lowering.wide = wide
    builder.ret(lowering.number(lowering.called(lowered, list(made.args))))
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), _target())
    engine.add_object_file(llvm.object_file.ObjectFileRef.from_data(compiled([str(module)])))
    engine.finalize_object()
    KEPT.append(engine)
    call: Function = CFUNCTYPE(c_int64, *[c_int64] * count)(engine.get_function_address("f"))
    return call


def quotient(a: int, b: int) -> int:
    return a // b if b else 0


def rest(a: int, b: int) -> int:
    return a % b if b else 0


def by_constants(a: int) -> int:
    return a // 12 + a // 100_000 + a % 7 + a // 10_000_000_000 + a % 100 + a // 8 + a % 8


def by_chance(a: int, b: int, c: int) -> int:
    """Everything that a rule may be made of."""
    total, steps = 0, 0
    for n, limit in enumerate(AGES):
        if a < limit:
            break
        total += n * limit
    for step in range(2, 9, 3):
        if step == 5:
            continue
        steps += step
    low, high = (a, b) if a < b else (b, a)
    if low in (1, 2, 3) or not (high and c):
        return -total
    while steps > 3 and c > 0:
        steps -= 1
    index = max(0, c) % len(AGES)
    chosen = AGES[index] if 0 <= c < 100 else AGES[-1]
    return total + steps + min(low, high, c) - abs(b) + chosen + (a and b) + (b or c) + int(a < b <= c) + sum(AGES)


def age(birth: int, day: int) -> int:
    return age_on(birth, day) * 1000 + month_of(birth) % 12


@pytest.mark.parametrize("wide", [True, False])
@settings(max_examples=300, deadline=None)
@given(a=numbers, b=st.one_of(small, numbers))
def test_division_rounds_down_for_every_number(wide: bool, a: int, b: int) -> None:
    floor, left = CALLS[wide]["quotient"], CALLS[wide]["rest"]

    assert floor(a, b) == quotient(a, b)
    assert left(a, b) == rest(a, b)


@pytest.mark.parametrize("wide", [True, False])
@settings(max_examples=300, deadline=None)
@given(a=st.one_of(small, st.integers(-(2**61), 2**61)))
def test_division_by_what_is_known_too(wide: bool, a: int) -> None:
    assert CALLS[wide]["by_constants"](a) == by_constants(a)


@pytest.mark.parametrize("wide", [True, False])
@settings(max_examples=300, deadline=None)
@given(a=small, b=small, c=small)
def test_loops_conditions_and_tables_mean_the_same(wide: bool, a: int, b: int, c: int) -> None:
    assert CALLS[wide]["by_chance"](a, b, c) == by_chance(a, b, c)


@pytest.mark.slow
@pytest.mark.parametrize("wide", [True, False])
@settings(max_examples=300, deadline=None)
@given(
    birth=st.integers(693_596, 3_000_000), later=st.integers(0, 50_000), x=st.integers(-(10**16), 10**16), y=st.integers(-(10**12), 10**12)
)
def test_ages_and_exact_products_mean_the_same(wide: bool, birth: int, later: int, x: int, y: int) -> None:
    assert CALLS[wide]["age"](birth, birth + later) == age(birth, birth + later)
    assert CALLS[wide]["multiplied"](x, y) == multiplied(x, y)


@pytest.mark.parametrize("text", ["return 1.5", "return 'a'", "return a ** 2", "return a / 2", "return {a}", "return len(a)", "a.b = 1"])
def test_what_rules_may_not_say_is_refused(text: str) -> None:
    function = ast.parse(textwrap.dedent(f"def f(a):\n    {text}\n")).body[0]
    assert isinstance(function, ast.FunctionDef)
    made = ir.Function(ir.Module("test"), ir.FunctionType(I64, [I64]), "f")
    lowering = Lowering(ir.IRBuilder(made.append_basic_block("entry")), {})

    with pytest.raises(TypeError):
        lowering.number(lowering.called(function, list(made.args)))


FUNCTIONS = {"quotient": quotient, "rest": rest, "by_constants": by_constants, "by_chance": by_chance, "age": age, "multiplied": multiplied}
CALLS = {wide: {name: machine(function, wide=wide) for name, function in FUNCTIONS.items()} for wide in (True, False)}
