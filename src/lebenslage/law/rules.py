"""Rules: a statute's sentences as small pure functions, wired by the defaults of their parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum, IntFlag
from types import FunctionType
from typing import TYPE_CHECKING, Any, Final

from lebenslage.kernel.citations import Citation
from lebenslage.kernel.fixed import (
    half_up_to_cent,
    half_up_to_euro,
    up_to_euro,
)
from lebenslage.kernel.units import CentPerMonth, FixedEuroPerMonth, Unit, unit_of
from lebenslage.law.nodes import UNKNOWN, Entity, Group, Source, Value, Walk
from lebenslage.law.wires import Input

if TYPE_CHECKING:
    from lebenslage.law.evaluation import Evaluation

type Function = FunctionType
FOR_GOOD: Final = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Rounding:
    """A rounding that the statute orders: applied by the engine to what the function returns."""

    id: str
    function: Callable[[int], int]
    before: Unit | None
    after: Unit | None


HALF_UP_TO_EURO = Rounding("half_up_to_euro", half_up_to_euro, unit_of(FixedEuroPerMonth), unit_of(CentPerMonth))
CENT_HALF_UP = Rounding("half_up_to_cent", half_up_to_cent, unit_of(FixedEuroPerMonth), unit_of(CentPerMonth))
UP_TO_EURO = Rounding("up_to_euro", up_to_euro, unit_of(FixedEuroPerMonth), unit_of(CentPerMonth))


@dataclass(frozen=True, slots=True)
class Version:
    """A rule as it stands between two days: its function, wires and citation, and everything that it reads (`reads`: value by value)."""

    function: Function
    inputs: tuple[Input, ...]
    names: tuple[str, ...]
    cites: Citation
    since: date
    until: date
    rounding: Rounding | None
    sources: tuple[Source, ...]
    reads: tuple[Callable[[Evaluation, int], Any], ...]


class Rule(Source):
    """A legal conclusion with a stable name; dated versions register on it."""

    def __init__(self, function: Function, entity: Entity, unit: Unit | None, choices: Any) -> None:
        """Name the rule after its function."""
        super().__init__()
        self.id = function.__name__
        self.entity = entity
        self.unit = unit
        self.choices = choices
        self.versions: list[Version] = []
        self.__doc__ = function.__doc__

    def __repr__(self) -> str:
        """Name the rule."""
        return f"<Rule {self.id}>"

    def on(self, day: date) -> Version:
        """The version in force on a day. Raises LookupError where the rule did not exist yet or any more."""
        for version in self.versions:
            if version.since <= day <= version.until:
                return version
        raise LookupError(f"{self.id} has no version for {day}")

    def concluded(self, run: Evaluation, row: int) -> Value:
        """Follow the wires, run the function, note the step."""
        return run.follow(self, row)

    def behind(self, run: Evaluation, row: int, walk: Walk) -> None:
        """To what is behind the unknown inputs, in the order of the rule's parameters; each rule is walked through once."""
        at = row * run.size + self.slot
        if at not in walk.passed:
            walk.passed.add(at)
            for wire, value in zip(run.version(self).inputs, run.left_open[at], strict=True):
                if value is UNKNOWN:
                    wire.behind(run, row, walk)

    def sources(self) -> Iterator[Source]:
        """Everything that any version reads."""
        for version in self.versions:
            yield from version.sources


def rule(
    of: Entity | Group,
    *,
    cites: Citation,
    since: str,
    until: str = FOR_GOOD,
    rounding: Rounding | None = None,
    replaces: Rule | None = None,
) -> Callable[[Callable[..., int]], Rule]:
    """Make a function a rule on the rows of an entity or group. Raises TypeError where a wire's unit is not the parameter's.

    A later legal version of the same conclusion is written below the first with `replaces=` and its own `since`: it ends the one before.
    """

    def register(function: Callable[..., int]) -> Rule:
        assert isinstance(function, FunctionType)
        written = _parameters(function)
        returned = function.__annotations__.get("return")
        unit = rounding.after if rounding else unit_of(returned)
        known = replaces or Rule(function, of.entity if isinstance(of, Group) else of, unit, _choices(returned))
        if rounding and unit_of(returned) != rounding.before:
            raise TypeError(f"{function.__name__} returns {unit_of(returned)}, its rounding takes {rounding.before}")
        wires = tuple(_wire(function, name, wire, known.entity) for name, wire in written.items())
        start, end = date.fromisoformat(since), date.fromisoformat(until)
        _end_before(known, start)
        sources = tuple(source for wire in wires for source in wire.sources())
        reads = tuple(wire.reads for wire in wires)
        known.versions.append(Version(function, wires, tuple(written), cites, start, end, rounding, sources, reads))
        return known

    return register


def _end_before(known: Rule, start: date) -> None:
    """The version before ends on the eve of the next. Raises TypeError where it says that it holds longer."""
    if not known.versions:
        return
    last = known.versions[-1]
    if last.until == date.fromisoformat(FOR_GOOD):
        known.versions[-1] = replace(last, until=start - timedelta(days=1))
    elif last.until >= start:
        raise TypeError(f"{known.id} holds until {last.until}, its next version since {start}")


def _parameters(function: Function) -> Mapping[str, Any]:
    """The parameters of a rule with their defaults. Read off the function itself: asking `inspect` would be most of a cold start."""
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    defaults = function.__defaults__ or ()
    return dict(zip(names, (*(None,) * (len(names) - len(defaults)), *defaults), strict=True))


def _choices(annotation: Any) -> Any:
    return annotation if isinstance(annotation, type) and issubclass(annotation, (IntEnum, IntFlag)) else None


def _wire(function: Function, name: str, wire: Any, consumer: Entity) -> Input:
    if not isinstance(wire, Input):
        raise TypeError(f"{function.__name__}({name}) is not wired")
    wire.bind(consumer)
    annotation = function.__annotations__.get(name)
    expected = unit_of(annotation)
    if wire.unit is not None and expected != wire.unit:
        raise TypeError(f"{function.__name__}({name}) expects {expected}, the wire carries {wire.unit}")
    if wire.unit is None and wire.choices is not None and annotation is not wire.choices:
        raise TypeError(f"{function.__name__}({name}) expects {annotation}, the wire carries {wire.choices}")
    return wire
