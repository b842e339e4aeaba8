"""The order of work in a kernel: which rule runs in which pass, and on which demand.

Rules are ordered by depth. A household rule that adds up a person's value stands one depth below the loop in which that value is made;
within a depth the household's rules come first, then those of each entity. As in the single household, a rule that is read
only under a condition is not run where the condition fails: that is its demand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lebenslage.law.engine import reachable
from lebenslage.law.evaluation import InForce
from lebenslage.law.facts import Condition, Fact
from lebenslage.law.nodes import PERSON, Entity, Source
from lebenslage.law.pointing import At, Pointing
from lebenslage.law.rules import Rule
from lebenslage.law.wires import Combined, Input, Of

type Demand = tuple[Source, ...] | None


class Schedule:
    """The rules and facts behind some results, placed."""

    def __init__(self, law: InForce, results: Sequence[Rule]) -> None:
        """Place every rule that the results need under the law of a day."""
        self.law = law
        sources = list(reachable(results))
        self.rules = [s for s in sources if isinstance(s, Rule)]
        self.facts = [s for s in sources if isinstance(s, Fact)]
        self.entities = [e for e in dict.fromkeys((PERSON, *(s.entity for s in sources))) if not e.single]
        self.combined = [w for r in self.rules for w in self.wires(r) if isinstance(w, Combined)]
        self.demand = self._demands(frozenset(r.slot for r in results))
        self.depths = self._depths()

    def wires(self, rule: Rule) -> Sequence[Input]:
        """What a rule reads in the version in force."""
        return self.law.versions[rule.slot].inputs

    def depth(self, source: Source) -> int:
        """In which pass a source has its value: facts and conditions are there from the start."""
        return self.depths.get(source.slot, 0)

    def loop_of(self, wire: Combined) -> int:
        """The depth of the loop in which a sum, count or the like is gathered."""
        return max(self.depth(source) for source in wire.sources())

    def at(self, depth: int, entity: Entity) -> Sequence[Rule]:
        """The rules of an entity at a depth, each after what it reads and what its demand reads."""
        here = {r.slot: r for r in self.rules if r.entity == entity and self.depth(r) == depth}
        ordered: dict[int, Rule] = {}

        def place(rule: Rule) -> None:
            if rule.slot in ordered or rule.slot not in here:
                return
            for before in self._before(rule):
                if isinstance(before, Rule):
                    place(before)
            ordered[rule.slot] = rule

        for rule in here.values():
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
                wanted = _narrowed(wire, source, demand)
                found[source.slot] = _either(found[source.slot], wanted) if source.slot in found else wanted
        return found

    def _reads(self, rule: Rule) -> Iterator[tuple[Input, Rule]]:
        """The other rules that a rule reads, each with its wire."""
        for wire in self.wires(rule):
            for source in wire.sources():
                if isinstance(source, Rule):
                    yield wire, source

    def _depths(self) -> dict[int, int]:
        """Depths by repeated raising, since a demand may lie deeper than what the rule itself reads."""
        self.depths = dict.fromkeys((r.slot for r in self.rules), 0)
        changed = True
        while changed:
            changed = False
            for rule in self.rules:
                wanted = max((self._least(wire) for wire in self.wires(rule)), default=0)
                wanted = max([wanted, *(self.depth(s) for s in self.demand[rule.slot] or ())])
                if wanted > self.depths[rule.slot]:
                    self.depths[rule.slot] = wanted
                    changed = True
        return self.depths

    def _least(self, wire: Input) -> int:
        deepest = max((self.depth(source) for source in wire.sources()), default=0)
        return deepest + isinstance(wire, (Combined, Pointing))


def _narrowed(wire: Input, source: Rule, demand: Demand) -> Demand:
    """On what a rule is read through a wire: the wire's own condition, else the demand of the reader, where rows can tell."""
    if isinstance(wire, Of) and wire.when is not None and source is wire.source:
        return _known((wire.when,), source)
    if isinstance(wire, Pointing) and wire.when is not None and source is wire.source:
        return _of_household((wire.when,))
    if isinstance(wire, (At, Pointing)) and source is wire.source:
        return None if demand is None else _of_household(demand)
    return None if demand is None else _known(demand, source)


def _of_household(conditions: tuple[Source, ...]) -> Demand:
    """The conditions, if they are the same on every row: one row reads another here."""
    return conditions if all(c.entity.single for c in conditions) else None


def _known(conditions: tuple[Source, ...], source: Rule) -> Demand:
    """The conditions, if each can be told on the rows of the source."""
    return conditions if all(c.entity.single or c.entity == source.entity for c in conditions) else None


def _either(one: Demand, other: Demand) -> Demand:
    return None if one is None or other is None else tuple(dict.fromkeys((*one, *other)))


def only_when(wire: Input) -> Condition | None:
    """The condition without which a wire reads a constant."""
    if not isinstance(wire, Of):
        return None
    if isinstance(wire.when, Condition):
        return wire.when
    return wire.source.asked.when if wire.when is None and isinstance(wire.source, Fact) else None
