"""How far it is from people to places: along the streets of the town's map, or as the crow flies where there is none.

What cannot be reached has no way: it is counted, and said. Needs the analysis packages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats
from lebenslage.atlas.overlay.people import People
from lebenslage.atlas.reach import Network, Snapped, costs, dense, network, snap
from lebenslage.atlas.reach.problems import EmptyNetwork
from lebenslage.authorities.models import Authority
from lebenslage.planning.sites.problems import NoWayThere
from lebenslage.quarters.places import queries
from lebenslage.quarters.places.models import Place, StreetMap
from lebenslage.quarters.places.streets.packing import unpacked
from lebenslage.quarters.places.streets.queries import current, packed_of

STREETS, LINE = "streets", "line"
METRES_A_MINUTE: Final = 50.0
"""As the crow flies: four kilometres an hour, and ways a third longer than the straight line."""
FARTHEST: Final = {False: 200.0, True: 1000.0}
"""How far people may be from a street, in metres; farther where a model laid them over a quarter, and nobody lives just there."""
MOST_AT_ONCE: Final = 5_000_000
"""Segments times places: so much is computed within a second."""
MOST_NAMED: Final = 20
type Told = Callable[[int], None]


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Minutes (points x places), infinite where there is no way; `told` is what pages say of them, as figures and names."""

    minutes: Floats
    told: Mapping[str, Any]


def ways_between(authority: Authority, crs: str, people: People, places: Sequence[Place], group: str, told: Told) -> Ways:
    """The ways of a group of people (`atlas.reach`) on the map that counts. Raises NoWayThere where it holds none for them."""
    map, sites = current(authority), np.array([(one.x, one.y) for one in places])
    if map is None:
        return Ways(_straight(people.points, sites) / METRES_A_MINUTE, {"kind": LINE})
    walked = _walked(map, group, crs)
    farthest = FARTHEST[people.spread]
    homes, doors = snap(walked, *people.points.T, farthest=farthest), snap(walked, *sites.T)
    minutes = dense(costs(walked, homes, doors, np.inf, progress=lambda done, all: told(10 + 20 * done // all))) / 60
    lost = _lost(people, places, homes, doors, np.isfinite(minutes))
    return Ways(minutes, _of_map(map) | _of_network(walked) | {"farthest": farthest} | lost)


def takes_long(authority: Authority) -> bool:
    """Whether nobody should be kept waiting while the ways are counted: a large map, or many places."""
    map = current(authority)
    return map is not None and map.told["ways"] * queries.places(authority).count() > MOST_AT_ONCE


def _walked(map: StreetMap, group: str, crs: str) -> Network:
    try:
        return network(unpacked(packed_of(map)), group, crs)
    except EmptyNetwork as problem:
        raise NoWayThere from problem


def _straight(points: Floats, sites: Floats) -> Floats:
    metres: Floats = np.hypot(points[:, None, 0] - sites[None, :, 0], points[:, None, 1] - sites[None, :, 1])
    return metres


def _of_map(map: StreetMap) -> dict[str, Any]:
    return {"kind": STREETS, "map": map.pk, "on": map.on.isoformat(), "source": map.source, "licence": map.licence}


def _of_network(walked: Network) -> dict[str, Any]:
    known = {"known": round(walked.known_share, 3), "kerbs": walked.told.get("kerb", 0.0)}
    return {"group": walked.group.id, "speed": walked.group.speed.value} | known


def _lost(people: People, places: Sequence[Place], homes: Snapped, doors: Snapped, there: Flags) -> dict[str, Any]:
    """Who has no street near, who is cut off from every place, and the places of which either is true."""
    alone, unvisited = homes.near & ~there.any(axis=1), doors.near & ~there.any(axis=0)
    return {
        "no_street": float(people.number[~homes.near].sum()),
        "cut_off": float(people.number[alone].sum()),
        "places_off": _named(places, ~doors.near),
        "places_cut": _named(places, unvisited),
    }


def _named(places: Sequence[Place], which: Flags) -> list[str]:
    return [one.name for one, mine in zip(places, which, strict=True) if mine][:MOST_NAMED]
