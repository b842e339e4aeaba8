"""The law on one day: assess a household, ask the next question. Benefits are handed in; the engine knows none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache
from typing import Self

from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.kernel.units import Unit
from lebenslage.law.evaluation import Evaluation, InForce, Step
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN, Source, Value
from lebenslage.law.parameters import Parameter, Table
from lebenslage.law.rules import Rule, Version
from lebenslage.law.wires import Input

MOST_QUESTIONS = 20


class Status(Enum):
    """The outcome of a benefit: a right, none, not known yet, or not to be told for a day whose figures are not known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NO_TABLE = "no_table"


@dataclass(frozen=True, slots=True)
class Benefit:
    """A right: the conditions that must all hold (asked in this order), its amount, its period, and hints that exclude nobody.

    A right without a sum (a housing certificate, say) has no `amount`; its unit says whether the sum is paid once, a month or a year.
    `each` is the rule behind the amount where every person has an amount of her own.
    """

    id: str
    gates: tuple[Rule, ...]
    amount: Rule | None
    begins: Rule | None
    ends: Rule | None = None
    hints: tuple[Rule, ...] = ()
    each: Rule | None = None
    country: str = "DE"

    @property
    def unit(self) -> Unit | None:
        """The unit of the amount."""
        return None if self.amount is None else self.amount.unit

    @property
    def period(self) -> tuple[Rule, ...]:
        """The rules that say when the right begins and ends, as far as the statute says."""
        return tuple(rule for rule in (self.begins, self.ends) if rule is not None)

    @property
    def decisive(self) -> tuple[Rule, ...]:
        """What makes the outcome: the conditions, then the amount."""
        return self.gates if self.amount is None else (*self.gates, self.amount)

    @property
    def goals(self) -> tuple[Rule, ...]:
        """Everything that an assessment concludes."""
        return (*self.decisive, *(() if self.each is None else (self.each,)), *self.period, *self.hints)


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that would decide, and the row it is asked for."""

    fact: Fact
    row: int


@dataclass(frozen=True, slots=True)
class Result:
    """What the law says of one benefit for one household on one day.

    `refusal` says which figure is not known for the day (NO_TABLE), and for which days it is.
    """

    benefit: Benefit
    status: Status
    amount: int | None
    refused_by: Rule | None
    missing: tuple[Missing, ...]
    hints: tuple[Rule, ...]
    run: Evaluation = field(repr=False)
    refusal: DateWithoutTable | None = None

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
        ends = () if self.benefit.ends is None else (self.benefit.ends,)
        decisive = slots_behind((*self.benefit.decisive, *ends))
        doubtful = self.run.law.doubtful
        steps = (step for step in self.run.steps if step[0].slot in doubtful and step[0].slot in decisive)
        read = dict.fromkeys(figure for step in steps if _had_effect(self.run, step) for figure in doubtful[step[0].slot])
        return tuple((figure, self.run.law.tables[figure]) for figure in read)

    def value(self, rule: Rule, row: int = 0) -> Value:
        """A conclusion of this assessment, unknown included."""
        return UNKNOWN if self.status is Status.NO_TABLE else rule.value(self.run, row)


class LawOn:
    """The law of some benefits on one day. `refused` are those whose figures are not known for that day, with what is not known."""

    def __init__(self, on: date, benefits: Iterable[Benefit], rules: Iterable[Rule] = ()) -> None:
        """Resolve versions and figures once; `rules` are further goals that `conclude` may ask for.

        Raises DateWithoutTable where of all benefits that read figures none is known on that day.
        """
        self.day = on
        self.benefits = {b.id: b for b in benefits}
        found = {b.id: refusal_on(on, b.goals) for b in self.benefits.values()}
        self.refused = {id: refusal for id, refusal in found.items() if refusal is not None}
        self.known = tuple(b for b in self.benefits.values() if b.id not in self.refused)
        if self.refused and not any(self._reads_figures(b) for b in self.known):
            raise next(iter(self.refused.values()))
        self.goals = (*(goal for b in self.known for goal in b.goals), *(rule for rule in rules if refusal_on(on, (rule,)) is None))
        self.in_force = _in_force(on, self.goals)

    def _reads_figures(self, benefit: Benefit) -> bool:
        rules = (source for source in reachable(benefit.goals, self.day) if isinstance(source, Rule))
        return any(isinstance(wire, Parameter) for rule in rules for wire in rule.on(self.day).inputs)

    def holding(self, *ids: str) -> Self:
        """This law, where these benefits are known on its day. Raises DateWithoutTable."""
        for id in ids:
            if id in self.refused:
                raise self.refused[id]
        return self

    def assess(self, household: Household, *ids: str) -> Mapping[str, Result]:
        """Every benefit, or those named: yes, no or unknown, with amount, period, missing facts and trail."""
        return {id: self._assessed(self.benefits[id], household) for id in ids or self.benefits}

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
        if benefit.id in self.refused:
            return Result(benefit, Status.NO_TABLE, None, None, (), (), run, self.refused[benefit.id])
        answers = [gate.value(run, 0) for gate in benefit.gates]
        refused = next((g for g, a in zip(benefit.gates, answers, strict=True) if a is not UNKNOWN and not a), None)
        if refused is None and UNKNOWN in answers:
            refused = self._refused_at_best(benefit, household)
        if refused is not None:
            return Result(benefit, Status.NO, None if benefit.amount is None else 0, refused, (), (), run)
        amount = None if benefit.amount is None else benefit.amount.value(run, 0)
        if UNKNOWN in answers or amount is UNKNOWN:
            return Result(benefit, Status.UNKNOWN, None, None, _blocked(run, benefit.decisive), (), run)
        for goal in benefit.period:
            goal.value(run, 0)
        hints = tuple(h for h in benefit.hints if h.value(run, 0) is not UNKNOWN and not h.value(run, 0))
        return Result(benefit, Status.YES, amount if isinstance(amount, int) else None, None, (), hints, run)

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
    reached = list(reachable(goals, on))
    versions = {rule.slot: rule.on(on) for rule in reached if isinstance(rule, Rule)}
    parameters = dict.fromkeys(w for v in versions.values() for w in v.inputs if isinstance(w, Parameter))
    tables = {p: p.on(on) for p in parameters}
    figures = {p: t.value for p, t in tables.items()}
    doubtful = {p for p, t in tables.items() if t.to_check}
    by_rule = {slot: found for slot, v in versions.items() if (found := [w for w in v.inputs if w in doubtful])}
    size = 1 + max((s.slot for s in reached), default=0)
    return InForce(on, on.replace(day=1).toordinal(), size, versions, tables, figures, by_rule)


def refusal_on(day: date, goals: Iterable[Rule]) -> DateWithoutTable | None:
    """Why the goals cannot be concluded on a day: a figure that is not known then, or a rule that did not exist; None where they can."""
    lacking: Rule | None = None
    for source in reachable(goals, day):
        version = _version(source, day) if isinstance(source, Rule) else None
        if version is None and isinstance(source, Rule):
            lacking = lacking or source
        for wire in (wire for wire in _wires(source, version) if isinstance(wire, Parameter)):
            refusal = wire.refusal(day)
            if refusal is not None:
                return refusal
    if lacking is None:
        return None
    return DateWithoutTable(parameter=lacking.id, on=day, first=lacking.versions[0].since, last=lacking.versions[-1].until)


def _version(rule: Rule, day: date) -> Version | None:
    return next((version for version in rule.versions if version.since <= day <= version.until), None)


def _wires(source: Source, version: Version | None) -> Iterator[Input]:
    """What a rule reads in its version, or in any where it has none: its figures say from when to when the law is known here."""
    if isinstance(source, Rule):
        yield from (wire for one in ((version,) if version else source.versions) for wire in one.inputs)


@cache
def slots_behind(goals: tuple[Rule, ...]) -> frozenset[int]:
    """The slots of every source that the goals read, directly or not. The graph of rules stands once all modules are imported."""
    return frozenset(source.slot for source in reachable(goals))


def reachable(goals: Iterable[Source], on: date | None = None) -> Iterator[Source]:
    """Every source that the goals read, directly or not, each after what it reads: on a day, or in any version."""
    done: set[int] = set()

    def visit(source: Source) -> Iterator[Source]:
        if source.slot in done:
            return
        done.add(source.slot)
        for read in _read_by(source, on):
            yield from visit(read)
        yield source

    for goal in goals:
        yield from visit(goal)


def _read_by(source: Source, on: date | None) -> Iterable[Source]:
    version = _version(source, on) if on is not None and isinstance(source, Rule) else None
    return source.sources() if version is None else (read for wire in version.inputs for read in wire.sources())
