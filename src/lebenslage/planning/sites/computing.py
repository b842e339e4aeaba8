"""From a question to its answer: demand, ways and terms become a plan of `atlas.siting`, the plan plain figures.

Needs the analysis packages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.overlay import by_share, exposed_by_category
from lebenslage.atlas.overlay.people import OUTSIDE, People, spread
from lebenslage.atlas.siting import Patience, Plan, Terms, capacitated, coverage, demand, p_median
from lebenslage.authorities.models import Authority
from lebenslage.planning.sites.problems import NobodyAsks, NoCandidates, NoHeat, NoOutlines, NoPeople
from lebenslage.quarters.places import queries
from lebenslage.quarters.places.ground import Ground, as_numbers, ground
from lebenslage.quarters.places.models import Access, Place
from lebenslage.quarters.places.poverty import poverty_column, worst_first

METRES_A_MINUTE: Final = 50.0
"""As the crow flies: four kilometres an hour, and ways a third longer than the straight line."""
FAR: Final = (10, 15)
OLD: Final = ("people_65_and_over", "over_65")
SMALL: Final = ("children_under_6", "under_6")
ALL: Final = ("people", "population")
type Told = Callable[[int], None]


@dataclass(frozen=True, slots=True, eq=False)
class Town:
    """Who asks where (points with weights, each in a quarter), the places, and the way in minutes from each point to each place."""

    base: Ground
    people: People
    coarse: bool
    classes: Ints
    places: Sequence[Place]
    standing: int
    minutes: Floats

    @property
    def weights(self) -> Floats:
        """People by point."""
        return self.people.number


def answer(authority: Authority, kind: str, terms: Mapping[str, Any], told: Told, *, seconds: float) -> dict[str, Any]:
    """The answer as pages show it. Raises the problems of this room and those of `atlas.siting`."""
    base = ground(authority)
    if base is None:
        raise NoOutlines
    told(10)
    town = _town(base, authority, kind, terms)
    told(30)
    plan = _solved(town, terms, _patience(told, seconds))
    return _as_figures(town, plan, terms)


def _town(base: Ground, authority: Authority, kind: str, terms: Mapping[str, Any]) -> Town:
    people, coarse = _people(base, terms)
    inside = (people.area != OUTSIDE) & (people.number > 0)
    if not inside.any():
        raise NobodyAsks
    people = People(people.points[inside], people.number[inside], people.area[inside], people.areas, people.spread)
    standing, possible = _places(authority, kind, terms)
    places = [*standing, *possible]
    if not possible:
        raise NoCandidates
    sites = np.array([(one.x, one.y) for one in places])
    metres = np.hypot(people.points[:, None, 0] - sites[None, :, 0], people.points[:, None, 1] - sites[None, :, 1])
    column = poverty_column(base, str(terms.get("poverty", "")))
    classes = worst_first(column, len(base.areas))[people.area]
    return Town(base, people, coarse, classes, places, len(standing), metres / METRES_A_MINUTE)


def _places(authority: Authority, kind: str, terms: Mapping[str, Any]) -> tuple[list[Place], list[Place]]:
    """What stands, and what might: only what is free of barriers, where that was asked for."""
    standing, possible = queries.standing(authority, [kind]), queries.candidates(authority, kind)
    if terms.get("barrier_free"):
        standing, possible = (some.filter(barrier_free=Access.YES) for some in (standing, possible))
    if terms.get("budget"):
        possible = possible.exclude(price=None)
    if terms.get("capacity"):
        possible = possible.exclude(capacity=None)
    return list(standing), list(possible)


def _people(base: Ground, terms: Mapping[str, Any]) -> tuple[People, bool]:
    """Who asks, and whether their place is coarse; in the heat only where that was asked for."""
    who = str(terms["who"])
    found = _vulnerable(base) if who == "vulnerable" else base.living(*(ALL if who == "people" else (who,)))
    if found is None:
        raise NoPeople
    people, coarse = found
    if terms.get("hot"):
        heat = next((column for key, column in base.latest.items() if key.startswith(("heat", "hitze"))), None)
        if heat is None:
            raise NoHeat
        exposed = np.nan_to_num(exposed_by_category(by_share(as_numbers(heat), figure=heat.indicator.name)))
        weights = people.number * np.where(people.area == OUTSIDE, 0.0, exposed[people.area])
        people = People(people.points, weights, people.area, people.areas, people.spread)
    return people, coarse


def _vulnerable(base: Ground) -> tuple[People, bool] | None:
    """Old people and small children: cell by cell where both are counted there, else laid evenly over the quarters."""
    if base.cells and {OLD[1], SMALL[1]} <= base.cells.latest.keys():
        old, small = (base.cells.people(base.areas, key) for key in (OLD[1], SMALL[1]))
        return People(old.points, old.number + small.number, old.area, old.areas), False
    counted = [found[0] for keys in (OLD, SMALL) if (found := base.counted(*keys))]
    if not counted:
        return None
    return spread(base.areas, np.nansum(counted, axis=0), step=base.step), True


def _solved(town: Town, terms: Mapping[str, Any], patience: Patience) -> Plan:
    asked = demand(town.minutes, town.weights, classes=town.classes, places=[one.name for one in town.places])
    at = {one.pk: row for row, one in enumerate(town.places)}
    budget = terms.get("budget")
    settled = Terms(
        sites=_possible(town, terms.get("sites")),
        existing=np.arange(town.standing),
        must=_rows(at, terms.get("must", ())),
        must_not=_rows(at, terms.get("must_not", ())),
        budget=float(budget) if budget else np.inf,
        prices=np.array([0.0 if row < town.standing else float(one.price or 0) for row, one in enumerate(town.places)]) if budget else None,
        burdened_first=bool(terms.get("burdened_first")),
    )
    if terms.get("capacity"):
        room = np.array([float(one.capacity or 0) for one in town.places])
        return capacitated(asked, settled, room, patience, alternatives=0)
    if terms["goal"] == "median":
        return p_median(asked, settled, patience)
    return coverage(asked, settled, float(terms["minutes"]), patience)


def _possible(town: Town, sites: int | None) -> int | None:
    """As many as were asked for; no more than there are."""
    return None if sites is None else min(int(sites), len(town.places) - town.standing)


def _rows(at: Mapping[int, int], ids: Sequence[int]) -> Ints:
    return np.array([at[id] for id in ids if id in at], np.int64)


def _patience(told: Told, seconds: float) -> Patience:
    end, furthest = monotonic() + seconds, [30]

    def progress(best: float, bound: float) -> None:
        gap = abs(best - bound) / max(abs(best), 1e-9) if np.isfinite(best) and np.isfinite(bound) else 1.0
        here = 30 + int(65 * (1 - min(1.0, 5 * gap)))
        if here > furthest[0] + 4:
            furthest[0] = here
            told(here)

    return Patience(lambda: monotonic() > end, progress)


def _as_figures(town: Town, plan: Plan, terms: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that pages say, as figures and names; words are found when a page is drawn."""
    radius = float(terms["minutes"])
    before, after = _nearest(town, np.arange(town.standing)), _nearest(town, np.union1d(np.arange(town.standing), plan.chosen))
    chosen = _in_order(town, plan, radius)
    return {
        "coarse": town.coarse,
        "people": float(town.weights.sum()),
        "chosen": chosen,
        "standing": [_place(one) for one in town.places[: town.standing]],
        "candidates": len(town.places) - town.standing,
        "cost": sum(one["price"] or 0 for one in chosen) if all(one["price"] is not None for one in chosen) else None,
        "gap": float(plan.gap) if np.isfinite(plan.gap) else None,
        "proven": bool(plan.proven) if not plan.stages else all(_proven(stage.objective, stage.bound) for stage in plan.stages),
        "stages": [{"rank": stage.rank, "people": stage.objective, "bound": stage.bound} for stage in plan.stages],
        "within": {str(far): [_within(town, before, far), _within(town, after, far)] for far in dict.fromkeys((int(radius), *FAR))},
        "mean": [_mean(town, before), _mean(town, after)],
        "classes": [_class(town, before, after, radius, int(rank)) for rank in np.unique(town.classes)],
        "quarters": _quarters(town, before, after, radius),
        "alternatives": [_other(town, plan, one.chosen, one.objective) for one in plan.alternatives],
    }


def _nearest(town: Town, places: Ints) -> Floats:
    return town.minutes[:, places].min(axis=1) if len(places) else np.full(len(town.weights), np.inf)


def _in_order(town: Town, plan: Plan, radius: float) -> list[dict[str, Any]]:
    """The chosen places, the one that helps most first, each with what it adds to those before it."""
    left, done = plan.chosen.tolist(), np.arange(town.standing)
    found = []
    while left:
        now = _nearest(town, done)
        best = max(left, key=lambda site: (_gain(town, now, town.minutes[:, site], radius), -site))
        near = town.minutes[:, best] <= radius
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
    names = ("pk", "kind", "name", "address", "x", "y", "barrier_free", "hours", "price", "capacity")
    return {name: getattr(one, name) for name in names}


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
    places = [town.places[site] for site in chosen]
    worse = abs(objective - plan.objective) / abs(plan.objective) if plan.objective else 0.0
    price = sum(one.price for one in places if one.price is not None) if all(one.price is not None for one in places) else None
    return {"names": [one.name for one in places], "worse": float(worse), "cost": price}


def _proven(objective: float, bound: float) -> bool:
    return abs(objective - bound) <= 2e-6 * max(abs(objective), 1e-9)
