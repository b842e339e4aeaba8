"""One household, plain Python: every conclusion computed once, when it is needed, with a trail of every step."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from functools import cache
from typing import Any

from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN, Entity, Source, Value
from lebenslage.law.parameters import Parameter, Table
from lebenslage.law.rules import Rule, Version
from lebenslage.law.wires import Input
from lebenslage.law.written import written

MOST_COMBINATIONS = 64
OFTEN = 40  # to write a rule out costs as much as to follow it so often
type Step = tuple[Rule, int, Value, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class InForce:
    """What is law on a day: the version of each rule and the table of each figure that the goals need.

    `concluding` says by slot how a source is concluded, `followed` how often the wires of a rule were followed.
    `doubtful` are the figures that a person must confirm, by the rule that reads them; `reform` are figures that are not those of the law.
    """

    day: date
    ordinal: int
    versions: Mapping[int, Version]
    tables: Mapping[Parameter, Table]
    figures: Mapping[Parameter, Any]
    doubtful: Mapping[int, Sequence[Parameter]]
    reform: Mapping[str, Any] = field(default_factory=dict)
    concluding: list[Callable[[Evaluation, int], Value]] = field(init=False, default_factory=list, repr=False)
    followed: Counter[int] = field(init=False, default_factory=Counter, repr=False)

    def __post_init__(self) -> None:
        """At first every source is concluded in its own way."""
        self.concluding.extend(source.concluded for source in Source.known)


class Evaluation:
    """The state of one evaluation. `steps` is the trail: rule, row, value and inputs, in the order of conclusion.

    `cells` has `size` cells a row, one for each source; None where nothing is concluded yet. `left_open` are those of unknown values, with
    the inputs that were read.
    """

    __slots__ = ("_facts", "assumed", "cells", "day", "household", "law", "left_open", "size", "steps")

    def __init__(self, law: InForce, household: Household) -> None:
        """Start with nothing concluded."""
        self.law = law
        self.household = household
        self.day = law.ordinal
        self.size = len(law.concluding)
        self.cells: list[Value | None] = [None] * (self.size * max(map(len, household.names.values())))
        self.left_open: dict[int, Sequence[Any]] = {}
        self.steps: list[Step] = []
        self.assumed: list[tuple[Fact, int]] = []
        self._facts: dict[Fact, Sequence[Value]] = {}

    def supposing(self, household: Household) -> Evaluation:
        """An evaluation of the same household with more answers. What is known stays known: no answer to come changes it."""
        more = Evaluation(self.law, household)
        more.cells = self.cells.copy()
        for at in self.left_open:
            more.cells[at] = None
        return more

    def rows(self, entity: Entity) -> int:
        """How many rows an entity has."""
        return len(self.household.names[entity])

    def facts(self, fact: Fact) -> Sequence[Value]:
        """The values of a fact on all rows; where it is missing and the statute names the ordinary case, that case, noted as assumed."""
        values = self._facts.get(fact)
        if values is None:
            values = self.household.given.get(fact) or [UNKNOWN] * self.rows(fact.entity)
            if fact.asked.assumed is not None and UNKNOWN in values:
                self.assumed += [(fact, row) for row, value in enumerate(values) if value is UNKNOWN]
                values = [fact.asked.assumed if value is UNKNOWN else value for value in values]
            self._facts[fact] = values
        return values

    @property
    def read(self) -> Collection[Fact]:
        """The facts that were looked at: where the answer matters, and the ordinary case of a fact that nobody answered."""
        return self._facts.keys()

    def figure(self, parameter: Parameter) -> Any:
        """The figure in force."""
        return self.law.figures[parameter]

    def version(self, rule: Rule) -> Version:
        """The version of a rule in force."""
        return self.law.versions[rule.slot]

    def keep(self, source: Source, row: int, value: Value) -> Value:
        """Put a value into its cell."""
        at = row * self.size + source.slot
        if value is UNKNOWN:
            self.left_open[at] = ()
        self.cells[at] = value
        return value

    def follow(self, rule: Rule, row: int) -> Value:
        """Run a rule on a row and note the step. A rule that is asked often is written out."""
        self.law.followed[rule.slot] += 1
        if self.law.followed[rule.slot] == OFTEN:
            self.law.concluding[rule.slot] = written(rule, self.law)
        version, at = self.law.versions[rule.slot], row * self.size + rule.slot
        inputs = tuple([read(self, row) for read in version.reads])
        value = self.whatever_the_answer(version, at, inputs) if UNKNOWN in inputs else _applied(version, inputs)
        self.cells[at] = value
        self.steps.append((rule, row, value, inputs))
        return value

    def whatever_the_answer(self, version: Version, at: int, inputs: Sequence[Any]) -> Value:
        """The value that every possible answer to the unknown yes-or-no and one-of inputs leads to; or UNKNOWN, and the cell stays open."""
        domains = [_domain(wire) if value is UNKNOWN else (value,) for wire, value in zip(version.inputs, inputs, strict=True)]
        if 0 < math.prod(map(len, domains)) <= MOST_COMBINATIONS:
            combinations = itertools.product(*domains)
            outcome = _applied(version, next(combinations))
            for combination in combinations:
                if _applied(version, combination) != outcome:
                    break
            else:
                return outcome
        self.left_open[at] = inputs
        return UNKNOWN


def _applied(version: Version, inputs: Sequence[Any]) -> int:
    value = version.function(*inputs)
    return version.rounding.function(value) if version.rounding else value


@cache
def _domain(wire: Input) -> tuple[int, ...]:
    if wire.unit is not None and wire.unit.kind == "flag":
        return (False, True)
    choices = wire.choices
    return tuple(choices) if isinstance(choices, type) and issubclass(choices, IntEnum) else ()
