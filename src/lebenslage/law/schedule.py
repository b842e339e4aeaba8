"""The order of work in a kernel: which rules run for some results, in which order, and on which demand.

A loop runs over all rows of a block before the next one starts; so each rule stands after what it reads, and that is all the order there
is. As in the single household, a rule that is read only under a condition is not run where the condition fails: that is its demand.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

from lebenslage.law.evaluation import InForce
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import PERSON, Source
from lebenslage.law.places import Gathered
from lebenslage.law.pointing import At, Pointing
from lebenslage.law.rules import Rule
from lebenslage.law.translation import Translator
from lebenslage.law.wires import AnyOf, Combined, CountOf, GreatestOf, Input, LeastOf, Of, SumOf

type Demand = tuple[Source, ...] | None
KINDS = {SumOf: "sum", CountOf: "count", AnyOf: "any", GreatestOf: "greatest", LeastOf: "least"}


class Schedule:
    """The rules and facts behind some results, placed."""

    def __init__(self, law: InForce, results: Sequence[Rule]) -> None:
        """Place every rule that the results need under the law of a day."""
        self.law = law
        self.results = tuple(results)
        self.translator = Translator()
        sources = list(self._behind(results))
        self.rules = [s for s in sources if isinstance(s, Rule)]
        self.facts = [s for s in sources if isinstance(s, Fact)]
        self.entities = [e for e in dict.fromkeys((PERSON, *(s.entity for s in sources))) if not e.single]
        self._known_behind: dict[int, frozenset[int]] = {}
        self.demand = self._without_circles(self._demands(frozenset(r.slot for r in results)))
        self.order = self._ordered()

    @property
    def helpers(self) -> Mapping[str, ast.FunctionDef]:
        """The functions that rules call, by the name in their text."""
        return self.translator.helpers

    def function(self, rule: Rule) -> ast.FunctionDef:
        """A rule's function in the version in force, its constants as numbers."""
        version = self.law.versions[rule.slot]
        if version.rounding:
            self.translator.helper(version.rounding.function)
        return self.translator.translated(version.function, f"r_{rule.id}")

    def wires(self, rule: Rule) -> Sequence[Input]:
        """What a rule reads in the version in force."""
        return self.law.versions[rule.slot].inputs

    def gathered(self, wire: Combined) -> Gathered:
        """What a wire gathers; two wires that gather the same share one loop."""
        return Gathered(KINDS[type(wire)], wire.source, wire.where, getattr(wire, "otherwise", 0))

    def _behind(self, results: Sequence[Source]) -> Iterator[Source]:
        """Every source that the results read in the versions in force, each after what it reads."""
        done: set[int] = set()

        def visit(source: Source) -> Iterator[Source]:
            if source.slot in done:
                return
            done.add(source.slot)
            wires = self.wires(source) if isinstance(source, Rule) else ()
            for read in (s for wire in wires for s in wire.sources()) if wires else source.sources():
                yield from visit(read)
            yield source

        for result in results:
            yield from visit(result)

    def _without_circles(self, demands: Mapping[int, Demand]) -> Mapping[int, Demand]:
        """The demands that can be told before the rule runs; a rule of which one can only be told after it is always run."""
        before = {rule.slot: {s.slot for wire in self.wires(rule) for s in wire.sources() if isinstance(s, Rule)} for rule in self.rules}
        kept: dict[int, Demand] = {}
        for rule in self.rules:
            wanted = {s.slot for s in demands[rule.slot] or () if isinstance(s, Rule)}
            circle = rule.slot in _reached(before, wanted)
            kept[rule.slot] = None if circle else demands[rule.slot]
            before[rule.slot] |= set() if circle else wanted
        return kept

    def _ordered(self) -> Sequence[Rule]:
        """Each rule after what it reads and what its demand reads."""
        ordered: dict[int, Rule] = {}

        def place(source: Source) -> None:
            if source.slot in ordered or not isinstance(source, Rule):
                return
            for before in self._before(source):
                place(before)
            ordered[source.slot] = source

        for rule in self.rules:
            place(rule)
        return list(ordered.values())

    def _before(self, rule: Rule) -> Iterator[Source]:
        yield from self.demand[rule.slot] or ()
        for wire in self.wires(rule):
            yield from wire.sources()

    def _demands(self, results: frozenset[int]) -> Mapping[int, Demand]:
        """For each rule the conditions of which one must hold for anybody to read it; None where it is always read."""
        found: dict[int, Demand] = {}
        for rule in reversed(self.rules):
            demand = found.setdefault(rule.slot, None)
            if rule.slot in results:
                demand = found[rule.slot] = None
            for wire, source in self._reads(rule):
                wanted = self._without_circle(source, _narrowed(wire, source, demand))
                found[source.slot] = _either(found[source.slot], wanted) if source.slot in found else wanted
        return found

    def _without_circle(self, source: Rule, demand: Demand) -> Demand:
        """The demand, unless one of its conditions reads the very rule: then the rule runs on every row."""
        if demand is None or not any(condition is source or source.slot in self._slots_behind(condition) for condition in demand):
            return demand
        return None

    def _slots_behind(self, source: Source) -> frozenset[int]:
        """The slots of everything that a source reads in the versions in force."""
        known = self._known_behind.get(source.slot)
        if known is None:
            known = self._known_behind[source.slot] = frozenset(one.slot for one in self._behind([source]) if one is not source)
        return known

    def _reads(self, rule: Rule) -> Iterator[tuple[Input, Rule]]:
        """The other rules that a rule reads, each with its wire."""
        for wire in self.wires(rule):
            for source in wire.sources():
                if isinstance(source, Rule):
                    yield wire, source


def _narrowed(wire: Input, source: Rule, demand: Demand) -> Demand:
    """On what a rule is read through a wire: the wire's own condition, else the demand of the reader, where rows can tell."""
    if isinstance(wire, Of) and wire.when is not None and source is wire.source:
        return _known((wire.when,), source)
    if isinstance(wire, Pointing) and wire.when is not None and source is wire.source:
        return _of_household((wire.when,))
    if isinstance(wire, (At, Pointing)) and source is wire.source:
        return None if demand is None else _of_household(demand)
    return None if demand is None else _known(demand, source)


def _reached(before: Mapping[int, set[int]], first: set[int]) -> set[int]:
    found, left = set(first), list(first)
    while left:
        fresh = before[left.pop()] - found
        found |= fresh
        left += fresh
    return found


def _of_household(conditions: tuple[Source, ...]) -> Demand:
    """The conditions, if they are the same on every row: one row reads another here."""
    return conditions if all(c.entity.single for c in conditions) else None


def _known(conditions: tuple[Source, ...], source: Rule) -> Demand:
    """The conditions, if each can be told on the rows of the source."""
    return conditions if all(c.entity.single or c.entity == source.entity for c in conditions) else None


def _either(one: Demand, other: Demand) -> Demand:
    return None if one is None or other is None else tuple(dict.fromkeys((*one, *other)))
