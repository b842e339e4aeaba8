"""Sites with room for so many: an area may be divided among sites, or go to one as a whole."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.siting.demand import Demand, Terms
from lebenslage.atlas.siting.patience import ENDLESS, Patience
from lebenslage.atlas.siting.plan import Alternative, Plan, Stage, assignment, gains
from lebenslage.atlas.siting.problems import CapacityUnusable, DemandOverCapacity, NoAllocation, NothingFoundInTime, SizesDiffer
from lebenslage.atlas.siting.program import INFINITE, Answer, Program
from lebenslage.atlas.siting.setting import Setting, check_reach, settle

WITHIN = 0.01
KEPT = 1e-7


def capacitated(
    demand: Demand,
    terms: Terms,
    capacities: Floats,
    patience: Patience = ENDLESS,
    *,
    whole: bool = False,
    fixed_costs: bool = False,
    alternatives: int = 5,
) -> Plan:
    """The sites, and who goes where, for which the sum of weight times way is least; no site takes more people than its capacity (m,).

    Existing sites count with their capacity. `whole`: an area goes to one site; without it, `shares` says how it is divided.
    `fixed_costs`: the prices of opened sites are part of the objective, and no number of sites need be given.
    Raises DemandOverCapacity, NoAllocation, NothingFoundInTime, CapacityUnusable, AreasOutOfReach and the problems of `settle`.
    """
    setting = settle(demand, terms, limited=not fixed_costs)
    _check(setting, capacities)
    check_reach(setting)
    allocation = _Allocation(setting, capacities, whole=whole, fixed_costs=fixed_costs)
    values, stages = allocation.in_order(patience)
    chosen, shares = allocation.chosen(values), allocation.shares(values)
    after = np.where(shares.any(axis=1), allocation.mean_way(values), setting.after(chosen))
    return Plan(
        model="capacitated",
        chosen=chosen,
        assignment=np.where(shares.any(axis=1), shares.argmax(axis=1), assignment(setting, chosen)),
        objective=stages[0].objective,
        bound=stages[0].bound,
        before=setting.before,
        after=after,
        gains=gains(setting, after),
        alternatives=tuple(allocation.others(chosen, (1 + WITHIN) * stages[0].bound, alternatives, patience)),
        stages=stages if terms.burdened_first else (),
        shares=shares,
    )


def _check(setting: Setting, capacities: Floats) -> None:
    """Raise SizesDiffer, CapacityUnusable, DemandOverCapacity."""
    places = setting.demand.places
    if len(capacities) != len(places):
        raise SizesDiffer(what="capacities", count=len(capacities), expected=len(places))
    for place in np.flatnonzero(~(np.isfinite(capacities) & (capacities >= 0)))[:1]:
        raise CapacityUnusable(place=places[place])
    fixed = np.union1d(setting.terms.existing, setting.terms.must)
    largest = np.sort(capacities[setting.free])[::-1][: setting.count]
    room, people = float(capacities[fixed].sum() + largest.sum()), float(setting.demand.weights.sum())
    if people > room * (1 + KEPT):
        raise DemandOverCapacity(demand=f"{people:g}", capacity=f"{room:g}")


class _Allocation:
    """The integer program: a share for each way of an inhabited area, and a yes or no for each site that may be open."""

    def __init__(self, setting: Setting, capacities: Floats, *, whole: bool, fixed_costs: bool) -> None:
        self.setting = setting
        self.sites = np.union1d(np.union1d(setting.terms.existing, setting.terms.must), setting.free).astype(np.int64)
        ways = setting.ways.of_sites(self.sites)
        used = setting.demand.weights[ways.rows] > 0
        self.areas, self.places, self.lengths = ways.rows[used], ways.columns()[used], ways.costs[used]
        self.fixed = np.isin(self.sites, np.union1d(setting.terms.existing, setting.terms.must))
        self.old = np.isin(self.sites, setting.terms.existing)
        self.paid = np.where(self.old, 0.0, setting.prices[self.sites]) * fixed_costs
        self.exact = setting.terms.sites is not None and not fixed_costs and not np.isfinite(setting.budget)
        self.program = self._program(capacities[self.sites], whole=whole)

    def cost(self, weights: Floats) -> Floats:
        """The objective for some weights."""
        return np.concatenate((weights[self.areas] * self.lengths, self.paid))

    def _program(self, capacities: Floats, *, whole: bool) -> Program:
        ways, sites, setting = len(self.areas), len(self.sites), self.setting
        yes = ways + np.arange(sites)
        program = Program(self.cost(setting.weights), np.ones(ways + sites), np.append(np.full(ways, whole), np.ones(sites, dtype=bool)))
        names, rows = np.unique(self.areas, return_inverse=True)
        program.add(rows, np.arange(ways), 1.0, np.ones(len(names)), 1.0)
        each = np.arange(ways)
        program.add(np.tile(each, 2), np.append(each, yes[self.places]), np.repeat([1.0, -1.0], ways), np.full(ways, -INFINITE), 0.0)
        people = np.append(setting.demand.weights[self.areas], -capacities)
        program.add(np.append(self.places, np.arange(sites)), np.append(each, yes), people, np.full(sites, -INFINITE), 0.0)
        program.add(np.arange(self.fixed.sum()), yes[self.fixed], 1.0, np.ones(self.fixed.sum()), 1.0)
        free = yes[~self.fixed]
        program.add(0, free, 1.0, setting.count if self.exact else 0, setting.count)
        if np.isfinite(setting.budget):
            program.add(0, free, setting.prices[self.sites[~self.fixed]], -INFINITE, setting.budget)
        return program

    def in_order(self, patience: Patience) -> tuple[Floats, tuple[Stage, ...]]:
        """The solution with its objective and bound: of all, or of one class after the other, each keeping what the former have reached."""
        classes, weights = self.setting.demand.classes, self.setting.weights
        ranks = np.unique(classes) if self.setting.terms.burdened_first else np.zeros(1, dtype=np.int64)
        stages: list[Stage] = []
        for rank in ranks:
            mine = weights * (classes == rank) if self.setting.terms.burdened_first else weights
            self.program.cost = self.cost(mine)
            answer = self.program.solve(patience)
            values = _found(answer)
            reached = float(self.program.cost @ values)
            stages.append(Stage(int(rank), reached, min(answer.bound, reached)))
            self.keep(reached + KEPT * max(1.0, reached))
        return values, tuple(stages)

    def keep(self, limit: float) -> None:
        """From now on the present objective may not exceed a limit."""
        counted = np.flatnonzero(self.program.cost)
        self.program.add(0, counted, self.program.cost[counted], -INFINITE, limit)

    def chosen(self, values: Floats) -> Ints:
        """The opened sites, without the existing ones."""
        chosen: Ints = self.sites[(values[len(self.areas) :] > 0.5) & ~self.old]
        return chosen

    def shares(self, values: Floats) -> Floats:
        """Which share of each area goes to which site (n, m)."""
        shares = np.zeros((len(self.setting.demand), self.setting.ways.sites))
        shares[self.areas, self.sites[self.places]] = np.round(values[: len(self.areas)], 9)
        return shares

    def mean_way(self, values: Floats) -> Floats:
        """The way of each area, over its shares."""
        return np.bincount(self.areas, weights=values[: len(self.areas)] * self.lengths, minlength=len(self.setting.demand))

    def others(self, chosen: Ints, limit: float, wanted: int, patience: Patience) -> Iterator[Alternative]:
        """Other choices, each forbidden in its turn, as long as one stays within the limit (of the first class)."""
        first = self.setting.demand.classes == self.setting.demand.classes.min()
        self.program.cost = self.cost(self.setting.weights * first if self.setting.terms.burdened_first else self.setting.weights)
        self.keep(limit)
        for _ in range(wanted):
            self.forbid(chosen)
            values = self.program.solve(patience).values
            if values is None:
                return
            chosen = self.chosen(values)
            yield Alternative(chosen, float(self.program.cost @ values))

    def forbid(self, chosen: Ints) -> None:
        """Not the same sites again."""
        inside = np.isin(self.sites, chosen) & ~self.fixed
        free = np.flatnonzero(~self.fixed)
        self.program.add(0, len(self.areas) + free, np.where(inside[free], 1.0, -1.0), -INFINITE, inside.sum() - 1.0)


def _found(answer: Answer) -> Floats:
    if answer.impossible:
        raise NoAllocation
    if answer.values is None:
        raise NothingFoundInTime
    return answer.values
