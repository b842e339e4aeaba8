"""Models whose objective is a sum over areas: p-median, location with fixed costs, maximal coverage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.siting.arcs import Arcs
from lebenslage.atlas.siting.by_class import in_order
from lebenslage.atlas.siting.cover import reaching_all
from lebenslage.atlas.siting.demand import Demand, Terms
from lebenslage.atlas.siting.filling import filled
from lebenslage.atlas.siting.nearby import near_choices
from lebenslage.atlas.siting.patience import ENDLESS, Patience
from lebenslage.atlas.siting.plan import Alternative, Plan, Stage, assignment, gains
from lebenslage.atlas.siting.question import Question
from lebenslage.atlas.siting.search import Found, search
from lebenslage.atlas.siting.setting import Setting, check_reach, settle

WITHIN = 0.01
EXACT_INTEGERS = 2.0**50
type Asking = Callable[[Floats], Question]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A name, the question for some weights, what the compulsory sites add to its total, and choices to start from."""

    name: str
    ask: Asking
    paid: float = 0.0
    starts: tuple[Ints, ...] = ()
    radius: float = np.inf
    higher: bool = False
    filled: bool = True


def p_median(demand: Demand, terms: Terms, patience: Patience = ENDLESS, *, alternatives: int = 5, seed: int = 0) -> Plan:
    """The sites for which the sum of weight times way is least (Hakimi 1964). Areas without people need not be reached.

    Raises AreasOutOfReach, MoreSitesNeeded, BudgetTooSmall, NothingFoundInTime and the problems of `settle`.
    """
    setting = settle(demand, terms)
    check_reach(setting)
    model = Model("p_median", lambda weights: _distances(setting, weights), starts=_starts(setting, patience))
    return _plan(setting, model, patience, alternatives, seed)


def facility_location(demand: Demand, terms: Terms, patience: Patience = ENDLESS, *, alternatives: int = 5, seed: int = 0) -> Plan:
    """The sites for which the sum of weight times way and of the prices of opened sites is least, in one unit. As p_median.

    `terms.sites` is then a greatest number. With `burdened_first` every class bears the prices, and its gap may stay open.
    """
    setting = settle(demand, terms, limited=False)
    check_reach(setting)
    paid = float(setting.prices[np.setdiff1d(terms.must, terms.existing)].sum())
    starts = _starts(setting, patience)
    model = Model("facility_location", lambda weights: _distances(setting, weights, setting.prices), paid, starts, filled=False)
    return _plan(setting, model, patience, alternatives, seed)


def coverage(demand: Demand, terms: Terms, radius: float, patience: Patience = ENDLESS, *, alternatives: int = 5, seed: int = 0) -> Plan:
    """The sites with the greatest weight within the radius (Church and ReVelle 1974); existing sites cover too."""
    setting = settle(demand, terms)
    model = Model("coverage", lambda weights: _uncovered(setting, weights, radius), radius=radius, higher=True)
    return _plan(setting, model, patience, alternatives, seed)


def _starts(setting: Setting, patience: Patience) -> tuple[Ints, ...]:
    """Where not every site reaches everybody: a choice that does. Raises what `reaching_all` raises."""
    lost = ~np.isfinite(setting.settled) & (setting.demand.weights > 0)
    ways = setting.ways.of_sites(setting.free)
    anything_does = (np.bincount(ways.rows, minlength=len(lost))[lost] == ways.sites).all()
    if not lost.any() or (anything_does and setting.count and not np.isfinite(setting.budget)):
        return ()
    return (reaching_all(setting, lost, patience),)


def _distances(setting: Setting, weights: Floats, opening: Floats | None = None) -> Question:
    """Weighted ways. Whom no open site reaches bears twice what all ways together cost: no choice near the best leaves one out."""
    ways = setting.ways.of_sites(setting.free)
    costs = ways.costs * weights[ways.rows]
    prices = np.zeros(len(setting.free)) if opening is None else opening[setting.free]
    near = np.isfinite(setting.settled)
    borne = weights * np.where(near, setting.settled, 0.0)
    farthest = np.zeros(len(weights))
    np.maximum.at(farthest, ways.rows, costs)
    beyond = np.ceil(1 + 2 * (farthest.sum() + borne.sum() + prices.sum()))
    complete = not near.any() and len(ways.rows) == len(weights) * ways.sites
    certain = complete and opening is None and not np.isfinite(setting.budget)
    lost = farthest if certain else np.where(setting.demand.weights > 0, beyond, 0.0)
    default = np.where(near, borne, lost)
    arcs = Arcs(np.full(len(weights), np.inf), ways.starts, ways.rows, costs).below(default)
    return _question(setting, arcs, prices)


def _uncovered(setting: Setting, weights: Floats, radius: float) -> Question:
    """Whom no open site covers bears its weight, all others nothing."""
    ways = setting.ways.of_sites(setting.free)
    costs = np.where(ways.costs <= radius, 0.0, np.inf)
    default = np.where(setting.settled <= radius, 0.0, weights)
    return _question(setting, Arcs(default, ways.starts, ways.rows, costs).below(default), np.zeros(len(setting.free)))


def _question(setting: Setting, arcs: Arcs, opening: Floats) -> Question:
    whole = bool(all(_integers(values) for values in (arcs.costs, arcs.default, opening)) and arcs.default.sum() < EXACT_INTEGERS)
    return Question(arcs, opening, setting.count, setting.prices[setting.free], setting.budget, whole)


def _integers(values: Floats) -> bool:
    return bool((values == np.floor(values)).all())


def _plan(setting: Setting, model: Model, patience: Patience, alternatives: int, seed: int) -> Plan:
    told = _told(setting, model, patience)

    def solve(question: Question, more: tuple[Ints, ...]) -> Found:
        return search(question, told, (*model.starts, *more), seed)

    first, stages = setting.weights, tuple[Stage, ...]()
    if setting.terms.burdened_first:
        ordered = in_order(model.ask, setting.weights, setting.demand.classes, solve)
        first = setting.weights * (setting.demand.classes == setting.demand.classes.min())
        found, stages = Found(ordered.chosen, ordered.stages[0].objective, ordered.stages[0].bound), ordered.stages
    else:
        found = solve(model.ask(first), ())
    free = filled(setting, found.chosen) if model.filled else found.chosen
    chosen = setting.chosen(free)
    after = setting.after(chosen)
    value = _valued(setting, model)
    return Plan(
        model.name,
        chosen,
        assignment(setting, chosen, model.radius),
        value(found.total, first),
        value(found.bound, first),
        setting.before,
        after,
        gains(setting, after, model.radius),
        tuple(_others(setting, model, found, free, first, alternatives)),
        model.higher,
        tuple(_in_words_of(setting, model, stage) for stage in stages),
    )


def _told(setting: Setting, model: Model, patience: Patience) -> Patience:
    """Progress in the terms of the objective: a coverage grows. Where classes follow each other, totals are mixed."""
    if not model.higher or setting.terms.burdened_first:
        return patience
    weight = float(setting.weights.sum())
    return Patience(patience.out_of_time, lambda best, bound: patience.progress(weight - best, weight - bound))


def _valued(setting: Setting, model: Model) -> Callable[[float, Floats], float]:
    """From a total that was made small to the objective: the weight covered, or the cost with what was settled before."""
    return lambda total, weights: float(weights.sum()) - total if model.higher else total + model.paid


def _in_words_of(setting: Setting, model: Model, stage: Stage) -> Stage:
    weights = setting.weights * (setting.demand.classes == stage.rank)
    value = _valued(setting, model)
    return Stage(stage.rank, value(stage.objective, weights), value(stage.bound, weights))


def _others(setting: Setting, model: Model, found: Found, chosen: Ints, weights: Floats, wanted: int) -> Iterator[Alternative]:
    question, value = model.ask(weights), _valued(setting, model)
    best = value(found.bound, weights)
    limit = weights.sum() - (1 - WITHIN) * best if model.higher else (1 + WITHIN) * best - model.paid
    for choice, total in near_choices(question, chosen, float(limit), wanted):
        yield Alternative(setting.chosen(choice), value(total, weights))
