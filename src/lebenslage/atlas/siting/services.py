"""Several services at once: what shares a building saves its price, and no building takes more services than it has room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.siting.demand import Demand, Terms
from lebenslage.atlas.siting.patience import ENDLESS, Patience
from lebenslage.atlas.siting.plan import ROUNDED, Plan, assignment, gains
from lebenslage.atlas.siting.problems import NoAllocation, NothingFoundInTime
from lebenslage.atlas.siting.program import INFINITE, Program
from lebenslage.atlas.siting.setting import Setting, check_reach, settle


@dataclass(frozen=True, slots=True, eq=False)
class Service:
    """One service: its demand and terms (columns are the same buildings for all; its `prices` fit it out), and how much its ways count.

    `Terms.budget`, `multipliers`, `existing`, `must` and the like hold for this service; `burdened_first` is not for several services.
    """

    name: str
    demand: Demand
    terms: Terms
    importance: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Buildings:
    """What holds for all: the price (m,) of a building in which anything new opens, and how many services one building takes (m,).

    `budget` pays for buildings and for fitting out. A building with an existing service costs nothing more.
    """

    prices: Floats
    room: Ints
    budget: float = np.inf


@dataclass(frozen=True, slots=True, eq=False)
class JointPlan:
    """A plan for each service, the buildings used, what is spent, and the objective of all with its proven bound."""

    plans: tuple[Plan, ...]
    buildings: Ints
    spent: float
    objective: float
    bound: float

    @property
    def proven(self) -> bool:
        """Whether no choice is better, but for rounding in the sixth digit."""
        return self.objective - self.bound <= ROUNDED * max(1.0, abs(self.objective))


def several_services(services: Sequence[Service], buildings: Buildings, patience: Patience = ENDLESS) -> JointPlan:
    """The sites of all services for which the sum of importance times weight times way is least.

    Integer program: share x(k, i, j) <= service y(k, j) <= building b(j); the services of a building stay within its room; what is
    spent stays within the budgets. A service's own `objective` has no bound of its own: bound is that of all together.
    Raises NoAllocation, NothingFoundInTime, AreasOutOfReach and the problems of `settle`.
    """
    settings = [settle(service.demand, service.terms, limited=not np.isfinite(buildings.budget)) for service in services]
    for setting in settings:
        check_reach(setting)
    joint = _Joint(settings, services, buildings)
    answer = joint.program.solve(patience)
    if answer.values is None:
        raise NoAllocation if answer.impossible else NothingFoundInTime
    opened = joint.opened(answer.values)
    plans = tuple(_plan(service.name, setting, chosen) for service, setting, chosen in zip(services, settings, opened, strict=True))
    objective = sum(service.importance * plan.objective for service, plan in zip(services, plans, strict=True))
    used = np.unique(np.concatenate(opened))
    fitting = sum(float(setting.prices[chosen].sum()) for setting, chosen in zip(settings, opened, strict=True))
    spent = fitting + float(joint.price[used].sum())
    return JointPlan(plans, used, spent, objective, min(answer.bound, objective))


def _plan(name: str, setting: Setting, chosen: Ints) -> Plan:
    after = setting.after(chosen)
    people = setting.weights > 0
    total = float(setting.weights[people] @ after[people])
    return Plan(name, chosen, assignment(setting, chosen), total, 0.0, setting.before, after, gains(setting, after), ())


class _Joint:
    """The program: first the shares of each service, then its sites, then the buildings."""

    def __init__(self, settings: Sequence[Setting], services: Sequence[Service], buildings: Buildings) -> None:
        sites = len(buildings.prices)
        self.sites, self.settings = sites, settings
        standing = np.unique(np.concatenate([setting.terms.existing for setting in settings]).astype(np.int64))
        self.price = buildings.prices.astype(float)
        self.price[standing] = 0.0
        self.blocks = [_block(setting) for setting in settings]
        lengths = [len(block[0]) for block in self.blocks]
        self.shares = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
        self.first = int(self.shares[-1])
        total = self.first + (len(services) + 1) * sites
        cost = np.zeros(total)
        for at, (block, setting, service) in enumerate(zip(self.blocks, settings, services, strict=True)):
            cost[self.shares[at] : self.shares[at + 1]] = service.importance * setting.weights[block[0]] * block[2]
        whole = np.arange(total) >= self.first
        self.program = Program(cost, np.ones(total), whole)
        for at in range(len(settings)):
            self.serve(at)
        self.share_buildings(buildings)

    def yes(self, at: int) -> Ints:
        """The variables of the sites of a service; those of the buildings come after the last."""
        return self.first + at * self.sites + np.arange(self.sites)

    def serve(self, at: int) -> None:
        """Every inhabited area goes to open sites; the number, the budget and what is settled are kept."""
        setting, (areas, places, _) = self.settings[at], self.blocks[at]
        own, yes = self.shares[at] + np.arange(len(areas)), self.yes(at)
        names, rows = np.unique(areas, return_inverse=True)
        each = np.arange(len(areas))
        self.program.add(rows, own, 1.0, np.ones(len(names)), 1.0)
        self.program.add(
            np.tile(each, 2), np.append(own, yes[places]), np.repeat([1.0, -1.0], len(each)), np.full(len(each), -INFINITE), 0.0
        )
        standing = np.union1d(setting.terms.existing, setting.terms.must)
        self.program.upper[yes[np.setdiff1d(np.arange(self.sites), np.union1d(standing, setting.free))]] = 0.0
        self.program.add(np.arange(len(standing)), yes[standing.astype(np.int64)], 1.0, np.ones(len(standing)), 1.0)
        self.program.add(0, yes[setting.free], 1.0, 0.0, setting.count)
        if np.isfinite(setting.budget):
            self.program.add(0, yes[setting.free], setting.prices[setting.free], -INFINITE, setting.budget)

    def share_buildings(self, buildings: Buildings) -> None:
        """A service needs its building, a building has its room, and all that is new is paid."""
        each, houses = np.arange(self.sites), self.yes(len(self.settings))
        new = []
        for at, setting in enumerate(self.settings):
            yes = self.yes(at)
            self.program.add(
                np.tile(each, 2), np.append(yes, houses), np.repeat([1.0, -1.0], self.sites), np.full(self.sites, -INFINITE), 0.0
            )
            fresh = np.setdiff1d(each, setting.terms.existing)
            new.append((yes[fresh], setting.prices[fresh]))
        everything = np.concatenate([self.yes(at) for at in range(len(self.settings))])
        self.program.add(np.tile(each, len(self.settings)), everything, 1.0, np.full(self.sites, -INFINITE), buildings.room)
        if np.isfinite(buildings.budget):
            columns = np.concatenate([houses, *(part[0] for part in new)])
            paid = np.concatenate([self.price, *(part[1] for part in new)])
            self.program.add(0, columns, paid, -INFINITE, buildings.budget)

    def opened(self, values: Floats) -> list[Ints]:
        """The new sites of each service."""
        return [
            np.setdiff1d(np.flatnonzero(values[self.yes(at)] > 0.5), setting.terms.existing) for at, setting in enumerate(self.settings)
        ]


def _block(setting: Setting) -> tuple[Ints, Ints, Floats]:
    """Area, site and length of each way of an inhabited area."""
    used = setting.demand.weights[setting.ways.rows] > 0
    return setting.ways.rows[used].astype(np.int64), setting.ways.columns()[used].astype(np.int64), setting.ways.costs[used]
