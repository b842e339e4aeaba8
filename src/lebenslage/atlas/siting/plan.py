"""A plan: which sites, how good it is, how good it could be at best, who gains and who stays uncovered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.siting.setting import Setting

NOWHERE = -1
ROUNDED = 2e-6


@dataclass(frozen=True, slots=True, eq=False)
class ClassGain:
    """What a plan means for the areas of one class, by people (`weight`, without equity weights).

    `before` and `after` are mean ways of those reached, NaN where nobody is; `nearer` people have a shorter way than before;
    `uncovered_before` and `uncovered_after` people are not reached, or live beyond the radius.
    """

    rank: int
    weight: float
    before: float
    after: float
    nearer: float
    uncovered_before: float
    uncovered_after: float


@dataclass(frozen=True, slots=True, eq=False)
class Alternative:
    """Another set of sites, and what it reaches."""

    chosen: Ints
    objective: float


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """With `burdened_first`: the objective and bound of one class, the classes before it being served as well as can be."""

    rank: int
    objective: float
    bound: float


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The best choice found, with proof.

    `chosen` are the opened sites, ascending, without the existing ones. `assignment` (n,) is the nearest open site (the largest share where
    capacities divide an area), -1 where none is near enough. `objective` can in no choice be better than `bound`; `higher` says which way
    is better. `before` and `after` (n,) are the ways to the nearest open site, inf where there is none. `stages` are there with
    `burdened_first`; objective and bound are then those of the first class. `shares` (n, m) only where there are capacities.
    """

    model: str
    chosen: Ints
    assignment: Ints
    objective: float
    bound: float
    before: Floats
    after: Floats
    gains: tuple[ClassGain, ...]
    alternatives: tuple[Alternative, ...]
    higher: bool = False
    stages: tuple[Stage, ...] = ()
    shares: Floats | None = None

    @property
    def gap(self) -> float:
        """By which share of itself the objective could be better at most; 0 where it is proven best."""
        away = abs(self.objective - self.bound)
        return away / abs(self.objective) if self.objective else (0.0 if away == 0 else np.inf)

    @property
    def proven(self) -> bool:
        """Whether no choice is better, but for rounding in the sixth digit (that of the integer solver; ours is in the tenth)."""
        return self.gap <= ROUNDED


def assignment(setting: Setting, chosen: Ints, radius: float = np.inf) -> Ints:
    """The nearest open site of each area (n,), -1 where none is within the radius."""
    best, nearest = np.full(len(setting.demand), np.inf), np.full(len(setting.demand), NOWHERE)
    for site in setting.all_open(chosen):
        part = setting.ways.of(int(site))
        rows, costs = setting.ways.rows[part], setting.ways.costs[part]
        better = (costs < best[rows]) & (costs <= radius)
        best[rows[better]], nearest[rows[better]] = costs[better], site
    return nearest


def gains(setting: Setting, after: Floats, radius: float = np.inf) -> tuple[ClassGain, ...]:
    """What changes for each class, the most burdened first."""
    classes = setting.demand.classes
    return tuple(_gain(setting, after, radius, int(rank), classes == rank) for rank in np.unique(classes))


def _gain(setting: Setting, after: Floats, radius: float, rank: int, mine: np.ndarray) -> ClassGain:
    people, before, now = setting.demand.weights[mine], setting.before[mine], after[mine]
    limit = min(radius, np.finfo(float).max)
    return ClassGain(
        rank,
        float(people.sum()),
        _mean(before, people),
        _mean(now, people),
        float(people[now < before].sum()),
        float(people[before > limit].sum()),
        float(people[now > limit].sum()),
    )


def _mean(ways: Floats, people: Floats) -> float:
    reached = np.isfinite(ways) & (people > 0)
    return float(np.average(ways[reached], weights=people[reached])) if reached.any() else float("nan")
