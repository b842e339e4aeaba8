"""The work of `lebenslage site`: what was asked becomes demand and terms, and one of the models answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.siting import (
    Demand,
    Patience,
    Plan,
    Terms,
    capacitated,
    coverage,
    demand,
    facility_location,
    p_center,
    p_median,
    set_cover,
)
from lebenslage.atlas.siting.problems import CapacityNotHere, MultiplierUnreadable, RadiusMissing
from lebenslage.site.commands.atlas_siting_files import Town, classes, column, place_numbers, read_town

WITH_RADIUS: Final = ("coverage", "set-cover")
WITH_CAPACITY: Final = ("p-median", "fixed-costs")
MODELS: Final[Mapping[str, Callable[..., Plan]]] = {
    "p-median": p_median,
    "coverage": coverage,
    "set-cover": set_cover,
    "p-center": p_center,
    "fixed-costs": facility_location,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked on the command line."""

    model: str
    demand: Path
    sites_file: Path
    costs: Path | None = None
    existing: Path | None = None
    crs: str = ""
    sites: int | None = None
    budget: float | None = None
    price: str | None = None
    radius: float | None = None
    farthest: float | None = None
    weights: str | None = None
    class_column: str | None = None
    highest_first: bool = False
    multiplier: tuple[str, ...] = ()
    burdened_first: bool = False
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    capacity: str | None = None
    whole: bool = False
    alternatives: int = 5
    limit: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The plan, and the names that its numbers stand for."""

    plan: Plan
    town: Town
    demand: Demand
    classes: tuple[str, ...]


def answer(asked: Asked, progress: Callable[[float, float], None]) -> Answer:
    """Read, check, solve. Raises what the readers and the models raise, RadiusMissing, CapacityNotHere, MultiplierUnreadable."""
    if asked.model in WITH_RADIUS and asked.radius is None:
        raise RadiusMissing(model=asked.model)
    if asked.capacity is not None and asked.model not in WITH_CAPACITY:
        raise CapacityNotHere(model=asked.model)
    town = read_town(asked.demand, asked.sites_file, asked.existing, asked.costs, asked.crs)
    ranks, names = classes(town, asked.class_column, highest_first=asked.highest_first)
    people = demand(town.costs, column(town, asked.weights), classes=ranks, areas=town.areas.keys, places=town.places)
    return Answer(_solved(asked, town, people, _terms(asked, town, names), progress), town, people, names)


def _solved(asked: Asked, town: Town, people: Demand, terms: Terms, progress: Callable[[float, float], None]) -> Plan:
    patience = Patience(_until(asked.limit), progress)
    if asked.capacity is not None:
        room = column(town, asked.capacity, of_sites=True)
        fixed = asked.model == "fixed-costs"
        return capacitated(people, terms, room, patience, whole=asked.whole, fixed_costs=fixed, alternatives=asked.alternatives)
    radius = (asked.radius,) if asked.model in WITH_RADIUS else ()
    return MODELS[asked.model](people, terms, *radius, patience, alternatives=asked.alternatives)


def _terms(asked: Asked, town: Town, names: Sequence[str]) -> Terms:
    named = asked.price or ("price" if asked.budget is not None or asked.model == "fixed-costs" else None)
    return Terms(
        sites=asked.sites,
        existing=town.existing,
        must=place_numbers(town, asked.must),
        must_not=place_numbers(town, asked.must_not),
        budget=np.inf if asked.budget is None else asked.budget,
        prices=None if named is None else column(town, named, of_sites=True),
        farthest=np.inf if asked.farthest is None else asked.farthest,
        multipliers=_multipliers(asked.multiplier, names) if asked.multiplier else None,
        burdened_first=asked.burdened_first,
    )


def _multipliers(given: Sequence[str], names: Sequence[str]) -> Floats:
    """The weight of each class, 1 where none is given. Raises MultiplierUnreadable."""
    weights = np.ones(len(names))
    for text in given:
        name, _, number = text.rpartition("=")
        try:
            weights[names.index(name)] = float(number)
        except ValueError as error:
            raise MultiplierUnreadable(given=text, known=list(names)) from error
    if not (np.isfinite(weights) & (weights >= 0)).all():
        raise MultiplierUnreadable(given=", ".join(given), known=list(names))
    return weights


def _until(limit: float | None) -> Callable[[], bool]:
    end = np.inf if limit is None else monotonic() + limit
    return lambda: monotonic() > end
