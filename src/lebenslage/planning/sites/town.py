"""What a question to siting is asked of: who asks where, what stands and what might, and the ways. Needs the analysis packages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.overlay import by_share, exposed_by_category
from lebenslage.atlas.overlay.people import OUTSIDE, People, spread
from lebenslage.authorities.models import Authority
from lebenslage.planning.sites.problems import NobodyAsks, NoCandidates, NoHeat, NoPeople
from lebenslage.planning.sites.ways import Told, Ways, ways_between
from lebenslage.quarters.places import queries
from lebenslage.quarters.places.ground import Ground, as_numbers
from lebenslage.quarters.places.models import Access, Place
from lebenslage.quarters.places.poverty import poverty_column, worst_first

OLD: Final = ("people_65_and_over", "over_65")
SMALL: Final = ("children_under_6", "under_6")
ALL: Final = ("people", "population")
SLOWER: Final = {"vulnerable": "older"} | dict.fromkeys(OLD, "older") | dict.fromkeys(SMALL, "child")
"""Who walks slower than others: the group of `atlas.reach` by what was asked."""


@dataclass(frozen=True, slots=True, eq=False)
class Town:
    """Who asks where (points with weights, each in a quarter), the places - those that stand first - and the ways between them."""

    base: Ground
    people: People
    coarse: bool
    classes: Ints
    places: Sequence[Place]
    standing: int
    ways: Ways

    @property
    def weights(self) -> Floats:
        """People by point."""
        return self.people.number


def town_of(base: Ground, authority: Authority, kind: str, terms: Mapping[str, Any], told: Told) -> Town:
    """Gather it all. Raises the problems of this room, and EmptyNetwork."""
    people, coarse = _people(base, terms)
    inside = (people.area != OUTSIDE) & (people.number > 0) & _asked_for(base, people, terms.get("areas") or ())
    if not inside.any():
        raise NobodyAsks
    people = People(people.points[inside], people.number[inside], people.area[inside], people.areas, people.spread)
    standing, possible = _places(authority, kind, terms)
    places = [*standing, *possible]
    if not possible:
        raise NoCandidates
    ways = ways_between(authority, base.areas.crs, people, places, group_of(terms), told)
    column = poverty_column(base, str(terms.get("poverty", "")))
    classes = worst_first(column, len(base.areas))[people.area]
    return Town(base, people, coarse, classes, places, len(standing), ways)


def group_of(terms: Mapping[str, Any]) -> str:
    """Who walks: a wheelchair user where places are to be free of barriers, else those who are counted."""
    return "wheelchair" if terms.get("barrier_free") else SLOWER.get(str(terms["who"]), "walk")


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


def _asked_for(base: Ground, people: People, areas: Sequence[str]) -> Flags:
    """Who lives in these quarters; everybody where none is named."""
    rows = [row for row, key in enumerate(base.areas.keys) if key in set(areas)]
    return np.isin(people.area, rows) if areas else np.ones(len(people.area), dtype=bool)


def _vulnerable(base: Ground) -> tuple[People, bool] | None:
    """Old people and small children: cell by cell where both are counted there, else laid evenly over the quarters."""
    if base.cells and {OLD[1], SMALL[1]} <= base.cells.latest.keys():
        old, small = (base.cells.people(base.areas, key) for key in (OLD[1], SMALL[1]))
        return People(old.points, old.number + small.number, old.area, old.areas), False
    counted = [found[0] for keys in (OLD, SMALL) if (found := base.counted(*keys))]
    if not counted:
        return None
    return spread(base.areas, np.nansum(counted, axis=0), step=base.step), True
