"""What a table settles for every row: a column with one value throughout settles the rules that read nothing else.

Such rules are concluded once, in plain Python, and their loops do not run; nor do those that nobody reads then. A city in which nobody
farms computes no farm income. What a rule says of a household never changes by this, only how often it is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lebenslage.law.facts import STICHTAG, Condition, Fact
from lebenslage.law.nodes import Entity, Source
from lebenslage.law.parameters import Parameter
from lebenslage.law.places import FLAG, Gathered, Place, Value
from lebenslage.law.pointing import At, Pointing
from lebenslage.law.rules import Rule
from lebenslage.law.schedule import Schedule
from lebenslage.law.wires import Combined, Input, NumberOf, Of

EXTREMES = ("greatest", "least")


class Settled:
    """The rules of a schedule under columns of which some are the same on every row."""

    def __init__(self, schedule: Schedule, constant: Mapping[Fact, int], empty: frozenset[Entity]) -> None:
        """Conclude what can be concluded. `constant` are facts with one value; `empty` are entities without any row."""
        self.schedule, self.constant, self.empty = schedule, constant, empty
        self.values: dict[Place, int] = {}
        for rule in schedule.order:
            self._conclude(rule)
        self.live = self._needed()

    def _conclude(self, rule: Rule) -> None:
        version = self.schedule.law.versions[rule.slot]
        for wire in version.inputs:
            if isinstance(wire, Combined):
                self._gather(self.schedule.gathered(wire))
        inputs = [self._read(wire) for wire in version.inputs]
        if None in inputs:
            return
        try:
            value = version.function(*inputs)
            value = int(version.rounding.function(value) if version.rounding else value)
        except (ZeroDivisionError, IndexError):
            return  # zeros in the place of answers that nobody was asked for; the loop stays inside its tables
        self.values[Value(rule.slot)] = int(bool(value)) if rule.unit == FLAG else value

    def _gather(self, gathered: Gathered) -> None:
        nothing = gathered.otherwise if gathered.kind in EXTREMES else 0
        counts = 1 if gathered.where is None else self.known(gathered.where)
        if gathered.source.entity in self.empty or counts == 0:
            self.values[gathered] = nothing
        elif gathered.kind not in EXTREMES and self.known(gathered.source) == 0:
            self.values[gathered] = 0

    def known(self, source: Source) -> int | None:
        """A source's value, where it is the same on every row."""
        if source is STICHTAG:
            return self.schedule.law.ordinal
        if isinstance(source, Condition):
            given = self.known(source.fact)
            return None if given is None else int(source.holds(given))
        if isinstance(source, Fact):
            return self._guarded(source.asked.when, self.constant.get(source), 0)
        return self.values.get(Value(source.slot))

    def _guarded(self, when: Source | None, value: int | None, otherwise: int) -> int | None:
        holds = 1 if when is None else self.known(when)
        if holds == 0:
            return otherwise
        return value if holds or value == otherwise else None

    def _read(self, wire: Input) -> Any:
        match wire:
            case Parameter():
                return self.schedule.law.figures[wire]
            case Of(source=source, when=when, otherwise=otherwise):
                return self._guarded(when, self.known(source), otherwise)
            case Combined():
                return self.values.get(self.schedule.gathered(wire))
            case At(source=source, via=via, otherwise=otherwise):
                return otherwise if self._names_nobody(via) or self.known(source) == otherwise else None
            case Pointing(source=source, via=via, when=when):
                nobody = all(map(self._names_nobody, via))
                return self._guarded(when, 0 if nobody or self.known(source) == 0 else None, 0)
        return None

    def _names_nobody(self, via: Fact) -> bool:
        there = self.known(via)
        return there is not None and there < 0

    def _needed(self) -> frozenset[Place]:
        """The places whose loops must run for the results."""
        needed: set[Place] = set()

        def need(source: Source | None) -> None:
            if isinstance(source, Rule) and Value(source.slot) not in needed and Value(source.slot) not in self.values:
                needed.add(Value(source.slot))
                for read in self._reads(source):
                    if isinstance(read, Gathered):
                        gather(read)
                    else:
                        need(read)

        def gather(gathered: Gathered) -> None:
            if gathered not in self.values:
                needed.add(gathered)
                need(gathered.where)
                need(gathered.source)

        for result in self.schedule.results:
            need(result)
        return frozenset(needed)

    def _reads(self, rule: Rule) -> Sequence[Source | Gathered]:
        """What the loop of a rule reads, without what stands behind a condition that holds nowhere."""
        found: list[Source | Gathered] = list(self.schedule.demand[rule.slot] or ())
        for wire in self.schedule.wires(rule):
            if isinstance(wire, Combined):
                found.append(self.schedule.gathered(wire))
            elif not isinstance(wire, (Parameter, NumberOf)) and self._read(wire) is None:
                found += wire.sources()
        return found
