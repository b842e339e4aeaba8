"""The shortest longest way: p-center, by set covers at growing distances (Minieka 1970; Elloumi, Labbé and Pochet 2004)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.siting.cover import Cover, least_cover, reach_matrix, reaching_all
from lebenslage.atlas.siting.cover_nearby import near_covers
from lebenslage.atlas.siting.demand import Demand, Terms
from lebenslage.atlas.siting.filling import filled
from lebenslage.atlas.siting.patience import ENDLESS, Patience
from lebenslage.atlas.siting.plan import Alternative, Plan, Stage, assignment, gains
from lebenslage.atlas.siting.setting import Setting, check_reach, settle

WITHIN = 0.01


def p_center(demand: Demand, terms: Terms, patience: Patience = ENDLESS, *, alternatives: int = 5) -> Plan:
    """The sites for which the longest way of any inhabited area is shortest; a `multiplier` makes a way count as longer.

    Exact: the objective is one of the given costs, and no covering exists at the next shorter one. Raises as p_median.
    """
    setting = settle(demand, terms)
    check_reach(setting)
    race = _Race(_felt(setting), patience)
    stages = race.in_order()
    race.best = filled(setting, race.best)
    chosen = setting.chosen(race.best)
    after = setting.after(chosen)
    return Plan(
        model="p_center",
        chosen=chosen,
        assignment=assignment(setting, chosen),
        objective=stages[0].objective,
        bound=stages[0].bound,
        before=setting.before,
        after=after,
        gains=gains(setting, after),
        alternatives=tuple(race.others(stages[0], alternatives)),
        stages=stages if terms.burdened_first else (),
    )


def _felt(setting: Setting) -> Setting:
    """The same with the ways as long as they count: times the multiplier of the class."""
    if setting.terms.multipliers is None:
        return setting
    factor = np.asarray(setting.terms.multipliers, dtype=np.float64)[setting.demand.classes]
    ways = replace(setting.ways, costs=setting.ways.costs * factor[setting.ways.rows])
    return replace(setting, ways=ways, before=setting.before * factor, settled=setting.settled * factor)


class _Race:
    """Shrinks the limit of one class after the other; `limits` (n,) are what the classes before it have reached."""

    def __init__(self, setting: Setting, patience: Patience) -> None:
        self.setting, self.patience = setting, patience
        self.inhabited = setting.demand.weights > 0
        self.limits = np.full(len(setting.demand), np.inf)
        self.best = reaching_all(setting, self.inhabited & ~np.isfinite(setting.settled), patience)

    def in_order(self) -> tuple[Stage, ...]:
        """One stage, or one for each class."""
        classes = self.setting.demand.classes
        if not self.setting.terms.burdened_first:
            return (self.stage(self.inhabited, 0),)
        return tuple(self.stage(self.inhabited & (classes == rank), int(rank)) for rank in np.unique(classes))

    def stage(self, mine: Flags, rank: int) -> Stage:
        """The shortest limit of some areas, the others keeping theirs: bisect over the ways that there are."""
        ways = self.setting.ways
        lengths = np.unique(np.append(ways.costs[mine[ways.rows]], 0.0))
        low, high = -1, int(np.searchsorted(lengths, self.longest(mine)))
        while high - low > 1:
            middle = (low + high) // 2
            found = self.cover(np.where(mine, lengths[middle], self.limits))
            if found.sites is not None:
                self.best = found.sites
                high = int(np.searchsorted(lengths, self.longest(mine)))
            elif found.impossible:
                low = middle
            else:
                break
            self.patience.progress(float(lengths[high]), float(lengths[low + 1]))
        self.limits = np.where(mine, lengths[high], self.limits)
        return Stage(rank, float(lengths[high]), float(lengths[low + 1]))

    def longest(self, mine: Flags, free: Ints | None = None) -> float:
        """The longest way of some areas."""
        after = self.setting.after(self.setting.chosen(self.best if free is None else free))
        return float(after[mine].max(initial=0.0))

    def matrix(self, limits: Floats) -> Flags:
        """Which free site reaches which area within its limit; areas with a settled site near enough are left out."""
        near = np.isfinite(self.setting.settled) & (self.setting.settled <= limits)
        return reach_matrix(self.setting, self.inhabited & ~near, limits)

    def cover(self, limits: Floats) -> Cover:
        """Sites that keep every limit."""
        setting = self.setting
        prices = setting.prices[setting.free]
        return least_cover(
            self.matrix(limits),
            np.ones(len(prices)),
            self.patience,
            count=setting.count,
            prices=prices,
            budget=setting.budget,
            enough=setting.count,
        )

    def others(self, first: Stage, wanted: int) -> Iterator[Alternative]:
        """Other choices whose longest way (of the first class) is within 1 % of the bound."""
        setting, limit = self.setting, (1 + WITHIN) * first.bound
        one_class = setting.terms.burdened_first
        mine = self.inhabited & ((setting.demand.classes == first.rank) if one_class else True)
        limits = np.where(mine, limit, np.inf)
        reaches, prices = self.matrix(limits), setting.prices[setting.free]
        for choice in near_covers(reaches, self.best, prices, setting.budget, wanted):
            yield Alternative(setting.chosen(choice), self.longest(mine, choice))
