"""The fewest (or cheapest) sites so that everybody lives within the radius: location set covering."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.siting.cover import explain, least_cover, reach_matrix
from lebenslage.atlas.siting.cover_nearby import near_covers
from lebenslage.atlas.siting.demand import Demand, Terms
from lebenslage.atlas.siting.patience import ENDLESS, Patience
from lebenslage.atlas.siting.plan import Alternative, Plan, assignment, gains
from lebenslage.atlas.siting.problems import NothingFoundInTime
from lebenslage.atlas.siting.setting import Setting, check_reach, settle

WITHIN = 0.01


def set_cover(demand: Demand, terms: Terms, radius: float, patience: Patience = ENDLESS, *, alternatives: int = 5) -> Plan:
    """The least number of sites, or the least sum of `prices` where they are given, within the radius of every inhabited area.

    The objective counts opened sites, existing ones not. Equity weights change nothing here: everybody is covered.
    Raises AreasOutOfReach, MoreSitesNeeded, BudgetTooSmall, NotWithThese, NothingFoundInTime and the problems of `settle`.
    """
    setting = settle(demand, replace(terms, farthest=min(radius, terms.farthest)), limited=False)
    check_reach(setting)
    cost = np.ones(demand.ways.sites) if terms.prices is None else setting.prices
    reaches = reach_matrix(setting, (demand.weights > 0) & ~np.isfinite(setting.settled))
    sites, bound = _solved(setting, reaches, cost[setting.free], patience)
    paid = float(cost[np.setdiff1d(terms.must, terms.existing)].sum())
    chosen = setting.chosen(sites)
    after = setting.after(chosen)
    objective = float(cost[chosen].sum())
    return Plan(
        model="set_cover",
        chosen=chosen,
        assignment=assignment(setting, chosen),
        objective=objective,
        bound=min(bound + paid, objective),
        before=setting.before,
        after=after,
        gains=gains(setting, after, radius),
        alternatives=tuple(_others(setting, reaches, cost, sites, (1 + WITHIN) * (bound + paid), alternatives)),
    )


def _solved(setting: Setting, reaches: Flags, cost: Floats, patience: Patience) -> tuple[Ints, float]:
    prices = setting.prices[setting.free]
    found = least_cover(reaches, cost, patience, count=setting.count, prices=prices, budget=setting.budget)
    if found.impossible:
        explain(setting, reaches, prices, patience)
    if found.sites is None:
        raise NothingFoundInTime
    return found.sites, found.bound


def _others(setting: Setting, reaches: Flags, cost: Floats, sites: Ints, limit: float, wanted: int) -> Iterator[Alternative]:
    for choice in near_covers(reaches, sites, setting.prices[setting.free], setting.budget, wanted):
        chosen = setting.chosen(choice)
        if float(cost[chosen].sum()) <= limit:
            yield Alternative(chosen, float(cost[chosen].sum()))
