"""The law on one day: assess a household, ask the next question. Benefits are handed in; the engine knows none."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, Self

from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.kernel.units import Unit
from lebenslage.law.evaluation import Evaluation, Step
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.in_force import in_force_on, reachable, refusals_on, slots_behind, with_figures
from lebenslage.law.nodes import UNKNOWN, Value, Walk
from lebenslage.law.parameters import Parameter, Table
from lebenslage.law.rules import Rule

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
    `best_known` is False where the conditions want more of one thing and less of another, so that no answer is sure to favour the claimant
    (a least income, a need that must be covered): such a right is not refused before the answers are there.
    """

    id: str
    gates: tuple[Rule, ...]
    amount: Rule | None
    begins: Rule | None
    ends: Rule | None = None
    hints: tuple[Rule, ...] = ()
    each: Rule | None = None
    country: str = "DE"
    best_known: bool = True

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


@dataclass(frozen=True)
class Result:
    """What the law says of one benefit for one household on one day.

    `within` is the evaluation in which it was concluded, perhaps with other rights, each step once.
    `refusal` says which figure is not known for the day (NO_TABLE), and for which days it is.
    """

    benefit: Benefit
    status: Status
    amount: int | None
    refused_by: Rule | None
    missing: tuple[Missing, ...]
    hints: tuple[Rule, ...]
    within: Evaluation = field(repr=False)
    refusal: DateWithoutTable | None = None

    @cached_property
    def run(self) -> Evaluation:
        """The evaluation that asks for this right and nothing else: its steps, and the facts that it looked at."""
        alone = Evaluation(self.within.law, self.within.household)
        if self.status is not Status.NO_TABLE:
            _assessed(self.benefit, alone)
        return alone

    @property
    def reform(self) -> Mapping[str, Any]:
        """The figures that are not those of the law, by id; nothing where the law stands as it is."""
        return self.within.law.reform

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
        return UNKNOWN if self.status is Status.NO_TABLE else rule.value(self.within, row)


class LawOn:
    """The law of some benefits on one day. `refused` are those whose figures are not known for that day, with what is not known.

    `figures` are those that a reform has put in the place of the law's.
    """

    def __init__(self, on: date, benefits: Iterable[Benefit], rules: Iterable[Rule] = ()) -> None:
        """Resolve versions and figures once; `rules` are further goals that `conclude` may ask for.

        Raises DateWithoutTable where of all benefits that read figures none is known on that day.
        """
        self.day = on
        self.benefits = {b.id: b for b in benefits}
        rules = tuple(rules)
        refusals = refusals_on(on, _all_goals(self.benefits.values(), rules))
        self.refused = {id: refusal for id, b in self.benefits.items() if (refusal := _refusal(b, refusals))}
        self.known = tuple(b for b in self.benefits.values() if b.id not in self.refused)
        if self.refused and not any(self._reads_figures(b) for b in self.known):
            raise next(iter(self.refused.values()))
        self.goals = tuple(_all_goals(self.known, (rule for rule in rules if rule.slot not in refusals)))
        self.in_force = in_force_on(on, self.goals)
        self.figures: Mapping[str, Any] = {}

    def _reads_figures(self, benefit: Benefit) -> bool:
        rules = (source for source in reachable(benefit.goals, self.day) if isinstance(source, Rule))
        return any(isinstance(wire, Parameter) for rule in rules for wire in rule.on(self.day).inputs)

    def holding(self, *ids: str) -> Self:
        """This law, where these benefits are known on its day. Raises DateWithoutTable."""
        for id in ids:
            if id in self.refused:
                raise self.refused[id]
        return self

    def reformed(self, figures: Mapping[str, Any]) -> Self:
        """The same law with other figures, by id, as people write them: `{"regelbedarf_1": 600}`. Every result says so (`Result.reform`).

        Raises UnknownFigure, WrongFigure.
        """
        law = copy.copy(self)
        law.in_force = with_figures(self.in_force, figures)
        law.figures = {**self.figures, **figures}
        return law

    def assess(self, household: Household, *ids: str) -> Mapping[str, Result]:
        """Every benefit, or those named: yes, no or unknown, with amount, period, missing facts and trail."""
        run = Evaluation(self.in_force, household)
        return {id: self._assessed(self.benefits[id], run) for id in ids or self.benefits}

    def conclude(self, household: Household, *goals: Rule) -> Evaluation:
        """Conclude single rules; read them off the evaluation with `rule.value(evaluation, row)`."""
        run = Evaluation(self.in_force, household)
        for goal in goals:
            for row in range(run.rows(goal.entity)):
                goal.value(run, row)
        return run

    def next_question(self, household: Household, goals: Iterable[str] = ()) -> Missing | None:
        """The next fact that can still change an outcome, or None when every goal is decided."""
        run = Evaluation(self.in_force, household)
        for id in goals or self.benefits:
            result = self._assessed(self.benefits[id], run)
            if result.status is Status.UNKNOWN:
                return result.missing[0]
        return None

    def _assessed(self, benefit: Benefit, run: Evaluation) -> Result:
        if benefit.id in self.refused:
            return Result(benefit, Status.NO_TABLE, None, None, (), (), run, self.refused[benefit.id])
        return _assessed(benefit, run)


def _all_goals(benefits: Iterable[Benefit], rules: Iterable[Rule]) -> Iterator[Rule]:
    for benefit in benefits:
        yield from benefit.goals
    yield from rules


def _refusal(benefit: Benefit, refusals: Mapping[int, DateWithoutTable]) -> DateWithoutTable | None:
    """Why a right cannot be told on the day; None where it can."""
    return next((refusals[goal.slot] for goal in benefit.goals if goal.slot in refusals), None)


def _assessed(benefit: Benefit, run: Evaluation) -> Result:
    refused = _refused(benefit, run)
    undecided = refused is None and any(gate.value(run, 0) is UNKNOWN for gate in benefit.gates)
    if undecided and benefit.best_known:
        refused = _refused_at_best(benefit, run)
    if refused is not None:
        return Result(benefit, Status.NO, None if benefit.amount is None else 0, refused, (), (), run)
    amount = None if benefit.amount is None else benefit.amount.value(run, 0)
    if undecided or amount is UNKNOWN:
        return Result(benefit, Status.UNKNOWN, None, None, missing_for(benefit.decisive, run), (), run)
    return _granted(benefit, amount if isinstance(amount, int) else None, run)


def _granted(benefit: Benefit, amount: int | None, run: Evaluation) -> Result:
    for goal in benefit.period:
        goal.value(run, 0)
    hints = tuple(hint for hint in benefit.hints if _is_closed(hint, run))
    return Result(benefit, Status.YES, amount, None, (), hints, run)


def _is_closed(flag: Rule, run: Evaluation) -> bool:
    holds = flag.value(run, 0)
    return holds is not UNKNOWN and not holds


def _refused(benefit: Benefit, run: Evaluation) -> Rule | None:
    """The first gate that is closed; those behind it are not looked at."""
    return next((gate for gate in benefit.gates if _is_closed(gate, run)), None)


def _refused_at_best(benefit: Benefit, run: Evaluation) -> Rule | None:
    """The gate that fails even if every open answer were the one that favours the claimant most; None where that is not known."""
    for _ in range(MOST_QUESTIONS):
        missing, best = missing_for(benefit.gates, run), run.household
        for one in missing:
            if one.fact.bounds.favourable is None:
                return None
            best = best.answered(one.fact, one.row, one.fact.bounds.favourable)
        run = run.supposing(best)
        refused = _refused(benefit, run)
        if refused is not None or not missing:
            return refused
    return None


def missing_for(goals: Iterable[Rule], run: Evaluation) -> tuple[Missing, ...]:
    """The facts that are missing for what is open of some goals of the household, in the order in which the statute asks."""
    walk = Walk()
    for goal in goals:
        if goal.value(run, 0) is UNKNOWN:
            goal.behind(run, 0, walk)
    return tuple(Missing(fact, row) for fact, row in walk.found if isinstance(fact, Fact))


def _had_effect(run: Evaluation, step: Step) -> bool:
    """Whether the figures of a step had something to act upon: not everything else that it read was zero."""
    rule, _, _, inputs = step
    wires = run.version(rule).inputs
    others = [value for wire, value in zip(wires, inputs, strict=True) if not isinstance(wire, Parameter)]
    return any(others) or not others
