"""The usual question whole: from these points to these sites, in so many minutes, by this group."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from lebenslage.atlas.arrays import Floats, Ints
from lebenslage.atlas.progress import Progress
from lebenslage.atlas.reach.catchment import gaussian, two_step
from lebenslage.atlas.reach.nearest import nearest
from lebenslage.atlas.reach.network import Network
from lebenslage.atlas.reach.snapping import Snapped
from lebenslage.atlas.reach.times import costs


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """For each point (p,): `seconds` to the nearest site (infinite: none), that `site` (-1: none), the `known` share of the way.

    `number` counts the sites within the time, `why` says why none is reached at all ("" where one is): no_street or other_part.
    `times` are those of `times.costs`.
    """

    seconds: Floats
    site: Ints
    known: Floats
    number: Ints
    why: tuple[str, ...]
    times: csr_array


def ask(network: Network, points: Snapped, sites: Snapped, within: float, progress: Progress | None = None) -> Answer:
    """Everything about reaching the sites; the nearest is looked for without limit, the others within so many seconds."""
    found = nearest(network, points, sites)
    times = costs(network, points, sites, within, progress=progress)
    why = ["" if np.isfinite(s) else "other_part" if near else "no_street" for s, near in zip(found.seconds, points.near, strict=True)]
    return Answer(found.seconds, found.site, found.known, np.diff(times.indptr).astype(np.int64), tuple(why), times)


def supply_per_person(answer: Answer, demand: Floats, supply: Floats, within: float) -> Floats:
    """What each person of a point has of the supply within reach: E2SFCA with Gaussian weights that fall to 1 % at `within` seconds."""
    return two_step(answer.times, demand, supply, within=within, decay=gaussian(within / np.sqrt(2 * np.log(100))))


@dataclass(frozen=True, slots=True)
class ShortWays:
    """A group, how many minutes are a short way for it, the share of people who have one (0 to 1), and how sure the network is."""

    group: str
    minutes: float
    share: float
    known: float


def short_ways(networks: Iterable[Network], places: Callable[[Network], tuple[Snapped, Snapped]], people: Floats) -> tuple[ShortWays, ...]:
    """The same question for several groups, each on its own network, with what is short for it (`groups.yaml`).

    `places` joins points and sites to a network; `people` (p,) weigh the points.
    """
    return tuple(_short(one, places, people) for one in networks)


def _short(one: Network, places: Callable[[Network], tuple[Snapped, Snapped]], people: Floats) -> ShortWays:
    found = nearest(one, *places(one))
    reached = people[found.seconds <= 60 * one.group.short.value].sum()
    return ShortWays(one.group.id, one.group.short.value, float(reached / max(people.sum(), 1e-9)), one.known_share)
