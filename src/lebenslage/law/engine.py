"""The law on one day: assess a household, ask the next question. Benefits are handed in; the engine knows none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache

from lebenslage.law.evaluation import Evaluation, InForce, Step
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN, Source, Value
from lebenslage.law.parameters import Parameter, Table
from lebenslage.law.rules import Rule, Version

MOST_QUESTIONS = 20


class Status(Enum):
    """The outcome of a benefit: a right, none, or not known yet."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Benefit:
    """A right: the conditions that must all hold (asked in this order), its amount, its period, and hints that exclude nobody."""

    id: str
    gates: tuple[Rule, ...]
    amount: Rule
    begins: Rule
    ends: Rule
    hints: tuple[Rule, ...] = ()

    @property
    def goals(self) -> tuple[Rule, ...]:
        """Everything that an assessment concludes."""
        return (*self.gates, self.amount, self.begins, self.ends, *self.hints)


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that would decide, and the row it is asked for."""

    fact: Fact
    row: int


@dataclass(frozen=True, slots=True)
class Result:
    """What the law says of one benefit for one household on one day."""

    benefit: Benefit
    status: Status
    amount: int | None
    refused_by: Rule | None
    missing: tuple[Missing, ...]
    hints: tuple[Rule, ...]
    run: Evaluation = field(repr=False)

    @property
    def trail(self) -> Sequence[Step]:
        """Every step: rule, row, value, inputs."""
        return self.run.steps

    @property
    def assumed(self) -> tuple[Missing, ...]:
        """Facts for which the ordinary case of the statute was taken."""
        return tuple(Missing(fact, row) for fact, row in self.run.assumed)

    @property
    def to_check(self) -> tuple[tuple[Parameter, Table], ...]:
        """Figures that a person must confirm before a notice may rest on them: read for the outcome, and with something to act upon."""
        decisive = slots_behind((*self.benefit.gates, self.benefit.amount, self.benefit.ends))
        doubtful = self.run.law.doubtful
        steps = (step for step in self.run.steps if step[0].slot in doubtful and step[0].slot in decisive)
        read = dict.fromkeys(figure for step in steps if _had_effect(self.run, step) for figure in doubtful[step[0].slot])
        return tuple((figure, self.run.law.tables[figure]) for figure in read)

    def value(self, rule: Rule, row: int = 0) -> Value:
        """A conclusion of this assessment, unknown included."""
        return rule.value(self.run, row)


class LawOn:
    """The law of some benefits on one day. Raises DateWithoutTable where a figure is not known for that day."""

    def __init__(self, on: date, benefits: Iterable[Benefit], rules: Iterable[Rule] = ()) -> None:
        """Resolve versions and figures once; `rules` are further goals that `conclude` may ask for."""
        self.day = on
        self.benefits = {b.id: b for b in benefits}
        self.goals = (*(g for b in self.benefits.values() for g in b.goals), *rules)
        self.in_force = _in_force(on, self.goals)

    def assess(self, household: Household) -> Mapping[str, Result]:
        """Every benefit: yes, no or unknown, with amount, period, missing facts and trail."""
        return {b.id: self._assessed(b, household) for b in self.benefits.values()}

    def conclude(self, household: Household, *goals: Rule) -> Evaluation:
        """Conclude single rules; read them off the evaluation with `rule.value(evaluation, row)`."""
        run = Evaluation(self.in_force, household)
        for goal in goals:
            for row in range(run.rows(goal.entity)):
                goal.value(run, row)
        return run

    def next_question(self, household: Household, goals: Iterable[str] = ()) -> Missing | None:
        """The next fact that can still change an outcome, or None when every goal is decided."""
        for id in goals or self.benefits:
            result = self._assessed(self.benefits[id], household)
            if result.status is Status.UNKNOWN:
                return result.missing[0]
        return None

    def _assessed(self, benefit: Benefit, household: Household) -> Result:
        run = Evaluation(self.in_force, household)
        answers = [gate.value(run, 0) for gate in benefit.gates]
        refused = next((g for g, a in zip(benefit.gates, answers, strict=True) if a is not UNKNOWN and not a), None)
        if refused is None and UNKNOWN in answers:
            refused = self._refused_at_best(benefit, household)
        if refused is not None:
            return Result(benefit, Status.NO, 0, refused, (), (), run)
        amount = benefit.amount.value(run, 0)
        if UNKNOWN in answers or not isinstance(amount, int):
            blocked = _blocked(run, (*benefit.gates, benefit.amount))
            return Result(benefit, Status.UNKNOWN, None, None, blocked, (), run)
        for goal in (benefit.begins, benefit.ends):
            goal.value(run, 0)
        hints = tuple(h for h in benefit.hints if h.value(run, 0) is not UNKNOWN and not h.value(run, 0))
        return Result(benefit, Status.YES, amount, None, (), hints, run)

    def _refused_at_best(self, benefit: Benefit, household: Household) -> Rule | None:
        """The gate that fails even if every open answer were the one that favours the claimant most; None where that is not known."""
        best = household
        for _ in range(MOST_QUESTIONS):
            run = Evaluation(self.in_force, best)
            answers = [gate.value(run, 0) for gate in benefit.gates]
            for gate, answer in zip(benefit.gates, answers, strict=True):
                if answer is not UNKNOWN and not answer:
                    return gate
            blocked = _blocked(run, benefit.gates)
            if not blocked or any(m.fact.bounds.favourable is None for m in blocked):
                return None
            for m in blocked:
                best = best.answered(m.fact, m.row, m.fact.bounds.favourable or 0)
        return None


def _had_effect(run: Evaluation, step: Step) -> bool:
    """Whether the figures of a step had something to act upon: not everything else that it read was zero."""
    rule, _, _, inputs = step
    wires = run.version(rule).inputs
    others = [value for wire, value in zip(wires, inputs, strict=True) if not isinstance(wire, Parameter)]
    return any(others) or not others


def _blocked(run: Evaluation, goals: Iterable[Rule]) -> tuple[Missing, ...]:
    seen: dict[tuple[object, int], Missing] = {}
    run.walked.clear()
    for goal in goals:
        for fact, row in goal.blockers(run, 0):
            if isinstance(fact, Fact):
                seen.setdefault((fact, row), Missing(fact, row))
    return tuple(seen.values())


def _in_force(on: date, goals: Iterable[Rule]) -> InForce:
    reached = list(reachable(goals))
    versions = _versions(on, [s for s in reached if isinstance(s, Rule)])
    parameters = dict.fromkeys(w for v in versions.values() for w in v.inputs if isinstance(w, Parameter))
    tables = {p: p.on(on) for p in parameters}
    figures = {p: t.value for p, t in tables.items()}
    doubtful = {p for p, t in tables.items() if t.to_check}
    by_rule = {slot: found for slot, v in versions.items() if (found := [w for w in v.inputs if w in doubtful])}
    size = 1 + max((s.slot for s in reached), default=0)
    return InForce(on, on.replace(day=1).toordinal(), size, versions, tables, figures, by_rule)


def _versions(on: date, rules: Sequence[Rule]) -> Mapping[int, Version]:
    """The version of each rule on a day. Where there is none, a figure says from when to when the law is known here."""
    try:
        return {rule.slot: rule.on(on) for rule in rules}
    except LookupError:
        for wire in (wire for rule in rules for version in rule.versions for wire in version.inputs if isinstance(wire, Parameter)):
            wire.on(on)
        raise


@cache
def slots_behind(goals: tuple[Rule, ...]) -> frozenset[int]:
    """The slots of every source that the goals read, directly or not. The graph of rules stands once all modules are imported."""
    return frozenset(source.slot for source in reachable(goals))


def reachable(goals: Iterable[Source]) -> Iterator[Source]:
    """Every source that the goals read, directly or not, each after what it reads."""
    done: set[int] = set()

    def visit(source: Source) -> Iterator[Source]:
        if source.slot in done:
            return
        done.add(source.slot)
        for read in source.sources():
            yield from visit(read)
        yield source

    for goal in goals:
        yield from visit(goal)
