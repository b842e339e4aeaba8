"""Demand and terms, checked and settled: what stands already, what is free to be chosen, and what is left to spend."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.siting.arcs import Arcs
from lebenslage.atlas.siting.demand import Demand, Terms
from lebenslage.atlas.siting.problems import (
    AreasOutOfReach,
    MustOverBudget,
    NoLimit,
    NoSuchPlace,
    NothingAffordable,
    PlaceContradiction,
    PriceMissing,
    SizesDiffer,
    TooFewPlaces,
    TooManyMust,
)

NAMED_AT_MOST = 5
CENT_OF_A_CENT = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """`ways` within the farthest distance; `weights` with equity; `free` sites may be opened, at most `count` for at most `budget`.

    `before` (n,) is the way to the nearest existing site, `settled` (n,) that to the nearest existing or compulsory one.
    """

    demand: Demand
    terms: Terms
    ways: Arcs
    weights: Floats
    prices: Floats
    free: Ints
    count: int
    budget: float
    before: Floats
    settled: Floats

    def all_open(self, chosen: Ints) -> Ints:
        """Every site that is open then."""
        return np.union1d(self.terms.existing, chosen)

    def chosen(self, free: Ints) -> Ints:
        """The sites of a choice among the free ones, with the compulsory ones, ascending."""
        return np.setdiff1d(np.union1d(self.terms.must, self.free[free]), self.terms.existing)

    def after(self, chosen: Ints) -> Floats:
        """The way (n,) to the nearest open site; inf where none is reached."""
        return self.ways.served(self.all_open(chosen))


def settle(demand: Demand, terms: Terms, *, limited: bool = True) -> Setting:
    """Check the terms. `limited`: a number of sites or a budget is needed. Raises the problems of the terms."""
    prices = _prices(demand, terms)
    _check_places(demand, terms)
    if limited and terms.sites is None and not np.isfinite(terms.budget):
        raise NoLimit
    ways = demand.ways if terms.farthest == np.inf else demand.ways.below(np.full(len(demand), np.nextafter(terms.farthest, np.inf)))
    ways = Arcs(demand.ways.default, ways.starts, ways.rows, ways.costs)
    must = np.setdiff1d(terms.must, terms.existing)
    free = np.setdiff1d(np.arange(ways.sites), np.concatenate((terms.existing, must, terms.must_not)))
    _check_number(terms, len(must), len(free))
    budget = _left(terms.budget, prices, must, free)
    count = len(free) if terms.sites is None else terms.sites - len(must)
    weights = demand.weights if terms.multipliers is None else demand.weights * _multipliers(demand, terms.multipliers)
    before = ways.served(terms.existing)
    settled = np.minimum(before, ways.served(must))
    return Setting(demand, terms, ways, weights, prices, free, count, budget, before, settled)


def check_reach(setting: Setting) -> None:
    """Say which inhabited areas no site reaches that may be open. Raises AreasOutOfReach."""
    reached = np.isfinite(setting.settled)
    free = setting.ways.of_sites(setting.free)
    reached[free.rows] = True
    lost = np.flatnonzero(~reached & (setting.demand.weights > 0))
    if len(lost):
        names = [setting.demand.areas[area] for area in lost[:NAMED_AT_MOST]]
        raise AreasOutOfReach(count=len(lost), areas=names)


def _check_places(demand: Demand, terms: Terms) -> None:
    for group in (terms.existing, terms.must, terms.must_not):
        for place in group[(group < 0) | (group >= demand.ways.sites)][:1]:
            raise NoSuchPlace(place=int(place))
    for place in np.intersect1d(np.concatenate((terms.existing, terms.must)), terms.must_not)[:1]:
        raise PlaceContradiction(place=demand.places[place])


def _prices(demand: Demand, terms: Terms) -> Floats:
    if terms.prices is None:
        if np.isfinite(terms.budget):
            raise PriceMissing(place=demand.places[0] if demand.places else "")
        return np.zeros(demand.ways.sites)
    if len(terms.prices) != demand.ways.sites:
        raise SizesDiffer(what="prices", count=len(terms.prices), expected=demand.ways.sites)
    for place in np.flatnonzero(~(np.isfinite(terms.prices) & (terms.prices >= 0)))[:1]:
        raise PriceMissing(place=demand.places[place])
    return np.asarray(terms.prices, dtype=np.float64)


def _multipliers(demand: Demand, by_class: Floats) -> Floats:
    if len(by_class) <= demand.classes.max(initial=0):
        raise SizesDiffer(what="multipliers", count=len(by_class), expected=int(demand.classes.max()) + 1)
    multipliers: Floats = np.asarray(by_class, dtype=np.float64)[demand.classes]
    return multipliers


def _check_number(terms: Terms, must: int, free: int) -> None:
    if terms.sites is None:
        return
    if must > terms.sites:
        raise TooManyMust(must=must, asked=terms.sites)
    if terms.sites > must + free:
        raise TooFewPlaces(asked=terms.sites, allowed=must + free)


def _left(budget: float, prices: Floats, must: Ints, free: Ints) -> float:
    """What the compulsory sites leave of the budget; a sum that is equal but for rounding is within it."""
    spent = float(prices[must].sum())
    left = budget * (1 + CENT_OF_A_CENT) - spent
    if left < 0:
        raise MustOverBudget(price=f"{spent:g}", budget=f"{budget:g}")
    if len(must) == 0 and len(free) and float(prices[free].min()) > left:
        raise NothingAffordable(budget=f"{budget:g}", cheapest=f"{prices[free].min():g}")
    return left
