"""From a question to its answer: demand, ways and terms become a plan of `atlas.siting`, the plan plain figures.

Needs the analysis packages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Any, Final

import numpy as np

from lebenslage.atlas.arrays import Ints
from lebenslage.atlas.siting import Demand, Patience, Plan, Terms, capacitated, coverage, demand, p_median
from lebenslage.authorities.models import Authority
from lebenslage.planning.sites.figures import as_figures
from lebenslage.planning.sites.problems import NoOutlines, NoWayThere
from lebenslage.planning.sites.town import Town, town_of
from lebenslage.planning.sites.ways import Told
from lebenslage.quarters.places.ground import ground

FAR_OFF: Final = 120.0
"""Where short ways are the goal, whom a choice does not reach counts as two hours away: a few who are cut off force no choice."""


def answer(authority: Authority, kind: str, terms: Mapping[str, Any], told: Told, *, seconds: float) -> dict[str, Any]:
    """The answer as pages show it. Raises the problems of this room and those of `atlas.siting`."""
    base = ground(authority)
    if base is None:
        raise NoOutlines
    told(10)
    town = town_of(base, authority, kind, terms, told)
    told(30)
    plan = _solved(town, terms, _patience(told, seconds))
    return as_figures(town, plan, terms)


def _solved(town: Town, terms: Mapping[str, Any], patience: Patience) -> Plan:
    asked = _demand(town, bounded=bool(terms.get("capacity")) or terms["goal"] == "median")
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


def _demand(town: Town, *, bounded: bool) -> Demand:
    """Who asks and reaches any place at all. Where ways are added up (`bounded`) none is without end. Raises NoWayThere."""
    there = np.isfinite(town.ways.minutes)
    if not there.any():
        raise NoWayThere
    beyond = max(FAR_OFF, float(town.ways.minutes[there].max())) if bounded else np.inf
    minutes = np.where(there, town.ways.minutes, beyond)
    weights = np.where(there.any(axis=1), town.weights, 0.0)
    return demand(minutes, weights, classes=town.classes, places=[one.name for one in town.places])


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
