"""The answer as figures and names: who reaches what before and after, place by place, class by class. Words are found when a page is drawn.

Needs the analysis packages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.siting import Plan
from lebenslage.planning.sites.town import Town
from lebenslage.quarters.places.models import Place

FAR: Final = (10, 15)
OF_PLACES: Final = ("pk", "kind", "name", "address", "x", "y", "barrier_free", "hours", "price", "capacity")


def as_figures(town: Town, plan: Plan, terms: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that pages say."""
    radius = float(terms["minutes"])
    before, after = _nearest(town, np.arange(town.standing)), _nearest(town, np.union1d(np.arange(town.standing), plan.chosen))
    chosen = _in_order(town, plan, radius)
    places = {"chosen": chosen, "standing": [_place(one) for one in town.places[: town.standing]], "cost": _price(chosen)}
    asked = {"coarse": town.coarse, "people": float(town.weights.sum()), "candidates": len(town.places) - town.standing}
    return asked | {"ways": dict(town.ways.told)} | places | _goodness(town, plan) | _gains(town, before, after, radius)


def _goodness(town: Town, plan: Plan) -> dict[str, Any]:
    """How good the choice is at best, and what would be nearly as good."""
    stages = [{"rank": stage.rank, "people": stage.objective, "bound": stage.bound} for stage in plan.stages]
    return {
        "gap": float(plan.gap) if np.isfinite(plan.gap) else None,
        "proven": all(_proven(one["people"], one["bound"]) for one in stages) if stages else bool(plan.proven),
        "stages": stages,
        "alternatives": [_other(town, plan, one.chosen, one.objective) for one in plan.alternatives],
    }


def _gains(town: Town, before: Floats, after: Floats, radius: float) -> dict[str, Any]:
    """Who has it near before and after: all, by class, by quarter."""
    distances = dict.fromkeys((int(radius), *FAR))
    return {
        "within": {str(far): [_within(town, before, far), _within(town, after, far)] for far in distances},
        "mean": [_mean(town, before), _mean(town, after)],
        "classes": [_class(town, before, after, radius, int(rank)) for rank in np.unique(town.classes)],
        "quarters": _quarters(town, before, after, radius),
    }


def _nearest(town: Town, places: Ints) -> Floats:
    return town.ways.minutes[:, places].min(axis=1) if len(places) else np.full(len(town.weights), np.inf)


def _in_order(town: Town, plan: Plan, radius: float) -> list[dict[str, Any]]:
    """The chosen places, the one that helps most first, each with what it adds to those before it."""
    left, done = plan.chosen.tolist(), np.arange(town.standing)
    found = []
    while left:
        now = _nearest(town, done)
        best = max(left, key=lambda site: (_gain(town, now, town.ways.minutes[:, site], radius), -site))
        near = town.ways.minutes[:, best] <= radius
        fresh = near & ~(now <= radius)
        row = int(town.base.place_of([town.places[best]])[0])
        found.append(
            _place(town.places[best])
            | {
                "quarter": town.base.areas.names[row] if row >= 0 else "",
                "reaches": float(town.weights[fresh].sum()),
                "burdened": float(town.weights[fresh & (town.classes == 0)].sum()),
                "near": float(town.weights[near].sum()),
            }
        )
        left.remove(best)
        done = np.append(done, best)
    return found


def _gain(town: Town, now: Floats, minutes: Floats, radius: float) -> float:
    """People newly within reach; where that is equal, minutes saved."""
    fresh = town.weights[(minutes <= radius) & ~(now <= radius)].sum()
    saved = (town.weights * np.maximum(np.minimum(now, 1e4) - minutes, 0)).sum()
    return float(fresh + saved * 1e-9)


def _place(one: Place) -> dict[str, Any]:
    return {name: getattr(one, name) for name in OF_PLACES}


def _price(places: Sequence[Mapping[str, Any]]) -> int | None:
    """What all of them cost; None where a price is missing."""
    prices = [one["price"] for one in places]
    return None if None in prices else sum(prices)


def _within(town: Town, minutes: Floats, far: float) -> float:
    return float(town.weights[minutes <= far].sum())


def _mean(town: Town, minutes: Floats, mine: Flags | None = None) -> float | None:
    known = np.isfinite(minutes) & (True if mine is None else mine)
    return float(np.average(minutes[known], weights=town.weights[known])) if known.any() else None


def _class(town: Town, before: Floats, after: Floats, radius: float, rank: int) -> dict[str, Any]:
    mine = town.classes == rank
    people = town.weights * mine
    return {
        "rank": rank,
        "people": float(people.sum()),
        "before": float(people[before <= radius].sum()),
        "after": float(people[after <= radius].sum()),
        "mean": [_mean(town, before, mine), _mean(town, after, mine)],
    }


def _quarters(town: Town, before: Floats, after: Floats, radius: float) -> list[dict[str, Any]]:
    """Each quarter: who asks there, who had it near and who has, and whether it is burdened."""
    number = len(town.base.areas)

    def summed(weights: Floats) -> list[float]:
        total: list[float] = np.bincount(town.people.area, weights, number).round(1).tolist()
        return total

    columns = summed(town.weights), summed(town.weights * (before <= radius)), summed(town.weights * (after <= radius))
    burdened = set(town.people.area[town.classes == 0].tolist())
    return [
        {"key": key, "people": all, "before": then, "after": now, "burdened": row in burdened}
        for row, (key, all, then, now) in enumerate(zip(town.base.areas.keys, *columns, strict=True))
    ]


def _other(town: Town, plan: Plan, chosen: Ints, objective: float) -> dict[str, Any]:
    places = [_place(town.places[site]) for site in chosen]
    worse = abs(objective - plan.objective) / abs(plan.objective) if plan.objective else 0.0
    return {"names": [one["name"] for one in places], "worse": float(worse), "cost": _price(places)}


def _proven(objective: float, bound: float) -> bool:
    return abs(objective - bound) <= 2e-6 * max(abs(objective), 1e-9)
