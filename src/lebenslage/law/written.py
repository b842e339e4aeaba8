"""Rules that are asked often, written out: what their wires say, as a function of straight Python.

To follow a wire takes several calls; what is written out takes what is concluded already straight from its cell. Of a person's rule with
two inputs, the first wired to a source of hers where a flag of the household holds, the second a figure, the text is

    def conclude(run, row):
        cells = run.cells
        at = row * 3000
        i0 = cells[7]
        if i0 is None: i0 = concluding[7](run, 0)
        if not i0: i0 = otherwise0
        elif i0 is not UNKNOWN:
            i0 = cells[at + 8]
            if i0 is None: i0 = concluding[8](run, row)
        inputs = (i0, i1, )
        value = run.whatever_the_answer(version, at + 9, inputs) if i0 is UNKNOWN else function(i0, i1)
        cells[at + 9] = value
        run.steps.append((rule, row, value, inputs))
        return value

It fills the same cell with the same value and notes the same step as `Evaluation.follow`, which follows the wires.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

from lebenslage.law.facts import Condition
from lebenslage.law.nodes import UNKNOWN, Source, Value
from lebenslage.law.parameters import Parameter
from lebenslage.law.rules import Rule, Version
from lebenslage.law.wires import Input, Of

if TYPE_CHECKING:
    from lebenslage.law.evaluation import Evaluation, InForce


def written(rule: Rule, law: InForce) -> Callable[[Evaluation, int], Value]:
    """The function that concludes a rule on a row under a law."""
    version = law.versions[rule.slot]
    names: dict[str, Any] = {
        "UNKNOWN": UNKNOWN,
        "concluding": law.concluding,
        "rule": rule,
        "version": version,
        "function": version.function,
    }
    if version.rounding:
        names["rounded"] = version.rounding.function
    for n, wire in enumerate(version.inputs):
        names |= _named(n, wire, law)
    return FunctionType(_compiled("\n".join(_text(rule, version, len(law.concluding)))), names)


def _named(n: int, wire: Input, law: InForce) -> dict[str, Any]:
    if isinstance(wire, Parameter):
        return {f"i{n}": law.figures[wire]}
    return {f"otherwise{n}": wire.otherwise} if isinstance(wire, Of) else {f"read{n}": wire.value}


@cache
def _compiled(text: str) -> CodeType:
    """The code of the one function in a text. Another law with other figures has the same text."""
    module = compile(text, "<written>", "exec", dont_inherit=True)
    return next(part for part in module.co_consts if isinstance(part, CodeType))


def _text(rule: Rule, version: Version, size: int) -> Iterator[str]:
    own = "" if rule.entity.single else "at + "
    names = [f"i{n}" for n in range(len(version.inputs))]
    unknown = " or ".join(f"i{n} is UNKNOWN" for n, wire in enumerate(version.inputs) if not isinstance(wire, Parameter))
    call = f"function({', '.join(names)})"
    value = f"rounded({call})" if version.rounding else call
    yield "def conclude(run, row):"
    yield " cells = run.cells"
    if own:
        yield f" at = row * {size}"
    for n, wire in enumerate(version.inputs):
        yield from _input(f"i{n}", n, wire, rule)
    yield f" inputs = ({''.join(name + ', ' for name in names)})"
    yield f" value = run.whatever_the_answer(version, {own}{rule.slot}, inputs) if {unknown or False} else {value}"
    yield f" cells[{own}{rule.slot}] = value"
    yield " run.steps.append((rule, row, value, inputs))"
    yield " return value"


def _input(name: str, n: int, wire: Input, rule: Rule) -> Iterator[str]:
    if isinstance(wire, Of):
        indent = " "
        if wire.when is not None:
            yield from _read(name, wire.when, rule, indent)
            yield f" if not {name}: {name} = otherwise{n}"
            yield f" elif {name} is not UNKNOWN:"
            indent = "  "
        yield from _read(name, wire.source, rule, indent)
    elif not isinstance(wire, Parameter):
        yield f" {name} = read{n}(run, row)"


def _read(name: str, source: Source, rule: Rule, indent: str) -> Iterator[str]:
    """What a source says; a condition is read off its fact."""
    seen = source.fact if isinstance(source, Condition) else source
    own = seen.entity is rule.entity and not rule.entity.single
    yield f"{indent}{name} = cells[{'at + ' if own else ''}{seen.slot}]"
    yield f"{indent}if {name} is None: {name} = concluding[{seen.slot}](run, {'row' if own else 0})"
    if isinstance(source, Condition):
        holds = f"bool(int({name}) & {source.bits})" if source.bits else f"{name} in {set(map(int, source.values))}"
        yield f"{indent}if {name} is not UNKNOWN: {name} = {holds}"
